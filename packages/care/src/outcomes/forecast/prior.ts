/**
 * The shipped prior: what a forecast leans on before a clinic has finished courses of its own.
 *
 * Rounded starting values, not an estimate of what needling does. The level is known loosely on purpose (SD 3.5): a prior
 * from another population can be off by points, and widening the level alone mended most of it. From 20 finished courses
 * on the level is drawn tighter, because by then the clinic's own people carry it.
 */
import type { Population, Shape, Spread } from './model.ts'
import { invertSpd } from './small-matrix.ts'

/** What is believed beforehand, worth so many people and so many scores. */
export type Prior = {
  readonly fixed: readonly number[]
  /** Inverse of the prior's covariance of b, row by row. */
  readonly fixedPrecision: readonly number[]
  /** G₀ */
  readonly spread: Spread
  readonly residualVariance: number
  /** ν₀: pseudo-patients behind G₀ and b. */
  readonly people: number
  /** Pseudo-scores behind s². */
  readonly scores: number
}

/** The four profiles that people come with. They choose the prior and the words, never the conclusion. */
export const PROFILES = ['long-standing', 'desk', 'sport', 'stress'] as const
export type Profile = (typeof PROFILES)[number]

/** Below three months low back pain counts as new here; its mean course falls faster (Costa 2012). */
export type Onset = 'new' | 'lasting'

export type PriorSource = {
  readonly id: string
  readonly fixed: readonly [level: number, change: number]
  readonly levelSd: number
  readonly changeSd: number
  readonly correlation: number
  readonly tested: string
}

/** 20 pseudo-patients with 4 scores each. */
const PSEUDO_PEOPLE = 20
const PSEUDO_SCORES = 80
/** By how much the level is widened beyond what three diaries showed. */
const LEVEL_WIDENING = 2.5
const COURSES_BEFORE_TIGHTENING = 20

export const PRIOR_SOURCES: Readonly<Record<Onset, PriorSource>> = {
  lasting: {
    id: 'lasting-2026-11',
    fixed: [5.5, -1.2],
    levelSd: 3.5,
    changeSd: 2,
    correlation: -0.3,
    tested:
      'Rounded from three open diaries of people with long-standing back pain, and looked at with the same diaries. That is no validation.',
  },
  new: {
    id: 'new-2026-11',
    fixed: [5.5, -3],
    levelSd: 3.5,
    changeSd: 2.2,
    correlation: -0.3,
    tested: 'Untested draft from a pooled course of new low back pain (Costa 2012).',
  },
}

/** Noise (SD, points) of one answer to a series; a single rating of now is noisier than the average of a week. */
const RESIDUAL_SD: Readonly<Record<string, number>> = { 'nprs.now': 1.45, 'nprs.worst24h': 1.45, 'nprs.avg7d': 0.9 }

/**
 * The prior for a series of 0 to 10, for people whose pain is new or lasting, given how many finished courses the clinic
 * has of its own. `covariateCount` shifts start at zero, each give or take one point.
 */
export function priorFor(series: string, onset: Onset, finishedCourses: number, covariateCount = 0): Prior {
  const source = PRIOR_SOURCES[onset]
  const levelSd = finishedCourses >= COURSES_BEFORE_TIGHTENING ? source.levelSd / LEVEL_WIDENING : source.levelSd
  const cross = source.correlation * levelSd * source.changeSd
  const spread: Spread = [levelSd ** 2, cross, source.changeSd ** 2]
  const residualSd = RESIDUAL_SD[series] ?? 1.45
  return {
    fixed: [...source.fixed, ...Array.from({ length: covariateCount }, () => 0)],
    fixedPrecision: precisionOf(spread, covariateCount),
    spread,
    residualVariance: residualSd ** 2,
    people: PSEUDO_PEOPLE,
    scores: PSEUDO_SCORES,
  }
}

/** b is known as well as 20 people whose courses were seen without noise would tell it: Cov(b) = G₀ / 20. */
function precisionOf([level, cross, change]: Spread, covariateCount: number): readonly number[] {
  const p = 2 + covariateCount
  const det = level * change - cross * cross
  const precision = Array.from({ length: p * p }, () => 0)
  for (let i = 2; i < p; i++) precision[i * p + i] = 1
  precision[0] = (PSEUDO_PEOPLE * change) / det
  precision[1] = (-PSEUDO_PEOPLE * cross) / det
  precision[p] = (-PSEUDO_PEOPLE * cross) / det
  precision[p + 1] = (PSEUDO_PEOPLE * level) / det
  return precision
}

/** The population of nobody: the prior alone. Forecasts made from it say so (`people` is 0). */
export function populationOf(prior: Prior, shape: Shape): Population {
  const inverted = invertSpd(prior.fixedPrecision, prior.fixed.length)
  return {
    shape,
    fixed: prior.fixed,
    fixedCovariance: inverted?.inverse ?? [],
    spread: prior.spread,
    residualVariance: prior.residualVariance,
    people: 0,
  }
}
