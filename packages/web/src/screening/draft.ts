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
  /** Null: nobody has said how many weeks. */
  readonly weeks: number | null
  /** Why the tick stands although a text contradicts it. */
  readonly settled: string
}
export type Draft = Readonly<Partial<Record<QuestionWire['id'], GivenDraft>>>

/**
 * A question that hangs on another is asked only once that one is answered, and not with no; a detail in words or weeks only
 * after a yes. What is asked of the young only is asked while the age is low, or not known.
 */
export function askedOf(
  questions: readonly QuestionWire[],
  draft: Draft,
  ageYears: number | null,
): readonly QuestionWire[] {
  return questions.filter(({ onlyIf, onlyBelowAge, kind }) => {
    if (onlyBelowAge !== null && ageYears !== null && ageYears >= onlyBelowAge) return false
    if (onlyIf === null) return true
    const parent = draft[onlyIf]?.answer
    return kind === 'yes-no' ? parent !== undefined && parent !== 'no' : parent === 'yes'
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
  return { ...draft, [question]: { ...EMPTY, ...draft[question], answer } }
}

const EMPTY: GivenDraft = { answer: 'unknown', note: '', regions: null, weeks: null, settled: '' }

/** An answer in one's own words; taken away again when they are. */
export function withWords(draft: Draft, question: QuestionWire['id'], note: string): Draft {
  const { [question]: before, ...rest } = draft
  return note === '' ? rest : { ...rest, [question]: { ...EMPTY, ...before, answer: 'yes', note } }
}

/** Whole weeks, 0 to 45; whatever else was typed is no number yet. */
export function withWeeks(draft: Draft, question: QuestionWire['id'], typed: string): Draft {
  const { [question]: before, ...rest } = draft
  const weeks = /^\d{1,2}$/.test(typed) ? Number(typed) : null
  return weeks === null || weeks > 45 ? rest : { ...rest, [question]: { ...EMPTY, ...before, answer: 'yes', weeks } }
}

/** Why the tick stands although a text contradicts it. */
export function withSettled(draft: Draft, question: QuestionWire['id'], settled: string): Draft {
  return { ...draft, [question]: { ...EMPTY, ...draft[question], settled } }
}

/** As the API takes it: only what is asked now, and `regions` only where somebody said where. */
export function bodyOf(questions: readonly QuestionWire[], draft: Draft, ageYears: number | null) {
  const pairs = askedOf(questions, draft, ageYears).flatMap((question) => {
    const given = draft[question.id]
    if (!given) return []
    const where = question.asksWhere && given.answer === 'yes' && given.regions !== null
    const note = given.note.trim()
    const body = {
      answer: given.answer,
      ...(note === '' ? {} : { note }),
      ...(where ? { regions: [...(given.regions ?? [])] } : {}),
      ...(typeof given.weeks === 'number' ? { weeks: given.weeks } : {}),
      ...(given.settled?.trim() ? { settled: given.settled.trim() } : {}),
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
      {
        answer: given.answer,
        note: given.note ?? '',
        regions: given.regions ?? null,
        weeks: given.weeks ?? null,
        settled: given.settled ?? '',
      } satisfies GivenDraft,
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
