/** What can be taken back by itself, and in words. */
import type { Region } from '@unknot/care/atlas'
import { type Cover, WITHDRAWAL_SCOPES, type WithdrawalScope } from '@unknot/care/consent'
import { REGION_WORDS } from '../screening/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'

/** Of what a consent covers now, in the body's order. */
export function scopesOf({ regions, electrical, extras }: Cover): readonly WithdrawalScope[] {
  const has: readonly string[] = [...regions, ...(electrical ? ['electrical'] : []), ...extras]
  return WITHDRAWAL_SCOPES.filter((scope) => has.includes(scope))
}

export function scopeWords(scope: WithdrawalScope): string {
  if (scope === 'all') return W.withdrawAll
  return scope in W.scopes ? W.scopes[scope as keyof typeof W.scopes] : REGION_WORDS[scope as Region]
}
