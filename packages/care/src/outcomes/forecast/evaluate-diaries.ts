/**
 * How good the forecasts are on diaries that are there: each patient forecast by a population that never saw that patient.
 *
 * Weeks 0 to 8; patients with at least 6 scores there; folds by patient. For k = 1 … 5 the scores before week k are seen,
 * and the first score in weeks k + 2 to k + 3 is forecast, with the noise of one rating. Beside the model stand the last
 * value and the running mean, each with the spread of its own errors on the other folds.
 */
import { err, ok, type Result } from '../../kernel/index.ts'
import { type Calibration, calibration, meanOf, type Tested } from './calibration.ts'
import { shuffled } from './chance.ts'
import { fold, quantileOf } from './fold.ts'
import { type Course, type Normal, NPRS_SCALE, type Score } from './model.ts'
import { crpsOfPmf } from './score-rules.ts'
import { type Forecaster, trainForecaster } from './train.ts'

export type Diary = { readonly patient: string; readonly scores: readonly Score[] }

export type Method = 'model' | 'lastValue' | 'runningMean'
export type Figures = Omit<Calibration, 'brier' | 'reliabilitySlope'>
/** Of the folded distribution: error of its median, its ranked probability score, and the share within its intervals. */
export type FoldedFigures = {
  readonly mae: number
  readonly crps: number
  readonly coverage50: number
  readonly coverage80: number
  readonly coverage95: number
}
export type Row = { readonly [method in Method]: Figures } & {
  readonly forecasts: number
  readonly folded: FoldedFigures
}
export type Evaluated = Row & {
  readonly patients: number
  readonly folds: number
  readonly seed: number
  /** The same by the number of scores that were seen. */
  readonly bySeen: readonly (Row & { readonly seen: number })[]
}

export type EvaluateProblem =
  | { readonly code: 'folds-out-of-range'; readonly patients: number }
  | { readonly code: 'no-forecast-possible' }

const LAST_WEEK = 8
const LEAST_SCORES = 6

/** Evaluates on diaries of 0 to 10. The same diaries, folds and seed give the same figures. */
export function evaluateDiaries(
  diaries: readonly Diary[],
  options: { readonly folds: number; readonly seed: number },
  train: (courses: readonly Course[]) => Forecaster = trainForecaster,
): Result<Evaluated, EvaluateProblem> {
  const { folds, seed } = options
  const used = diaries.map(withinProtocol).filter(({ scores }) => scores.length >= LEAST_SCORES)
  if (!Number.isInteger(folds) || folds < 2 || folds > used.length)
    return err({ code: 'folds-out-of-range', patients: used.length })
  const order = shuffled(used, seed)
  const tests = Array.from({ length: folds }, (_, foldNo) =>
    testFold(
      order.filter((_, i) => i % folds !== foldNo),
      order.filter((_, i) => i % folds === foldNo),
      train,
    ),
  ).flat()
  if (tests.length === 0) return err({ code: 'no-forecast-possible' })
  const seenCounts = [...new Set(tests.map(({ seen }) => seen))].toSorted((a, b) => a - b)
  return ok({
    ...rowOf(tests),
    patients: used.length,
    folds,
    seed,
    bySeen: seenCounts.map((seen) => ({ seen, ...rowOf(tests.filter((one) => one.seen === seen)) })),
  })
}

function withinProtocol({ patient, scores }: Diary): Diary {
  return {
    patient,
    scores: scores.filter(({ week }) => week >= 0 && week <= LAST_WEEK).toSorted((a, b) => a.week - b.week),
  }
}

type Task = { readonly seen: readonly Score[]; readonly target: Score }
type Test = { readonly seen: number; readonly score: number } & { readonly [method in Method]: Normal }

function tasksOf({ scores }: Diary): readonly Task[] {
  return [1, 2, 3, 4, 5].flatMap((k) => {
    const seen = scores.filter(({ week }) => week < k)
    const target = scores.find(({ week }) => week >= k + 2 && week <= k + 3)
    return seen.length > 0 && target ? [{ seen, target }] : []
  })
}

function testFold(
  others: readonly Diary[],
  tested: readonly Diary[],
  train: (courses: readonly Course[]) => Forecaster,
): readonly Test[] {
  const forecaster = train(others.map(({ scores }): Course => ({ scores })))
  const training = others.flatMap(tasksOf)
  const lastSd = errorSdOf(training, lastOf)
  const meanSd = errorSdOf(training, averageOf)
  return tested.flatMap(tasksOf).map(({ seen, target }) => ({
    seen: seen.length,
    score: target.score,
    model: forecaster({ scores: seen }, target.week),
    lastValue: { mean: lastOf(seen), sd: lastSd },
    runningMean: { mean: averageOf(seen), sd: meanSd },
  }))
}

function lastOf(seen: readonly Score[]): number {
  return seen.at(-1)?.score ?? Number.NaN
}

function averageOf(seen: readonly Score[]): number {
  return meanOf(seen.map(({ score }) => score))
}

/** Root mean square error of a plain method on tasks; 2 points (methods of the field's usual order) where there are none. */
function errorSdOf(tasks: readonly Task[], guess: (seen: readonly Score[]) => number): number {
  if (tasks.length === 0) return 2
  return Math.sqrt(meanOf(tasks.map(({ seen, target }) => (target.score - guess(seen)) ** 2)))
}

function rowOf(tests: readonly Test[]): Row {
  const figures = (method: Method): Figures => {
    const tested = tests.map((test): Tested => ({ forecast: test[method], score: test.score }))
    const { brier: _, reliabilitySlope: __, ...rest } = calibration(tested) as Calibration
    return rest
  }
  return {
    forecasts: tests.length,
    model: figures('model'),
    folded: foldedFigures(tests),
    lastValue: figures('lastValue'),
    runningMean: figures('runningMean'),
  }
}

function foldedFigures(tests: readonly Test[]): FoldedFigures {
  const folded = tests.map(({ model, score }) => ({ pmf: fold(model, NPRS_SCALE), score }))
  const within = (share: number) =>
    meanOf(
      folded.map(({ pmf, score }) =>
        Number(
          Math.round(score) >= quantileOf(pmf, (1 - share) / 2) &&
            Math.round(score) <= quantileOf(pmf, (1 + share) / 2),
        ),
      ),
    )
  return {
    mae: meanOf(folded.map(({ pmf, score }) => Math.abs(score - quantileOf(pmf, 0.5)))),
    crps: meanOf(folded.map(({ pmf, score }) => crpsOfPmf(pmf, score))),
    coverage50: within(0.5),
    coverage80: within(0.8),
    coverage95: within(0.95),
  }
}
