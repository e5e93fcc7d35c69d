/** What a patient's own scores say about that patient's course, given a population. Closed form: no search, no chance. */
import { ok, type Result } from '../../kernel/index.ts'
import { checkCourse, type CourseProblem } from './check-course.ts'
import { thetaOf, woodbury } from './likelihood.ts'
import { type Course, courseAt, NPRS_SCALE, type Normal, type Population, type Scale, type Spread } from './model.ts'
import { type Seen, seeCourse } from './see-course.ts'
import { at, dot, quadratic } from './small-matrix.ts'
import { noisesOf, noiseWeights } from './noise-spread.ts'

export type Posterior = {
  /** û: by how much this patient's level and change differ from the mean (points). */
  readonly deviation: readonly [level: number, change: number]
  /** Its covariance P, b taken as known. */
  readonly spread: Spread
  readonly scoreCount: number
}

/** A course that was checked, with all that is needed to ask it several questions. */
export type Known = {
  readonly course: Course
  /** One for each noise that this patient may have, with its probability; a single one where noise is everybody's. */
  readonly parts: readonly Part[]
}

/** What is known of a patient if the noise were so. */
export type Part = {
  readonly weight: number
  readonly posterior: Posterior
  readonly population: Population
  /** Q′G: how the random part leans on the means, two rows of p. */
  readonly lean: readonly [readonly number[], readonly number[]]
}

/** û and P of a patient: û = G Z′V⁻¹(y − Xb), P = G − G Z′V⁻¹Z G. Without a score û is 0 and P is G. */
export function posterior(
  course: Course,
  population: Population,
  scale: Scale = NPRS_SCALE,
): Result<Posterior, CourseProblem> {
  const known = know(course, population, scale)
  if (!known.ok) return known
  const level = mixed(known.value, ({ posterior }) => ({
    mean: posterior.deviation[0],
    sd: Math.sqrt(posterior.spread[0]),
  }))
  const change = mixed(known.value, ({ posterior }) => ({
    mean: posterior.deviation[1],
    sd: Math.sqrt(posterior.spread[2]),
  }))
  const cross = known.value.parts.reduce(
    (sum, { weight, posterior: { deviation, spread } }) =>
      sum + weight * (spread[1] + (deviation[0] - level.mean) * (deviation[1] - change.mean)),
    0,
  )
  return ok({
    deviation: [level.mean, change.mean],
    spread: [level.sd ** 2, cross, change.sd ** 2],
    scoreCount: course.scores.length,
  })
}

/** The same, ready to be asked. Refuses a course that can't be. */
export function know(course: Course, population: Population, scale: Scale): Result<Known, CourseProblem> {
  const checked = checkCourse(course, scale, population.shape.residual, population.fixed.length - 2)
  return checked.ok ? ok(knowChecked(course, population)) : checked
}

function knowChecked(course: Course, population: Population): Known {
  const seen = seeCourse(course, population)
  const noises = noisesOf(population)
  const weights = noiseWeights(seen, population, noises)
  return {
    course,
    parts: noises.map((noise, i) =>
      partOf(seen, { ...population, residualVariance: population.residualVariance * noise.factor }, at(weights, i)),
    ),
  }
}

function partOf({ count, z1, z2, r1, r2 }: Seen, population: Population, weight: number): Part {
  const { spread, residualVariance: s2, fixed } = population
  const [f11, f12, f22] = woodbury(thetaOf(spread, s2), s2, at(z1, 0), at(z1, 1), at(z2, 1))
  // G Z′V⁻¹ = F Z′ (the same F as in V⁻¹ = (I − Z F Z′)/s²), and P = s² F: no difference of large numbers.
  const lean = (row: number) =>
    fixed.map((_, a) => (row === 0 ? f11 * at(z1, a) + f12 * at(z2, a) : f12 * at(z1, a) + f22 * at(z2, a)))
  return {
    weight,
    posterior: {
      deviation: [f11 * r1 + f12 * r2, f12 * r1 + f22 * r2],
      spread: [s2 * f11, s2 * f12, s2 * f22],
      scoreCount: count,
    },
    population,
    lean: [lean(0), lean(1)],
  }
}

/** Mean and SD over the noises that a patient may have. */
export function mixed({ parts }: Known, ask: (part: Part) => Normal): Normal {
  const [only, ...others] = parts
  if (only && others.length === 0) return ask(only)
  const answers = parts.map((part) => ({ weight: part.weight, ...ask(part) }))
  const mean = answers.reduce((sum, one) => sum + one.weight * one.mean, 0)
  const variance = answers.reduce((sum, one) => sum + one.weight * (one.sd ** 2 + (one.mean - mean) ** 2), 0)
  return { mean, sd: Math.sqrt(variance) }
}

/** The patient's underlying level at a week, without the noise of one rating. */
export function levelAt(known: Known, week: number): Normal {
  const covariates = known.course.covariates ?? []
  return mixed(known, (part) => {
    const x = courseAt(week, part.population.shape.tauWeeks)
    return contrast(part, [1, x], [1, x, ...covariates])
  })
}

/**
 * How far the underlying level at a week lies from the underlying level at the first session (negative: lower).
 *
 * From the modelled baseline, not the first score: people come when it is at its worst, and a first score that was high by
 * chance would count its own return as improvement (regression to the mean).
 */
export function changeAt(known: Known, week: number): Normal {
  return changeBetween(known, 0, week)
}

/**
 * A combination of the underlying levels at two weeks, such as level at w − 0.7 × level at 0 for "30 % better". Exact,
 * because it is linear in the patient's level and change.
 */
export function combineLevels(
  known: Known,
  parts: readonly { readonly week: number; readonly times: number }[],
): Normal {
  const covariates = known.course.covariates ?? []
  return mixed(known, (part) => {
    const { tauWeeks } = part.population.shape
    const level = parts.reduce((sum, { times }) => sum + times, 0)
    const change = parts.reduce((sum, { week, times }) => sum + times * courseAt(week, tauWeeks), 0)
    return contrast(part, [level, change], [level, change, ...covariates.map((value) => value * level)])
  })
}

/** How far the underlying level moves between two weeks. */
export function changeBetween(known: Known, fromWeek: number, toWeek: number): Normal {
  const none = (known.course.covariates ?? []).map(() => 0)
  return mixed(known, (part) => {
    const { tauWeeks } = part.population.shape
    const x = courseAt(toWeek, tauWeeks) - courseAt(fromWeek, tauWeeks)
    return contrast(part, [0, x], [0, x, ...none])
  })
}

/** c′(b + u): mean c′b̂ + c′û, variance c′P c + a′C a, a = c − Q′G c. */
function contrast({ posterior, population, lean }: Part, z: readonly [number, number], x: readonly number[]): Normal {
  const [p11, p12, p22] = posterior.spread
  const own = z[0] * z[0] * p11 + 2 * z[0] * z[1] * p12 + z[1] * z[1] * p22
  const off = x.map((value, i) => value - z[0] * at(lean[0], i) - z[1] * at(lean[1], i))
  const mean = dot(x, population.fixed) + z[0] * posterior.deviation[0] + z[1] * posterior.deviation[1]
  return { mean, sd: Math.sqrt(own + quadratic(population.fixedCovariance, off)) }
}
