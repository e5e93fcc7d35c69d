/** One question that people bring, and its answer in parts. Each part is a few sentences; a list may stand below them. */
import type { Claim } from './claim.ts'

/** What is drawn beside an answer. The picture is made from the atlas, never a photograph. */
export type Illustration = 'needle-to-scale' | 'muscle' | 'session-steps' | 'course' | 'none'

export type AnswerPart = {
  readonly title: string
  readonly claims: readonly Claim[]
  /** Read as a list of points. */
  readonly isList?: true
  /** Read as numbered steps. */
  readonly isSteps?: true
}

export type PublicQuestion = {
  /** Stands in the address: `does-it-hurt`. */
  readonly id: string
  readonly question: string
  /** The honest answer in a sentence or two. */
  readonly short: readonly Claim[]
  readonly parts: readonly AnswerPart[]
  readonly illustration: Illustration
  /** A page where somebody can go on from here. */
  readonly more?: { readonly path: string; readonly words: string }
}
