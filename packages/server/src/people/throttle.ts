/**
 * How fast somebody may try to sign in.
 *
 * A try is counted before the password is looked at and taken back when it was right: a hundred tries sent at once count as a
 * hundred. An e-mail that nobody has is counted like one that somebody has, so the answer tells nothing about accounts.
 * From the fifth failure of an e-mail and the twentieth of an address on each next try waits longer, up to 15 minutes. Passkeys
 * go on working, so an attacker who makes an e-mail wait doesn't lock its owner out.
 */
import { epochMsOf, type Instant, instantOf } from '@unknot/care/kernel'
import type { Database } from '../kernel/index.ts'
import {
  type AttemptKind,
  type Counted,
  forgetAttempts,
  lockAttempts,
  setAttempts,
  sweepAttempts,
} from './attempt.store.ts'
import { BEFORE_ANY_CLINIC } from './before-any-clinic.ts'
import { emailHash, sha256 } from './token.ts'

type Limit = { readonly free: number; readonly forgottenAfterS: number }

const LIMITS: Readonly<Record<AttemptKind, Limit>> = {
  address: { free: 20, forgottenAfterS: 3600 },
  email: { free: 5, forgottenAfterS: 24 * 3600 },
  // Nobody's mailbox is filled from here.
  'link-address': { free: 10, forgottenAfterS: 3600 },
  'link-email': { free: 3, forgottenAfterS: 24 * 3600 },
}
const LONGEST_WAIT_S = 900

export type Charge = {
  readonly kind: AttemptKind
  readonly key: Buffer
  readonly before: Counted
  readonly after: Counted
}

export type Charged =
  | { readonly kind: 'may-try'; readonly charges: readonly Charge[] }
  | { readonly kind: 'wait'; readonly retryAfterS: number }

/** Seconds to wait after so many failures: 0, then 2, 4, 8 … 900. */
export function waitAfterS(kind: AttemptKind, failures: number): number {
  const over = failures - LIMITS[kind].free
  return over < 0 ? 0 : Math.min(LONGEST_WAIT_S, 2 ** Math.min(over + 1, 20))
}

/** Counts a try against the address and the e-mail, or says how long to wait; waiting costs nothing more. */
export async function chargeAttempt(
  db: Database,
  address: string,
  email: string | null,
  at: Instant,
): Promise<Charged> {
  const keys: Keys = [['address', sha256(address)]]
  return charge(db, email === null ? keys : [...keys, ['email', emailHash(email)]], at)
}

/** Counts somebody who asks for a link by mail; that is counted apart, since it opens nothing. */
export async function chargeLink(db: Database, address: string, email: string, at: Instant): Promise<Charged> {
  const keys: Keys = [
    ['link-address', sha256(address)],
    ['link-email', emailHash(email)],
  ]
  return charge(db, keys, at)
}

type Keys = readonly (readonly [AttemptKind, Buffer])[]

async function charge(db: Database, keys: Keys, at: Instant): Promise<Charged> {
  return db.inClinic(BEFORE_ANY_CLINIC, async (tx) => {
    const counts: { kind: AttemptKind; key: Buffer; before: Counted }[] = []
    for (const [kind, key] of keys) counts.push({ kind, key, before: await lockAttempts(tx, kind, key, at) })
    const waitMs = Math.max(...counts.map(({ before }) => epochMsOf(before.blockedUntil) - epochMsOf(at)))
    if (waitMs > 0) return { kind: 'wait', retryAfterS: Math.ceil(waitMs / 1000) }
    const charges = counts.map((count) => ({ ...count, after: oneMore(count.kind, count.before, at) }))
    for (const { kind, key, after } of charges) await setAttempts(tx, kind, key, after)
    return { kind: 'may-try', charges }
  })
}

/** A new password was chosen by link: what was tried with the old one counts no more. */
export async function forgiveEmail(db: Database, email: string): Promise<void> {
  await db.inClinic(BEFORE_ANY_CLINIC, (tx) => forgetAttempts(tx, 'email', emailHash(email)))
}

/** The try was right, or wasn't one. `isSignedIn` forgets the e-mail's earlier failures, too; the address's stay. */
export async function takeBack(
  db: Database,
  charges: readonly Charge[],
  isSignedIn: boolean,
  at: Instant,
): Promise<void> {
  await db.inClinic(BEFORE_ANY_CLINIC, async (tx) => {
    for (const { kind, key, before, after } of charges) {
      if (isSignedIn && kind === 'email') {
        await forgetAttempts(tx, kind, key)
        continue
      }
      const now = await lockAttempts(tx, kind, key, at)
      // Another failure meanwhile has made its own wait, which stays.
      const blockedUntil = now.blockedUntil === after.blockedUntil ? before.blockedUntil : now.blockedUntil
      await setAttempts(tx, kind, key, { ...now, failures: Math.max(0, now.failures - 1), blockedUntil })
    }
    await sweepAttempts(tx, instantOf(epochMsOf(at) - LIMITS.email.forgottenAfterS * 1000))
  })
}

function oneMore(kind: AttemptKind, before: Counted, at: Instant): Counted {
  const isOld = epochMsOf(at) - epochMsOf(before.lastAt) > LIMITS[kind].forgottenAfterS * 1000
  const failures = (isOld ? 0 : before.failures) + 1
  return { failures, lastAt: at, blockedUntil: instantOf(epochMsOf(at) + waitAfterS(kind, failures) * 1000) }
}
