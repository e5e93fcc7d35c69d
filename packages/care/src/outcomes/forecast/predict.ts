/** What the next rating, or the underlying level, will probably be: a normal distribution, folded onto the scale. */
import { err, ok, type Result } from '../../kernel/index.ts'
import type { CourseProblem } from './check-course.ts'
import { fold, type Pmf, quantileOf } from './fold.ts'
import { thetaOf, woodbury } from './likelihood.ts'
import { type Course, courseAt, type Normal, NPRS_SCALE, type Population, type Scale } from './model.ts'
import { know, type Known, levelAt, mixed, type Part } from './posterior.ts'
import { at, dot, quadratic } from './small-matrix.ts'
import { whiten } from './whiten.ts'

export type Forecast = {
  readonly week: number
  /** Before folding. */
  readonly normal: Normal
  /** Probability of each value of the scale, from the lowest up; they add up to 1. */
  readonly pmf: Pmf
  readonly median: number
  /** From and to, both included, never outside the scale. The named share or a little more lies within. */
  readonly interval50: readonly [number, number]
  readonly interval80: readonly [number, number]
  readonly interval95: readonly [number, number]
  /** The scores of this patient that it rests on. */
  readonly scoreCount: number
  /** The people behind the population; 0 = the shipped prior alone. */
  readonly people: number
}

export type PredictProblem = CourseProblem | { readonly code: 'week-ahead-not-a-number' }

/**
 * Forecasts one series of one patient at a week (since the first session, 0 or more).
 *
 * `what` is the next rating (with the noise of one answer, default) or the underlying level (without; for goals).
 */
export function predict(
  course: Course,
  population: Population,
  week: number,
  what: 'rating' | 'level' = 'rating',
  scale: Scale = NPRS_SCALE,
): Result<Forecast, PredictProblem> {
  if (!Number.isFinite(week) || week < 0) return err({ code: 'week-ahead-not-a-number' })
  const known = know(course, population, scale)
  if (!known.ok) return known
  const normal = what === 'level' ? levelAt(known.value, week) : ratingAt(known.value, week)
  return ok(foldedForecast(week, normal, scale, course.scores.length, population.people))
}

/** The forecast that a normal distribution makes on a scale. */
export function foldedForecast(
  week: number,
  normal: Normal,
  scale: Scale,
  scoreCount: number,
  people: number,
): Forecast {
  const pmf = fold(normal, scale)
  const between = (share: number): readonly [number, number] => [
    quantileOf(pmf, (1 - share) / 2),
    quantileOf(pmf, (1 + share) / 2),
  ]
  return {
    week,
    normal,
    pmf,
    median: quantileOf(pmf, 0.5),
    interval50: between(0.5),
    interval80: between(0.8),
    interval95: between(0.95),
    scoreCount,
    people,
  }
}

/** The next rating: the level, plus noise, plus what an OU residual still remembers of the last ratings' noise. */
export function ratingAt(known: Known, week: number): Normal {
  return mixed(known, (part) => {
    if (part.population.shape.residual.kind === 'ou') return rememberingRating(part, known.course, week)
    const level = levelAt({ course: known.course, parts: [part] }, week)
    return { mean: level.mean, sd: Math.sqrt(level.sd ** 2 + part.population.residualVariance) }
  })
}

/** With k = Z G z* + s² c, c the noise's correlation with the past: x*′b + k′V⁻¹r, variance z*′G z* + s² − k′V⁻¹k + a′C a. */
function rememberingRating({ population }: Part, course: Course, week: number): Normal {
  const { fixed, spread, residualVariance: s2, shape } = population
  const p = fixed.length
  const { columns } = whiten(course, shape, week)
  const y = columns[p] as Float64Array
  const c = columns[p + 1] as Float64Array
  const [z1, z2] = columns as [Float64Array, Float64Array]
  const [z11, z12, z22] = [dot(z1, z1), dot(z1, z2), dot(z2, z2)]
  const [f11, f12, f22] = woodbury(thetaOf(spread, s2), s2, z11, z12, z22)
  const x = courseAt(week, shape.tauWeeks)
  const [g1, g2] = [spread[0] + spread[1] * x, spread[1] + spread[2] * x]
  /** k′V⁻¹ of a whitened column. */
  const seen = (column: Float64Array): number => {
    const [m1, m2] = [dot(z1, column), dot(z2, column)]
    const [h1, h2] = [f11 * m1 + f12 * m2, f12 * m1 + f22 * m2]
    const level = g1 * (m1 - z11 * h1 - z12 * h2) + g2 * (m2 - z12 * h1 - z22 * h2)
    return level / s2 + dot(c, column) - dot(c, z1) * h1 - dot(c, z2) * h2
  }
  const xs = columns.slice(0, p)
  const own = [1, x, ...(course.covariates ?? [])]
  const off = own.map((value, i) => value - seen(xs[i] as Float64Array))
  const mean = dot(own, fixed) + seen(y) - xs.reduce((sum, column, i) => sum + seen(column) * at(fixed, i), 0)
  const before = g1 + x * g2 + s2
  const known = g1 * seen(z1) + g2 * seen(z2) + s2 * seen(c)
  return { mean, sd: Math.sqrt(Math.max(0, before - known) + quadratic(population.fixedCovariance, off)) }
}
