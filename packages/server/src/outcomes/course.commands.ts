/** The course of one series as clinician and patient see it: scores, sessions, what is expected, what the review says. */
import {
  changeOf,
  changeProbabilities,
  courseBand,
  courseSentences,
  DEFAULT_CUTOFFS,
  expectedCourse,
  type Forecast,
  foldedForecast,
  type Known,
  levelAt,
  type Measure,
  type MeasureId,
  measureOf,
  NPRS_SCALE,
  reviewCourse,
  type Review,
  type ReviewCutoffs,
  sessionSpacing,
  watchForecasts,
  WATCH_WINDOW,
  weeksSince,
} from '@unknot/care/outcomes'
import type { ClinicId, Instant, PatientId } from '@unknot/care/kernel'
import type { Queries } from '../kernel/index.ts'
import { latestScreening } from '../screening/index.ts'
import { newestTests } from './forecast.store.ts'
import { courseFrom, type InForce, knowRecorded, populationInForce } from './known-course.ts'
import {
  type Aim,
  type CourseSession,
  findAim,
  findCutoffs,
  type LastAnswer,
  lastReviewAnswer,
  listNeedledSessions,
  listSeries,
  type StoredScore,
} from './outcomes.store.ts'

/** Six sessions in three to six weeks are the usual course in the trials; the plan ends at week 6 where nothing else is set. */
const USUAL_END_WEEK = 6

export type PatientCourse = {
  readonly measure: Measure
  readonly startAt: Instant | null
  readonly scores: readonly { readonly week: number; readonly score: StoredScore }[]
  readonly sessions: readonly (CourseSession & { readonly week: number })[]
  readonly change: ReturnType<typeof changeOf> | null
  readonly aim: Aim
  readonly importantLevel: number | null
  readonly expected: Expected | null
  readonly review: Review | null
  readonly lastAnswer: LastAnswer | null
}

export type Expected = {
  readonly method: 'model' | 'last-value'
  readonly people: number
  readonly scoreCount: number
  readonly reachWeeks: number
  readonly band: readonly Forecast[]
  readonly points: ReturnType<typeof expectedCourse>
  readonly probabilities: ReturnType<typeof changeProbabilities> & { readonly week: number }
  readonly sentences: readonly string[]
}

export async function readCourse(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
  id: MeasureId,
  at: Instant,
): Promise<PatientCourse> {
  const measure = measureOf(id)
  const stored = await listSeries(queries, clinic, patient, id)
  const needled = await listNeedledSessions(queries, clinic, patient)
  const aim = (await findAim(queries, clinic, patient, id)) ?? {
    onset: 'lasting',
    goal: null,
    plannedEndWeek: USUAL_END_WEEK,
  }
  const lastAnswer = await lastReviewAnswer(queries, clinic, patient, id)
  const startAt = needled[0]?.at ?? stored[0]?.takenAt ?? null
  const weekOf = (instant: Instant) => (startAt === null ? 0 : weeksSince(startAt, instant))
  const scores = stored.map((score) => ({ week: weekOf(score.takenAt), score }))
  const sessions = needled.map((session) => ({ ...session, week: weekOf(session.at) }))
  const [first, last] = [scores[0], scores.at(-1)]
  const inForce = first ? await populationInForce(queries, clinic, id, aim.onset) : null
  const known = inForce && startAt ? knowRecorded(courseFrom(startAt, stored), inForce.population) : null
  const when = {
    nowWeek: last?.week ?? 0,
    weeksPerSession: sessionSpacing(sessions.map(({ week }) => week)),
    reachWeeks: inForce?.reachWeeks ?? 0,
  }
  const redFlags = await openRedFlags(queries, clinic, patient)
  return {
    measure,
    startAt,
    scores,
    sessions,
    change: first && last && first !== last ? changeOf(measure, first.score.value, last.score.value) : null,
    aim,
    importantLevel: known && measure.mic?.points ? levelAt(known, 0).mean - measure.mic.points : null,
    expected: known && inForce ? await expect(queries, clinic, { measure, known, inForce, aim, when }) : null,
    review:
      scores.length === 0 && redFlags.length === 0
        ? null
        : reviewCourse({
            measure,
            known,
            sessions: sessions.length,
            nowWeek: weekOf(at),
            weeksPerSession: when.weeksPerSession,
            plannedEndWeek: aim.plannedEndWeek,
            goal: aim.goal,
            redFlags,
            cutoffs: await cutoffsOf(queries, clinic),
          }),
    lastAnswer,
  }
}

export async function cutoffsOf(queries: Queries, clinic: ClinicId): Promise<ReviewCutoffs> {
  return { ...DEFAULT_CUTOFFS, ...(await findCutoffs(queries, clinic)) }
}

/** Findings of the newest screening that send the patient elsewhere without delay. */
async function openRedFlags(queries: Queries, clinic: ClinicId, patient: PatientId): Promise<readonly string[]> {
  const screening = await latestScreening(queries, clinic, patient)
  return (screening?.result.findings ?? [])
    .filter(({ urgency }) => urgency !== null && urgency !== 'routine')
    .map(({ label }) => label)
}

type Asked = {
  readonly measure: Measure
  readonly known: Known
  readonly inForce: InForce
  readonly aim: Aim
  readonly when: { readonly nowWeek: number; readonly weeksPerSession: number; readonly reachWeeks: number }
}

async function expect(queries: Queries, clinic: ClinicId, asked: Asked): Promise<Expected> {
  const { measure, known, inForce, aim, when } = asked
  const { population, reachWeeks } = inForce
  const { people } = population
  const scoreCount = known.course.scores.length
  const watch = watchForecasts(await newestTests(queries, clinic, measure.id, WATCH_WINDOW, null))
  const lastScore = known.course.scores.at(-1)?.score ?? 0
  const plain = watch.state === 'fell-back' ? { mean: lastScore, sd: watch.lastValueSd ?? 0 } : null
  const asPlain = (week: number) => plain && foldedForecast(week, plain, NPRS_SCALE, scoreCount, people)
  const endWeek = Math.min(reachWeeks, Math.max(aim.plannedEndWeek, when.nowWeek + 2, 8))
  const weeks = Array.from({ length: Math.max(1, Math.floor(endWeek * 2)) + 1 }, (_, i) => i / 2)
  const points = expectedCourse(known, population, NPRS_SCALE, when).map((point) =>
    plain && point.forecast ? { ...point, forecast: asPlain(point.week) } : point,
  )
  const target =
    points.find(({ after, forecast }) => forecast && after.unit === 'week') ??
    points.find(({ forecast }) => forecast) ??
    null
  const at = target?.week ?? Math.min(reachWeeks, when.nowWeek)
  const probabilities = { week: at, ...changeProbabilities(known, measure, at) }
  const pImportant = plain ? null : probabilities.important
  return {
    method: plain ? 'last-value' : 'model',
    people,
    scoreCount,
    reachWeeks,
    band: plain ? [] : courseBand(known, population, NPRS_SCALE, weeks),
    points,
    probabilities,
    sentences: courseSentences({ point: target, pImportant, people }) ?? [],
  }
}
