/**
 * Giving a consent and withdrawing it.
 *
 * The patient signs words, not a version number: the client sends back the hash of what it showed, and when these aren't the
 * words in force nothing is signed.
 */
import { createHash } from 'node:crypto'
import {
  type ConsentDraft,
  type ConsentProblem,
  type ConsentText,
  canonicalText,
  checkConsent,
  checkWithdrawal,
  consentAgeIn,
  consentText,
  type WithdrawalProblem,
} from '@unknot/care/consent'
import type { Region } from '@unknot/care/atlas'
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
import { addConsent, addWithdrawal, findConsent, type StoredConsent } from './consent.store.ts'

/** What the text needs to know of the clinic. */
export type ConsentClinic = {
  readonly id: ClinicId
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly jurisdiction: string
  readonly notAcupunctureStatement: Answer
  readonly emergencyNumber: string
}

export type TextInForce = { readonly text: ConsentText; readonly hash: string; readonly consentAge: number }

export function textInForce(clinic: ConsentClinic, regions: readonly Region[], electrical: boolean): TextInForce {
  const text = consentText({ regions, electrical, jurisdiction: clinic })
  return { text, hash: hashOf(text), consentAge: consentAgeIn(clinic.country) }
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
  readonly textVersion: string
  readonly textHash: string
  readonly at: Instant
  readonly by: AccountId
  readonly byName: string
}

export async function giveConsent(
  queries: Queries,
  command: GiveConsent,
): Promise<Result<StoredConsent, GiveConsentProblem>> {
  const { clinic, draft, patient } = command
  // Sent again after a lost answer: the words may have changed meanwhile, what was signed has not.
  const known = await findConsent(queries, clinic.id, command.id)
  if (known) return isSame(known, command) ? ok(known) : err({ code: 'consent-id-reused' })
  const { text, hash, consentAge } = textInForce(clinic, draft.regions, draft.electrical)
  if (command.textHash !== hash || command.textVersion !== text.version) {
    return err({ code: 'consent-text-changed', versionInForce: text.version })
  }
  const checked = checkConsent(draft, { ageYears: ageOn(patient.birthOn, command.today), consentAge })
  if (!checked.ok) return checked
  const consent = {
    id: command.id,
    patient: patient.id,
    patientName: patient.name,
    patientBirthOn: patient.birthOn,
    text,
    textVersion: text.version,
    textHash: hash,
    jurisdiction: clinic.jurisdiction,
    regions: text.regions,
    electrical: draft.electrical,
    signature: draft.signature,
    representative: draft.representative,
    givenAt: command.at,
    takenBy: command.by,
    takenByName: command.byName,
  }
  if (await addConsent(queries, clinic.id, consent)) return ok({ ...consent, withdrawal: null })
  // Somebody with the same id was faster, between our look and our write.
  const other = await findConsent(queries, clinic.id, command.id)
  return other && isSame(other, command) ? ok(other) : err({ code: 'consent-id-reused' })
}

function isSame(known: StoredConsent, { patient, draft, textHash }: GiveConsent): boolean {
  const signed = ({ signature, representative }: Pick<ConsentDraft, 'signature' | 'representative'>) =>
    JSON.stringify([signatureParts(signature), representative && [representative.name, representative.relation]])
  return known.patient === patient.id && known.textHash === textHash && signed(known) === signed(draft)
}

/** The database keeps no order of keys, so the parts are listed by hand. */
function signatureParts(signature: ConsentDraft['signature']): unknown {
  if (signature.kind === 'typed') return [signature.kind, signature.name]
  const strokes = signature.strokes.map((stroke) => stroke.map(({ x, y }) => [x, y]))
  return [signature.kind, signature.width, signature.height, strokes]
}

export type WithdrawConsent = {
  readonly clinic: ClinicId
  readonly consent: ConsentId
  readonly by: 'patient' | 'clinician'
  readonly reason: string
  readonly at: Instant
  readonly recordedBy: AccountId
  readonly recordedByName: string
}

export type WithdrawProblem = WithdrawalProblem | { readonly code: 'not-there' }

/** Withdraws the whole consent from that moment on. A second withdrawal is refused and changes nothing. */
export async function withdrawConsent(
  queries: Queries,
  command: WithdrawConsent,
): Promise<Result<StoredConsent, WithdrawProblem>> {
  const { clinic, at, by, reason, recordedBy, recordedByName } = command
  const consent = await findConsent(queries, clinic, command.consent)
  if (!consent) return err({ code: 'not-there' })
  const checked = checkWithdrawal(consent, at)
  if (!checked.ok) return checked
  const withdrawal = { at, by, reason, recordedBy, recordedByName }
  if (await addWithdrawal(queries, clinic, consent.id, withdrawal)) return ok({ ...consent, withdrawal })
  const other = await findConsent(queries, clinic, consent.id)
  return err({ code: 'consent-already-withdrawn', at: other?.withdrawal?.at ?? at })
}
