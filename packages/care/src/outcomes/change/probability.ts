/** How probable each definition of improvement is, for the patient's underlying level. Regression to the mean is taken out. */
import { normalCdf } from '../forecast/normal.ts'
import { pImproves } from '../forecast/improvement.ts'
import { combineLevels, type Known, levelAt } from '../forecast/posterior.ts'
import type { Measure } from '../measures/measure.ts'

export type ChangeProbabilities = {
  /** At least the smallest important change in points; null where none is known. */
  readonly important: number | null
  /** At least 1.96 standard errors of a difference; null where no standard error is known. */
  readonly reliable: number | null
  /** At least so many percent of the modelled baseline; null where that baseline is below 3. */
  readonly percent10: number | null
  readonly percent30: number | null
  readonly percent50: number | null
}

/** Probabilities at a week, in weeks since the first session. */
export function changeProbabilities(known: Known, measure: Measure, week: number): ChangeProbabilities {
  const by = (points: number) => pImproves(known, { from: 0, to: week }, points, measure.direction)
  const hasBaseline = levelAt(known, 0).mean >= 3
  const percent = (share: number) => (hasBaseline ? pShare(known, measure, week, share) : null)
  return {
    important: measure.mic?.points ? by(measure.mic.points) : null,
    reliable: measure.sem ? by(1.96 * Math.SQRT2 * measure.sem.points) : null,
    percent10: percent(0.1),
    percent30: percent(0.3),
    percent50: percent(0.5),
  }
}

/** P(level at week ≤ (1 − share) × level at 0), and the other way where higher is better. */
function pShare(known: Known, { direction }: Measure, week: number, share: number): number {
  const kept = direction === 'lower-better' ? 1 - share : 1 + share
  const { mean, sd } = combineLevels(known, [
    { week, times: 1 },
    { week: 0, times: -kept },
  ])
  const gain = direction === 'lower-better' ? -mean : mean
  return sd > 0 ? normalCdf(gain / sd) : Number(gain >= 0)
}
