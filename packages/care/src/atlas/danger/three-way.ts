/**
 * Three-way conditions without negation (Kleene's logic): one more *unknown* can make a condition less certain, never false,
 * so that what nobody knows never makes a place look milder.
 */
import type { Answer } from '../../kernel/index.ts'

const RANK: Readonly<Record<Answer, number>> = { no: 0, unknown: 1, yes: 2 }

/** The least certain of the parts: all of them must hold. */
export function all(first: Answer, ...rest: readonly Answer[]): Answer {
  return rest.reduce((least, part) => (RANK[part] < RANK[least] ? part : least), first)
}

/** The most certain of the parts: one of them is enough. */
export function any(first: Answer, ...rest: readonly Answer[]): Answer {
  return rest.reduce((most, part) => (RANK[part] > RANK[most] ? part : most), first)
}

export function when(condition: boolean): Answer {
  return condition ? 'yes' : 'no'
}

/** Whether a value is one of those; unknown when nobody said it. */
export function isOneOf<T extends string>(value: T, wanted: readonly NoInfer<T>[], unsaid: NoInfer<T>): Answer {
  return value === unsaid ? 'unknown' : when(wanted.includes(value))
}

/** Whether a length is at least so long; unknown when nobody measured. */
export function reaches(lengthMm: number | null, fromMm: number): Answer {
  return lengthMm === null ? 'unknown' : when(lengthMm >= fromMm)
}

/** Whether a length is longer than that; unknown when nobody measured. */
export function exceeds(lengthMm: number | null, limitMm: number): Answer {
  return lengthMm === null ? 'unknown' : when(lengthMm > limitMm)
}
