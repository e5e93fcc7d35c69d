/**
 * On which days something recurs: the part of RFC 5545's RRULE that opening hours need, day by day.
 *
 * FREQ=DAILY, WEEKLY or MONTHLY with INTERVAL, BYDAY (with ordinals when monthly), BYMONTHDAY, UNTIL, COUNT and WKST. Anything
 * else is refused by name, never ignored: hours that are half understood would open a clinic on the wrong day.
 */
import { type CalendarDay, err, ok, parseDay, type Result } from '../kernel/index.ts'

/** Days since 1970-01-01. */
export type EpochDay = number

export type Recurrence = {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY'
  readonly interval: number
  /** Monday is 0. `ordinal` 1 to 5 from the month's start, -1 to -5 from its end, null for each. */
  readonly byDay: readonly { readonly weekday: number; readonly ordinal: number | null }[]
  /** 1 to 31, or -1 to -31 from the month's end. */
  readonly byMonthDay: readonly number[]
  /** The last day on which it may recur. */
  readonly until: EpochDay | null
  readonly count: number | null
  readonly weekStart: number
}

export type RecurrenceProblem = {
  readonly code: 'recurrence-not-understood'
  /** The part that was not understood, such as `BYHOUR`. */
  readonly part: string
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const DAY_MS = 86_400_000
const COUNT_MAX = 5000

export function epochDayOf(day: CalendarDay): EpochDay {
  return Date.parse(day) / DAY_MS
}

export function calendarDayOf(day: EpochDay): CalendarDay {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDay
}

/** Monday is 0. */
function weekdayOf(day: EpochDay): number {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7
}

/** @example parseRecurrence('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE') */
export function parseRecurrence(text: string): Result<Recurrence, RecurrenceProblem> {
  const parts = new Map<string, string>()
  for (const part of text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')) {
    const [name = '', value = '', more] = part.split('=')
    if (value === '' || more !== undefined || parts.has(name) || !READERS.has(name)) return notUnderstood(name || part)
    parts.set(name, value)
  }
  const read: Record<string, unknown> = {}
  for (const [name, reader] of READERS) {
    const value = parts.get(name)
    const found = value === undefined ? reader.usual : reader.read(value)
    if (found === undefined) return notUnderstood(name)
    read[reader.as] = found
  }
  return checkTogether(read as unknown as Recurrence)
}

/** The days from one to another, both included, on which it recurs when it first may on `firstOn`. */
export function daysRecurring(
  recurrence: Recurrence,
  firstOn: EpochDay,
  fromOn: EpochDay,
  toOn: EpochDay,
): readonly EpochDay[] {
  const days: EpochDay[] = []
  const lastOn = Math.min(toOn, recurrence.until ?? toOn)
  let left = recurrence.count ?? Number.POSITIVE_INFINITY
  // A rule that counts must be walked from its first day.
  for (let day = recurrence.count === null ? Math.max(firstOn, fromOn) : firstOn; day <= lastOn && left > 0; day += 1) {
    if (!recursOn(recurrence, firstOn, day)) continue
    left -= 1
    if (day >= fromOn) days.push(day)
  }
  return days
}

/** Whether it recurs on one day. */
export function recurs(recurrence: Recurrence, firstOn: EpochDay, day: EpochDay): boolean {
  if (recurrence.count !== null) return daysRecurring(recurrence, firstOn, day, day).length > 0
  return day >= firstOn && (recurrence.until === null || day <= recurrence.until) && recursOn(recurrence, firstOn, day)
}

function recursOn(recurrence: Recurrence, firstOn: EpochDay, day: EpochDay): boolean {
  const { freq, interval } = recurrence
  if (freq === 'DAILY')
    return (day - firstOn) % interval === 0 && fitsDay(recurrence, day) && fitsMonthDay(recurrence, day)
  if (freq === 'WEEKLY') {
    const weekOf = (some: EpochDay) => Math.floor((some + 3 - recurrence.weekStart) / 7)
    if ((weekOf(day) - weekOf(firstOn)) % interval !== 0) return false
    return recurrence.byDay.length === 0 ? weekdayOf(day) === weekdayOf(firstOn) : fitsDay(recurrence, day)
  }
  const [now, then] = [dateOf(day), dateOf(firstOn)]
  if (((now.year - then.year) * 12 + now.month - then.month) % interval !== 0) return false
  if (recurrence.byDay.length === 0 && recurrence.byMonthDay.length === 0) return now.day === then.day
  return fitsDay(recurrence, day) && fitsMonthDay(recurrence, day)
}

function fitsDay({ byDay }: Recurrence, day: EpochDay): boolean {
  if (byDay.length === 0) return true
  const onWeekday = byDay.filter(({ weekday }) => weekday === weekdayOf(day))
  if (onWeekday.length === 0 || onWeekday.some(({ ordinal }) => ordinal === null)) return onWeekday.length > 0
  const { day: dayOfMonth, daysInMonth } = dateOf(day)
  const [nth, nthFromEnd] = [Math.ceil(dayOfMonth / 7), -Math.ceil((daysInMonth - dayOfMonth + 1) / 7)]
  return onWeekday.some(({ ordinal }) => ordinal === nth || ordinal === nthFromEnd)
}

function fitsMonthDay({ byMonthDay }: Recurrence, day: EpochDay): boolean {
  if (byMonthDay.length === 0) return true
  const { day: dayOfMonth, daysInMonth } = dateOf(day)
  return byMonthDay.some((nth) => (nth > 0 ? nth : daysInMonth + 1 + nth) === dayOfMonth)
}

function dateOf(epochDay: EpochDay) {
  const date = new Date(epochDay * DAY_MS)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  return { year, month, day: date.getUTCDate(), daysInMonth: new Date(Date.UTC(year, month + 1, 0)).getUTCDate() }
}

type Reader = { readonly as: keyof Recurrence; readonly usual: unknown; readonly read: (value: string) => unknown }

/** Each part's reader gives undefined for what it doesn't understand. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['FREQ', { as: 'freq', usual: undefined, read: (v) => (/^(DAILY|WEEKLY|MONTHLY)$/.test(v) ? v : undefined) }],
  ['INTERVAL', { as: 'interval', usual: 1, read: (v) => wholeNumber(v, 1, 366) }],
  ['BYDAY', { as: 'byDay', usual: [], read: (v) => eachOf(v, readWeekday) }],
  [
    'BYMONTHDAY',
    { as: 'byMonthDay', usual: [], read: (v) => eachOf(v, (nth) => wholeNumber(nth, -31, 31) || undefined) },
  ],
  ['UNTIL', { as: 'until', usual: null, read: readUntil }],
  ['COUNT', { as: 'count', usual: null, read: (v) => wholeNumber(v, 1, COUNT_MAX) }],
  ['WKST', { as: 'weekStart', usual: 0, read: (v) => (WEEKDAYS.includes(v) ? WEEKDAYS.indexOf(v) : undefined) }],
])

function checkTogether(recurrence: Recurrence): Result<Recurrence, RecurrenceProblem> {
  const { freq, byDay, byMonthDay, until, count } = recurrence
  if (freq !== 'MONTHLY' && byDay.some(({ ordinal }) => ordinal !== null)) return notUnderstood('BYDAY')
  if (freq === 'WEEKLY' && byMonthDay.length > 0) return notUnderstood('BYMONTHDAY')
  if (until !== null && count !== null) return notUnderstood('COUNT')
  return ok(recurrence)
}

function readWeekday(text: string) {
  const parts = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text)
  if (!parts) return undefined
  return { weekday: WEEKDAYS.indexOf(parts[2] ?? ''), ordinal: parts[1] === undefined ? null : Number(parts[1]) }
}

/** UNTIL as a date, or as an instant of which the date counts. */
function readUntil(text: string): EpochDay | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/.exec(text)
  const day = parts ? parseDay(`${parts[1]}-${parts[2]}-${parts[3]}`) : null
  return day?.ok ? epochDayOf(day.value) : undefined
}

function wholeNumber(text: string, min: number, max: number): number | undefined {
  const value = /^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : undefined
}

function eachOf<T>(text: string, read: (part: string) => T | undefined): readonly T[] | undefined {
  const found = text.split(',').map(read)
  return found.every((value) => value !== undefined) ? (found as T[]) : undefined
}

function notUnderstood(part: string) {
  return err({ code: 'recurrence-not-understood', part: part.slice(0, 20) })
}
