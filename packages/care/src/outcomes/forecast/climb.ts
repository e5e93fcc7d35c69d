/** The finish of a fit: BFGS, begun at the true curvature, with an Armijo line search, in four dimensions (Nocedal & Wright 2006, ch. 6). */
import { type Criterion, type Evaluation, evaluate, type Theta } from './likelihood.ts'
import { invertSpd } from './small-matrix.ts'
import type { Sums } from './sums.ts'

const MAX_STEPS = 200

/** The theta at the top of the hill that the start lies on. Ends when slope and gain are both lost in rounding. */
export function climb(sums: Sums, criterion: Criterion, start: Theta): Theta {
  let theta: Theta = start
  let here = evaluate(sums, theta, criterion)
  let inverse = curvatureAt(sums, criterion, theta, here) ?? identity(1 / Math.max(1, sums.scores))
  let calm = 0
  for (let step = 0; step < MAX_STEPS && calm < 3; step++) {
    let direction = multiply(inverse, here.slope)
    if (inner(direction, here.slope) <= 0) {
      inverse = identity(1 / Math.max(1, sums.scores))
      direction = multiply(inverse, here.slope)
    }
    // What a whole step would still gain is lost in the rounding of a sum of so many terms.
    if (calm === 0 && inner(direction, here.slope) < 1e-9) break
    const moved = lineSearch(sums, criterion, theta, here, direction)
    if (!moved) {
      // Once more along the plain slope; if that doesn't climb either, this is the top.
      if (calm > 0) break
      inverse = identity(1 / Math.max(1, sums.scores))
      calm += 1
      continue
    }
    const gain = moved.at.objective - here.objective
    calm = gain <= 1e-12 * Math.abs(moved.at.objective) ? calm + 1 : 0
    inverse = update(inverse, minus(moved.theta, theta), minus(here.slope, moved.at.slope))
    theta = moved.theta
    here = moved.at
  }
  return theta
}

/** The inverse of the curvature here, from four more slopes; null where the hill isn't rounded at this place. */
function curvatureAt(sums: Sums, criterion: Criterion, theta: Theta, here: Evaluation): Square | null {
  const columns = [0, 1, 2, 3].map((i) => {
    const step = 1e-5 * Math.max(1, Math.abs(entry(theta[i])))
    const moved = theta.map((value, j) => (i === j ? value + step : value)) as unknown as Theta
    return evaluate(sums, moved, criterion).slope.map((slope, j) => (entry(here.slope[j]) - slope) / step)
  })
  const curved = columns.flatMap((column, i) => column.map((value, j) => (value + entry(columns[j]?.[i])) / 2))
  const inverse = curved.every(Number.isFinite) ? (invertSpd(curved, 4)?.inverse ?? null) : null
  return inverse && ([0, 4, 8, 12].map((from) => inverse.slice(from, from + 4)) as unknown as Square)
}

function lineSearch(
  sums: Sums,
  criterion: Criterion,
  from: Theta,
  here: Evaluation,
  direction: Theta,
): { readonly theta: Theta; readonly at: Evaluation } | null {
  const rise = inner(direction, here.slope)
  // s² may not change by more than e² in one step: the slope says nothing so far away.
  let length = Math.min(1, 2 / Math.max(1e-300, Math.abs(direction[3])))
  for (let halving = 0; halving < 40; halving++, length /= 2) {
    const theta = plus(from, direction, length)
    const at = evaluate(sums, theta, criterion)
    if (Number.isFinite(at.objective) && at.objective >= here.objective + 1e-4 * length * rise) return { theta, at }
  }
  return null
}

type Square = readonly [Theta, Theta, Theta, Theta]

function identity(scale: number): Square {
  return [
    [scale, 0, 0, 0],
    [0, scale, 0, 0],
    [0, 0, scale, 0],
    [0, 0, 0, scale],
  ]
}

/** The BFGS update of the inverse curvature; left as it was where the step shows no curvature. */
function update(inverse: Square, step: Theta, fall: Theta): Square {
  const curvature = inner(step, fall)
  if (!(curvature > 1e-14 * Math.sqrt(inner(step, step) * inner(fall, fall)))) return inverse
  const turned = multiply(inverse, fall)
  const factor = (1 + inner(fall, turned) / curvature) / curvature
  return [0, 1, 2, 3].map((i) =>
    [0, 1, 2, 3].map(
      (j) =>
        entry(inverse[i as 0][j as 0]) +
        factor * entry(step[i]) * entry(step[j]) -
        (entry(turned[i]) * entry(step[j]) + entry(step[i]) * entry(turned[j])) / curvature,
    ),
  ) as unknown as Square
}

function entry(value: number | undefined): number {
  return value as number
}

function multiply(matrix: Square, [a, b, c, d]: Theta): Theta {
  const row = ([w, x, y, z]: Theta) => w * a + x * b + y * c + z * d
  return [row(matrix[0]), row(matrix[1]), row(matrix[2]), row(matrix[3])]
}

function inner(a: Theta, b: Theta): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
}

function plus(a: Theta, b: Theta, scale: number): Theta {
  return [a[0] + scale * b[0], a[1] + scale * b[1], a[2] + scale * b[2], a[3] + scale * b[3]]
}

function minus(a: Theta, b: Theta): Theta {
  return plus(a, b, -1)
}
