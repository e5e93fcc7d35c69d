/**
 * All questions of a first screening, as data.
 *
 * One list for every reader: the page, the API, the rules and the docs. Blank is never no.
 */
import { must } from '../kernel/index.ts'
import { HEALTH_QUESTIONS } from './questions-health.ts'
import { NEEDLE_QUESTIONS } from './questions-needles.ts'
import { RED_FLAG_QUESTIONS } from './questions-red-flags.ts'
import type { GivenAnswer, Question } from './question.ts'

const ALL = [...RED_FLAG_QUESTIONS, ...HEALTH_QUESTIONS, ...NEEDLE_QUESTIONS] as const

export type QuestionId = (typeof ALL)[number]['id']
export const QUESTIONS: readonly (Question & { readonly id: QuestionId })[] = ALL
export const QUESTION_IDS: readonly QuestionId[] = QUESTIONS.map((question) => question.id)

/** What was answered; a question that isn't there wasn't answered, which is not a no. */
export type Answers = Readonly<Partial<Record<QuestionId, GivenAnswer>>>

const indexes: ReadonlyMap<string, number> = new Map(QUESTION_IDS.map((id, index) => [id, index]))

export function findQuestion(id: string): Question | undefined {
  const index = indexes.get(id)
  return index === undefined ? undefined : QUESTIONS[index]
}

/** Its place in the list. A name that isn't in it is a bug: it throws. */
export function indexOfQuestion(id: string): number {
  return must(indexes.get(id), `no question ${id}`)
}
