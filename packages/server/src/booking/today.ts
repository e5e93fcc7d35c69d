import type { CalendarDay, Instant } from '@unknot/care/kernel'

/** A day that is over nowhere yet: what lies before it is past on every clock. */
export function today(at: Instant): CalendarDay {
  return new Date(Date.parse(at) - 86_400_000).toISOString().slice(0, 10) as CalendarDay
}
