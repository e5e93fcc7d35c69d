/**
 * All questions of a first screening, as data.
 *
 * One list for every reader: the page, the API, the rules and the docs. Blank is never no.
 */
import { HEALTH_QUESTIONS } from './questions-health.ts'
import { RED_FLAG_QUESTIONS } from './questions-red-flags.ts'
import type { GivenAnswer, Question } from './question.ts'

export const QUESTIONS = [...RED_FLAG_QUESTIONS, ...HEALTH_QUESTIONS] as const

export type QuestionId = (typeof QUESTIONS)[number]['id']
export const QUESTION_IDS: readonly QuestionId[] = QUESTIONS.map((question) => question.id)

/** What was answered; a question that isn't there wasn't answered, which is not a no. */
export type Answers = Readonly<Partial<Record<QuestionId, GivenAnswer>>>

const byId: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((question) => [question.id, question]))

export function findQuestion(id: string): Question | undefined {
  return byId.get(id)
}
