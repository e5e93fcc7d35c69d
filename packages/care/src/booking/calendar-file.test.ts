/** Calendar files read back by another program's reader: the instants must be those that were promised. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { instantOf } from '../kernel/index.ts'
import { calendarFile, type CalendarEntry } from './calendar-file.ts'
import { HARD_ZONES } from './hard-zones.fixture.ts'
import { epochMsAtWall, wallMsOf, wallTimeAt, zoneClock } from './zone.ts'

const entry: CalendarEntry = {
  uid: '01930b6a-7c1e-7a3b-8c4d-5e6f708192a3@unknot',
  sequence: 2,
  startWall: '2026-11-26T09:00' as CalendarEntry['startWall'],
  endWall: '2026-11-26T09:45' as CalendarEntry['endWall'],
  zone: 'Europe/Dublin',
  summary: 'Riverside Physiotherapy',
  location: 'Quay 1; second floor, Dublin',
  description: 'First line\nSecond line with a \\ and a comma, too',
  cancelled: false,
  changedAt: instantOf(Date.parse('2026-11-25T08:00:00Z')),
}

const people = {
  organizer: { name: 'Riverside "Physio"', email: 'hello@riverside.example' },
  attendee: { name: 'Zoë Ó Briain', email: 'zoe@home.example' },
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  const event = calendar.getFirstSubcomponent('vevent')
  if (!zone || !event) throw new Error('no zone or no event')
  // The file's own clock, not one that the reader knows.
  const timezone = new ICAL.Timezone(zone)
  const when = (name: string) => {
    const time = event.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time>
    if (time.zone !== ICAL.Timezone.utcTimezone) time.zone = timezone
    return time.toJSDate().getTime()
  }
  return { calendar, event, when }
}

test('everything stands in the file as it was said, whoever reads it', () => {
  const clocks = [zoneClock('Europe/Dublin', wallMsOf(entry.startWall), wallMsOf(entry.endWall))]
  const text = calendarFile({ method: 'REQUEST', ...people, entries: [entry], clocks })
  const { calendar, event, when } = read(text)
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(event.getFirstPropertyValue('uid')).toBe(entry.uid)
  expect(event.getFirstPropertyValue('sequence')).toBe(2)
  expect(event.getFirstPropertyValue('location')).toBe(entry.location)
  expect(event.getFirstPropertyValue('description')).toBe(entry.description)
  expect(event.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(event.getFirstProperty('attendee')?.getParameter('cn')).toBe('Zoë Ó Briain')
  expect(String(event.getFirstPropertyValue('dtstamp'))).toBe('2026-11-25T08:00:00Z')
  expect(when('dtstart')).toBe(Date.parse('2026-11-26T09:00:00Z'))
  expect(when('dtend')).toBe(Date.parse('2026-11-26T09:45:00Z'))
})

test('a cancellation says so, under the same UID', () => {
  const clocks = [zoneClock('Europe/Dublin', wallMsOf(entry.startWall), wallMsOf(entry.endWall))]
  const { calendar, event } = read(
    calendarFile({ method: 'CANCEL', ...people, entries: [{ ...entry, cancelled: true, sequence: 3 }], clocks }),
  )
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(event.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(event.getFirstPropertyValue('uid')).toBe(entry.uid)
})

test('in every zone, near every change of the clock, the reader finds the instant that was promised', () => {
  let nearChange = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...HARD_ZONES),
      fc.integer({ min: Date.UTC(2009, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 }),
      fc.boolean(),
      (zone, minute, near) => {
        const spans = zoneClock(zone, minute * 60_000, minute * 60_000 + 400 * 86_400_000).spans
        const change = spans[1]
        const at = near && change ? change.fromMs + ((minute % 300) - 150) * 60_000 : minute * 60_000
        const clock = zoneClock(zone, at, at + 3_600_000)
        // What is promised is a wall time that comes once, or the first of two.
        const startWall = wallTimeAt(clock, at)
        const endWall = wallTimeAt(clock, at + 1_800_000)
        if (epochMsAtWall(clock, wallMsOf(startWall)) !== at) return
        if (near && change) nearChange += 1
        const text = calendarFile({
          method: 'REQUEST',
          ...people,
          entries: [{ ...entry, zone, startWall, endWall }],
          clocks: [clock],
        })
        expect(read(text).when('dtstart'), `${zone} ${startWall}`).toBe(at)
      },
    ),
    { numRuns: 400 },
  )
  expect(nearChange).toBeGreaterThan(50)
})

test('no line is longer than 75 octets, no letter is cut, and nothing can break out of its line', () => {
  const clocks = [zoneClock('Asia/Kathmandu', wallMsOf(entry.startWall), wallMsOf(entry.endWall))]
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
      const clean = words.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      const text = calendarFile({
        method: 'REQUEST',
        ...people,
        attendee: { name: clean, email: 'a@b.example' },
        entries: [{ ...entry, zone: 'Asia/Kathmandu', summary: clean, location: clean }],
        clocks,
      })
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(text.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
      const { event } = read(text)
      expect(event.getFirstPropertyValue('summary')).toBe(clean.replaceAll(/\r\n?/g, '\n'))
    }),
  )
})
