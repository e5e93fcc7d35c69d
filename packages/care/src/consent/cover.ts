/**
 * What a consent covers at a moment, and its withdrawal: whole, for a region, or for something agreed to apart.
 *
 * CON-4: a withdrawal takes what it names out of the cover from its instant on, for good. It always wins: nothing that is
 * recorded later brings it back, only a new consent does.
 */
import { REGIONS, type Region } from '../atlas/index.ts'
import { type ConsentId, epochMsOf, err, type Instant, ok, type Result } from '../kernel/index.ts'
import { CONSENT_EXTRAS, type ConsentExtra } from './text.ts'

/** `all` is the whole consent. `electrical`, `student` and `photographs` were agreed to apart and go apart. */
export const WITHDRAWAL_SCOPES = ['all', ...REGIONS, 'electrical', 'student', 'photographs'] as const
export type WithdrawalScope = (typeof WITHDRAWAL_SCOPES)[number]

export type Withdrawal = {
  readonly scope: WithdrawalScope
  readonly at: Instant
  readonly by: 'patient' | 'clinician'
  /** May be empty: nobody owes a reason. */
  readonly reason: string
}

export type Cover = {
  /** In the body's order. */
  readonly regions: readonly Region[]
  readonly electrical: boolean
  readonly extras: readonly ConsentExtra[]
}

/** What was signed, when, and what was taken back since. */
export type Covered = Cover & { readonly givenAt: Instant; readonly withdrawals: readonly Withdrawal[] }

const NOTHING: Cover = { regions: [], electrical: false, extras: [] }

/** What it covers at that moment: nothing before it was given, nothing that was withdrawn. */
export function coverAt(consent: Covered, now: Instant): Cover {
  if (consent.givenAt > now) return NOTHING
  const gone = new Set(consent.withdrawals.filter(({ at }) => at <= now).map(({ scope }) => scope))
  const regions = REGIONS.filter((region) => consent.regions.includes(region) && !gone.has(region))
  // Current and company without a region to needle agree to nothing.
  if (gone.has('all') || regions.length === 0) return NOTHING
  return {
    regions,
    electrical: consent.electrical && !gone.has('electrical'),
    extras: CONSENT_EXTRAS.filter((extra) => consent.extras.includes(extra) && !gone.has(extra as WithdrawalScope)),
  }
}

/** True from the moment it was given until its last region is withdrawn. */
export function isConsentValid(consent: Covered, now: Instant): boolean {
  return coverAt(consent, now).regions.length > 0
}

export type WithdrawalProblem =
  | { readonly code: 'consent-already-withdrawn'; readonly at: Instant }
  | { readonly code: 'withdrawal-before-consent' }
  | { readonly code: 'not-in-consent'; readonly scope: WithdrawalScope }

/** Which of these can be withdrawn at that moment. What is named again is left out; when nothing is left it is refused. */
export function checkWithdrawal(
  consent: Covered,
  scopes: readonly WithdrawalScope[],
  at: Instant,
): Result<readonly WithdrawalScope[], WithdrawalProblem> {
  if (at < consent.givenAt) return err({ code: 'withdrawal-before-consent' })
  const foreign = scopes.find((scope) => !isSigned(consent, scope))
  if (foreign) return err({ code: 'not-in-consent', scope: foreign })
  const gone = new Map(consent.withdrawals.map((withdrawal) => [withdrawal.scope, withdrawal.at]))
  const left = scopes.filter((scope) => !gone.has('all') && !gone.has(scope))
  const last = gone.get('all') ?? [...gone.values()].at(-1)
  return left.length === 0 && last ? err({ code: 'consent-already-withdrawn', at: last }) : ok([...new Set(left)])
}

function isSigned(consent: Cover, scope: WithdrawalScope): boolean {
  if (scope === 'all') return true
  if (scope === 'electrical') return consent.electrical
  return consent.regions.includes(scope as Region) || consent.extras.includes(scope as ConsentExtra)
}

/** Days after which a consent should be asked for again. Unreviewed: it warns and never blocks. */
export const CONSENT_OLD_AFTER_DAYS = 365

export function isConsentOld(consent: Pick<Covered, 'givenAt'>, now: Instant): boolean {
  return epochMsOf(now) - epochMsOf(consent.givenAt) > CONSENT_OLD_AFTER_DAYS * 86_400_000
}

/** What a session needs to know of a consent; the shape of the session room's own type. */
export function consentFacts(
  consent: { readonly id: ConsentId; readonly textVersion: string } & Pick<Cover, 'regions' | 'electrical'>,
): {
  readonly consent: ConsentId
  readonly textVersion: string
  readonly regions: readonly Region[]
  readonly electrical: boolean
} {
  const regions = REGIONS.filter((region) => consent.regions.includes(region))
  return { consent: consent.id, textVersion: consent.textVersion, regions, electrical: consent.electrical }
}
