/**
 * The time-out against the database, SES-5: the screening and the consent that it names are this patient's, say what it says,
 * and hold. A tablet may err or be made to lie, so what it copied in is compared, field by field; anything else is refused.
 */
import { consentFacts, coverAt, isConsentValid } from '@unknot/care/consent'
import { type ClinicId, epochMsOf, type Instant, instantOf, type PatientId } from '@unknot/care/kernel'
import { needsRecheck, RULES_VERSION, screeningFacts } from '@unknot/care/screening'
import { CLOCK_AHEAD_MS, type SessionFact } from '@unknot/care/session'
import { findClinic } from '../clinic/index.ts'
import { findConsent } from '../consent/index.ts'
import type { Queries } from '../kernel/index.ts'
import { latestScreening } from '../screening/index.ts'
import { canonicalJson } from './seal.ts'

type TimeOut = Extract<SessionFact, { readonly kind: 'time-out-confirmed' }>

export type TimeOutProblem =
  /** The clinic's own rules say that dry needling is not permitted where it works. */
  | { readonly code: 'jurisdiction-forbids' }
  /** Not this patient's, or not the newest: only the newest screening counts. */
  | { readonly code: 'screening-not-current' }
  | { readonly code: 'screening-needs-recheck' }
  | { readonly code: 'screening-facts-differ' }
  | { readonly code: 'consent-not-found' }
  | { readonly code: 'consent-not-valid' }
  | { readonly code: 'consent-facts-differ' }

export type TimeOutQuestion = {
  readonly clinic: ClinicId
  readonly patient: PatientId
  readonly timeOut: TimeOut
  /** The device's clock at the time-out. */
  readonly at: Instant
  /** Ours. */
  readonly now: Instant
}

export async function checkTimeOut(queries: Queries, question: TimeOutQuestion): Promise<TimeOutProblem | null> {
  return (
    (await checkJurisdiction(queries, question)) ??
    (await checkScreening(queries, question)) ??
    (await checkConsent(queries, question))
  )
}

/** *Unknown* doesn't bar: most places say nothing. The owner can change the rules, with a source, never the clinician at the table. */
async function checkJurisdiction(queries: Queries, { clinic }: TimeOutQuestion): Promise<TimeOutProblem | null> {
  const known = await findClinic(queries, clinic)
  return !known || known.rules.dnPermitted === 'no' ? { code: 'jurisdiction-forbids' } : null
}

async function checkScreening(
  queries: Queries,
  { clinic, patient, timeOut, at }: TimeOutQuestion,
): Promise<TimeOutProblem | null> {
  const screening = await latestScreening(queries, clinic, patient)
  if (!screening || screening.id !== timeOut.screening.screening) return { code: 'screening-not-current' }
  const isOfOldRules = screening.result.rulesVersion !== RULES_VERSION
  if (isOfOldRules || needsRecheck(screening, notBefore(at, screening.screenedAt))) {
    return { code: 'screening-needs-recheck' }
  }
  return isSame(screeningFacts({ id: screening.id, result: screening.effective }), timeOut.screening)
    ? null
    : { code: 'screening-facts-differ' }
}

async function checkConsent(
  queries: Queries,
  { clinic, patient, timeOut, at, now }: TimeOutQuestion,
): Promise<TimeOutProblem | null> {
  const consent = await findConsent(queries, clinic, timeOut.consent.consent)
  if (!consent || consent.patient !== patient) return { code: 'consent-not-found' }
  // Judged by our clock: an entry dated back doesn't bring a withdrawn consent to life.
  const wasGiven = isConsentValid({ ...consent, withdrawals: [] }, notBefore(at, consent.givenAt))
  if (!wasGiven || !isConsentValid(consent, now)) return { code: 'consent-not-valid' }
  // What was withdrawn in part no longer covers anything.
  return isSame(consentFacts({ ...consent, ...coverAt(consent, now) }), timeOut.consent)
    ? null
    : { code: 'consent-facts-differ' }
}

/** A device's clock may be a little slow: what it did just after something isn't taken for before it. */
function notBefore(at: Instant, since: Instant): Instant {
  const isSlow = at < since && epochMsOf(since) - epochMsOf(at) <= CLOCK_AHEAD_MS
  return isSlow ? instantOf(epochMsOf(since)) : at
}

function isSame(ours: object, theirs: object): boolean {
  return canonicalJson(ours) === canonicalJson(theirs)
}
