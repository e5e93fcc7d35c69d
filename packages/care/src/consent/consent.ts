/**
 * A consent: what a patient agreed to, in which words, signed by whom and how. It is never changed and never deleted.
 *
 * It covers the regions that it names and nothing else. What is withdrawn stands beside it (cover.ts).
 */
import type { Region } from '../atlas/index.ts'
import { type Answer, type ConsentId, err, ok, type PatientId, type Result } from '../kernel/index.ts'
import type { Cover, Covered } from './cover.ts'
import { type Signing, type SigningFacts, type SigningProblem, signingProblem } from './signer.ts'

export type ConsentDraft = Cover & Signing

export type Consent = ConsentDraft &
  Covered & {
    readonly id: ConsentId
    readonly patient: PatientId
    readonly textVersion: string
    /** SHA-256 of the exact text, lower-case hexadecimal. */
    readonly textHash: string
    readonly jurisdiction: string
  }

export type ConsentProblem =
  | SigningProblem
  /** The rules of the place, as the clinic states them, don't permit dry needling. */
  | { readonly code: 'jurisdiction-forbids' }
  | { readonly code: 'no-region' }
  | { readonly code: 'region-named-twice'; readonly region: Region }

export type ConsentFacts = SigningFacts & {
  /** Unknown doesn't bar: most places say nothing. */
  readonly dnPermitted: Answer
}

/** Why this draft can't be signed, or nothing. */
export function checkConsent(draft: ConsentDraft, facts: ConsentFacts): Result<ConsentDraft, ConsentProblem> {
  const problem = placeProblem(facts) ?? regionProblem(draft.regions) ?? signingProblem(draft, facts)
  return problem ? err(problem) : ok(draft)
}

/** CON-7: what the law forbids needs no consent and gets none. */
function placeProblem({ dnPermitted }: ConsentFacts): ConsentProblem | null {
  return dnPermitted === 'no' ? { code: 'jurisdiction-forbids' } : null
}

/** CON-1. */
function regionProblem(regions: readonly Region[]): ConsentProblem | null {
  if (regions.length === 0) return { code: 'no-region' }
  const twice = regions.find((region, index) => regions.indexOf(region) !== index)
  return twice ? { code: 'region-named-twice', region: twice } : null
}
