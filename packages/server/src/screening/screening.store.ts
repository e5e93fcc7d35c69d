/** Screenings in the database. Rows are added and read, never changed. */
import {
  type AccountId,
  type ClinicId,
  type Instant,
  instantOf,
  type PatientId,
  type ScreeningId,
} from '@unknot/care/kernel'
import type { Answers, Disposition, ScreeningResult, Urgency } from '@unknot/care/screening'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type StoredScreening = {
  readonly id: ScreeningId
  readonly patient: PatientId
  readonly answers: Answers
  readonly ageYears: number
  readonly result: ScreeningResult
  readonly screenedAt: Instant
  readonly screenedBy: AccountId
  readonly screenedByName: string
}

export type ScreeningSummary = Pick<StoredScreening, 'id' | 'screenedAt' | 'screenedByName'> & {
  readonly rulesVersion: string
  readonly disposition: Disposition
  readonly urgency: Urgency | null
  readonly mayNeedle: boolean
}

type Row = {
  id: ScreeningId
  patient: PatientId
  answers: Answers
  age_years: number
  result: ScreeningResult
  screened_at: Date
  screened_by: AccountId
  screened_by_name: string
}

/** Adds it and says true; false when the id is taken, by whatever row. */
export async function addScreening(queries: Queries, clinic: ClinicId, screening: StoredScreening): Promise<boolean> {
  const { result } = screening
  const added = await sql`
    insert into screening_screening (clinic_id, id, patient, answers, age_years, result, rules_version, disposition,
      urgency, may_needle, screened_at, screened_by, screened_by_name)
    values (${clinic}, ${screening.id}, ${screening.patient}, ${JSON.stringify(screening.answers)}, ${screening.ageYears},
      ${JSON.stringify(result)}, ${result.rulesVersion}, ${result.disposition}, ${result.urgency}, ${result.mayNeedle},
      ${screening.screenedAt}, ${screening.screenedBy}, ${screening.screenedByName})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

export async function findScreening(
  queries: Queries,
  clinic: ClinicId,
  screening: ScreeningId,
): Promise<StoredScreening | null> {
  const { rows } = await sql<Row>`
    select id, patient, answers, age_years, result, screened_at, screened_by, screened_by_name
    from screening_screening where clinic_id = ${clinic} and id = ${screening}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** The newest screening of a patient, which is the one that counts at the table. */
export async function latestScreening(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<StoredScreening | null> {
  const { rows } = await sql<Row>`
    select id, patient, answers, age_years, result, screened_at, screened_by, screened_by_name
    from screening_screening where clinic_id = ${clinic} and patient = ${patient}
    order by screened_at desc, id desc limit 1`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

type SummaryRow = Pick<Row, 'id' | 'screened_at' | 'screened_by_name'> & {
  rules_version: string
  disposition: Disposition
  urgency: Urgency | null
  may_needle: boolean
}

/** Newest first. */
export async function listScreenings(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<readonly ScreeningSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select id, screened_at, screened_by_name, rules_version, disposition, urgency, may_needle
    from screening_screening where clinic_id = ${clinic} and patient = ${patient}
    order by screened_at desc, id desc limit 500`.execute(queries)
  return rows.map((row) => ({
    id: row.id,
    screenedAt: instantOf(row.screened_at.getTime()),
    screenedByName: row.screened_by_name,
    rulesVersion: row.rules_version,
    disposition: row.disposition,
    urgency: row.urgency,
    mayNeedle: row.may_needle,
  }))
}

function fromRow(row: Row): StoredScreening {
  return {
    id: row.id,
    patient: row.patient,
    answers: row.answers,
    ageYears: row.age_years,
    result: row.result,
    screenedAt: instantOf(row.screened_at.getTime()),
    screenedBy: row.screened_by,
    screenedByName: row.screened_by_name,
  }
}
