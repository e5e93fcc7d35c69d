/**
 * Sessions in the database: the events that were accepted, and beside them a row for the session and one for each needle.
 *
 * Adding is one statement: either events, rows and audit entry are all there, or nothing is. What holds off a second writer
 * is the events' own primary key, since both would write the same place in the list: the slower one fails as a whole, and
 * judges again.
 */
import {
  type AccountId,
  type ClinicId,
  type DeviceId,
  type EventId,
  type Instant,
  instantOf,
  type NeedleId,
  type PatientId,
  type SessionId,
} from '@unknot/care/kernel'
import type { Level, MuscleId, Side } from '@unknot/care/atlas'
import type { NeedleDirection, SessionFact, Technique, Twitch } from '@unknot/care/session'
import { type RawBuilder, sql } from 'kysely'
import { codeOf, type Queries } from '../kernel/index.ts'

/** What lists show of a session. The whole of it is in its events. */
export type SessionHead = {
  readonly status: 'open' | 'signed'
  readonly lastEventAt: Instant
  readonly signedAt: Instant | null
  readonly signedBy: AccountId | null
  readonly needlesIn: number
  readonly needlesOut: number
  readonly needlesAccounted: number
  readonly addenda: number
}

export type SessionLine = SessionHead & {
  readonly id: SessionId
  readonly patient: PatientId
  /** How many events were accepted. */
  readonly version: number
  readonly openedAt: Instant
  readonly openedBy: AccountId
}

export type EventRow = {
  readonly id: EventId
  readonly device: DeviceId
  readonly actor: AccountId
  readonly at: Instant
  readonly skewMs: number | null
  readonly fact: SessionFact
}

/** One needle as reports read it. */
export type NeedleRow = {
  readonly needle: NeedleId
  readonly number: number
  readonly muscle: MuscleId
  readonly side: Side
  readonly level: Level | null
  readonly gaugeMm: number | null
  readonly lengthMm: number | null
  readonly depthMm: number | null
  readonly direction: NeedleDirection
  readonly technique: Technique
  readonly twitch: Twitch['kind']
  readonly twitchCount: number | null
  readonly pain0to10: number | null
  readonly lot: string | null
  readonly inAt: Instant
  readonly outAt: Instant | null
  readonly outcome: 'in-body' | 'out' | 'broken' | 'retained' | 'dropped' | 'missing' | 'retracted'
}

export type Addition = {
  readonly clinic: ClinicId
  readonly session: SessionId
  readonly patient: PatientId
  /** The version that the events were judged against; 0 opens the session. */
  readonly judgedAt: number
  readonly receivedAt: Instant
  readonly events: readonly EventRow[]
  readonly head: SessionHead
  /** The needles that the events changed. */
  readonly needles: readonly NeedleRow[]
  /** Made by the kernel's `auditInsert`. */
  readonly audit: RawBuilder<unknown>
}

/** `overtaken`: another writer was faster. `id-taken`: an event of another session has one of the ids. Both wrote nothing. */
export type Added = 'added' | 'overtaken' | 'id-taken'

export async function addEvents(queries: Queries, addition: Addition): Promise<Added> {
  try {
    await addAll(queries, addition)
    return 'added'
  } catch (error) {
    const constraint = violatedKey(error)
    if (constraint === 'session_event_pkey' || constraint === 'session_session_pkey') return 'overtaken'
    if (constraint === 'session_event_clinic_id_id_key') return 'id-taken'
    throw error
  }
}

function violatedKey(error: unknown): string | null {
  const isViolation = codeOf(error) === '23505' && error instanceof Error && 'constraint' in error
  return isViolation && typeof error.constraint === 'string' ? error.constraint : null
}

