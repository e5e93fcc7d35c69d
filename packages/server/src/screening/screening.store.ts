/** Screenings in the database, with what was overridden and what reopened them. Rows are added and read, never changed. */
import {
  type AccountId,
  type ClinicId,
  type Instant,
  instantOf,
  type PatientId,
  type ScreeningId,
} from '@unknot/care/kernel'
import {
  type Answers,
  type Disposition,
  type Override,
  type ReopeningKind,
  type ScreeningResult,
  type Urgency,
  withOverrides,
} from '@unknot/care/screening'
import { type RawBuilder, sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type Reopening = {
  readonly kind: ReopeningKind
  readonly note: string
  readonly at: Instant
  readonly byName: string
}

export type NewScreening = {
  readonly id: ScreeningId
  readonly patient: PatientId
  readonly answers: Answers
  readonly ageYears: number
  /** As the rules gave it, before any override. */
  readonly result: ScreeningResult
  readonly screenedAt: Instant
  readonly screenedBy: AccountId
  readonly screenedByName: string
  /** The screening that this one confirmed; null when everything was asked. */
  readonly recheckOf: ScreeningId | null
  /** When everything was last asked. */
  readonly fullAt: Instant
}

export type StoredScreening = NewScreening & {
  /** Once overrides count. */
  readonly effective: ScreeningResult
  readonly overrides: readonly Override[]
  /** What happened since, oldest first. */
  readonly reopenings: readonly Reopening[]
  readonly reopenedAt: Instant | null
}

export type ScreeningSummary = Pick<
  StoredScreening,
  'id' | 'screenedAt' | 'screenedByName' | 'recheckOf' | 'reopenedAt'
> & {
  readonly rulesVersion: string
  readonly disposition: Disposition
  readonly urgency: Urgency | null
  readonly mayNeedle: boolean
}

/** Inside JSON instants come as milliseconds since 1970. */
type Ms = number
const ms = (column: string): RawBuilder<Ms> => sql.raw(`floor(extract(epoch from ${column}) * 1000)::bigint`)

/** A screening as one JSON value, for whoever reads it in a statement of theirs. */
export type ScreeningJson = Omit<NewScreening, 'screenedAt' | 'fullAt'> & {
  readonly screenedAt: Ms
  readonly fullAt: Ms
  readonly overrides: readonly (Omit<Override, 'at'> & { readonly at: Ms })[]
  readonly reopenings: readonly (Omit<Reopening, 'at'> & { readonly at: Ms })[]
}

/** Of a row of `screening_screening` under the name `c`. */
export const screeningJson: RawBuilder<ScreeningJson> = sql`jsonb_build_object('id', c.id, 'patient', c.patient,
  'answers', c.answers, 'ageYears', c.age_years, 'result', c.result, 'screenedAt', ${ms('c.screened_at')},
  'screenedBy', c.screened_by, 'screenedByName', c.screened_by_name, 'recheckOf', c.recheck_of,
  'fullAt', ${ms('coalesce(c.full_at, c.screened_at)')},
  'overrides', coalesce((select jsonb_agg(jsonb_build_object('rule', o.rule, 'reason', o.reason, 'by', o.overridden_by,
      'byName', o.overridden_by_name, 'at', ${ms('o.overridden_at')}) order by o.rule)
    from screening_override o where o.clinic_id = c.clinic_id and o.screening = c.id), '[]'),
  'reopenings', coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'note', r.note, 'byName', r.told_by_name,
      'at', ${ms('r.told_at')}) order by r.told_at, r.id)
    from screening_reopening r
    where r.clinic_id = c.clinic_id and r.patient = c.patient and r.told_at > c.screened_at), '[]'))`

export function screeningOfJson(json: ScreeningJson): StoredScreening {
  const overrides = json.overrides.map((override) => ({ ...override, at: instantOf(override.at) }))
  const reopenings = json.reopenings.map((reopening) => ({ ...reopening, at: instantOf(reopening.at) }))
  return {
    ...json,
    screenedAt: instantOf(json.screenedAt),
    fullAt: instantOf(json.fullAt),
    effective: withOverrides(json.result, overrides),
    overrides,
    reopenings,
    reopenedAt: reopenings[0]?.at ?? null,
  }
}

/** Adds it and says true; false when the id is taken, by whatever row. */
export async function addScreening(queries: Queries, clinic: ClinicId, screening: NewScreening): Promise<boolean> {
  const { result } = screening
  const added = await sql`
    insert into screening_screening (clinic_id, id, patient, answers, age_years, result, rules_version, disposition,
      urgency, may_needle, screened_at, screened_by, screened_by_name, recheck_of, full_at)
    values (${clinic}, ${screening.id}, ${screening.patient}, ${JSON.stringify(screening.answers)}, ${screening.ageYears},
      ${JSON.stringify(result)}, ${result.rulesVersion}, ${result.disposition}, ${result.urgency}, ${result.mayNeedle},
      ${screening.screenedAt}, ${screening.screenedBy}, ${screening.screenedByName}, ${screening.recheckOf},
      ${screening.fullAt})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

export async function findScreening(
  queries: Queries,
  clinic: ClinicId,
  screening: ScreeningId,
): Promise<StoredScreening | null> {
  const { rows } = await sql<{ screening: ScreeningJson }>`
    select ${screeningJson} as screening
    from screening_screening c where c.clinic_id = ${clinic} and c.id = ${screening}`.execute(queries)
  return rows[0] ? screeningOfJson(rows[0].screening) : null
}

/** The newest screening of a patient, which is the one that counts at the table. */
export async function latestScreening(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<StoredScreening | null> {
  const { rows } = await sql<{ screening: ScreeningJson }>`
    select ${screeningJson} as screening
    from screening_screening c where c.clinic_id = ${clinic} and c.patient = ${patient}
    order by c.screened_at desc, c.id desc limit 1`.execute(queries)
  return rows[0] ? screeningOfJson(rows[0].screening) : null
}

type SummaryRow = {
  id: ScreeningId
  screened_at: Date
  screened_by_name: string
  recheck_of: ScreeningId | null
  rules_version: string
  disposition: Disposition
  urgency: Urgency | null
  may_needle: boolean
  reopened_at: Date | null
  /** Only where something was overridden. */
  screening: ScreeningJson | null
}

/** Newest first. */
export async function listScreenings(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<readonly ScreeningSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select c.id, c.screened_at, c.screened_by_name, c.recheck_of, c.rules_version, c.disposition, c.urgency, c.may_needle,
      (select min(r.told_at) from screening_reopening r
        where r.clinic_id = c.clinic_id and r.patient = c.patient and r.told_at > c.screened_at) as reopened_at,
      case when exists (select from screening_override o where o.clinic_id = c.clinic_id and o.screening = c.id)
        then ${screeningJson} end as screening
    from screening_screening c where c.clinic_id = ${clinic} and c.patient = ${patient}
    order by c.screened_at desc, c.id desc limit 500`.execute(queries)
  return rows.map(summaryOf)
}

function summaryOf(row: SummaryRow): ScreeningSummary {
  const said = row.screening
    ? screeningOfJson(row.screening).effective
    : { disposition: row.disposition, urgency: row.urgency, mayNeedle: row.may_needle }
  return {
    id: row.id,
    screenedAt: instantOf(row.screened_at.getTime()),
    screenedByName: row.screened_by_name,
    recheckOf: row.recheck_of,
    reopenedAt: row.reopened_at && instantOf(row.reopened_at.getTime()),
    rulesVersion: row.rules_version,
    disposition: said.disposition,
    urgency: said.urgency,
    mayNeedle: said.mayNeedle,
  }
}

/** Adds it and says true; false when this rule was overridden before. */
export async function addOverride(
  queries: Queries,
  clinic: ClinicId,
  screening: ScreeningId,
  { rule, reason, by, byName, at }: Override,
): Promise<boolean> {
  const added = await sql`
    insert into screening_override (clinic_id, screening, rule, reason, overridden_by, overridden_by_name, overridden_at)
    values (${clinic}, ${screening}, ${rule}, ${reason}, ${by}, ${byName}, ${at})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

export type NewReopening = Omit<Reopening, 'at'> & {
  readonly id: string
  readonly patient: PatientId
  readonly by: AccountId
  readonly at: Instant
}

/** The same id twice is one. */
export async function addReopening(queries: Queries, clinic: ClinicId, reopening: NewReopening): Promise<void> {
  await sql`
    insert into screening_reopening (clinic_id, id, patient, kind, note, told_by, told_by_name, told_at)
    values (${clinic}, ${reopening.id}, ${reopening.patient}, ${reopening.kind}, ${reopening.note}, ${reopening.by},
      ${reopening.byName}, ${reopening.at})
    on conflict do nothing`.execute(queries)
}
