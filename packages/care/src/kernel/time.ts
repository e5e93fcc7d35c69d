/**
 * Instants and calendar days as text.
 *
 * An instant is UTC with milliseconds and a `Z`, so that text order is time order. A calendar day is `YYYY-MM-DD` and
 * belongs to no zone. Neither is ever guessed: an instant without a zone is refused.
 */
import type { Brand } from './brand.ts'
import { err, ok, type Result } from './result.ts'

/** `2026-11-24T05:02:05.000Z` */
export type Instant = Brand<string, 'Instant'>
/** `2026-11-24` */
export type CalendarDay = Brand<string, 'CalendarDay'>

export type TimeProblem =
  | { readonly code: 'instant-without-zone' }
  | { readonly code: 'not-an-instant' }
  | { readonly code: 'not-a-day' }

const instantShape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * Reads an RFC 3339 instant with its zone and gives it as UTC.
 * Refuses text without zone, days that the calendar doesn't have, and years outside 1900 to 2199.
 */
export function parseInstant(text: string): Result<Instant, TimeProblem> {
  const parts = instantShape.exec(text)
  if (!parts) return err({ code: 'not-an-instant' })
  if (!parts[7]) return err({ code: 'instant-without-zone' })
  if (!parseDay(text.slice(0, 10)).ok || Number(parts[4]) > 23) return err({ code: 'not-an-instant' })
  const epochMs = Date.parse(text)
  return Number.isNaN(epochMs) ? err({ code: 'not-an-instant' }) : ok(instantOf(epochMs))
}

/** The instant at so many milliseconds since 1970. */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant
}

/** Milliseconds since 1970. */
export function epochMsOf(instant: Instant): number {
  return Date.parse(instant)
}

/** Reads a day that the calendar has, from 1900 to 2199. */
export function parseDay(text: string): Result<CalendarDay, TimeProblem> {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!parts) return err({ code: 'not-a-day' })
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 && year <= 2199 ? ok(text as CalendarDay) : err({ code: 'not-a-day' })
}

/** Whole years between a birth date and a day; the birthday itself counts. Negative when the birth date lies ahead. */
export function ageOn(birthOn: CalendarDay, onDay: CalendarDay): number {
  const years = Number(onDay.slice(0, 4)) - Number(birthOn.slice(0, 4))
  return onDay.slice(5) < birthOn.slice(5) ? years - 1 : years
}
