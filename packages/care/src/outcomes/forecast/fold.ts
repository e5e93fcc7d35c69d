/** A normal distribution folded onto a scale of whole numbers: what lies beyond an end is heaped on that end. */
import type { Normal, Scale } from './model.ts'
import { normalCdf } from './normal.ts'

/** Probabilities of `lowest`, `lowest + 1`, …; they add up to 1. */
export type Pmf = { readonly lowest: number; readonly p: readonly number[] }

/** p(k) = Φ((k + ½ − m)/s) − Φ((k − ½ − m)/s); all below the lowest half on the lowest, all above on the highest. */
export function fold({ mean, sd }: Normal, { lowest, highest }: Scale): Pmf {
  const values = highest - lowest + 1
  const below = (edge: number) => (sd > 0 ? normalCdf((edge - mean) / sd) : Number(edge >= mean))
  const edges = Array.from({ length: values + 1 }, (_, k) => (k === 0 ? 0 : k === values ? 1 : below(lowest + k - 0.5)))
  return { lowest, p: edges.slice(1).map((edge, k) => Math.max(0, edge - (edges[k] ?? 0))) }
}

/** The lowest value at or below which at least this share lies. */
export function quantileOf({ lowest, p }: Pmf, share: number): number {
  let sum = 0
  for (const [k, probability] of p.entries()) {
    sum += probability
    if (sum >= share - 1e-12) return lowest + k
  }
  return lowest + p.length - 1
}

/** P(score > threshold) under the folded distribution. The threshold itself doesn't exceed. */
export function pExceeds({ lowest, p }: Pmf, threshold: number): number {
  return p.reduce((sum, probability, k) => (lowest + k > threshold ? sum + probability : sum), 0)
}

/** P(score ≤ value). */
export function pAtMost(pmf: Pmf, value: number): number {
  return 1 - pExceeds(pmf, value)
}
