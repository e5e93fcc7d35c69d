/**
 * Who may needle against a finding, and what they must write.
 *
 * An emergency, a missing consent, current through an implanted device and a finding that nobody knows yet can't be overridden.
 * An override softens one finding to a precaution; the finding stays, and so does every other.
 */
import type { AccountId, Instant } from '../kernel/index.ts'
import type { Disposition, Urgency } from './disposition.ts'

export type OverrideTerms = {
  /** Only who treats and answers for it. */
  readonly by: 'clinician'
  readonly mustWrite: string
}

/** What was overridden, by whom and why; kept with the screening, the session, the note and the audit trail. */
export type Override = {
  /** The rule's id. */
  readonly rule: string
  readonly reason: string
  readonly by: AccountId
  readonly byName: string
  readonly at: Instant
}

/** Shorter reasons say nothing. */
export const MIN_REASON_LENGTH = 12

const WRITE: Partial<Record<Disposition, string>> = {
  'not-this-technique': 'Why this technique all the same, and what you watch for',
  'not-in-this-region': 'What you found there, and why it may be needled all the same',
  'not-today': 'What you checked, and why it may be today all the same',
  'medical-clearance-first': 'Who cleared it, when, and what they said; or why no clearance is needed',
  'not-at-all': 'Who decided this with you, when, and why it may be needled all the same',
}
const WRITE_REFERRAL = 'Who looked at it, when, and what they found; and what was arranged'

/** Null when nobody may. A precaution needs no override: it is followed or noted. */
export function overrideTerms(
  disposition: Disposition,
  urgency: Urgency | null,
  isBarred: boolean,
): OverrideTerms | null {
  if (isBarred || urgency === 'emergency-now') return null
  const mustWrite = disposition === 'urgent-referral' ? WRITE_REFERRAL : WRITE[disposition]
  return mustWrite === undefined ? null : { by: 'clinician', mustWrite }
}
