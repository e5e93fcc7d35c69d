/** The normal distribution: density, probability, quantile. Standard scale (mean 0, SD 1). */

const ROOT_2PI = 2.5066282746310002

/** Density at z. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / ROOT_2PI
}

/**
 * P(Z ≤ z), to 1e-15 near the middle and with full relative precision far out.
 *
 * Near zero the series of Marsaglia (2004, doi:10.18637/jss.v011.i04); beyond 3 the continued fraction of the tail
 * (Abramowitz & Stegun 26.2.14).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  if (z > 3) return 1 - upperTail(z)
  if (z < -3) return upperTail(-z)
  let term = z
  let sum = z
  for (let i = 3; Math.abs(term) > 1e-17 && i < 400; i += 2) {
    term *= (z * z) / i
    sum += term
  }
  return 0.5 + sum * normalDensity(z)
}

function upperTail(z: number): number {
  if (z > 38) return 0
  let fraction = 0
  for (let i = 80; i > 0; i--) fraction = i / (z + fraction)
  return normalDensity(z) / (z + fraction)
}

/** The z with P(Z ≤ z) = p. −∞ at 0, ∞ at 1, NaN outside. Acklam's start (2003) and one Halley step: 1e-14. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p > 0.5) return -normalQuantile(1 - p)
  const start = p < 0.02425 ? tailStart(p) : middleStart(p)
  const error = (normalCdf(start) - p) / normalDensity(start)
  return start - error / (1 + (start * error) / 2)
}

function tailStart(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p))
  const above = horner(
    q,
    [
      -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
      2.938163982698783,
    ],
  )
  return above / horner(q, [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1])
}

function middleStart(p: number): number {
  const q = p - 0.5
  const r = q * q
  const above = horner(
    r,
    [
      -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
      2.506628277459239,
    ],
  )
  const below = horner(
    r,
    [-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1],
  )
  return (above * q) / below
}

function horner(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}
