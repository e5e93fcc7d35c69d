/**
 * Turns correlated noise into independent noise, in time linear in the number of scores.
 *
 * With an OU residual the noise is a Markov process seen through a little noise of its own, so a scalar Kalman filter gives
 * the factor of R: each column is replaced by its one-step innovations, each divided by its SD (Durbin & Koopman 2012, ch. 4).
 */
import { courseAt, type Course, type Shape } from './model.ts'
import { at } from './small-matrix.ts'

export type Whitened = {
  /** Columns, each one number a score: X (1, x, covariates), then the score, then any extra. */
  readonly columns: readonly Float64Array[]
  /** log |R| */
  readonly logDetR: number
  readonly count: number
}

/**
 * The whitened columns of one course. With `aheadWeek` an extra last column is added: the correlations of the noise at
 * that week with the noise of each score (all zero when noise is independent).
 */
export function whiten(course: Course, shape: Shape, aheadWeek?: number): Whitened {
  const scores = inTime(course)
  const count = scores.length
  const { residual, tauWeeks } = shape
  const columns = [
    new Float64Array(count).fill(1),
    Float64Array.from(scores, ({ week }) => courseAt(week, tauWeeks)),
    ...(course.covariates ?? []).map((value) => new Float64Array(count).fill(value)),
    Float64Array.from(scores, ({ score }) => score),
  ]
  if (residual.kind === 'independent') {
    if (aheadWeek !== undefined) columns.push(new Float64Array(count))
    return { columns, logDetR: 0, count }
  }
  if (aheadWeek !== undefined)
    columns.push(
      Float64Array.from(
        scores,
        ({ week }) => (1 - residual.noiseShare) * Math.exp(-Math.abs(aheadWeek - week) / residual.lengthWeeks),
      ),
    )
  return { columns, logDetR: filter(columns, gapsOf(scores, residual.lengthWeeks), residual.noiseShare), count }
}

function inTime({ scores }: Course): Course['scores'] {
  const isSorted = scores.every(({ week }, i) => i === 0 || (scores[i - 1]?.week ?? 0) <= week)
  return isSorted ? scores : scores.toSorted((a, b) => a.week - b.week)
}

/** Correlation of each score's noise with the noise before it; 0 for the first. */
function gapsOf(scores: Course['scores'], lengthWeeks: number): Float64Array {
  return Float64Array.from(scores, ({ week }, i) =>
    i === 0 ? 0 : Math.exp(-(week - (scores[i - 1]?.week ?? 0)) / lengthWeeks),
  )
}

/** Whitens the columns in place, and gives log |R|. */
function filter(columns: readonly Float64Array[], kept: Float64Array, noiseShare: number): number {
  const signal = 1 - noiseShare
  const states = new Float64Array(columns.length)
  let stateVariance = signal
  let logDet = 0
  for (let j = 0; j < kept.length; j++) {
    const keep = at(kept, j)
    const variance = j === 0 ? signal : keep * keep * stateVariance + (1 - keep * keep) * signal
    const total = variance + noiseShare
    const gain = variance / total
    const scale = 1 / Math.sqrt(total)
    logDet += Math.log(total)
    stateVariance = variance * (1 - gain)
    for (const [c, column] of columns.entries()) {
      const before = at(states, c) * keep
      const innovation = at(column, j) - before
      states[c] = before + gain * innovation
      column[j] = innovation * scale
    }
  }
  return logDet
}
