/** Where words contradict ticks in a draft. What was settled is shown all the same, so that its words can be changed. */
import { type Contradiction, contradictionsIn } from '@unknot/care/screening'
import type { QuestionWire } from '@unknot/wire/screening'
import { bodyOf, type Draft } from './draft.ts'

export function contradictionsOf(
  questions: readonly QuestionWire[],
  draft: Draft,
  ageYears: number | null,
): readonly Contradiction[] {
  const unsettled = Object.entries(draft).map(([id, given]) => [id, { ...given, settled: '' }] as const)
  return contradictionsIn(bodyOf(questions, Object.fromEntries(unsettled), ageYears))
}
