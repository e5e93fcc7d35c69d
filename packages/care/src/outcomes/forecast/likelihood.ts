/**
 * The log-likelihood of a population and its slope, from the sums alone.
 *
 * G = L L′ is carried by its lower root L, and V⁻¹ is only ever reached through the 2 × 2 matrix s² I + L′Z′ZL (Woodbury):
 * a G that is singular, or nearly so, is as good as any other. b is profiled out.
 */
import { assert } from '../../kernel/index.ts'
import type { Prior } from './prior.ts'
import { at, invertSpd, quadratic, times } from './small-matrix.ts'
import type { Spread } from './model.ts'
import type { Sums } from './sums.ts'

/** L = [[level, 0], [cross, change]], and log s². The four numbers that a fit moves. */
export type Theta = readonly [level: number, cross: number, change: number, logResidual: number]

/** REML or ML; `prior` makes it MAP. */
export type Criterion = { readonly method: 'reml' | 'ml'; readonly prior: Prior | null }

export type Evaluation = {
  /** What is maximised: the log-likelihood, plus the log-density of the prior where there is one. */
  readonly objective: number
  readonly logLik: number
  readonly fixed: readonly number[]
  readonly fixedCovariance: readonly number[]
  /** Σ (ww′ − H), w = Z′V⁻¹r, H = Z′V⁻¹Z (REML: + Z′V⁻¹X C X′V⁻¹Z), and the prior's part. dlogLik/dL = M L. */
  readonly spreadSlope: readonly [number, number, number]
  /** d objective / d s² */
  readonly residualSlope: number
  readonly slope: Theta
}

/** Evaluates at theta. @throws Bug when X has columns that depend on each other (say, a covariate that is the same for all) */
export function evaluate(sums: Sums, theta: Theta, criterion: Criterion): Evaluation {
  const { p } = sums
  const { prior } = criterion
  const s2 = Math.exp(theta[3])
  const { scratch } = sums
  const totals = reduceData(sums, theta, s2, scratch)
  const precision = totals.xx.map((value, i) => value + (prior ? at(prior.fixedPrecision, i) : 0))
  const inverted = invertSpd(precision, p)
  assert(inverted !== null, 'the columns of X must not depend on each other')
  const pull = prior ? times(prior.fixedPrecision, prior.fixed) : []
  const fixed = times(
    inverted.inverse,
    totals.xy.map((value, i) => value + (prior ? at(pull, i) : 0)),
  )
  const quad = totals.yy - 2 * fixed.reduce((sum, b, i) => sum + b * at(totals.xy, i), 0) + quadratic(totals.xx, fixed)
  const isReml = criterion.method === 'reml'
  const freedom = sums.scores - (isReml ? p : 0)
  const restricted = isReml ? inverted.logDet : 0
  const logLik = -0.5 * (freedom * Math.log(2 * Math.PI) + totals.logDet + quad + restricted)
  const slopes = slopesAt(sums, theta, s2, scratch, fixed, isReml ? inverted.inverse : null)
  return withPrior({ theta, s2, prior, logLik, fixed, fixedCovariance: inverted.inverse, slopes })
}

type Totals = { readonly xx: number[]; readonly xy: number[]; yy: number; logDet: number }

/** F = L (s² I + L′Z′ZL)⁻¹ L′, with which V⁻¹ = (I − Z F Z′) / s². Also log |s² I + L′Z′ZL|. */
export function woodbury(
  theta: Theta,
  s2: number,
  z11: number,
  z12: number,
  z22: number,
): readonly [number, number, number, number] {
  const found = new Float64Array(3)
  const logDet = woodburyInto(found, 0, theta, s2, z11, z12, z22)
  return [at(found, 0), at(found, 1), at(found, 2), logDet]
}

/** The same, F11, F12, F22 written where told; gives the log-determinant. */
function woodburyInto(
  out: Float64Array,
  to: number,
  theta: Theta,
  s2: number,
  z11: number,
  z12: number,
  z22: number,
): number {
  const l11 = theta[0]
  const l21 = theta[1]
  const l22 = theta[2]
  const c1 = z11 * l11 + z12 * l21
  const c2 = z12 * l11 + z22 * l21
  const a11 = s2 + l11 * c1 + l21 * c2
  const a12 = l22 * c2
  const a22 = s2 + l22 * l22 * z22
  const det = a11 * a22 - a12 * a12
  const i11 = a22 / det
  const i12 = -a12 / det
  const i22 = a11 / det
  out[to] = l11 * l11 * i11
  out[to + 1] = l11 * (l21 * i11 + l22 * i12)
  out[to + 2] = l21 * l21 * i11 + 2 * l21 * l22 * i12 + l22 * l22 * i22
  return Math.log(det)
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0)
}

