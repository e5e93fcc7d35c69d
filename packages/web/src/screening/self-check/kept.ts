/** Answers that somebody chose to keep, on this device only. Nothing is kept without that. */
import { type SelfCheck, SELF_CHECK_STEPS } from '@unknot/care/screening'

const PLACE = 'unknot-self-check'

/** Null when nothing is kept, or when what is kept can't be read. */
export function keptAnswers(): SelfCheck | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? 'null')
    return kept === null ? null : readKept(kept as Partial<SelfCheck>)
  } catch {
    return null
  }
}

/** What isn't an answer to a question of today's is left out, and so asked anew. */
function readKept({ answers, ageYears }: Partial<SelfCheck>): SelfCheck {
  const steps: readonly string[] = SELF_CHECK_STEPS
  const known = Object.entries(answers ?? {}).filter(
    ([id, given]) => steps.includes(id) && ['yes', 'no', 'unknown'].includes(given.answer),
  )
  const read = { answers: Object.fromEntries(known.map(([id, { answer }]) => [id, { answer }])) }
  return ageYears === null || Number.isInteger(ageYears) ? { ...read, ageYears: ageYears as number | null } : read
}

/** False when the browser refuses. */
export function keepAnswers(given: SelfCheck): boolean {
  try {
    localStorage.setItem(PLACE, JSON.stringify(given))
    return true
  } catch {
    return false
  }
}

export function deleteKept(): void {
  try {
    localStorage.removeItem(PLACE)
  } catch {
    // A browser that refuses storage holds nothing to delete.
  }
}
