/** Probabilities about the underlying course: improvement, worsening, and what more is to come. Always from the modelled baseline. */
import { normalCdf } from './normal.ts'
import { changeBetween, type Known, levelAt } from './posterior.ts'

export type Direction = 'lower-better' | 'higher-better'

/** P(the underlying level improves by at least so many points between two weeks). `points` may be negative: worse by that. */
export function pImproves(
  known: Known,
  weeks: { readonly from: number; readonly to: number },
  points: number,
  direction: Direction,
): number {
  const { mean, sd } = changeBetween(known, weeks.from, weeks.to)
  const gain = direction === 'lower-better' ? -mean : mean
  return sd > 0 ? normalCdf((gain - points) / sd) : Number(gain >= points)
}

/** P(the underlying level at a week is at least as good as a goal). */
export function pReaches(known: Known, week: number, goal: number, direction: Direction): number {
  const { mean, sd } = levelAt(known, week)
  const ahead = direction === 'lower-better' ? goal - mean : mean - goal
  return sd > 0 ? normalCdf(ahead / sd) : Number(ahead >= 0)
}
