/**
 * The re-check before each session: the last answers, and five things asked again. Safety facts 5a: "anything changed?
 * pregnant? infection? thinners? last reaction?"
 *
 * What is *no* now makes the questions about the present no. What is *yes* or *not sure* takes their old answers away, so that
 * each is asked anew; a blank is then missing, and never the answer of last time.
 */
import type { Answer } from '../kernel/index.ts'
import type { Answers, QuestionId } from './questions.ts'

export type RecheckItem = {
  readonly id: RecheckId
  readonly text: string
  /** Asked anew when it isn't no. */
  readonly questions: readonly QuestionId[]
  /** Those of them that are about now: a no answers each. The others keep the answer of last time. */
  readonly nowQuestions: readonly QuestionId[]
}

export const RECHECK_IDS = ['pregnancy', 'medicine', 'infection', 'nerves', 'reaction'] as const
export type RecheckId = (typeof RECHECK_IDS)[number]

const NERVE_SIGNS: readonly QuestionId[] = [
  'bladder-or-bowel',
  'saddle-numbness',
  'sexual-function',
  'both-legs',
  'leg-weaker',
]

export const RECHECK_ITEMS: readonly RecheckItem[] = [
  {
    id: 'pregnancy',
    text: 'Could you be pregnant now, or has something changed in your pregnancy?',
    questions: ['pregnant', 'pregnancy-weeks', 'first-trimester', 'new-to-needling-in-pregnancy', 'maybe-pregnant'],
    nowQuestions: [],
  },
  {
    id: 'medicine',
    text: 'Do you take a new medicine, or has a doctor found something new?',
    questions: [
      'medicines',
      'blood-thinner',
      'thinner-which',
      'thinner-last-dose',
      'inr-not-known',
      'bleeds-long',
      'weak-immunity',
      'few-white-cells',
      'steroids',
      'sedatives',
      'diabetes',
      'implanted-device',
      'recent-surgery',
      'cancer',
    ],
    nowQuestions: [],
  },
  {
    id: 'infection',
    text: 'Do you have a fever or an infection, or do you feel ill?',
    questions: ['medical-emergency', 'fever', 'ill-today', 'skin-problem', 'recent-infection', 'sepsis-signs'],
    nowQuestions: ['medical-emergency', 'fever', 'ill-today', 'sepsis-signs'],
  },
  {
    id: 'nerves',
    text: 'Is anything new with bladder, bowel or sex, numb between the legs, weak in a leg, or in both legs?',
    questions: [...NERVE_SIGNS, 'leg-weaker-fast'],
    nowQuestions: NERVE_SIGNS,
  },
  {
    id: 'reaction',
    text: 'Did anything go wrong after the last needles: breath, chest, bleeding, fainting, or pain that stayed?',
    questions: ['reaction-before', 'reaction-before-serious', 'chest-or-breath', 'swollen-leg'],
    nowQuestions: ['chest-or-breath', 'swollen-leg'],
  },
]

export type RecheckAnswers = Readonly<Record<RecheckId, Answer>>

/** The answers of the new screening: `fresh` above all, then what the five say, then those of last time. */
export function recheck(last: Answers, items: RecheckAnswers, fresh: Answers): Answers {
  const answers: Record<string, Answers[QuestionId]> = { ...last }
  for (const { id, questions, nowQuestions } of RECHECK_ITEMS) {
    if (items[id] === 'no') {
      for (const question of nowQuestions) answers[question] = { answer: 'no' }
    } else {
      for (const question of questions) delete answers[question]
    }
  }
  return { ...answers, ...fresh } as Answers
}

/** The questions that the five open, in the order of the five. */
export function questionsReopened(items: RecheckAnswers): readonly QuestionId[] {
  return RECHECK_ITEMS.filter(({ id }) => items[id] !== 'no').flatMap(({ questions }) => questions)
}
