/**
 * Answers as they are being given. Kept for this tab until they are saved, so that a reload loses nothing; gone when the tab
 * closes or the person signs out. Nothing is answered until somebody answers.
 */
import type { Region } from '@unknot/care/atlas'
import type { Answer, PatientId } from '@unknot/care/kernel'
import type { QuestionWire, ScreeningView } from '@unknot/wire/screening'

export type GivenDraft = {
  readonly answer: Answer
  readonly note: string
  /** Null: nobody has said where yet. An empty list: somewhere else. */
  readonly regions: readonly Region[] | null
}
export type Draft = Readonly<Partial<Record<QuestionWire['id'], GivenDraft>>>

/** A question that hangs on another is asked only once that one is answered, and not with no. */
export function askedOf(questions: readonly QuestionWire[], draft: Draft): readonly QuestionWire[] {
  return questions.filter(({ onlyIf }) => {
    if (onlyIf === null) return true
    const parent = draft[onlyIf]?.answer
    return parent !== undefined && parent !== 'no'
  })
}

/** In the order in which the page shows them, group by group. */
export function inGroups(
  groups: readonly { readonly id: string }[],
  questions: readonly QuestionWire[],
): readonly QuestionWire[] {
  return groups.flatMap((group) => questions.filter((question) => question.group === group.id))
}

export function withAnswer(draft: Draft, question: QuestionWire['id'], answer: Answer): Draft {
  const before = draft[question]
  return { ...draft, [question]: { answer, note: before?.note ?? '', regions: before?.regions ?? null } }
}

/** As the API takes it: only what is asked now, and `regions` only where somebody said where. */
export function bodyOf(questions: readonly QuestionWire[], draft: Draft) {
  const pairs = askedOf(questions, draft).flatMap((question) => {
    const given = draft[question.id]
    if (!given) return []
    const where = question.asksWhere && given.answer === 'yes' && given.regions !== null
    const note = given.note.trim()
    const body = {
      answer: given.answer,
      ...(note === '' ? {} : { note }),
      ...(where ? { regions: [...(given.regions ?? [])] } : {}),
    }
    return [[question.id, body] as const]
  })
  return Object.fromEntries(pairs)
}

/** The answers of an earlier screening. What nobody knew then is asked again. */
export function draftFrom(screening: ScreeningView): Draft {
  const known = Object.entries(screening.answers).filter(([, given]) => given.answer !== 'unknown')
  return Object.fromEntries(
    known.map(([id, given]) => [
      id,
      { answer: given.answer, note: given.note ?? '', regions: given.regions ?? null } satisfies GivenDraft,
    ]),
  )
}

const keyFor = (patient: PatientId) => `unknot-screening-${patient}`

export function keepDraft(patient: PatientId, draft: Draft): void {
  try {
    sessionStorage.setItem(keyFor(patient), JSON.stringify(draft))
  } catch {
    // A full or forbidden store only means that a reload asks again.
  }
}

export function keptDraft(patient: PatientId): Draft | null {
  const kept = sessionStorage.getItem(keyFor(patient))
  return kept === null ? null : (JSON.parse(kept) as Draft)
}

export function forgetDraft(patient: PatientId): void {
  sessionStorage.removeItem(keyFor(patient))
}
