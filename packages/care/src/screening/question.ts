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

export type Question = {
  readonly id: string
  readonly group: QuestionGroup
  /** In plain words, as the patient reads it; one thing a question. */
  readonly text: string
  readonly why: string
  /** A hard stop hangs on it: until it is answered yes or no, nobody may needle. */
  readonly mustAsk: boolean
  /** A yes needs the regions of the body that it concerns; an empty list means: somewhere else. */
  readonly asksWhere: boolean
  /** Asked only while that question isn't answered no. */
  readonly onlyIf: string | null
}

/** One answer. `regions` counts only where the question asks where. */
export type GivenAnswer = {
  readonly answer: Answer
  readonly note?: string
  readonly regions?: readonly Region[]
}

type Options = { readonly mustAsk?: boolean; readonly asksWhere?: boolean; readonly onlyIf?: string }

/** One line of the question list. */
export function question<const Id extends string>(
  id: Id,
  group: QuestionGroup,
  text: string,
  why: string,
  { mustAsk = false, asksWhere = false, onlyIf }: Options = {},
): Question & { readonly id: Id } {
  return { id, group, text, why, mustAsk, asksWhere, onlyIf: onlyIf ?? null }
}
