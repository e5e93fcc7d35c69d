/** The grid: nothing hides behind something else, and what is drawn lies where its time is. */
import { readSupply } from '@unknot/care/booking'
import type { AccountId, CalendarDay, LocationId } from '@unknot/care/kernel'
import type { BookingView } from '@unknot/wire/booking'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diaryDay, lengthMinOf, minuteOf, mondayOf, shownHours, wallNow } from './diary-layout.ts'

const day = '2026-11-26' as CalendarDay
const rosa = 'rosa' as AccountId
const quay = 'quay' as LocationId
const supply = readSupply({
  zone: 'Europe/Dublin',
  locations: [{ id: quay }],
  rooms: [],
  clinicians: [
    {
      id: rosa,
      trainedIn: [],
      patientsAtOnceMax: 2,
      bookingsADayMax: null,
      hours: [
        { location: quay, rrule: 'FREQ=WEEKLY;BYDAY=TH', firstOn: day, fromMin: 9 * 60, toMin: 12 * 60 },
        { location: quay, rrule: 'FREQ=WEEKLY;BYDAY=TH', firstOn: day, fromMin: 13 * 60, toMin: 17 * 60 },
      ],
    },
  ],
  otherHours: [],
  closures: [],
})

function booking(id: string, minute: number, lengthMin: number, state: BookingView['state'] = 'booked'): BookingView {
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const startAt = new Date(`${day}T${time}:00Z`)
  const endAt = new Date(startAt.getTime() + lengthMin * 60_000)
  return {
    id,
    clinician: rosa,
    wall: `${day}T${time}`,
    startAt: startAt.toISOString(),
    endAt: endAt.toISOString(),
    state,
  } as BookingView
}

test('the hours hold opening hours and bookings, whole hours', () => {
  expect(shownHours(supply, [day], [])).toEqual({ fromMin: 540, toMin: 1020 })
  expect(shownHours(supply, [day], [booking('a', 8 * 60 + 30, 30), booking('b', 17 * 60, 45)])).toEqual({
    fromMin: 480,
    toMin: 1080,
  })
  expect(shownHours(supply, ['2026-11-27' as CalendarDay], [])).toEqual({ fromMin: 480, toMin: 1080 })
})

test('what isn’t worked is marked: before, at noon and after', () => {
  const [lane] = diaryDay(supply, day, [], { fromMin: 480, toMin: 1080 }).lanes
  expect(lane?.off).toEqual([
    { top: 0, height: 0.1 },
    { top: 0.4, height: 0.1 },
    { top: 0.9, height: 0.1 },
  ])
})

test('cancelled bookings aren’t drawn', () => {
  const [lane] = diaryDay(supply, day, [booking('a', 600, 30, 'cancelled'), booking('b', 600, 30)], {
    fromMin: 480,
    toMin: 1080,
  }).lanes
  expect(lane?.placed.map(({ booking: one }) => one.id)).toEqual(['b'])
})

test('whatever is booked: no two bookings that overlap in time overlap on the screen', () => {
  let beside = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 12 })), { maxLength: 12 }),
      (all) => {
        const bookings = all.map(([at, length], index) => booking(`b${index}`, 480 + at * 5, length * 5))
        const placed = diaryDay(supply, day, bookings, { fromMin: 480, toMin: 1080 }).lanes[0]?.placed ?? []
        expect(placed).toHaveLength(bookings.length)
        for (const one of placed) {
          expect(one.column).toBeLessThan(one.columns)
          for (const other of placed) {
            const [from, to] = span(one.booking)
            const [otherFrom, otherTo] = span(other.booking)
            if (one === other || from >= otherTo || otherFrom >= to) continue
            beside += 1
            // Left and right edges, in shares of the lane.
            const [left, right] = [one.column / one.columns, (one.column + 1) / one.columns]
            const [otherLeft, otherRight] = [other.column / other.columns, (other.column + 1) / other.columns]
            expect(right <= otherLeft || otherRight <= left).toBe(true)
          }
        }
      },
    ),
  )
  expect(beside).toBeGreaterThan(50)
})

function span(booking: BookingView): [number, number] {
  return [minuteOf(booking), minuteOf(booking) + lengthMinOf(booking)]
}

test('a week begins on Monday', () => {
  for (const [on, monday] of [
    ['2026-11-23', 20780],
    ['2026-11-29', 20780],
    ['2026-11-30', 20787],
  ] as const) {
    expect(mondayOf(on as CalendarDay)).toBe(monday)
  }
})

test('now is what the clinic’s clock shows, not the reader’s', () => {
  expect(wallNow('Asia/Kathmandu', Date.parse('2026-11-25T20:00:00Z'))).toEqual({ day: '2026-11-26', minute: 105 })
})
