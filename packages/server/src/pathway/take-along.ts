/**
 * What a clinician's device takes along for today and tomorrow: each patient's chart, screenings and last sessions, so that
 * all of it is on the device before it is needed. Every patient taken along stands in the audit trail.
 */
import { type Instant, instantOf, must, type PatientId } from '@unknot/care/kernel'
import type { TakenAlong } from '@unknot/wire/pathway'
import { Temporal } from 'temporal-polyfill'
import { audit, type AuditSource, type Queries } from '../kernel/index.ts'
import { listScreenings, presentScreeningLine } from '../screening/index.ts'
import { presentRecord, readRecord, viewSession } from '../session/index.ts'
import { findChart } from './pathway.store.ts'
import { presentChart } from './pathway.presenter.ts'
import { findExpected } from './take-along.store.ts'

/** Sessions of a patient that go along, the newest first. */
const LAST_SESSIONS = 3

/** The patients of the clinic's day and of the next one: booked, being treated, or screened today. */
export async function expectedPatients(
  queries: Queries,
  { clinic, at }: AuditSource,
  timeZone: string,
): Promise<readonly PatientId[]> {
  const from = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).startOfDay()
  return findExpected(queries, clinic, { from: midnight(from), to: midnight(from.add({ days: 2 })) })
}

function midnight(day: Temporal.ZonedDateTime): Instant {
  return instantOf(day.epochMilliseconds)
}

/** Null when there is no such patient. */
export async function takeAlong(queries: Queries, source: AuditSource, patient: PatientId): Promise<TakenAlong | null> {
  const { clinic, at } = source
  const chart = await findChart(queries, clinic, patient)
  if (!chart) return null
  const screenings = await listScreenings(queries, clinic, patient)
  const sessions = []
  const records = []
  for (const { id, status } of chart.sessions.slice(0, LAST_SESSIONS)) {
    sessions.push(must(await viewSession(queries, clinic, id, at), 'a charted session is there'))
    const record = status === 'signed' ? await readRecord(queries, source, id, 'taken-along') : null
    if (record) records.push(presentRecord(record))
  }
  await audit(queries, source, { action: 'taken-along', patient })
  return { chart: presentChart(chart, at), screenings: screenings.map(presentScreeningLine), sessions, records }
}
