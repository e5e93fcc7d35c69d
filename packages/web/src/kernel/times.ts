/** Instants and days in words. An instant is always shown in the clinic's zone, never silently in the reader's. */
import { ageOn, type CalendarDay, type Instant } from '@unknot/care/kernel'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(timeZone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${name}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
  formats.set(key, made)
  return made
}

/** `14:05` */
export function timeWords(at: Instant, timeZone: string): string {
  return format(timeZone, 'time', { hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

/** `Tue 24 Nov 2026` */
export function dateWords(at: Instant, timeZone: string): string {
  return format(timeZone, 'date', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
    .format(new Date(at))
    .replace(',', '')
}

/** `Tue 24 Nov 2026, 14:05` */
export function whenWords(at: Instant, timeZone: string): string {
  return `${dateWords(at, timeZone)}, ${timeWords(at, timeZone)}`
}

/** `Tuesday 24 November` */
export function longDateWords(at: Instant, timeZone: string): string {
  return format(timeZone, 'long', { weekday: 'long', day: 'numeric', month: 'long' })
    .format(new Date(at))
    .replace(',', '')
}

/** `31 Mar 1992` */
export function dayWords(day: CalendarDay): string {
  return format('UTC', 'day', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(`${day}T12:00:00Z`))
}

/** The clinic's calendar day at an instant. */
export function dayAt(at: Instant, timeZone: string): CalendarDay {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(new Date(at)) as CalendarDay
}

/** Whole years, as of the clinic's day. */
export function ageWords(birthOn: CalendarDay, today: CalendarDay): string {
  const years = ageOn(birthOn, today)
  return years < 2 ? `born ${dayWords(birthOn)}` : `${years} y`
}

/** The zone of the reader's own device. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
