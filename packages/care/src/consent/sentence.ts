/** One sentence of a consent, with what it rests on. */

/** A sentence as the patient reads it. */
export type ConsentSentence = {
  /** A published rate that stands before the words, such as `About 1 in 1,000`; null for most. */
  readonly figure: string | null
  readonly text: string
  /** Ids of citations, such as `S41`. */
  readonly sources: readonly string[]
  /** No source that we could open supports it yet, or the clinic wrote it itself. */
  readonly unreviewed: boolean
}

export const WHENS = [
  'always',
  'near-lungs',
  'neck',
  'near-spine',
  'buttock',
  'thigh',
  'abdomen',
  'electrical',
  'pregnancy',
  'student',
  'photographs',
  'not-acupuncture',
  'written-by-law',
  'training-by-law',
] as const
/** When a part or a sentence is in the text. `always`, or what was chosen, or what the place's rules ask for. */
export type When = (typeof WHENS)[number]

/** A sentence of a template. */
export type TemplateSentence = ConsentSentence & {
  /** What it tells, such as `stop-any-time`, when every text must tell it in some words (CON-9); else null. */
  readonly tells: string | null
  readonly when: When
}

/** A sentence that these sources support. */
export function said(text: string, ...sources: readonly [string, ...string[]]): TemplateSentence {
  return { figure: null, text, sources, unreviewed: false, tells: null, when: 'always' }
}

/** A sentence without a source. */
export function unchecked(text: string): TemplateSentence {
  return { figure: null, text, sources: [], unreviewed: true, tells: null, when: 'always' }
}

/** A published rate with the number of treatments behind it, and its sources. */
export function rate(figure: string, text: string, ...sources: readonly [string, ...string[]]): TemplateSentence {
  return { ...said(text, ...sources), figure }
}

/** The sentence tells something that no version of the text may leave out. */
export function must(tells: string, sentence: TemplateSentence): TemplateSentence {
  return { ...sentence, tells }
}

/** The sentence is there only then. */
export function only(when: When, sentence: TemplateSentence): TemplateSentence {
  return { ...sentence, when }
}
