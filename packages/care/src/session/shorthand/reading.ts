/** What a line of shorthand was read as. Every character of it belongs to a token, to a space or to a separator. */
import type { MuscleId, Site } from '../../atlas/index.ts'
import type { NeedleDetail } from '../needle.ts'
import type { DetailProblem, SiteProblem } from '../problem.ts'

/** A needle that a line asks for, complete and possible, not yet placed. */
export type NeedleDraft = {
  /** Which part of the line, from 0; `;` begins the next. */
  readonly part: number
  readonly site: Site
  readonly detail: NeedleDetail
}

export const TOKEN_MEANINGS = [
  'side',
  'muscle',
  'level',
  'size',
  'depth',
  'direction',
  'technique',
  'current',
  'twitch',
  'pain',
  'referred',
  'bleeding',
  'dwell',
  'lot',
  'separator',
  'not-understood',
] as const
export type TokenMeaning = (typeof TOKEN_MEANINGS)[number]

export type ShorthandToken = {
  readonly text: string
  /** Place in the line: from, and the first place after it (in UTF-16 units, as `slice` takes them). */
  readonly start: number
  readonly end: number
  readonly part: number
  readonly meaning: TokenMeaning
  /** What it says, in words: `Right`, `0.30 × 50 mm`, `not understood`. */
  readonly words: string
}

type At = { readonly part: number; readonly start: number; readonly end: number; readonly words: string }

export type ShorthandProblem = At &
  (
    | { readonly code: 'not-understood'; readonly text: string }
    | { readonly code: 'muscle-missing' }
    | { readonly code: 'muscle-ambiguous'; readonly candidates: readonly MuscleId[] }
    | { readonly code: 'side-missing' }
    // Said twice, the same way or not: nobody guesses which was meant.
    | { readonly code: 'said-twice'; readonly what: TokenMeaning }
    | { readonly code: 'impossible'; readonly problem: DetailProblem | SiteProblem }
    | { readonly code: 'line-too-long'; readonly limit: number }
    | { readonly code: 'too-many-needles'; readonly limit: number }
  )

/** With a problem there are no needles: a line is placed whole or not at all. */
export type ShorthandReading = {
  readonly needles: readonly NeedleDraft[]
  readonly tokens: readonly ShorthandToken[]
  readonly problems: readonly ShorthandProblem[]
}

/** What could come next, and what it would mean. */
export type Suggestion = {
  /** What stands in the line instead of `start`..`end` when it is chosen. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly meaning: TokenMeaning
  readonly words: string
}
