/** What the model knows of a patient's series now: the population in force, the patient's scores placed in weeks. */
import {
  type Course,
  FORECAST_SERIES,
  know,
  type Known,
  type MeasureId,
  NPRS_SCALE,
  PLAIN_SHAPE,
  type Population,
  populationOf,
  PRIOR_REACH_WEEKS,
  PRIOR_SOURCES,
  priorFor,
  weeksSince,
} from '@unknot/care/outcomes'
import { type ClinicId, type Instant, must } from '@unknot/care/kernel'
import type { Queries } from '../kernel/index.ts'
import { newestPopulation } from './forecast.store.ts'

/** Series on the scale 0 to 10, for which there is a prior. Others are charted, scored and compared, but not forecast. */
export const FORECAST_MEASURES: readonly MeasureId[] = [FORECAST_SERIES, 'nprs.now', 'nprs.worst24h', 'peg']

export type InForce = {
  readonly id: string | null
  readonly prior: string
  readonly population: Population
  readonly reachWeeks: number
}

/** The newest population of the clinic, or the shipped prior while there is none. Null for a series without a prior. */
export async function populationInForce(
  queries: Queries,
  clinic: ClinicId,
  measure: MeasureId,
  onset: 'new' | 'lasting',
): Promise<InForce | null> {
  if (!FORECAST_MEASURES.includes(measure)) return null
  const prior = PRIOR_SOURCES[onset].id
  // What was learned is learned from everybody; whose pain is new stays with the prior for new pain.
  const learned = onset === 'lasting' ? await newestPopulation(queries, clinic, measure) : null
  if (learned) return { id: learned.id, prior, population: learned.population, reachWeeks: learned.reachWeeks }
  const bare = populationOf(priorFor(measure === 'peg' ? FORECAST_SERIES : measure, onset, 0), PLAIN_SHAPE)
  return { id: null, prior, population: bare, reachWeeks: PRIOR_REACH_WEEKS }
}

export type Timed = { readonly takenAt: Instant; readonly value: number }

export function courseFrom(startAt: Instant, scores: readonly Timed[]): Course {
  return { scores: scores.map(({ takenAt, value }) => ({ week: weeksSince(startAt, takenAt), score: value })) }
}

/** Scores that were recorded were checked, so that this can't refuse. */
export function knowRecorded(course: Course, population: Population): Known {
  const known = know(course, population, NPRS_SCALE)
  return must(known.ok ? known.value : null, 'a recorded course that the model takes')
}
