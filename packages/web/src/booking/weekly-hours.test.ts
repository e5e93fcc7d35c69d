/** A week's table: written and read it is the same, and what it can't show it doesn't touch. */
import type { CalendarDay, LocationId } from '@unknot/care/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_HOURS, readWeek, type TimeRange, writeWeek } from './weekly-hours.ts'

const quay = 'quay' as LocationId
const first = '2026-11-25' as CalendarDay
const range = (fromMin: number, toMin: number): TimeRange => {
  const time = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16)
  return { from: time(fromMin), to: time(toMin) }
}

test('whatever a week holds is the same when it is read again', () => {
  const none = { from: '', to: '' }
  const day = fc
    .tuple(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 700 }),
      fc.constantFrom(0, 1, 2),
    )
    .map(([from, gap, more, count]): TimeRange[] => {
      const one = range(from, from + gap)
      const two = range(from + gap + 1, Math.min(1439, from + gap + 1 + more))
      return count === 0 ? [none, none] : count === 1 ? [one, none] : [one, two]
    })
  fc.assert(
    fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (week) => {
      const rows = writeWeek(week, quay, first)
      expect(rows).not.toBeNull()
      const read = readWeek(rows ?? [])
      expect(read?.week).toEqual(week)
    }),
  )
})

test('no hours are no rows, and half a time or one that ends before it begins is refused', () => {
  expect(writeWeek(NO_HOURS, quay, first)).toEqual([])
  expect(writeWeek([[{ from: '09:00', to: '' }]], quay, first)).toBeNull()
  expect(writeWeek([[{ from: '09:00', to: '09:00' }]], quay, first)).toBeNull()
})

test.each(['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=1MO', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101'])(
  '%s is more than a week, so the table doesn’t show it',
  (rrule) => {
    expect(readWeek([{ location: quay, rrule, firstOn: first, fromMin: 540, toMin: 600 }])).toBeNull()
  },
)
