/**
 * A consent: what a patient agreed to, in which words, signed how; and its withdrawal.
 *
 * A consent is never changed and never deleted. It covers the regions that it names and nothing else, and it stops covering
 * anything at the instant of its withdrawal.
 */
import { REGIONS, type Region } from '../atlas/index.ts'
import {
  type ConsentId,
  epochMsOf,
  err,
  hasControlCharacter,
  type Instant,
  ok,
  type PatientId,
  type Result,
} from '../kernel/index.ts'

/** A point of a signature in its box: 0 to `width`, 0 to `height`. */
export type StrokePoint = { readonly x: number; readonly y: number }

export type Signature =
  | {
      readonly kind: 'strokes'
      /** The size of the box that the strokes were drawn in, in any unit, 1 to 10,000. */
      readonly width: number
      readonly height: number
      readonly strokes: readonly (readonly StrokePoint[])[]
    }
  | { readonly kind: 'typed'; readonly name: string }

/** Who signs for a patient who may not decide alone. */
export type Representative = { readonly name: string; readonly relation: string }

export type ConsentDraft = {
  readonly regions: readonly Region[]
  readonly electrical: boolean
  readonly signature: Signature
  /** Null when the patient signs. */
  readonly representative: Representative | null
}

export type Withdrawal = {
  readonly at: Instant
  readonly by: 'patient' | 'clinician'
  /** May be empty: nobody owes a reason. */
  readonly reason: string
}

export type Consent = ConsentDraft & {
  readonly id: ConsentId
  readonly patient: PatientId
  readonly textVersion: string
  /** SHA-256 of the exact text, lower-case hexadecimal. */
  readonly textHash: string
  readonly jurisdiction: string
  readonly givenAt: Instant
  readonly withdrawal: Withdrawal | null
}

export type ConsentProblem =
  | { readonly code: 'no-region' }
  | { readonly code: 'region-named-twice'; readonly region: Region }
  | { readonly code: 'signature-missing' }
  | { readonly code: 'signature-outside-box' }
  | { readonly code: 'representative-needed'; readonly ageYears: number; readonly consentAge: number }
  | { readonly code: 'representative-unnamed' }

export type WithdrawalProblem =
  | { readonly code: 'consent-already-withdrawn'; readonly at: Instant }
  | { readonly code: 'withdrawal-before-consent' }

/** Why this draft can't be signed, or nothing. */
export function checkConsent(
  draft: ConsentDraft,
  facts: { readonly ageYears: number; readonly consentAge: number },
): Result<ConsentDraft, ConsentProblem> {
  const problem =
    regionProblem(draft.regions) ?? signatureProblem(draft.signature) ?? representativeProblem(draft, facts)
  return problem ? err(problem) : ok(draft)
}

function regionProblem(regions: readonly Region[]): ConsentProblem | null {
  if (regions.length === 0) return { code: 'no-region' }
  const twice = regions.find((region, index) => regions.indexOf(region) !== index)
  return twice ? { code: 'region-named-twice', region: twice } : null
}

/** A dot is no signature: a drawn one needs some way of the pointer, a typed one a letter. */
function signatureProblem(signature: Signature): ConsentProblem | null {
  if (signature.kind === 'typed') {
    const isName = /\p{L}/u.test(signature.name) && !hasControlCharacter(signature.name)
    return isName ? null : { code: 'signature-missing' }
  }
  const points = signature.strokes.flat()
  const isInside = (point: StrokePoint) =>
    point.x >= 0 && point.x <= signature.width && point.y >= 0 && point.y <= signature.height
  if (!points.every(isInside)) return { code: 'signature-outside-box' }
  const drawn = signature.strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0)
  return drawn >= Math.min(signature.width, signature.height) * 0.1 ? null : { code: 'signature-missing' }
}

function lengthOf(stroke: readonly StrokePoint[]): number {
  let length = 0
  for (const [index, point] of stroke.entries()) {
    const before = stroke[index - 1]
    if (before) length += Math.hypot(point.x - before.x, point.y - before.y)
  }
  return length
}

function representativeProblem(
  { representative }: ConsentDraft,
  { ageYears, consentAge }: { readonly ageYears: number; readonly consentAge: number },
): ConsentProblem | null {
  if (representative && !(/\p{L}/u.test(representative.name) && representative.relation.trim() !== '')) {
    return { code: 'representative-unnamed' }
  }
  return ageYears < consentAge && !representative ? { code: 'representative-needed', ageYears, consentAge } : null
}

/** True from the moment it was given until it is withdrawn. */
export function isConsentValid(consent: Pick<Consent, 'givenAt' | 'withdrawal'>, now: Instant): boolean {
  return consent.givenAt <= now && (consent.withdrawal === null || consent.withdrawal.at > now)
}

/** Days after which a consent should be asked for again. Unreviewed: it warns and never blocks. */
export const CONSENT_OLD_AFTER_DAYS = 365

export function isConsentOld(consent: Pick<Consent, 'givenAt'>, now: Instant): boolean {
  return epochMsOf(now) - epochMsOf(consent.givenAt) > CONSENT_OLD_AFTER_DAYS * 86_400_000
}

/** Whether this consent can be withdrawn at that moment. Any consent can, once. */
export function checkWithdrawal(
  consent: Pick<Consent, 'givenAt' | 'withdrawal'>,
  at: Instant,
): Result<Instant, WithdrawalProblem> {
  if (consent.withdrawal) return err({ code: 'consent-already-withdrawn', at: consent.withdrawal.at })
  return at < consent.givenAt ? err({ code: 'withdrawal-before-consent' }) : ok(at)
}

/** What a session needs to know of a consent; the shape of the session room's own type. */
export function consentFacts(consent: Pick<Consent, 'id' | 'textVersion' | 'regions' | 'electrical'>): {
  readonly consent: ConsentId
  readonly textVersion: string
  readonly regions: readonly Region[]
  readonly electrical: boolean
} {
  const regions = REGIONS.filter((region) => consent.regions.includes(region))
  return { consent: consent.id, textVersion: consent.textVersion, regions, electrical: consent.electrical }
}
