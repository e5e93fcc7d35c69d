/** One sentence of a consent, with what it rests on. */

export type ConsentSentence = {
  readonly text: string
  /** Ids of citations, such as `S41`. */
  readonly sources: readonly string[]
  /** No source that we could open supports it yet. */
  readonly unreviewed: boolean
}

/** A sentence that these sources support. */
export function said(text: string, ...sources: readonly [string, ...string[]]): ConsentSentence {
  return { text, sources, unreviewed: false }
}

/** A sentence without a source. */
export function unchecked(text: string): ConsentSentence {
  return { text, sources: [], unreviewed: true }
}
