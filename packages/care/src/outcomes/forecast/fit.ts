/**
 * Learns a population from finished courses: REML or ML, or MAP with a prior.
 *
 * A few EM steps come first, because they never go astray; a quasi-Newton climb (BFGS on the root of G and on log s²)
 * finishes, because EM crawls where G is nearly singular. Laird & Ware 1982, doi:10.2307/2529876; Bates et al. 2015,
 * doi:10.18637/jss.v067.i01.
 */
import { err, ok, type Result } from '../../kernel/index.ts'
import { climb } from './climb.ts'
import { checkCourse, type CourseProblem } from './check-course.ts'
import { type Criterion, type Evaluation, evaluate, spreadOf, type Theta, thetaOf } from './likelihood.ts'
import type { Course, Population, Scale, Shape } from './model.ts'
import type { Prior } from './prior.ts'
import { at, invertSpd } from './small-matrix.ts'
import { type Sums, sumsOf } from './sums.ts'

export type FitOptions = {
  readonly shape: Shape
  readonly scale: Scale
  /** REML where not said: ML makes the spread a little too small when people are few. */
  readonly method?: 'reml' | 'ml'
  /** With a prior the fit is MAP, and a handful of courses, or none, will do. */
  readonly prior?: Prior
}

export type Fit = {
  readonly population: Population
  /** Log-likelihood (REML or ML) at the estimate, without the prior's part. Natural log. */
  readonly logLik: number
  readonly scores: number
}

export type FitProblem =
  | { readonly code: 'course-refused'; readonly course: number; readonly problem: CourseProblem }
  | { readonly code: 'too-little-to-fit'; readonly people: number; readonly scores: number }
  | { readonly code: 'columns-depend' }

/**
 * Fits the population. Units are the scale's points and weeks.
 *
 * Refuses a bad course by its number (from 0); without a prior also fewer than 3 people or fewer than 8 scores, and scores
 * that don't vary within anybody, where no answer would mean anything. Courses without a score are left out.
 * Time and memory grow with the number of people, not with its square.
 */
export function fit(courses: readonly Course[], options: FitOptions): Result<Fit, FitProblem> {
  const prior = options.prior ?? null
  const covariateCount = prior ? prior.fixed.length - 2 : (courses[0]?.covariates?.length ?? 0)
  for (const [index, course] of courses.entries()) {
    const checked = checkCourse(course, options.scale, options.shape.residual, covariateCount)
    if (!checked.ok) return err({ code: 'course-refused', course: index, problem: checked.problem })
  }
  const sums = sumsOf(courses, options.shape)
  const thin = err({ code: 'too-little-to-fit', people: sums.patients, scores: sums.scores } as const)
  if (!prior && (sums.patients < 3 || sums.scores < Math.max(8, sums.p + 4))) return thin
  if (sums.patients === 0 && !prior) return thin
  const criterion: Criterion = { method: options.method ?? 'reml', prior }
  const start = startOf(sums, prior)
  if (start === 'columns-depend') return err({ code: 'columns-depend' })
  if (start === null) return thin
  const theta = climb(sums, criterion, emSteps(sums, criterion, start, EM_STEPS))
  return ok(told(sums, theta, evaluate(sums, theta, criterion), options.shape))
}

/** Enough to be on the right hill; the climb is quicker from there. */
const EM_STEPS = 5

function told(sums: Sums, theta: Theta, found: Evaluation, shape: Shape): Fit {
  const population: Population = {
    shape,
    fixed: found.fixed,
    fixedCovariance: found.fixedCovariance,
    spread: spreadOf(theta),
    residualVariance: Math.exp(theta[3]),
    people: sums.patients,
  }
  return { population, logLik: found.logLik, scores: sums.scores }
}

/** Where the climb begins: the prior, or a plain regression whose variance is shared out. Null where nothing varies. */
function startOf(sums: Sums, prior: Prior | null): Theta | 'columns-depend' | null {
  if (prior) return thetaOf(prior.spread, prior.residualVariance)
  const { p, stride, data, patients } = sums
  const xx = Array.from({ length: p * p }, () => 0)
  const xy = Array.from({ length: p }, () => 0)
  let yy = 0
  let within = 0
  for (let i = 0; i < patients; i++) {
    const o = i * stride
    for (let a = 0; a < p * p; a++) xx[a] = at(xx, a) + at(data, o + a)
    for (let a = 0; a < p; a++) xy[a] = at(xy, a) + at(data, o + p * p + a)
    yy += at(data, o + p * p + p)
    within += at(data, o + p * p + p) - at(data, o + p * p) ** 2 / Math.max(at(data, o), 1e-300)
  }
  const inverted = invertSpd(xx, p)
  if (!inverted) return 'columns-depend'
  const explained = xy.reduce(
    (sum, value, a) => sum + value * xy.reduce((inner, other, b) => inner + at(inverted.inverse, a * p + b) * other, 0),
    0,
  )
  const variance = (yy - explained) / Math.max(1, sums.scores - p)
  // Nobody's scores move: there is no noise to learn, and every likelihood is infinite.
  if (within <= 1e-9 * Math.max(yy, 1) || variance <= 1e-9) return null
  return thetaOf([variance / 2, 0, variance / 2], variance / 2)
}

/** EM: G ← G + G M G / (N + ν₀), s² ← s² + 2 s⁴ slope / (n + n₀). Each step climbs. */
function emSteps(sums: Sums, criterion: Criterion, from: Theta, steps: number): Theta {
  let theta = from
  for (let step = 0; step < steps; step++) {
    const { spreadSlope: m, residualSlope } = evaluate(sums, theta, criterion)
    const [g11, g12, g22] = spreadOf(theta)
    const n = sums.patients + (criterion.prior?.people ?? 0)
    const a11 = g11 * m[0] + g12 * m[1]
    const a12 = g11 * m[1] + g12 * m[2]
    const a21 = g12 * m[0] + g22 * m[1]
    const a22 = g12 * m[1] + g22 * m[2]
    const s2 = Math.exp(theta[3])
    const scores = sums.scores + (criterion.prior?.scores ?? 0)
    theta = thetaOf(
      [
        Math.max(1e-12, g11 + (a11 * g11 + a12 * g12) / n),
        g12 + (a11 * g12 + a12 * g22) / n,
        Math.max(0, g22 + (a21 * g12 + a22 * g22) / n),
      ],
      Math.max(s2 * 0.01, s2 + (2 * s2 * s2 * residualSlope) / scores),
    )
  }
  return theta
}
