/**
 * People differ in how much their scores scatter around their own course. A patient's noise variance is s² times a factor
 * that is lognormal over people, taken at five points (Gauss–Hermite); what a patient's scores say about the factor is
 * their likelihood at each. Forecasts stay closed form, and calm people get narrow bands, restless ones wide.
 */
import { thetaOf, woodbury } from './likelihood.ts'
import type { Course, Population } from './model.ts'
import { type Seen, seeCourse } from './see-course.ts'
import { at } from './small-matrix.ts'

type Noise = { readonly factor: number; readonly probability: number }

/** Nodes and weights for a standard normal (Abramowitz & Stegun 25.4.46, n = 5). */
const NODES: readonly (readonly [z: number, probability: number])[] = [
  [-2.8569700138728056, 0.011257411327720689],
  [-1.3556261799742659, 0.22207592200561266],
  [0, 0.5333333333333333],
  [1.3556261799742659, 0.22207592200561266],
  [2.8569700138728056, 0.011257411327720689],
]
const SPREADS = [0, 0.25, 0.5, 0.75, 1, 1.25]
/** Two numbers are learned here; more people than this sharpen them beyond need. */
const ENOUGH_PEOPLE = 2_000
const CENTRES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]

/** The noises that a patient of this population may have. */
export function noisesOf({ noiseSpread = 0 }: Population): readonly Noise[] {
  if (noiseSpread === 0) return [{ factor: 1, probability: 1 }]
  return NODES.map(([z, probability]) => ({ factor: Math.exp(noiseSpread * z), probability }))
}

/** How probable each noise is after the patient's scores; they add up to 1. */
export function noiseWeights(seen: Seen, population: Population, noises: readonly Noise[]): readonly number[] {
  if (noises.length === 1) return [1]
  const logs = logJoint(seen, population, noises, 1)
  const top = Math.max(...logs)
  const raw = logs.map((log) => Math.exp(log - top))
  const sum = raw.reduce((a, b) => a + b, 0)
  return raw.map((one) => one / sum)
}

/** The population with the spread of noise that its courses speak for, and s² moved to the centre of that spread. */
export function learnNoiseSpread(courses: readonly Course[], population: Population): Population {
  const told = courses.filter(({ scores }) => scores.length > 0)
  const every = Math.ceil(told.length / ENOUGH_PEOPLE)
  const seen = told.filter((_, i) => i % every === 0).map((course) => seeCourse(course, population))
  let best = { logLik: -Infinity, noiseSpread: 0, centre: 1 }
  for (const noiseSpread of SPREADS)
    for (const centre of noiseSpread === 0 ? [1] : CENTRES) {
      const noises = noisesOf({ ...population, noiseSpread })
      const logLik = seen.reduce((sum, one) => sum + logSumExp(logJoint(one, population, noises, centre)), 0)
      if (logLik > best.logLik) best = { logLik, noiseSpread, centre }
    }
  return {
    ...population,
    noiseSpread: best.noiseSpread,
    residualVariance: population.residualVariance * best.centre,
  }
}

function logJoint(seen: Seen, population: Population, noises: readonly Noise[], centre: number): readonly number[] {
  return noises.map(
    ({ factor, probability }) =>
      Math.log(probability) + logLikOf(seen, population, population.residualVariance * factor * centre),
  )
}

/** −½ [log|V| + r′V⁻¹r]; the part that no noise changes is left out. */
function logLikOf({ count, z1, z2, r1, r2, rr, logDetR }: Seen, { spread }: Population, s2: number): number {
  const [f11, f12, f22, logDet] = woodbury(thetaOf(spread, s2), s2, at(z1, 0), at(z1, 1), at(z2, 1))
  const quad = (rr - (f11 * r1 * r1 + 2 * f12 * r1 * r2 + f22 * r2 * r2)) / s2
  return -0.5 * ((count - 2) * Math.log(s2) + logDet + logDetR + quad)
}

function logSumExp(logs: readonly number[]): number {
  const top = Math.max(...logs)
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0))
}
