/**
 * What a sign-in is worth at an instant, and how one begins.
 *
 * PPL-6 It ends 12 hours after it began, or after 60 minutes without a request, or when it is revoked, or when its account is
 * switched off, whichever comes first.
 */
import { randomUUID } from 'node:crypto'
import { type AccountId, type ClinicId, epochMsOf, type Instant, instantOf } from '@unknot/care/kernel'
import type { Authenticate, Queries } from '../kernel/index.ts'
import { addSignIn, findSignIn, type How, type SignIn, type SignInId, touchSignIn } from './sign-in.store.ts'
import { makeToken, readToken } from './token.ts'

export const SIGN_IN_LASTS_S = 12 * 3600
const SIGN_IN_IDLE_S = 3600
/** The idle clock is written at most this often: a busy tablet would write it with every tap. */
const TOUCH_EVERY_S = 60

/** Who a token stands for now; null when it is nobody's, has ended or was revoked. One statement, and a second once a minute. */
export const authenticate: Authenticate = async (token, { db, at }) => {
  const read = readToken(token)
  if (!read) return null
  const { clinic } = read
  return db.onClinic(clinic, async (queries) => {
    const known = await findSignIn(queries, clinic, read.hash)
    if (!known || known.revokedAt || endsAt(known) <= at) return null
    if (epochMsOf(at) - epochMsOf(known.usedAt) >= TOUCH_EVERY_S * 1000)
      await touchSignIn(queries, clinic, known.id, at)
    return { clinic, account: known.account, name: known.name, roles: known.roles, signIn: known.id }
  })
}

export function idleEndsAt(usedAt: Instant): Instant {
  return instantOf(epochMsOf(usedAt) + SIGN_IN_IDLE_S * 1000)
}

/** When it ends if nothing more happens. */
export function endsAt(signIn: Pick<SignIn, 'usedAt' | 'expiresAt'>): Instant {
  const idle = idleEndsAt(signIn.usedAt)
  return idle < signIn.expiresAt ? idle : signIn.expiresAt
}

/** Where a sign-in comes from, as its owner will see it in the list. */
export type Origin = { readonly device: string; readonly address: string }
export type Begun = {
  readonly clinic: ClinicId
  readonly account: AccountId
  readonly signIn: SignInId
  readonly token: string
}

/** Begins a sign-in inside the transaction that decided that there may be one. */
export async function beginSignIn(
  tx: Queries,
  who: { readonly clinic: ClinicId; readonly account: AccountId; readonly how: How },
  origin: Origin,
  at: Instant,
): Promise<Begun> {
  const { token, hash } = makeToken(who.clinic)
  const id = randomUUID()
  const row = {
    id,
    account: who.account,
    how: who.how,
    device: origin.device.slice(0, 300),
    address: origin.address.slice(0, 100),
    startedAt: at,
    expiresAt: instantOf(epochMsOf(at) + SIGN_IN_LASTS_S * 1000),
  }
  await addSignIn(tx, who.clinic, row, hash)
  return { clinic: who.clinic, account: who.account, signIn: id, token }
}
