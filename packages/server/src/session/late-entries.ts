/** Keeping what came after the signature, and reading it beside the record. */
import type { ClinicId, PatientId, SessionId } from '@unknot/care/kernel'
import type { LateEntry, SessionEvent } from '@unknot/care/session'
import { auditInsert, type AuditSource, type Queries } from '../kernel/index.ts'
import { eventOf, rowOf } from './event-row.ts'
import { findLateRows, keepLateRows } from './late.store.ts'

type About = { readonly session: SessionId; readonly patient: PatientId }

export async function keepLate(
  queries: Queries,
  source: AuditSource,
  { session, patient }: About,
  events: readonly SessionEvent[],
): Promise<void> {
  const audit = auditInsert(source, { action: 'late-entry-kept', patient, subject: session })
  const { clinic, at: receivedAt } = source
  await keepLateRows(queries, { clinic, session, receivedAt, rows: events.map(rowOf), audit })
}

export async function readLate(queries: Queries, clinic: ClinicId, session: SessionId): Promise<readonly LateEntry[]> {
  const rows = await findLateRows(queries, clinic, session)
  return rows.map(({ row, receivedAt }) => ({ event: eventOf(row, session), receivedAt }))
}
