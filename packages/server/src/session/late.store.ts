/** Late entries in the database: beside the session's events, never among them, only ever added to. */
import { type ClinicId, type Instant, instantOf, type SessionId } from '@unknot/care/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'
import type { EventRow } from './session.store.ts'

/** A device that runs wild fills no table. */
const MAX_LATE = 5000

export type LateRow = { readonly row: EventRow; readonly receivedAt: Instant }

type Keeping = {
  readonly clinic: ClinicId
  readonly session: SessionId
  readonly receivedAt: Instant
  readonly rows: readonly EventRow[]
  /** Made by the kernel's `auditInsert`. */
  readonly audit: RawBuilder<unknown>
}

/** Sent again it is kept once. */
export async function keepLateRows(queries: Queries, keeping: Keeping): Promise<void> {
  const { clinic, session, receivedAt, audit } = keeping
  const json = JSON.stringify(
    keeping.rows.map(({ id, fact, device, actor, at, skewMs }) => {
      return { id, payload: fact, device, actor, at, skew_ms: skewMs }
    }),
  )
  await sql`
    with audited as (${audit})
    insert into session_late_entry (clinic_id, session, id, payload, device, actor, at, skew_ms, received_at)
    select ${clinic}::uuid, ${session}::uuid, l.id, l.payload, l.device, l.actor, l.at, l.skew_ms,
      ${receivedAt}::timestamptz
    from jsonb_to_recordset(${json}::jsonb)
      as l(id uuid, payload jsonb, device uuid, actor uuid, at timestamptz, skew_ms integer)
    where (select count(*) from session_late_entry k where k.clinic_id = ${clinic} and k.session = ${session}) < ${MAX_LATE}
    on conflict do nothing`.execute(queries)
}

type Row = {
  id: EventRow['id']
  payload: EventRow['fact']
  device: EventRow['device']
  actor: EventRow['actor']
  at: Date
  skew_ms: number | null
  received_at: Date
}

/** In the order in which they came; of one sending, in that of the device. */
export async function findLateRows(
  queries: Queries,
  clinic: ClinicId,
  session: SessionId,
): Promise<readonly LateRow[]> {
  const { rows } = await sql<Row>`
    select id, payload, device, actor, at, skew_ms, received_at from session_late_entry
    where clinic_id = ${clinic} and session = ${session} order by received_at, at, id`.execute(queries)
  return rows.map(({ id, payload, device, actor, at, skew_ms, received_at }) => ({
    row: { id, fact: payload, device, actor, at: instantOf(at.getTime()), skewMs: skew_ms },
    receivedAt: instantOf(received_at.getTime()),
  }))
}
