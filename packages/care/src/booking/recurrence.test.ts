/** Recurrences: the examples of RFC 5545 section 3.8.5.3 that hours can have, and refusals by name. */
import { expect, test } from 'vitest'
import type { CalendarDay } from '../kernel/index.ts'
import { calendarDayOf, daysRecurring, epochDayOf, parseRecurrence } from './recurrence.ts'
import { recurring } from './supply.fixture.ts'

const days = (rule: string, first: string, from: string, to: string) =>
  daysRecurring(
    recurring(rule),
    epochDayOf(first as CalendarDay),
    epochDayOf(from as CalendarDay),
    epochDayOf(to as CalendarDay),
  )
    .map(calendarDayOf)
    .join(' ')

test.each([
  ['FREQ=DAILY;COUNT=3', '1997-09-02', '1997-09-02 1997-09-03 1997-09-04'],
  ['FREQ=DAILY;INTERVAL=10;COUNT=3', '1997-09-02', '1997-09-02 1997-09-12 1997-09-22'],
  ['FREQ=WEEKLY;COUNT=3', '1997-09-02', '1997-09-02 1997-09-09 1997-09-16'],
  [
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    '1997-09-24',
    '1997-09-25 1997-09-30 1997-10-02 1997-10-07',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971004;WKST=SU;BYDAY=MO,WE,FR',
    '1997-09-01',
    '1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29 1997-10-01 1997-10-03',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '1997-08-05 1997-08-10 1997-08-19 1997-08-24'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '1997-08-05 1997-08-17 1997-08-19 1997-08-31'],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '1997-09-05', '1997-09-05 1997-10-03 1997-11-07'],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', '1997-09-22', '1997-09-22 1997-10-20 1997-11-17'],
  ['FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-3', '1997-09-28', '1997-09-28 1997-10-29 1997-11-28'],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2', '1997-09-02', '1998-02-13 1998-03-13'],
  ['FREQ=MONTHLY;COUNT=3', '1998-01-31', '1998-01-31 1998-03-31 1998-05-31'],
])('%s from %s', (rule, first, expected) => {
  expect(days(rule, first, first, '1998-12-31')).toBe(expected)
})

test('what lies before the days that are asked for is counted all the same', () => {
  expect(days('FREQ=DAILY;COUNT=5', '2026-11-01', '2026-11-04', '2026-11-30')).toBe('2026-11-04 2026-11-05')
  expect(days('FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '2020-01-01', '2026-11-16', '2026-12-06')).toBe('2026-11-25')
})

test.each([
  ['FREQ=YEARLY', 'FREQ'],
  ['', ''],
  ['INTERVAL=2', 'FREQ'],
  ['FREQ=WEEKLY;BYHOUR=9', 'BYHOUR'],
  ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY'],
  ['FREQ=WEEKLY;BYDAY=MO,XX', 'BYDAY'],
  ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY'],
  ['FREQ=DAILY;UNTIL=20260230', 'UNTIL'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20260228', 'COUNT'],
  ['FREQ=DAILY;FREQ=WEEKLY', 'FREQ'],
  ['FREQ=DAILY;CONSTRUCTOR=1', 'CONSTRUCTOR'],
])('%s is refused for its %s', (text, part) => {
  expect(parseRecurrence(text)).toEqual({ ok: false, problem: { code: 'recurrence-not-understood', part } })
})
