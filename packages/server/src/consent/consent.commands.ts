/**
 * Giving a consent and withdrawing it.
 *
 * The patient signs words, not a version number: the client sends back the hash of what it showed, and when these aren't the
 * words in force nothing is signed.
 */
import { createHash } from 'node:crypto'
import {
  type ConsentChoice,
  type ConsentDraft,
  type ConsentProblem,
  type ConsentTemplate,
  type ConsentText,
  canonicalText,
  checkConsent,
  checkWithdrawal,
  consentAgeIn,
  consentText,
  type PersonalNote,
  STANDARD_TEMPLATE,
  type WithdrawalProblem,
  type WithdrawalScope,
} from '@unknot/care/consent'
import {
  type AccountId,
  type Answer,
  ageOn,
  type CalendarDay,
  type ClinicId,
  type ConsentId,
  err,
  type Instant,
  ok,
  type PatientId,
  type Result,
} from '@unknot/care/kernel'
import type { Queries } from '../kernel/index.ts'
import { addConsent, addWithdrawals, findConsent, type StoredConsent } from './consent.store.ts'

/** What the text and the signing need to know of the clinic. */
export type ConsentClinic = {
  readonly id: ClinicId
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly jurisdiction: string
  readonly dnPermitted: Answer
  readonly consentWritten: Answer
  readonly trainingHours: number | null
  readonly notAcupunctureStatement: Answer
  readonly emergencyNumber: string
}

export type TextInForce = {
  readonly text: ConsentText
  readonly hash: string
  readonly language: string
  readonly consentAge: number
}

/** What is asked for: the parts, and the notes of a screening if the text is for one patient. */
export type TextChoice = Pick<ConsentChoice, 'regions' | 'electrical' | 'extras'> & {
  readonly forYou?: readonly PersonalNote[]
  readonly template?: ConsentTemplate
}

export function textInForce(clinic: ConsentClinic, choice: TextChoice): TextInForce {
  const { template = STANDARD_TEMPLATE, forYou = [], regions, electrical, extras } = choice
  const text = consentText(template, { regions, electrical, extras, forYou, jurisdiction: clinic })
  return { text, hash: hashOf(text), language: template.language, consentAge: consentAgeIn(clinic.country) }
}

/** SHA-256 of the canonical text, lower-case hexadecimal. */
export function hashOf(text: ConsentText): string {
  return createHash('sha256').update(canonicalText(text), 'utf8').digest('hex')
}

export type GiveConsentProblem =
  | ConsentProblem
  | { readonly code: 'consent-text-changed'; readonly versionInForce: string }
  | { readonly code: 'consent-id-reused' }

export type GiveConsent = {
  readonly clinic: ConsentClinic
  readonly id: ConsentId
  readonly patient: { readonly id: PatientId; readonly name: string; readonly birthOn: CalendarDay }
  /** The clinic's day. */
  readonly today: CalendarDay
  readonly draft: ConsentDraft
  /** What the text was made with besides the draft. */
  readonly forYou?: readonly PersonalNote[]
  readonly template?: ConsentTemplate
  readonly textVersion: string
  readonly textHash: string
  readonly at: Instant
  readonly by: AccountId
  readonly byName: string
}

/** False `isNew`: it was there already, sent before. */
type Given = { readonly consent: StoredConsent; readonly isNew: boolean }

export async function giveConsent(queries: Queries, command: GiveConsent): Promise<Result<Given, GiveConsentProblem>> {
  const { clinic, draft, patient } = command
  // Sent again after a lost answer: the words may have changed meanwhile, what was signed has not.
  const known = await findConsent(queries, clinic.id, command.id)
  if (known) return isSame(known, command) ? ok({ consent: known, isNew: false }) : err({ code: 'consent-id-reused' })
  const { forYou = [], template = STANDARD_TEMPLATE } = command
  const { text, hash, language, consentAge } = textInForce(clinic, { ...draft, forYou, template })
  if (command.textHash !== hash || command.textVersion !== text.version) {
    return err({ code: 'consent-text-changed', versionInForce: text.version })
  }
  const { dnPermitted, consentWritten } = clinic
  const ageYears = ageOn(patient.birthOn, command.today)
  const checked = checkConsent(draft, { ageYears, consentAge, dnPermitted, consentWritten })
  if (!checked.ok) return checked
  const consent = {
    id: command.id,
    patient: patient.id,
    patientName: patient.name,
    patientBirthOn: patient.birthOn,
    text,
    textVersion: text.version,
    textHash: hash,
    language,
    jurisdiction: clinic.jurisdiction,
    regions: text.regions,
    electrical: draft.electrical,
    extras: draft.extras,
    signature: draft.signature,
    representative: draft.representative,
    interpreter: draft.interpreter,
    givenAt: command.at,
    takenBy: command.by,
    takenByName: command.byName,
  }
  if (await addConsent(queries, clinic.id, consent))
    return ok({ consent: { ...consent, withdrawals: [] }, isNew: true })
  // Somebody with the same id was faster, between our look and our write.
  const other = await findConsent(queries, clinic.id, command.id)
  return other && isSame(other, command) ? ok({ consent: other, isNew: false }) : err({ code: 'consent-id-reused' })
}

function isSame(known: StoredConsent, { patient, draft, textHash }: GiveConsent): boolean {
  return known.patient === patient.id && known.textHash === textHash && signed(known) === signed(draft)
}

/** The database keeps no order of keys, so they are put in one. */
function signed({ signature, representative, interpreter }: ConsentDraft): string {
  return JSON.stringify([signature, representative, interpreter], (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

export type WithdrawConsent = {
  readonly clinic: ClinicId
  readonly consent: ConsentId
  readonly scopes: readonly WithdrawalScope[]
  readonly by: 'patient' | 'clinician'
  readonly reason: string
  readonly at: Instant
  readonly recordedBy: AccountId
  readonly recordedByName: string
}

export type WithdrawProblem = WithdrawalProblem | { readonly code: 'not-there' }

/** Withdraws from that moment on. What is withdrawn already stays so; when all of it is, it is refused. */
export async function withdrawConsent(
  queries: Queries,
  command: WithdrawConsent,
): Promise<Result<StoredConsent, WithdrawProblem>> {
  const { clinic, at, by, reason, recordedBy, recordedByName } = command
  const consent = await findConsent(queries, clinic, command.consent)
  if (!consent) return err({ code: 'not-there' })
  const checked = checkWithdrawal(consent, command.scopes, at)
  if (!checked.ok) return checked
  const added = await addWithdrawals(
    queries,
    clinic,
    consent.id,
    { at, by, reason, recordedBy, recordedByName },
    checked.value,
  )
  const after = (await findConsent(queries, clinic, consent.id)) ?? consent
  // Another device was faster with all of it.
  if (added.length === 0) return err({ code: 'consent-already-withdrawn', at: after.withdrawals.at(-1)?.at ?? at })
  return ok(after)
}
