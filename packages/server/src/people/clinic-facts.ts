/**
 * What this room needs to know of a clinic. The clinic's room comes later on the path, so its door is handed in.
 */
import { type CalendarDay, type ClinicId, type Instant, must } from '@unknot/care/kernel'
import { Temporal } from 'temporal-polyfill'
import type { Queries } from '../kernel/index.ts'

export type ClinicFacts = {
  readonly name: string
  readonly country: string
  readonly timeZone: string
  readonly emergencyNumber: string
  readonly demo: boolean
}

export type FindClinicFacts = (queries: Queries, clinic: ClinicId) => Promise<ClinicFacts | null>

/** The day in the clinic's zone. */
export async function todayAt(
  queries: Queries,
  findClinic: FindClinicFacts,
  clinic: ClinicId,
  at: Instant,
): Promise<CalendarDay> {
  const { timeZone } = must(await findClinic(queries, clinic), 'who is signed in has a clinic')
  return dayIn(timeZone, at)
}

/** The calendar day that an instant falls on in a zone. */
export function dayIn(timeZone: string, at: Instant): CalendarDay {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as CalendarDay
}
