/** Where bookings stand in the diary's grid. Positions are shares of the shown hours, from 0 to 1. */
import { type EpochDay, epochDayOf, type OpenPart, openPartsOn, type Supply, wallMsOf } from '@unknot/care/booking'
import type { AccountId, CalendarDay } from '@unknot/care/kernel'
import type { BookingView } from '@unknot/wire/booking'

export type Hours = { readonly fromMin: number; readonly toMin: number }
export type Placed = {
  readonly booking: BookingView
  readonly top: number
  readonly height: number
  readonly column: number
  readonly columns: number
}
export type Lane = {
  readonly clinician: AccountId
  readonly placed: readonly Placed[]
  /** Spans in which the clinician doesn't work. */
  readonly off: readonly { readonly top: number; readonly height: number }[]
}
export type DiaryDay = { readonly day: CalendarDay; readonly lanes: readonly Lane[] }

const HOUR = 60
const DAY_MIN = 24 * HOUR
/** A day without anything still shows a morning and an afternoon. */
const USUAL: Hours = { fromMin: 8 * HOUR, toMin: 18 * HOUR }

/** Bookings that take time: what was cancelled or ran out isn't drawn. */
function isDrawn({ state }: BookingView): boolean {
  return state !== 'cancelled' && state !== 'expired'
}

export function minuteOf(booking: BookingView): number {
  return Number(booking.wall.slice(11, 13)) * HOUR + Number(booking.wall.slice(14))
}

export function lengthMinOf({ startAt, endAt }: BookingView): number {
  return Math.round((Date.parse(endAt) - Date.parse(startAt)) / 60_000)
}

/** Whole hours that hold all opening hours and all bookings of these days. */
export function shownHours(supply: Supply, days: readonly CalendarDay[], bookings: readonly BookingView[]): Hours {
  const parts = days.flatMap((day) =>
    supply.clinicians.flatMap(({ id }) => [...openPartsOn(supply, id, epochDayOf(day))]),
  )
  const starts = [...parts.map(({ fromMin }) => fromMin), ...bookings.map(minuteOf)]
  const ends = [...parts.map(({ toMin }) => toMin), ...bookings.map((one) => minuteOf(one) + lengthMinOf(one))]
  if (starts.length === 0) return USUAL
  return {
    fromMin: Math.floor(Math.min(...starts) / HOUR) * HOUR,
    toMin: Math.min(DAY_MIN, Math.ceil(Math.max(...ends) / HOUR) * HOUR),
  }
}

export function diaryDay(supply: Supply, day: CalendarDay, bookings: readonly BookingView[], hours: Hours): DiaryDay {
  const own = bookings.filter((booking) => isDrawn(booking) && booking.wall.startsWith(day))
  const lanes = supply.clinicians.map(({ id }) => ({
    clinician: id,
    placed: place(
      own.filter((booking) => booking.clinician === id),
      hours,
    ),
    off: offSpans(openPartsOn(supply, id, epochDayOf(day)), hours),
  }))
  return { day, lanes }
}

/** Those that overlap, also by way of others, share the width: each stands in the first column that is free at its start. */
function place(bookings: readonly BookingView[], hours: Hours): readonly Placed[] {
  const length = hours.toMin - hours.fromMin
  const sorted = [...bookings].sort((a, b) => minuteOf(a) - minuteOf(b) || a.id.localeCompare(b.id))
  return groups(sorted).flatMap((group) => {
    const ends: number[] = []
    const columns = group.map((booking) => {
      const from = minuteOf(booking)
      const free = ends.findIndex((end) => end <= from)
      const column = free < 0 ? ends.length : free
      ends[column] = from + lengthMinOf(booking)
      return column
    })
    return group.map((booking, index) => ({
      booking,
      column: columns[index] ?? 0,
      columns: ends.length,
      top: (minuteOf(booking) - hours.fromMin) / length,
      height: lengthMinOf(booking) / length,
    }))
  })
}

/** Of bookings in order of start: a new group begins where everything before is over. */
function groups(sorted: readonly BookingView[]): readonly (readonly BookingView[])[] {
  const all: BookingView[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const booking of sorted) {
    if (minuteOf(booking) >= end) all.push([booking])
    else all.at(-1)?.push(booking)
    end = Math.max(end, minuteOf(booking) + lengthMinOf(booking))
  }
  return all
}

function offSpans(parts: readonly OpenPart[], { fromMin, toMin }: Hours): Lane['off'] {
  const length = toMin - fromMin
  const sorted = [...parts].sort((a, b) => a.fromMin - b.fromMin)
  const off: { top: number; height: number }[] = []
  let at = fromMin
  for (const part of [...sorted, { fromMin: toMin, toMin }]) {
    if (part.fromMin > at) off.push({ top: (at - fromMin) / length, height: (part.fromMin - at) / length })
    at = Math.max(at, part.toMin)
  }
  return off
}

/** The Monday of a day's week. */
export function mondayOf(day: CalendarDay): EpochDay {
  const epochDay = epochDayOf(day)
  return epochDay - ((((epochDay + 3) % 7) + 7) % 7)
}

/** `14` of `14:05`. For the hour lines. */
export function hourWords(minute: number): string {
  return `${String(Math.floor(minute / HOUR)).padStart(2, '0')}:00`
}

export function wallNow(zone: string, nowMs: number): { readonly day: CalendarDay; readonly minute: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(nowMs)
  const [day = '', time = '00:00'] = parts.split(', ')
  const wall = wallMsOf(`${day}T${time}` as Parameters<typeof wallMsOf>[0])
  return { day: day as CalendarDay, minute: (wall / 60_000) % DAY_MIN }
}
