/**
 * When a rule holds, as data: conditions over three-way answers.
 *
 * They are judged by Kleene's logic and hold no negation, so that one more yes can only make a condition truer, and
 * something unknown stays unknown until it can't matter any more.
 */
import type { Answer } from '../kernel/index.ts'
import type { QuestionId } from './questions.ts'

export type Condition =
  | { readonly kind: 'yes'; readonly question: QuestionId }
  | { readonly kind: 'age'; readonly from: number; readonly below: number }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Condition[] }

type Part = QuestionId | Condition

const asCondition = (part: Part): Condition => (typeof part === 'string' ? { kind: 'yes', question: part } : part)

export function yes(question: QuestionId): Condition {
  return { kind: 'yes', question }
}

export function any(...parts: readonly Part[]): Condition {
  return atLeast(1, ...parts)
}

export function all(...parts: readonly Part[]): Condition {
  return atLeast(parts.length, ...parts)
}

export function atLeast(count: number, ...parts: readonly Part[]): Condition {
  return { kind: 'at-least', count, of: parts.map(asCondition) }
}

/** Whole years, `from` included, `below` excluded. */
export function aged(from: number, below = Number.POSITIVE_INFINITY): Condition {
  return { kind: 'age', from, below }
}

export type ConditionFacts = {
  readonly answerOf: (question: QuestionId) => Answer
  readonly ageYears: number
}

export function judge(condition: Condition, facts: ConditionFacts): Answer {
  switch (condition.kind) {
    case 'yes':
      return facts.answerOf(condition.question)
    case 'age':
      return facts.ageYears >= condition.from && facts.ageYears < condition.below ? 'yes' : 'no'
    case 'at-least': {
      let sure = 0
      let possible = 0
      for (const part of condition.of) {
        const answer = judge(part, facts)
        if (answer === 'yes') sure += 1
        if (answer !== 'no') possible += 1
      }
      if (sure >= condition.count) return 'yes'
      return possible >= condition.count ? 'unknown' : 'no'
    }
  }
}

/** Every question that the condition reads, each once. */
export function questionsOf(condition: Condition): readonly QuestionId[] {
  if (condition.kind === 'yes') return [condition.question]
  if (condition.kind === 'age') return []
  return [...new Set(condition.of.flatMap(questionsOf))]
}
