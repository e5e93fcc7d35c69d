/**
 * What a change between two scores says, by each definition that is in use. They stand side by side and are never merged:
 * each answers another question. A change of one score can be noise; the probabilities beside it are what the model adds.
 */
import type { Measure } from '../measures/measure.ts'

/** Below this baseline a percentage is arithmetic without meaning. Unreviewed; the usual practice. */
const LEAST_BASELINE_FOR_PERCENT = 3

export type Immpact = 'below' | 'minimal' | 'moderate' | 'substantial'

export type Change = {
  /** After − before, in points of the measure. */
  readonly points: number
  /** The same with better as positive, whichever way the measure runs. */
  readonly improvement: number
  /** Improvement in percent of the baseline; null where the baseline is below 3. */
  readonly percent: number | null
  /** Jacobson & Truax 1991: change ÷ (SEM × √2). Null where no standard error is known. */
  readonly reliable: { readonly index: number; readonly verdict: 'better' | 'worse' | 'within-error' } | null
  /** At least the smallest important change in points, and in percent. Null where there is none, or no percentage. */
  readonly important: { readonly byPoints: boolean | null; readonly byPercent: boolean | null } | null
  /** Dworkin 2008: 10 %, 30 %, 50 %. */
  readonly immpact: Immpact | null
  readonly recovered: boolean | null
}

/** The change from one score of a measure to another of the same measure. */
export function changeOf(measure: Measure, before: number, after: number): Change {
  const points = after - before
  const improvement = measure.direction === 'lower-better' ? -points : points
  const percent = before < LEAST_BASELINE_FOR_PERCENT ? null : (100 * improvement) / before
  return {
    points,
    improvement,
    percent,
    reliable: reliableOf(measure, improvement),
    important: measure.mic && {
      byPoints: measure.mic.points === null ? null : reaches(improvement, measure.mic.points),
      byPercent: measure.mic.percent === null || percent === null ? null : reaches(percent, measure.mic.percent),
    },
    immpact: percent === null ? null : immpactOf(percent),
    recovered: measure.recoveredAt && isAtLeastAsGood(measure, after, measure.recoveredAt.at),
  }
}

function reliableOf({ sem }: Measure, improvement: number): Change['reliable'] {
  if (!sem) return null
  const index = improvement / (sem.points * Math.SQRT2)
  return { index, verdict: index > 1.96 ? 'better' : index < -1.96 ? 'worse' : 'within-error' }
}

function immpactOf(percent: number): Immpact {
  if (reaches(percent, 50)) return 'substantial'
  if (reaches(percent, 30)) return 'moderate'
  return reaches(percent, 10) ? 'minimal' : 'below'
}

/** Means of items carry rounding; 30 % must be 30 %. */
function reaches(value: number, threshold: number): boolean {
  return value >= threshold - 1e-9
}

function isAtLeastAsGood({ direction }: Measure, value: number, than: number): boolean {
  return direction === 'lower-better' ? value <= than : value >= than
}

/** Improved by the patient's own word (PGIC, GROC); null for measures that aren't about change. */
export function saysImproved(measure: Measure, value: number): boolean | null {
  return measure.improvedAt && isAtLeastAsGood(measure, value, measure.improvedAt.at)
}
