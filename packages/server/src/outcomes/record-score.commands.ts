/**
 * Recording a score: it is scored here, whatever a client showed. If a forecast was made before it, the two are set side by
 * side; then the next forecast is made, and kept where the next score will find it.
 */
import {
  type MeasureId,
  measureOf,
  type Normal,
  ratingAt,
  scoreAnswers,
  type Scored,
  type ScoreProblem,
  scoreTotal,
  weeksSince,
} from '@unknot/care/outcomes'
import { type AccountId, type ClinicId, err, type Instant, ok, type PatientId, type Result } from '@unknot/care/kernel'
import type { Queries } from '../kernel/index.ts'
import { addForecast, addTest, type AheadPoint, forecastBefore } from './forecast.store.ts'
import { courseFrom, knowRecorded, populationInForce } from './known-course.ts'
import { addScore, findAim, findScore, listNeedledSessions, listSeries, type StoredScore } from './outcomes.store.ts'

export type RecordScore = {
  readonly clinic: ClinicId
  readonly id: string
  readonly patient: PatientId
  readonly measure: MeasureId
  readonly given: { readonly answers: Readonly<Record<string, number>> } | { readonly total: number } | null
  readonly activities: readonly string[]
  readonly asked: StoredScore['asked']
  readonly takenAt: Instant
  readonly at: Instant
  readonly by: AccountId
  readonly byName: string
  readonly newId: () => string
}

export type RecordScoreProblem =
  | ScoreProblem
  | { readonly code: 'answers-or-total' }
  | { readonly code: 'taken-in-future' }
  | { readonly code: 'wording-not-ours' }
  | { readonly code: 'activities-needed' }
  | { readonly code: 'score-id-reused' }

export type Recorded = { readonly score: StoredScore; readonly scored: Scored }

/** The same again under the same id is the same score. */
export async function recordScore(
  queries: Queries,
  command: RecordScore,
): Promise<Result<Recorded, RecordScoreProblem>> {
  const scored = scoreOf(command)
  if (!scored.ok) return scored
  if (command.takenAt > command.at) return err({ code: 'taken-in-future' })
  const { given, id, patient, measure, activities, asked, takenAt, at, by, byName } = command
  const answers = given && 'answers' in given ? given.answers : null
  const value = scored.value.value
  const score: StoredScore = {
    id,
    patient,
    measure,
    value,
    answers,
    activities,
    asked,
    takenAt,
    recordedAt: at,
    recordedBy: by,
    recordedByName: byName,
  }
  if (!(await addScore(queries, command.clinic, score))) {
    const other = await findScore(queries, command.clinic, id)
    const isSame = other?.patient === patient && other.measure === measure && other.value === value
    return other && isSame ? ok({ score: other, scored: scored.value }) : err({ code: 'score-id-reused' })
  }
  await meetForecast(queries, command, score)
  return ok({ score, scored: scored.value })
}

function scoreOf({ measure, given, activities, asked }: RecordScore): Result<Scored, RecordScoreProblem> {
  const found = measureOf(measure)
  if (!given) return err({ code: 'answers-or-total' })
  if ('total' in given) return asked === 'paper' ? scoreTotal(found, given.total) : err({ code: 'answers-or-total' })
  if (found.wording === 'clinic') return err({ code: 'wording-not-ours' })
  if (found.answering.kind === 'activities' && activities.length !== Object.keys(given.answers).length)
    return err({ code: 'activities-needed' })
  return scoreAnswers(found, given.answers)
}

const AHEAD_WEEKS = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 26]

async function meetForecast(queries: Queries, command: RecordScore, score: StoredScore): Promise<void> {
  const { clinic, patient, measure, newId, at, by } = command
  const aim = await findAim(queries, clinic, patient, measure)
  const inForce = await populationInForce(queries, clinic, measure, aim?.onset ?? 'lasting')
  if (!inForce) return
  const scores = await listSeries(queries, clinic, patient, measure)
  const startAt = (await listNeedledSessions(queries, clinic, patient))[0]?.at ?? scores[0]?.takenAt ?? score.takenAt
  const week = weeksSince(startAt, score.takenAt)
  const before = await forecastBefore(queries, clinic, { patient, measure }, score.takenAt)
  const forecast = before && between(before.ahead, week)
  if (before && forecast) {
    const test = { forecast, lastValue: before.lastValue, score: score.value }
    await addTest(queries, clinic, { ...test, scoreId: score.id, forecastId: before.id, measure, clinician: by, at })
  }
  const last = scores.at(-1) ?? score
  const known = knowRecorded(courseFrom(startAt, scores), inForce.population)
  const lastWeek = weeksSince(startAt, last.takenAt)
  await addForecast(queries, clinic, {
    id: newId(),
    patient,
    measure,
    madeAt: at,
    population: inForce.id,
    prior: inForce.prior,
    scoreCount: scores.length,
    lastValue: last.value,
    ahead: AHEAD_WEEKS.map((ahead) => ({ week: lastWeek + ahead, ...ratingAt(known, lastWeek + ahead) })),
  })
}

/** The forecast between two of the weeks that were kept; null where the score came earlier or later than all of them. */
function between(ahead: readonly AheadPoint[], week: number): Normal | null {
  const after = ahead.find((point) => point.week >= week)
  const before = ahead.findLast((point) => point.week <= week)
  if (!after || !before) return null
  const share = after.week === before.week ? 0 : (week - before.week) / (after.week - before.week)
  return { mean: before.mean + share * (after.mean - before.mean), sd: before.sd + share * (after.sd - before.sd) }
}
