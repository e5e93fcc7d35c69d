/** The questions in the order in which they are asked, and the words for how sure we are. */
import type { CalendarDay } from '../kernel/index.ts'
import type { ClaimCertainty } from './claim.ts'
import type { PublicQuestion } from './question.ts'
import { A_SESSION, HOW_IT_MAY_HELP, WHAT_IT_IS } from './questions-what.ts'
import { HOW_SOON, RIGHT_FOR_ME, WHAT_GOES_WITH_IT, WHAT_OTHERS_SAY } from './questions-when.ts'
import { DOES_IT_HURT, WHO_ASKS_FIRST, WHO_MAY_BENEFIT } from './questions-who.ts'

export const PUBLIC_QUESTIONS: readonly PublicQuestion[] = [
  WHAT_IT_IS,
  HOW_IT_MAY_HELP,
  A_SESSION,
  WHO_MAY_BENEFIT,
  WHO_ASKS_FIRST,
  DOES_IT_HURT,
  HOW_SOON,
  WHAT_GOES_WITH_IT,
  RIGHT_FOR_ME,
  WHAT_OTHERS_SAY,
]

/** When these words were written; no clinician has reviewed them yet. */
export const WRITTEN_ON = '2026-11-25' as CalendarDay

export const CERTAINTY_WORDS: Readonly<Record<ClaimCertainty, string>> = {
  fact: 'A fact',
  high: 'Sure',
  moderate: 'Fairly sure',
  low: 'Not very sure',
  'very-low': 'Hardly known',
  opinion: 'What clinicians advise',
  unknown: 'Not known',
}

export function publicQuestion(id: string): PublicQuestion | null {
  return PUBLIC_QUESTIONS.find((question) => question.id === id) ?? null
}
