/** Scores and what hangs on them in the database. Rows are added and read, never changed. */
import type { MeasureId } from '@unknot/care/outcomes'
import {
  type AccountId,
  type ClinicId,
  type Instant,
  instantOf,
  type PatientId,
  type SessionId,
} from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type StoredScore = {
  readonly id: string
  readonly patient: PatientId
  readonly measure: MeasureId
  readonly value: number
  readonly answers: Readonly<Record<string, number>> | null
  readonly activities: readonly string[]
  readonly asked: 'pad' | 'clinic' | 'home' | 'paper'
  readonly takenAt: Instant
  readonly recordedAt: Instant
  readonly recordedBy: AccountId
  readonly recordedByName: string
}

type ScoreRow = {
  id: string
  patient: PatientId
  measure: MeasureId
  value: number
  answers: Record<string, number> | null
  activities: string[] | null
  asked: StoredScore['asked']
  taken_at: Date
  recorded_at: Date
  recorded_by: AccountId
  recorded_by_name: string
}

const scoreColumns = sql`s.id, s.patient, s.measure, s.value, s.answers, s.activities, s.asked, s.taken_at, s.recorded_at,
  s.recorded_by, s.recorded_by_name`

/** Adds it and says true; false when the id is taken, by whatever row. */
export async function addScore(queries: Queries, clinic: ClinicId, score: StoredScore): Promise<boolean> {
  const added = await sql`
    insert into outcomes_score (clinic_id, id, patient, measure, value, answers, activities, asked, taken_at, recorded_at,
      recorded_by, recorded_by_name)
    values (${clinic}, ${score.id}, ${score.patient}, ${score.measure}, ${score.value},
      ${score.answers ? JSON.stringify(score.answers) : null}, ${score.activities.length > 0 ? [...score.activities] : null},
      ${score.asked}, ${score.takenAt}, ${score.recordedAt}, ${score.recordedBy}, ${score.recordedByName})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

export async function findScore(queries: Queries, clinic: ClinicId, id: string): Promise<StoredScore | null> {
  const { rows } = await sql<ScoreRow>`
    select ${scoreColumns} from outcomes_score s where s.clinic_id = ${clinic} and s.id = ${id}`.execute(queries)
  return rows[0] ? scoreOf(rows[0]) : null
}

/** One series of a patient, oldest first. */
export async function listSeries(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
  measure: MeasureId,
): Promise<readonly StoredScore[]> {
  const { rows } = await sql<ScoreRow>`
    select ${scoreColumns} from outcomes_score s
    where s.clinic_id = ${clinic} and s.patient = ${patient} and s.measure = ${measure}
    order by s.taken_at, s.id limit 5000`.execute(queries)
  return rows.map(scoreOf)
}

export type CourseSession = { readonly id: SessionId; readonly at: Instant; readonly needles: number }

/** The sessions of a patient that had a needle, oldest first. */
export async function listNeedledSessions(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<readonly CourseSession[]> {
  const { rows } = await sql<{ id: SessionId; opened_at: Date; needles_in: number }>`
    select id, opened_at, needles_in from session_session
    where clinic_id = ${clinic} and patient = ${patient} and needles_in > 0 order by opened_at limit 500`.execute(
    queries,
  )
  return rows.map(({ id, opened_at, needles_in }) => ({ id, at: instantOf(opened_at.getTime()), needles: needles_in }))
}

export type Aim = {
  readonly onset: 'new' | 'lasting'
  readonly goal: number | null
  readonly plannedEndWeek: number
}

export async function addAim(
  queries: Queries,
  clinic: ClinicId,
  aim: Aim & {
    readonly id: string
    readonly patient: PatientId
    readonly measure: MeasureId
    readonly at: Instant
    readonly by: AccountId
  },
): Promise<void> {
  await sql`
    insert into outcomes_aim (clinic_id, id, patient, measure, onset, goal, planned_end_week, set_at, set_by)
    values (${clinic}, ${aim.id}, ${aim.patient}, ${aim.measure}, ${aim.onset}, ${aim.goal}, ${aim.plannedEndWeek}, ${aim.at},
      ${aim.by}) on conflict do nothing`.execute(queries)
}

export async function findAim(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
  measure: MeasureId,
): Promise<Aim | null> {
  const { rows } = await sql<{ onset: Aim['onset']; goal: number | null; planned_end_week: number }>`
    select onset, goal, planned_end_week from outcomes_aim
    where clinic_id = ${clinic} and patient = ${patient} and measure = ${measure}
    order by set_at desc, id desc limit 1`.execute(queries)
  const row = rows[0]
  return row ? { onset: row.onset, goal: row.goal, plannedEndWeek: row.planned_end_week } : null
}

export type ReviewAnswer = {
  readonly id: string
  readonly patient: PatientId
  readonly measure: MeasureId
  readonly rule: string
  readonly advice: string
  readonly review: object
  readonly answer: 'agreed' | 'another-way'
  readonly chosen: string
  readonly reason: string
  readonly answeredAt: Instant
  readonly answeredBy: AccountId
  readonly answeredByName: string
}

export async function addReviewAnswer(queries: Queries, clinic: ClinicId, one: ReviewAnswer): Promise<boolean> {
  const added = await sql`
    insert into outcomes_review (clinic_id, id, patient, measure, rule, advice, review, answer, chosen, reason, answered_at,
      answered_by, answered_by_name)
    values (${clinic}, ${one.id}, ${one.patient}, ${one.measure}, ${one.rule}, ${one.advice}, ${JSON.stringify(one.review)},
      ${one.answer}, ${one.chosen}, ${one.reason}, ${one.answeredAt}, ${one.answeredBy}, ${one.answeredByName})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

export type LastAnswer = Pick<ReviewAnswer, 'answer' | 'chosen' | 'reason' | 'rule' | 'answeredAt' | 'answeredByName'>

export async function lastReviewAnswer(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
  measure: MeasureId,
): Promise<LastAnswer | null> {
  const { rows } = await sql<{
    answer: LastAnswer['answer']
    chosen: string
    reason: string
    rule: string
    answered_at: Date
    answered_by_name: string
  }>`
    select answer, chosen, reason, rule, answered_at, answered_by_name from outcomes_review
    where clinic_id = ${clinic} and patient = ${patient} and measure = ${measure}
    order by answered_at desc, id desc limit 1`.execute(queries)
  const row = rows[0]
  return row
    ? {
        answer: row.answer,
        chosen: row.chosen,
        reason: row.reason,
        rule: row.rule,
        answeredAt: instantOf(row.answered_at.getTime()),
        answeredByName: row.answered_by_name,
      }
    : null
}

export async function addCutoffs(
  queries: Queries,
  clinic: ClinicId,
  one: { readonly id: string; readonly cutoffs: object; readonly at: Instant; readonly by: AccountId },
): Promise<void> {
  await sql`insert into outcomes_cutoffs (clinic_id, id, cutoffs, set_at, set_by)
    values (${clinic}, ${one.id}, ${JSON.stringify(one.cutoffs)}, ${one.at}, ${one.by})`.execute(queries)
}

export async function findCutoffs(queries: Queries, clinic: ClinicId): Promise<object | null> {
  const { rows } = await sql<{ cutoffs: object }>`
    select cutoffs from outcomes_cutoffs where clinic_id = ${clinic} order by set_at desc, id desc limit 1`.execute(
    queries,
  )
  return rows[0]?.cutoffs ?? null
}

function scoreOf(row: ScoreRow): StoredScore {
  return {
    id: row.id,
    patient: row.patient,
    measure: row.measure,
    value: row.value,
    answers: row.answers,
    activities: row.activities ?? [],
    asked: row.asked,
    takenAt: instantOf(row.taken_at.getTime()),
    recordedAt: instantOf(row.recorded_at.getTime()),
    recordedBy: row.recorded_by,
    recordedByName: row.recorded_by_name,
  }
}