/** First pass: X′V⁻¹X and X′V⁻¹y of each patient into scratch, and their totals. */
function reduceData(sums: Sums, theta: Theta, s2: number, scratch: Float64Array): Totals {
  const { p, stride, data, patients } = sums
  const totals: Totals = { xx: zeros(p * p), xy: zeros(p), yy: 0, logDet: 0 }
  const width = p * p + p + 3
  const logS2 = Math.log(s2)
  for (let i = 0; i < patients; i++) {
    const o = i * stride
    const out = i * width
    const t = o + p * p
    const n = at(data, o + stride - 1)
    const f = out + p * p + p
    const logDet = woodburyInto(scratch, f, theta, s2, at(data, o), at(data, o + 1), at(data, o + p + 1))
    const f11 = at(scratch, f)
    const f12 = at(scratch, f + 1)
    const f22 = at(scratch, f + 2)
    totals.logDet += (n - 2) * logS2 + logDet + at(data, o + stride - 2)
    const t1 = at(data, t)
    const t2 = at(data, t + 1)
    totals.yy += (at(data, t + p) - (f11 * t1 * t1 + 2 * f12 * t1 * t2 + f22 * t2 * t2)) / s2
    for (let a = 0; a < p; a++) {
      const x1 = at(data, o + a)
      const x2 = at(data, o + p + a)
      const g1 = f11 * x1 + f12 * x2
      const g2 = f12 * x1 + f22 * x2
      for (let b = a; b < p; b++) {
        const value = (at(data, o + a * p + b) - g1 * at(data, o + b) - g2 * at(data, o + p + b)) / s2
        scratch[out + a * p + b] = value
        scratch[out + b * p + a] = value
        totals.xx[a * p + b] = at(totals.xx, a * p + b) + value
        if (b > a) totals.xx[b * p + a] = at(totals.xx, b * p + a) + value
      }
      const value = (at(data, t + a) - g1 * t1 - g2 * t2) / s2
      scratch[out + p * p + a] = value
      totals.xy[a] = at(totals.xy, a) + value
    }
  }
  return totals
}

type Slopes = { readonly m11: number; readonly m12: number; readonly m22: number; readonly residual: number }

/** Second pass. `c` is Cov(b̂) for REML, null for ML. */
function slopesAt(
  sums: Sums,
  theta: Theta,
  s2: number,
  scratch: Float64Array,
  b: readonly number[],
  c: readonly number[] | null,
): Slopes {
  const { p, stride, data, patients } = sums
  const [g11, g12, g22] = spreadOf(theta)
  const width = p * p + p + 3
  let [m11, m12, m22, residual] = [0, 0, 0, 0]
  for (let i = 0; i < patients; i++) {
    const o = i * stride
    const k = i * width
    const t = o + p * p
    let w1 = at(scratch, k + p * p)
    let w2 = at(scratch, k + p * p + 1)
    let r1 = at(data, t)
    let r2 = at(data, t + 1)
    let rr = at(data, t + p)
    for (let a = 0; a < p; a++) {
      const ba = at(b, a)
      w1 -= at(scratch, k + a) * ba
      w2 -= at(scratch, k + p + a) * ba
      r1 -= at(data, o + a) * ba
      r2 -= at(data, o + p + a) * ba
      rr -= 2 * ba * at(data, t + a)
      for (let d = 0; d < p; d++) rr += ba * at(b, d) * at(data, o + a * p + d)
    }
    m11 += w1 * w1 - at(scratch, k)
    m12 += w1 * w2 - at(scratch, k + 1)
    m22 += w2 * w2 - at(scratch, k + p + 1)
    const z11 = at(data, o)
    const z12 = at(data, o + 1)
    const z22 = at(data, o + p + 1)
    const u1 = g11 * w1 + g12 * w2
    const u2 = g12 * w1 + g22 * w2
    const left = rr - 2 * (u1 * r1 + u2 * r2) + u1 * u1 * z11 + 2 * u1 * u2 * z12 + u2 * u2 * z22
    const f = k + p * p + p
    const trace =
      at(data, o + stride - 1) - (at(scratch, f) * z11 + 2 * at(scratch, f + 1) * z12 + at(scratch, f + 2) * z22)
    residual += left / (s2 * s2) - trace / s2
    if (c) {
      const h = restrictedPart(sums, o, scratch, k, c, [g11, g12, g22], s2)
      m11 += h[0]
      m12 += h[1]
      m22 += h[2]
      residual += h[3]
    }
  }
  return { m11, m12, m22, residual: residual / 2 }
}

