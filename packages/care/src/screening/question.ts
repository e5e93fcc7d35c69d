/** What a screening question is, and what an answer to it may say. */
import type { Region } from '../atlas/index.ts'
import type { Answer } from '../kernel/index.ts'

export const QUESTION_GROUPS = [
  { id: 'today', title: 'Today' },
  { id: 'warning-signs', title: 'Warning signs' },
  { id: 'your-pain', title: 'Your pain' },
  { id: 'bleeding-and-medicine', title: 'Bleeding and medicine' },
  { id: 'your-health', title: 'Your health' },
  { id: 'pregnancy', title: 'Pregnancy and periods' },
  { id: 'implants-and-operations', title: 'Implants and operations' },
  { id: 'needles-before', title: 'Needles and you' },
  { id: 'clinician', title: 'For the clinician' },
] as const
export type QuestionGroup = (typeof QUESTION_GROUPS)[number]['id']

/** What a question wants: yes, no or not sure; words of one's own; or a whole number of weeks. */
export const QUESTION_KINDS = ['yes-no', 'text', 'weeks'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export type Question = {
  readonly id: string
  readonly group: QuestionGroup
  readonly kind: QuestionKind
  /** In plain words, as the patient reads it; one thing a question. */
  readonly text: string
  readonly why: string
  /** A hard stop hangs on it: until it is answered yes or no, nobody may needle. */
  readonly mustAsk: boolean
  /** A yes needs the regions of the body that it concerns; an empty list means: somewhere else. */
  readonly asksWhere: boolean
  /** Asked only while that question isn't answered no. A detail in words or weeks: only after a yes. */
  readonly onlyIf: string | null
  /** Asked only of people younger than this; null = of all. */
  readonly onlyBelowAge: number | null
}

/** One answer. `regions` counts only where the question asks where; a text or a number stands in `note` or `weeks`. */
export type GivenAnswer = {
  readonly answer: Answer
  readonly note?: string
  readonly regions?: readonly Region[]
  /** Whole weeks, 0 to 45. */
  readonly weeks?: number
  /** The clinician's words on why the tick stands although a text contradicts it. */
  readonly settled?: string
}

type Options = {
  readonly mustAsk?: boolean
  readonly asksWhere?: boolean
  readonly onlyIf?: string
  readonly onlyBelowAge?: number
  readonly kind?: QuestionKind
}

/** One line of the question list. */
export function question<const Id extends string>(
  id: Id,
  group: QuestionGroup,
  text: string,
  why: string,
  { kind = 'yes-no', mustAsk = false, asksWhere = false, onlyIf, onlyBelowAge }: Options = {},
): Question & { readonly id: Id } {
  const when = { onlyIf: onlyIf ?? null, onlyBelowAge: onlyBelowAge ?? null }
  return { id, group, kind, text, why, mustAsk, asksWhere, ...when }
}