async function addAll(queries: Queries, addition: Addition): Promise<void> {
  const { clinic, session, audit } = addition
  // The session's row comes first, so that writers of one session queue at its lock and don't hold each other.
  await sql`
    with counted as (${addition.judgedAt === 0 ? opened(addition) : counted(addition)}),
    events as (
      insert into session_event (clinic_id, session, seq, id, payload, device, actor, at, skew_ms, received_at)
      select ${clinic}::uuid, ${session}::uuid, e.seq, e.id, e.payload, e.device, e.actor, e.at, e.skew_ms,
        ${addition.receivedAt}::timestamptz
      from jsonb_to_recordset(${eventsJson(addition)}::jsonb)
        as e(seq integer, id uuid, payload jsonb, device uuid, actor uuid, at timestamptz, skew_ms integer)
    )${addition.needles.length === 0 ? sql`` : sql`, needles as (${upserted(addition)})`},
    audited as (${audit})
    select from counted`.execute(queries)
}

function opened({ clinic, session, patient, events, head }: Addition): RawBuilder<unknown> {
  const first = events[0]
  return sql`
    insert into session_session (clinic_id, id, patient, version, status, opened_at, opened_by, last_event_at, signed_at,
      signed_by, needles_in, needles_out, needles_accounted, addenda)
    values (${clinic}, ${session}, ${patient}, ${events.length}, ${head.status}, ${first?.at}, ${first?.actor},
      ${head.lastEventAt}, ${head.signedAt}, ${head.signedBy}, ${head.needlesIn}, ${head.needlesOut},
      ${head.needlesAccounted}, ${head.addenda})
    returning 1`
}

function counted({ clinic, session, judgedAt, events, head }: Addition): RawBuilder<unknown> {
  return sql`
    update session_session set version = ${judgedAt + events.length}, status = ${head.status},
      last_event_at = ${head.lastEventAt}, signed_at = ${head.signedAt}, signed_by = ${head.signedBy},
      needles_in = ${head.needlesIn}, needles_out = ${head.needlesOut}, needles_accounted = ${head.needlesAccounted},
      addenda = ${head.addenda}
    where clinic_id = ${clinic} and id = ${session}
    returning 1`
}

function eventsJson({ judgedAt, events }: Addition): string {
  return JSON.stringify(
    events.map(({ id, fact, device, actor, at, skewMs }, index) => {
      return { seq: judgedAt + index + 1, id, payload: fact, device, actor, at, skew_ms: skewMs }
    }),
  )
}

function upserted({ clinic, session, needles }: Addition): RawBuilder<unknown> {
  const json = JSON.stringify(
    needles.map((row) => ({
      needle: row.needle,
      number: row.number,
      muscle: row.muscle,
      side: row.side,
      level: row.level,
      gauge_mm: row.gaugeMm,
      length_mm: row.lengthMm,
      depth_mm: row.depthMm,
      direction: row.direction,
      technique: row.technique,
      twitch: row.twitch,
      twitch_count: row.twitchCount,
      pain_0to10: row.pain0to10,
      lot: row.lot,
      in_at: row.inAt,
      out_at: row.outAt,
      outcome: row.outcome,
    })),
  )
  return sql`
    insert into session_needle (clinic_id, session, needle, number, muscle, side, level, gauge_mm, length_mm, depth_mm,
      direction, technique, twitch, twitch_count, pain_0to10, lot, in_at, out_at, outcome)
    select ${clinic}::uuid, ${session}::uuid, n.*
    from jsonb_to_recordset(${json}::jsonb) as n(needle uuid, number integer, muscle text, side text, level text,
      gauge_mm double precision, length_mm double precision, depth_mm double precision, direction text, technique text,
      twitch text, twitch_count integer, pain_0to10 integer, lot text, in_at timestamptz, out_at timestamptz, outcome text)
    on conflict (clinic_id, session, needle) do update set muscle = excluded.muscle, side = excluded.side,
      level = excluded.level, gauge_mm = excluded.gauge_mm, length_mm = excluded.length_mm, depth_mm = excluded.depth_mm,
      direction = excluded.direction, technique = excluded.technique, twitch = excluded.twitch,
      twitch_count = excluded.twitch_count, pain_0to10 = excluded.pain_0to10, lot = excluded.lot, in_at = excluded.in_at,
      out_at = excluded.out_at, outcome = excluded.outcome`
}

