/**
 * What the chart and the day show, each read in one statement over the rooms' tables. This room writes no table.
 */
import {
  type AccountId,
  type CalendarDay,
  type ClinicId,
  type Instant,
  instantOf,
  type PatientId,
  type SessionId,
} from '@unknot/care/kernel'
import type { EmergencyContact, Sex } from '@unknot/care/people'
import { type RawBuilder, sql } from 'kysely'
import { type ConsentJson, consentJson, type ConsentSummary, summaryOfJson } from '../consent/index.ts'
import type { Queries } from '../kernel/index.ts'
import type { StoredPatient } from '../people/index.ts'
import { type ScreeningJson, screeningJson, screeningOfJson, type StoredScreening } from '../screening/index.ts'

export type ChartedSession = {
  readonly id: SessionId
  readonly patient: PatientId
  readonly status: 'open' | 'signed'
  readonly openedAt: Instant
  readonly openedBy: AccountId
  readonly openedByName: string
  readonly lastEventAt: Instant
  readonly signedAt: Instant | null
  readonly signedByName: string | null
  readonly needlesIn: number
  readonly needlesOut: number
  readonly needlesAccounted: number
  readonly addenda: number
}

export type Chart = {
  readonly patient: StoredPatient
  readonly screening: StoredScreening | null
  readonly consents: readonly ConsentSummary[]
  readonly sessions: readonly ChartedSession[]
}

export type SessionOfToday = ChartedSession & {
  readonly patientName: string
  readonly patientNumber: number
  readonly patientBirthOn: CalendarDay
}

/** Inside JSON instants come as milliseconds since 1970. */
type Ms = number
const ms = (column: string): RawBuilder<Ms> => sql.raw(`floor(extract(epoch from ${column}) * 1000)::bigint`)

type SessionJson = Omit<ChartedSession, 'openedAt' | 'lastEventAt' | 'signedAt'> & {
  openedAt: Ms
  lastEventAt: Ms
  signedAt: Ms | null
}

const sessionJson = sql<SessionJson>`jsonb_build_object('id', s.id, 'patient', s.patient, 'status', s.status,
  'openedAt', ${ms('s.opened_at')}, 'openedBy', s.opened_by, 'openedByName', o.name,
  'lastEventAt', ${ms('s.last_event_at')}, 'signedAt', ${ms('s.signed_at')}, 'signedByName', g.name,
  'needlesIn', s.needles_in, 'needlesOut', s.needles_out, 'needlesAccounted', s.needles_accounted, 'addenda', s.addenda)`
const sessionSources = sql`session_session s
  join people_account o on o.clinic_id = s.clinic_id and o.id = s.opened_by
  left join people_account g on g.clinic_id = s.clinic_id and g.id = s.signed_by`

type ChartRow = {
  id: PatientId
  number: number
  name: string
  birth_on: CalendarDay
  sex: Sex
  phone: string | null
  email: string | null
  emergency_contact: EmergencyContact | null
  language: string | null
  notes: string
  version: number
  registered_at: Date
  changed_at: Date
  screening: ScreeningJson | null
  consents: ConsentJson[]
  sessions: SessionJson[]
}

/** The patient, the newest screening, all consents and sessions; null when there is no such patient. One statement. */
export async function findChart(queries: Queries, clinic: ClinicId, patient: PatientId): Promise<Chart | null> {
  const { rows } = await sql<ChartRow>`
    select p.id, p.number, p.name, p.birth_on::text as birth_on, p.sex, p.phone, p.email, p.emergency_contact, p.language,
      p.notes, p.version, p.registered_at, p.changed_at,
      (select ${screeningJson} from screening_screening c where c.clinic_id = p.clinic_id and c.patient = p.id
        order by c.screened_at desc, c.id desc limit 1) as screening,
      coalesce((select jsonb_agg(${consentJson} order by c.given_at desc, c.id desc)
        from consent_consent c
        where c.clinic_id = p.clinic_id and c.patient = p.id), '[]') as consents,
      coalesce((select jsonb_agg(l.line order by l.opened_at desc, l.id desc) from (
          select ${sessionJson} as line, s.opened_at, s.id from ${sessionSources}
          where s.clinic_id = p.clinic_id and s.patient = p.id order by s.opened_at desc, s.id desc limit 500) l
        ), '[]') as sessions
    from people_patient p where p.clinic_id = ${clinic} and p.id = ${patient}`.execute(queries)
  return rows[0] ? chartOf(rows[0]) : null
}

/** Every open session, and those signed since an instant. Needles in the body first, then the longest open. One statement. */
export async function findToday(
  queries: Queries,
  clinic: ClinicId,
  signedSince: Instant,
): Promise<readonly SessionOfToday[]> {
  const { rows } = await sql<{ line: SessionJson; name: string; number: number; birth_on: CalendarDay }>`
    select ${sessionJson} as line, p.name, p.number, p.birth_on::text as birth_on
    from ${sessionSources} join people_patient p on p.clinic_id = s.clinic_id and p.id = s.patient
    where s.clinic_id = ${clinic} and (s.status = 'open' or s.signed_at >= ${signedSince})
    order by s.needles_in > s.needles_out + s.needles_accounted desc, s.opened_at, s.id limit 1000`.execute(queries)
  return rows.map(({ line, name, number, birth_on }) => ({
    ...sessionOf(line),
    patientName: name,
    patientNumber: number,
    patientBirthOn: birth_on,
  }))
}

function chartOf(row: ChartRow): Chart {
  return {
    patient: {
      id: row.id,
      number: row.number,
      name: row.name,
      birthOn: row.birth_on,
      sex: row.sex,
      phone: row.phone,
      email: row.email,
      emergencyContact: row.emergency_contact,
      language: row.language,
      notes: row.notes,
      version: row.version,
      registeredAt: instantOf(row.registered_at.getTime()),
      changedAt: instantOf(row.changed_at.getTime()),
    },
    screening: row.screening && screeningOfJson(row.screening),
    consents: row.consents.map(summaryOfJson),
    sessions: row.sessions.map(sessionOf),
  }
}

function sessionOf(line: SessionJson): ChartedSession {
  return {
    ...line,
    openedAt: instantOf(line.openedAt),
    lastEventAt: instantOf(line.lastEventAt),
    signedAt: line.signedAt === null ? null : instantOf(line.signedAt),
  }
}