/** Q C Q′ with Q = Z′V⁻¹X, and tr(C X′V⁻²X): what not knowing b exactly adds. */
function restrictedPart(
  { p, data }: Sums,
  o: number,
  scratch: Float64Array,
  k: number,
  c: readonly number[],
  g: readonly [number, number, number],
  s2: number,
): readonly [number, number, number, number] {
  let [h11, h12, h22, trace] = [0, 0, 0, 0]
  for (let a = 0; a < p; a++) {
    const qa1 = at(scratch, k + a)
    const qa2 = at(scratch, k + p + a)
    const ba1 = g[0] * qa1 + g[1] * qa2
    const ba2 = g[1] * qa1 + g[2] * qa2
    for (let d = 0; d < p; d++) {
      const cad = at(c, a * p + d)
      const qd1 = at(scratch, k + d)
      const qd2 = at(scratch, k + p + d)
      h11 += qa1 * cad * qd1
      h12 += qa1 * cad * qd2
      h22 += qa2 * cad * qd2
      const bd1 = g[0] * qd1 + g[1] * qd2
      const bd2 = g[1] * qd1 + g[2] * qd2
      const seen =
        at(data, o + a * p + d) -
        (at(data, o + a) * bd1 + at(data, o + p + a) * bd2) -
        (at(data, o + d) * ba1 + at(data, o + p + d) * ba2) +
        ba1 * (at(data, o) * bd1 + at(data, o + 1) * bd2) +
        ba2 * (at(data, o + 1) * bd1 + at(data, o + p + 1) * bd2)
      trace += (cad * seen) / (s2 * s2)
    }
  }
  return [h11, h12, h22, trace]
}

/** G = L L′. */
export function spreadOf([l11, l21, l22]: Theta): Spread {
  return [l11 * l11, l11 * l21, l21 * l21 + l22 * l22]
}

/** The root of G, and log s². A G that rounding made slightly impossible is taken as singular. */
export function thetaOf([level, cross, change]: Spread, residualVariance: number): Theta {
  const l11 = Math.sqrt(Math.max(0, level))
  const l21 = l11 > 0 ? cross / l11 : 0
  return [l11, l21, Math.sqrt(Math.max(0, change - l21 * l21)), Math.log(residualVariance)]
}

type Parts = {
  readonly theta: Theta
  readonly s2: number
  readonly prior: Prior | null
  readonly logLik: number
  readonly fixed: readonly number[]
  readonly fixedCovariance: readonly number[]
  readonly slopes: Slopes
}

/** Adds the prior: inverse Wishart on G, its like on s², normal on b. */
function withPrior({ theta, s2, prior, logLik, fixed, fixedCovariance, slopes }: Parts): Evaluation {
  let { m11, m12, m22, residual } = slopes
  let objective = logLik
  if (prior) {
    const [g11, g12, g22] = spreadOf(theta)
    const det = g11 * g22 - g12 * g12
    const [i11, i12, i22] = [g22 / det, -g12 / det, g11 / det]
    const [p11, p12, p22] = prior.spread
    const trace = i11 * p11 + 2 * i12 * p12 + i22 * p22
    const off = fixed.map((b, i) => b - at(prior.fixed, i))
    objective -= 0.5 * prior.people * (Math.log(det) + trace)
    objective -= 0.5 * prior.scores * (theta[3] + prior.residualVariance / s2)
    objective -= 0.5 * quadratic(prior.fixedPrecision, off)
    // ν₀ (G⁻¹ G₀ G⁻¹ − G⁻¹)
    const [a11, a12, a21, a22] = [
      i11 * p11 + i12 * p12,
      i11 * p12 + i12 * p22,
      i12 * p11 + i22 * p12,
      i12 * p12 + i22 * p22,
    ]
    m11 += prior.people * (a11 * i11 + a12 * i12 - i11)
    m12 += prior.people * (a11 * i12 + a12 * i22 - i12)
    m22 += prior.people * (a21 * i12 + a22 * i22 - i22)
    residual += 0.5 * prior.scores * (prior.residualVariance / (s2 * s2) - 1 / s2)
  }
  const [l11, l21, l22] = theta
  const slope: Theta = [m11 * l11 + m12 * l21, m12 * l11 + m22 * l21, m22 * l22, residual * s2]
  return { objective, logLik, fixed, fixedCovariance, spreadSlope: [m11, m12, m22], residualSlope: residual, slope }
}
