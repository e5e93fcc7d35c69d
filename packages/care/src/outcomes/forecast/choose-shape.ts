/** Which curve and which kind of noise a population's own scores speak for: the likeliest of a short list. */
import { fit, type FitOptions } from './fit.ts'
import type { Course, Residual, Scale, Shape } from './model.ts'

const TAU_WEEKS = [1.5, 3, 6]
const NOISES: readonly Residual[] = [
  { kind: 'independent' },
  ...[0.5, 1, 2, 4].flatMap((lengthWeeks) =>
    [0.25, 0.5, 0.75].map((noiseShare): Residual => ({ kind: 'ou', lengthWeeks, noiseShare })),
  ),
]
/** What isn't plain must earn its place: about the 95 % point of chi-square with 2 degrees of freedom. */
const GAIN_NEEDED = 3

/**
 * The shape with the highest likelihood (ML, because REML isn't comparable between curves) among τ of 1.5, 3 and 6 weeks
 * and independent or OU noise. Falls back to `plain` where nothing can be fitted, or where the gain is too small to trust.
 */
export function chooseShape(courses: readonly Course[], scale: Scale, plain: Shape): Shape {
  const options = { scale, method: 'ml' as const }
  const start = { shape: plain, logLik: logLikOf(courses, { ...options, shape: plain }) }
  const curve = bestOf(
    start,
    TAU_WEEKS.map((tauWeeks) => ({ ...plain, tauWeeks })),
    (shape) => logLikOf(courses, { ...options, shape }),
    GAIN_NEEDED,
  )
  return bestOf(
    curve,
    NOISES.map((residual) => ({ ...curve.shape, residual })),
    (shape) => logLikOf(courses, { ...options, shape }),
    GAIN_NEEDED,
  ).shape
}

type Tried = { readonly shape: Shape; readonly logLik: number }

function bestOf(start: Tried, shapes: readonly Shape[], judge: (shape: Shape) => number, gainNeeded: number): Tried {
  const tried = shapes.map((shape) => ({ shape, logLik: judge(shape) }))
  const best = tried.reduce((best, one) => (one.logLik > best.logLik ? one : best), start)
  return best.logLik > start.logLik + gainNeeded ? best : start
}

function logLikOf(courses: readonly Course[], options: FitOptions): number {
  const fitted = fit(courses, options)
  return fitted.ok ? fitted.value.logLik : -Infinity
}
