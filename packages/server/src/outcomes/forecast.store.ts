/** Populations, forecasts and their tests in the database. */
import type { MeasureId, Population, WatchedTest } from '@unknot/care/outcomes'
import { type AccountId, type ClinicId, type Instant, instantOf, type PatientId } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type StoredPopulation = {
  readonly id: string
  readonly measure: MeasureId
  readonly population: Population
  readonly reachWeeks: number
}

export async function addPopulation(
  queries: Queries,
  clinic: ClinicId,
  one: StoredPopulation & { readonly learnedAt: Instant },
): Promise<void> {
  await sql`
    insert into outcomes_population (clinic_id, id, measure, learned_at, people, reach_weeks, population)
    values (${clinic}, ${one.id}, ${one.measure}, ${one.learnedAt}, ${one.population.people}, ${one.reachWeeks},
      ${JSON.stringify(one.population)})`.execute(queries)
}

export async function newestPopulation(
  queries: Queries,
  clinic: ClinicId,
  measure: MeasureId,
): Promise<StoredPopulation | null> {
  const { rows } = await sql<{ id: string; population: Population; reach_weeks: number }>`
    select id, population, reach_weeks from outcomes_population
    where clinic_id = ${clinic} and measure = ${measure} order by learned_at desc, id desc limit 1`.execute(queries)
  const row = rows[0]
  return row ? { id: row.id, measure, population: row.population, reachWeeks: row.reach_weeks } : null
}

export type AheadPoint = { readonly week: number; readonly mean: number; readonly sd: number }

export type StoredForecast = {
  readonly id: string
  readonly patient: PatientId
  readonly measure: MeasureId
  readonly madeAt: Instant
  readonly population: string | null
  readonly prior: string
  readonly scoreCount: number
  readonly lastValue: number
  readonly ahead: readonly AheadPoint[]
}

export async function addForecast(queries: Queries, clinic: ClinicId, one: StoredForecast): Promise<void> {
  await sql`
    insert into outcomes_forecast (clinic_id, id, patient, measure, made_at, population, prior, score_count, last_value, ahead)
    values (${clinic}, ${one.id}, ${one.patient}, ${one.measure}, ${one.madeAt}, ${one.population}, ${one.prior},
      ${one.scoreCount}, ${one.lastValue}, ${JSON.stringify(one.ahead)})`.execute(queries)
}

/** The newest forecast of a series that was made before an instant. */
export async function forecastBefore(
  queries: Queries,
  clinic: ClinicId,
  series: { readonly patient: PatientId; readonly measure: MeasureId },
  before: Instant,
): Promise<Pick<StoredForecast, 'id' | 'lastValue' | 'ahead'> | null> {
  const { rows } = await sql<{ id: string; last_value: number; ahead: AheadPoint[] }>`
    select id, last_value, ahead from outcomes_forecast
    where clinic_id = ${clinic} and patient = ${series.patient} and measure = ${series.measure} and made_at < ${before}
    order by made_at desc, id desc limit 1`.execute(queries)
  const row = rows[0]
  return row ? { id: row.id, lastValue: row.last_value, ahead: row.ahead } : null
}

export async function addTest(
  queries: Queries,
  clinic: ClinicId,
  one: WatchedTest & {
    readonly scoreId: string
    readonly forecastId: string
    readonly measure: MeasureId
    readonly clinician: AccountId
    readonly at: Instant
  },
): Promise<void> {
  await sql`
    insert into outcomes_test (clinic_id, score, forecast, measure, clinician, tested_at, mean, sd, last_value, value)
    values (${clinic}, ${one.scoreId}, ${one.forecastId}, ${one.measure}, ${one.clinician}, ${one.at}, ${one.forecast.mean},
      ${one.forecast.sd}, ${one.lastValue}, ${one.score}) on conflict do nothing`.execute(queries)
}

/** Newest first; of one clinician where named. */
export async function newestTests(
  queries: Queries,
  clinic: ClinicId,
  measure: MeasureId,
  limit: number,
  clinician: AccountId | null,
): Promise<readonly WatchedTest[]> {
  const { rows } = await sql<{ mean: number; sd: number; last_value: number; value: number }>`
    select mean, sd, last_value, value from outcomes_test
    where clinic_id = ${clinic} and measure = ${measure} and (${clinician}::uuid is null or clinician = ${clinician}::uuid)
    order by tested_at desc limit ${limit}`.execute(queries)
  return rows.map(({ mean, sd, last_value, value }) => ({
    forecast: { mean, sd },
    lastValue: last_value,
    score: value,
  }))
}

export type SeriesOfClinic = {
  readonly patient: PatientId
  readonly startAt: Instant
  readonly scores: readonly { readonly at: Instant; readonly value: number }[]
  readonly clinician: AccountId | null
  readonly ended: boolean
}

/** Every patient's course in one series, with the first needled session (or first score) as its start. One statement. */
export async function listCourses(
  queries: Queries,
  clinic: ClinicId,
  measure: MeasureId,
): Promise<readonly SeriesOfClinic[]> {
  const { rows } = await sql<{
    patient: PatientId
    start_ms: number
    at_ms: number[]
    values: number[]
    clinician: AccountId | null
    ended: boolean
  }>`
    select s.patient, floor(extract(epoch from coalesce(f.first_at, min(s.taken_at))) * 1000)::bigint as start_ms,
      array_agg(floor(extract(epoch from s.taken_at) * 1000)::bigint order by s.taken_at, s.id) as at_ms,
      array_agg(s.value order by s.taken_at, s.id) as values, f.clinician,
      exists (select from outcomes_review r where r.clinic_id = ${clinic} and r.patient = s.patient
        and r.measure = ${measure} and r.chosen in ('finish', 'stop-and-refer')) as ended
    from outcomes_score s
    left join lateral (
      select e.opened_at as first_at, e.opened_by as clinician from session_session e
      where e.clinic_id = ${clinic} and e.patient = s.patient and e.needles_in > 0 order by e.opened_at limit 1) f on true
    where s.clinic_id = ${clinic} and s.measure = ${measure}
    group by s.patient, f.first_at, f.clinician`.execute(queries)
  return rows.map((row) => ({
    patient: row.patient,
    startAt: instantOf(row.start_ms),
    scores: row.values.map((value, i) => ({ at: instantOf(Number(row.at_ms[i])), value })),
    clinician: row.clinician,
    ended: row.ended,
  }))
}

export type AdverseCounts = { readonly sessions: number; readonly reactions: number }

/** Signed sessions with needles, and those of them in which a reaction was recorded. */
export async function countAdverse(
  queries: Queries,
  clinic: ClinicId,
  clinician: AccountId | null,
): Promise<AdverseCounts> {
  const { rows } = await sql<{ sessions: number; reactions: number }>`
    select count(*)::int as sessions, count(*) filter (where exists (
      select from session_event e where e.clinic_id = s.clinic_id and e.session = s.id
        and e.payload ->> 'kind' = 'reaction-recorded'))::int as reactions
    from session_session s
    where s.clinic_id = ${clinic} and s.status = 'signed' and s.needles_in > 0
      and (${clinician}::uuid is null or s.opened_by = ${clinician}::uuid)`.execute(queries)
  return rows[0] ?? { sessions: 0, reactions: 0 }
}
