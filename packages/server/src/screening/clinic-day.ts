import { type CalendarDay, type Instant, must, parseDay } from '@unknot/care/kernel'

/** The calendar day at an instant where the clinic is: ages are counted by it. */
export function clinicDay(timeZone: string, at: Instant): CalendarDay {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const part = new Map(parts.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  const day = parseDay(`${part.get('year')}-${part.get('month')}-${part.get('day')}`)
  return must(day.ok ? day.value : null, 'the calendar gave no day')
}
