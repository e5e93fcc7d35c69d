/** How good a forecast was, once the score is there. Gneiting & Raftery 2007, doi:10.1198/016214506000001437. */
import type { Pmf } from './fold.ts'
import type { Normal } from './model.ts'
import { normalCdf, normalDensity } from './normal.ts'

/** Continuous ranked probability score of a normal forecast (points; lower is better; |y − m| where the SD is 0). */
export function crps({ mean, sd }: Normal, score: number): number {
  if (sd === 0) return Math.abs(score - mean)
  const z = (score - mean) / sd
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI))
}

/** The same of a folded forecast, in points: the ranked probability score. */
export function crpsOfPmf({ lowest, p }: Pmf, score: number): number {
  let below = 0
  let sum = 0
  // Between two values the distribution is flat, so each step counts its length on either side of the score.
  for (const [k, probability] of p.entries()) {
    below += probability
    const from = lowest + k
    const before = Math.min(1, Math.max(0, score - from))
    if (k < p.length - 1) sum += before * below ** 2 + (1 - before) * (1 - below) ** 2
  }
  return sum
}

/** Where the score fell in a normal forecast: even over 0 to 1 when forecasts are honest (probability integral transform). */
export function pitOf({ mean, sd }: Normal, score: number): number {
  return normalCdf((score - mean) / sd)
}

/** The same in a folded forecast; `jitter` (0 to 1, given by the caller) spreads the weight of the score itself. */
export function pitOfPmf({ lowest, p }: Pmf, score: number, jitter: number): number {
  const below = p.reduce((sum, probability, k) => (lowest + k < score ? sum + probability : sum), 0)
  return below + jitter * (p[score - lowest] ?? 0)
}
