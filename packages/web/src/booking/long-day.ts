import type { CalendarDay } from '@unknot/care/kernel'

/** `Thursday 26 November 2026` */
export function longDay(day: CalendarDay): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(',', '')
}
