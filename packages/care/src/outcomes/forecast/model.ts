/**
 * The model of a course of scores, as data.
 *
 * Patient i, week w since the first session: score = X b + Z u + e with X = (1, x, covariates), Z = (1, x),
 * x = 1 − exp(−w/τ); u ~ N(0, G) says how this patient's level and change differ from the average,
 * e ~ N(0, s² R) is noise. Laird & Ware 1982, doi:10.2307/2529876.
 *
 * The change is along a saturating curve because a straight line runs off the scale by week 12, and because the natural
 * course of low back pain flattens after weeks 4 to 7 (Kongsted & Leboeuf-Yde 2010; Costa 2012). What the model gives is the
 * expected course under this care: sham and untreated arms improve too, so it never says what the needle did.
 */

/** One score of one series: weeks since the first session (0 or more, fractions allowed) and the value. */
export type Score = { readonly week: number; readonly score: number }

/** The scores of one patient in one series. Covariates (0/1 or numbers, the same list for everybody) shift the level. */
export type Course = { readonly scores: readonly Score[]; readonly covariates?: readonly number[] | undefined }

/**
 * How noise hangs together in time. Independent: R = I. OU: R_jk = (1 − noiseShare) exp(−|w_j − w_k| / lengthWeeks), 1 on
 * the diagonal; `noiseShare` 0 is the plain Ornstein–Uhlenbeck process, for ratings less than about 4 days apart.
 */
export type Residual =
  | { readonly kind: 'independent' }
  | { readonly kind: 'ou'; readonly lengthWeeks: number; readonly noiseShare: number }

/** What is fixed before a fit: the curve's speed (weeks) and the kind of noise. */
export type Shape = { readonly tauWeeks: number; readonly residual: Residual }

/** Lowest and highest value that a series can take. Whole numbers between them are its values. */
export type Scale = { readonly lowest: number; readonly highest: number }

/** G as [level variance, covariance, variance of the change]. Units: points squared. */
export type Spread = readonly [level: number, covariance: number, change: number]

/** A population that forecasts can be made from: fitted, or the shipped prior, or both in one. */
export type Population = {
  readonly shape: Shape
  /** b: the mean level at week 0, the mean change when the course has run out, then one shift for each covariate. */
  readonly fixed: readonly number[]
  /** Cov(b̂), row by row: how well the means themselves are known. */
  readonly fixedCovariance: readonly number[]
  readonly spread: Spread
  /** s² */
  readonly residualVariance: number
  /**
   * How much people differ in their noise: SD of the log of a patient's own noise variance; 0 or absent = everybody's is s².
   * Some people answer 7 week after week, others swing: knowing which helps their forecasts.
   */
  readonly noiseSpread?: number
  /** How many people's courses were learned from; 0 for a bare prior. A forecast is never shown without it. */
  readonly people: number
}

/** A normal distribution: what a forecast is before it is folded to the scale. Points. */
export type Normal = { readonly mean: number; readonly sd: number }

export const NPRS_SCALE: Scale = { lowest: 0, highest: 10 }
export const PLAIN_SHAPE: Shape = { tauWeeks: 3, residual: { kind: 'independent' } }

/** x = 1 − exp(−w/τ): 0 at the first session, towards 1 later. */
export function courseAt(week: number, tauWeeks: number): number {
  return -Math.expm1(-week / tauWeeks)
}
