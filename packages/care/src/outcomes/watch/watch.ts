/**
 * Whether a clinic's own forecasts keep their word, and what speaks when they don't.
 *
 * Each forecast was stored before the score that tests it. When the rolling 80 % interval holds less than 70 or more than
 * 90 of 100, the model is set aside for a plain rule: the last score, give or take the clinic's own error of just that.
 */
import { type Calibration, calibration, meanOf, type Tested } from '../forecast/calibration.ts'
import type { Normal } from '../forecast/model.ts'
import { crps } from '../forecast/score-rules.ts'

/** How many of the newest tests count. Fewer than the least say nothing: 20 tests are off by 9 points by chance alone. */
export const WATCH_WINDOW = 200
const LEAST_TESTS = 40
const COVERAGE_LEAST = 0.7
const COVERAGE_MOST = 0.9

export type WatchedTest = { readonly forecast: Normal; readonly lastValue: number; readonly score: number }

export type Watch = {
  readonly state: 'too-few' | 'holds' | 'fell-back'
  readonly figures: Calibration | null
  /** Of the last value with its own error; null without tests. */
  readonly crpsLastValue: number | null
  /** Root mean square error of the last value; null without tests. */
  readonly lastValueSd: number | null
}

/** Looks at the newest tests, newest first. */
export function watchForecasts(tests: readonly WatchedTest[]): Watch {
  const recent = tests.slice(0, WATCH_WINDOW)
  const figures = calibration(recent.map(({ forecast, score }): Tested => ({ forecast, score })))
  if (!figures) return { state: 'too-few', figures: null, crpsLastValue: null, lastValueSd: null }
  const lastValueSd = Math.sqrt(meanOf(recent.map(({ lastValue, score }) => (score - lastValue) ** 2)))
  const crpsLastValue = meanOf(recent.map(({ lastValue, score }) => crps({ mean: lastValue, sd: lastValueSd }, score)))
  const isOff = figures.coverage80 < COVERAGE_LEAST || figures.coverage80 > COVERAGE_MOST
  const state = recent.length < LEAST_TESTS ? 'too-few' : isOff ? 'fell-back' : 'holds'
  return { state, figures, crpsLastValue, lastValueSd }
}
