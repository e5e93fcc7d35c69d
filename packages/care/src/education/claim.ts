/**
 * A public sentence: what is said, how sure we are, and on what it rests.
 *
 * A sentence without a source says that it is unreviewed; one that nobody studied says so, too. Nothing else can be published.
 */
import { isCited } from '../evidence/index.ts'
import { assert } from '../kernel/index.ts'

/**
 * How sure. The middle ones follow GRADE as the source or our reading of it states it; `fact` is a measure or a law;
 * `opinion` is what clinicians advise; `unknown`: looked for and not found.
 */
export const CERTAINTIES = ['fact', 'high', 'moderate', 'low', 'very-low', 'opinion', 'unknown'] as const
export type ClaimCertainty = (typeof CERTAINTIES)[number]

export type Claim = {
  readonly text: string
  readonly certainty: ClaimCertainty
  /** Ids of citations. */
  readonly sources: readonly string[]
  /** No source that we read supports it yet: a clinician must approve it. */
  readonly unreviewed: boolean
}

/** A sentence with the sources that it rests on. */
export function said(text: string, certainty: ClaimCertainty, ...sources: readonly string[]): Claim {
  assert(sources.length > 0, `a sentence without a source: ${text}`)
  for (const source of sources) assert(isCited(source), `${source} is in no register: ${text}`)
  return { text, certainty, sources, unreviewed: false }
}

/** A sentence that no source supports yet. */
export function unchecked(text: string, certainty: 'opinion' | 'unknown' | 'very-low' = 'opinion'): Claim {
  return { text, certainty, sources: [], unreviewed: true }
}
