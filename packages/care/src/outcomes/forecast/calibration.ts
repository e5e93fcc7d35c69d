/** Whether forecasts keep their word: over many of them, each made before its score was known. */
import { crps, pitOf } from './score-rules.ts'
import type { Normal } from './model.ts'
import { normalQuantile } from './normal.ts'

/** A forecast and the score that tested it. `said`: the probability given to an event, and whether it came. */
export type Tested = {
  readonly forecast: Normal
  readonly score: number
  readonly said?: { readonly probability: number; readonly came: boolean } | undefined
}

export type Calibration = {
  readonly forecasts: number
  /** Mean absolute error of the forecast's mean, and mean of score − mean. Points. */
  readonly mae: number
  readonly bias: number
  readonly crps: number
  /** Share of scores within the central interval; 0.5, 0.8 and 0.95 are right. */
  readonly coverage50: number
  readonly coverage80: number
  readonly coverage95: number
  /** 0.5 and 1/12 are right. */
  readonly pitMean: number
  readonly pitVariance: number
  /** Ten equal bins, and Pearson's chi-square against even (9 degrees of freedom). */
  readonly pitBins: readonly number[]
  readonly pitChiSquare: number
  /** Slope of the scores on the forecasts' means; 1 is right, null where the means don't differ. */
  readonly slope: number | null
  /** Mean squared error of the probabilities, and the slope of what came on what was said; null where nothing was said. */
  readonly brier: number | null
  readonly reliabilitySlope: number | null
}

/** Figures over forecasts that were tested; null when there are none, because no figure would mean anything. */
export function calibration(tested: readonly Tested[]): Calibration | null {
  if (tested.length === 0) return null
  const errors = tested.map(({ forecast, score }) => score - forecast.mean)
  const pits = tested.map(({ forecast, score }) => pitOf(forecast, score))
  const pitMean = meanOf(pits)
  const bins = Array.from(
    { length: 10 },
    (_, bin) => pits.filter((pit) => Math.min(9, Math.floor(pit * 10)) === bin).length,
  )
  const even = tested.length / 10
  const said = tested.flatMap((one) => (one.said ? [one.said] : []))
  return {
    forecasts: tested.length,
    mae: meanOf(errors.map(Math.abs)),
    bias: meanOf(errors),
    crps: meanOf(tested.map(({ forecast, score }) => crps(forecast, score))),
    coverage50: coverageOf(tested, 0.5),
    coverage80: coverageOf(tested, 0.8),
    coverage95: coverageOf(tested, 0.95),
    pitMean,
    pitVariance: meanOf(pits.map((pit) => (pit - pitMean) ** 2)),
    pitBins: bins,
    pitChiSquare: bins.reduce((sum, count) => sum + (count - even) ** 2 / even, 0),
    slope: slopeOf(
      tested.map(({ forecast }) => forecast.mean),
      tested.map(({ score }) => score),
    ),
    brier: said.length === 0 ? null : meanOf(said.map(({ probability, came }) => (probability - Number(came)) ** 2)),
    reliabilitySlope: slopeOf(
      said.map(({ probability }) => probability),
      said.map(({ came }) => Number(came)),
    ),
  }
}

/** The share of scores within the central interval of that share. */
function coverageOf(tested: readonly Tested[], share: number): number {
  const reach = normalQuantile((1 + share) / 2)
  return meanOf(tested.map(({ forecast, score }) => Number(Math.abs(score - forecast.mean) <= reach * forecast.sd)))
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Least squares slope of y on x; null where x doesn't vary. */
function slopeOf(x: readonly number[], y: readonly number[]): number | null {
  const [mx, my] = [meanOf(x), meanOf(y)]
  const sxx = x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
  const sxy = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0)
  return sxx > 1e-12 ? sxy / sxx : null
}
