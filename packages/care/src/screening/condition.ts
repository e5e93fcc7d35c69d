/**
 * When a rule holds, as data: conditions over three-way answers.
 *
 * They are judged by Kleene's logic and hold no negation, so that one more yes can only make a condition truer, and
 * something unknown stays unknown until it can't matter any more. A condition is compiled once into a function over numbers:
 * a clinic's whole list can be judged again when a rule changes.
 */
import type { Answer } from '../kernel/index.ts'
import { indexOfQuestion, type QuestionId } from './questions.ts'

export type Condition =
  | { readonly kind: 'yes'; readonly question: QuestionId }
  | { readonly kind: 'age'; readonly from: number; readonly below: number }
  | { readonly kind: 'weeks'; readonly below: number }
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

/** Whole years, `from` included, `below` excluded. Unknown while the age is. */
export function aged(from: number, below = Number.POSITIVE_INFINITY): Condition {
  return { kind: 'age', from, below }
}

/** Whole weeks of pregnancy as somebody counted them, `below` excluded. No while nobody gave a number. */
export function weeksBelow(below: number): Condition {
  return { kind: 'weeks', below }
}

/** 0 no, 1 unknown, 2 yes: so that more is never milder. */
export type Truth = 0 | 1 | 2

export type Facts = {
  /** One truth for each question, in the order of the questions. */
  readonly answers: Readonly<Uint8Array>
  /** Whole years; null when nobody knows. */
  readonly ageYears: number | null
  /** Whole weeks of pregnancy; null when nobody said. */
  readonly weeks: number | null
}

export type Judge = (facts: Facts) => Truth

export function compile(condition: Condition): Judge {
  switch (condition.kind) {
    case 'yes': {
      const index = indexOfQuestion(condition.question)
      return (facts) => facts.answers[index] as Truth
    }
    case 'age': {
      const { from, below } = condition
      return ({ ageYears }) => (ageYears === null ? 1 : ageYears >= from && ageYears < below ? 2 : 0)
    }
    case 'weeks': {
      const { below } = condition
      return ({ weeks }) => (weeks !== null && weeks < below ? 2 : 0)
    }
    case 'at-least':
      return compileAtLeast(condition.count, condition.of.map(compile))
  }
}

function compileAtLeast(count: number, parts: readonly Judge[]): Judge {
  return (facts) => {
    let sure = 0
    let possible = 0
    for (const part of parts) {
      const truth = part(facts)
      if (truth === 2) sure += 1
      if (truth !== 0) possible += 1
    }
    if (sure >= count) return 2
    return possible >= count ? 1 : 0
  }
}

export function truthOf(answer: Answer): Truth {
  return answer === 'yes' ? 2 : answer === 'no' ? 0 : 1
}

/** Every question that the condition reads, each once. */
export function questionsOf(condition: Condition): readonly QuestionId[] {
  switch (condition.kind) {
    case 'yes':
      return [condition.question]
    case 'age':
      return []
    case 'weeks':
      return ['pregnancy-weeks']
    case 'at-least':
      return [...new Set(condition.of.flatMap(questionsOf))]
  }
}