type HeadRow = {
  id: SessionId
  patient: PatientId
  version: number
  status: 'open' | 'signed'
  opened_at: Date
  opened_by: AccountId
  last_event_at: Date
  signed_at: Date | null
  signed_by: AccountId | null
  needles_in: number
  needles_out: number
  needles_accounted: number
  addenda: number
}

/** `at` comes as milliseconds since 1970. */
type StoredEvent = Omit<EventRow, 'at'> & { at: number }

/** The session with its events in their order, or null. One statement. */
export async function findSession(
  queries: Queries,
  clinic: ClinicId,
  session: SessionId,
): Promise<{ readonly line: SessionLine; readonly events: readonly EventRow[] } | null> {
  const { rows } = await sql<HeadRow & { events: StoredEvent[] }>`
    select ${columns}, (
      select jsonb_agg(jsonb_build_object('id', e.id, 'device', e.device, 'actor', e.actor,
        'at', extract(epoch from e.at) * 1000, 'skewMs', e.skew_ms, 'fact', e.payload) order by e.seq)
      from session_event e where e.clinic_id = s.clinic_id and e.session = s.id
    ) as events
    from session_session s where s.clinic_id = ${clinic} and s.id = ${session}`.execute(queries)
  const row = rows[0]
  if (!row) return null
  return { line: lineOf(row), events: row.events.map((event) => ({ ...event, at: instantOf(event.at) })) }
}

/** Which of these ids are taken, and by which session. */
export async function findEvents(
  queries: Queries,
  clinic: ClinicId,
  ids: readonly EventId[],
): Promise<ReadonlyMap<EventId, SessionId>> {
  const { rows } = await sql<{ id: EventId; session: SessionId }>`
    select id, session from session_event where clinic_id = ${clinic} and id = any(${[...ids]}::uuid[])`.execute(
    queries,
  )
  return new Map(rows.map(({ id, session }) => [id, session]))
}

/** A session in a list, with the names that go with it. */
export type NamedSession = SessionLine & { readonly patientName: string; readonly openedByName: string }
type NamedRow = HeadRow & { patient_name: string; opened_by_name: string }

/** Newest first. */
export async function listSessions(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<readonly NamedSession[]> {
  const { rows } = await sql<NamedRow>`
    select ${columns}, ${names} where s.clinic_id = ${clinic} and s.patient = ${patient}
    order by s.opened_at desc, s.id desc limit 500`.execute(queries)
  return rows.map(namedOf)
}

/** Open sessions, the longest open first: whoever has needles in for longest is looked at first. */
export async function unfinishedSessions(queries: Queries, clinic: ClinicId): Promise<readonly NamedSession[]> {
  const { rows } = await sql<NamedRow>`
    select ${columns}, ${names} where s.clinic_id = ${clinic} and s.status = 'open'
    order by s.opened_at, s.id limit 500`.execute(queries)
  return rows.map(namedOf)
}

const names = sql`p.name as patient_name, o.name as opened_by_name from session_session s
  join people_patient p on p.clinic_id = s.clinic_id and p.id = s.patient
  join people_account o on o.clinic_id = s.clinic_id and o.id = s.opened_by`

function namedOf(row: NamedRow): NamedSession {
  return { ...lineOf(row), patientName: row.patient_name, openedByName: row.opened_by_name }
}

const columns = sql.raw(
  `s.id, s.patient, s.version, s.status, s.opened_at, s.opened_by, s.last_event_at, s.signed_at, s.signed_by,
   s.needles_in, s.needles_out, s.needles_accounted, s.addenda`,
)

function lineOf(row: HeadRow): SessionLine {
  return {
    id: row.id,
    patient: row.patient,
    version: row.version,
    status: row.status,
    openedAt: instantOf(row.opened_at.getTime()),
    openedBy: row.opened_by,
    lastEventAt: instantOf(row.last_event_at.getTime()),
    signedAt: row.signed_at && instantOf(row.signed_at.getTime()),
    signedBy: row.signed_by,
    needlesIn: row.needles_in,
    needlesOut: row.needles_out,
    needlesAccounted: row.needles_accounted,
    addenda: row.addenda,
  }
}
