/**
 * Signing in by e-mail and password, with a second factor where the account has one.
 *
 * Whoever fails learns only that e-mail and password don't fit together: no answer, and no answer's time, tells whether the
 * account exists. Each outcome is in the audit trail of the clinic that it was about.
 */
import { type AccountId, type ClinicId, err, type Instant, ok, type Result } from '@unknot/care/kernel'
import { audit, type AuditSource, type Database, type Queries, type Vault } from '../kernel/index.ts'
import { type AccountWithHash, findAccount, findByEmail } from './account.store.ts'
import { isPassword } from './password-hash.ts'
import { beginSignIn, type Begun, type Origin } from './sign-in.ts'
import type { How } from './sign-in.store.ts'
import { type Charge, chargeAttempt, takeBack } from './throttle.ts'
import { findTotp, useRecoveryCode, useTotpStep } from './totp.store.ts'
import { appCode, recoveryCodeHash, stepOfCode } from './totp.ts'

export type SignInProblem =
  | { readonly code: 'sign-in-refused' }
  | { readonly code: 'totp-needed' }
  | { readonly code: 'totp-refused' }
  | { readonly code: 'too-many-tries'; readonly retryAfterS: number }

/** Where a request comes from, before anybody knows which clinic it is for. */
export type AuditFrom = Omit<AuditSource, 'clinic' | 'actor'>

export type SignInCommand = {
  readonly email: string
  readonly password: string
  readonly code: string | null
  /** Of several clinics with the same e-mail and password, this one. */
  readonly clinic: ClinicId | null
  readonly origin: Origin
  readonly at: Instant
}

export type SignedIn = Begun & {
  /** Every clinic that the e-mail and password open, the one signed in to first. */
  readonly clinics: readonly ClinicId[]
}

type Match = { readonly clinic: ClinicId; readonly account: AccountWithHash }

export async function signIn(
  db: Database,
  from: AuditFrom & { readonly vault: Vault },
  command: SignInCommand,
): Promise<Result<SignedIn, SignInProblem>> {
  const { at, email, origin } = command
  const charged = await chargeAttempt(db, origin.address, email, at)
  if (charged.kind === 'wait') return err({ code: 'too-many-tries', retryAfterS: charged.retryAfterS })
  const { tried, matches } = await matchPassword(db, email, command.password)
  const chosen = matches.find(({ clinic }) => command.clinic === null || clinic === command.clinic)
  if (!chosen) {
    await auditRefusals(db, from, tried)
    return err({ code: 'sign-in-refused' })
  }
  const begun = await enter(db, from, chosen, command)
  if (!begun.ok) {
    await settleRefusal(db, from, chosen, charged.charges, begun.problem, at)
    return begun
  }
  await takeBack(db, charged.charges, true, at)
  const others = matches.map(({ clinic }) => clinic).filter((clinic) => clinic !== chosen.clinic)
  return ok({ ...begun.value, clinics: [chosen.clinic, ...others] })
}

/** Looks at the password in every clinic that knows the e-mail; where none does, one look as long is taken at nobody's. */
async function matchPassword(
  db: Database,
  email: string,
  password: string,
): Promise<{ readonly tried: readonly Match[]; readonly matches: readonly Match[] }> {
  const found = await db.outside((queries) => findByEmail(queries, email))
  const tried: Match[] = []
  const matches: Match[] = []
  for (const { clinic, account } of found) {
    const known = await db.onClinic(clinic, (queries) => findAccount(queries, clinic, account))
    if (!known?.active) continue
    tried.push({ clinic, account: known })
    if (await isPassword(password, known.passwordHash)) matches.push({ clinic, account: known })
  }
  if (tried.length === 0) await isPassword(password, null)
  return { tried, matches }
}

/** Second factor, sign-in and audit in one transaction: a code is used up only by the sign-in that it opened. */
async function enter(
  db: Database,
  from: AuditFrom & { readonly vault: Vault },
  { clinic, account }: Match,
  { code, origin, at }: SignInCommand,
): Promise<Result<Begun, SignInProblem>> {
  return db.inClinic(clinic, async (tx) => {
    const factor = await secondFactor(tx, from.vault, clinic, account.id, code, at)
    if (!factor.ok) return factor
    const begun = await beginSignIn(tx, { clinic, account: account.id, how: factor.value }, origin, at)
    await audit(tx, { ...from, clinic, actor: { account: account.id } }, { action: 'signed-in', subject: begun.signIn })
    return ok(begun)
  })
}

async function secondFactor(
  tx: Queries,
  vault: Vault,
  clinic: ClinicId,
  account: AccountId,
  code: string | null,
  at: Instant,
): Promise<Result<How, SignInProblem>> {
  const totp = await findTotp(tx, vault, clinic, account)
  if (!totp?.secret) return ok('password')
  if (code === null) return err({ code: 'totp-needed' })
  const digits = appCode(code)
  if (digits === null) {
    const isGood = await useRecoveryCode(tx, clinic, account, recoveryCodeHash(code))
    return isGood ? ok('password-and-recovery-code') : err({ code: 'totp-refused' })
  }
  const step = stepOfCode(totp.secret, digits, at)
  const isFresh = step !== null && (await useTotpStep(tx, clinic, account, step))
  return isFresh ? ok('password-and-totp') : err({ code: 'totp-refused' })
}

/**
 * A missing code isn't a failure, and its try is taken back; but only its own: were the earlier failures forgotten here, codes
 * could be guessed without end by asking without a code in between.
 */
async function settleRefusal(
  db: Database,
  from: AuditFrom,
  { clinic, account }: Match,
  charges: readonly Charge[],
  problem: SignInProblem,
  at: Instant,
): Promise<void> {
  if (problem.code === 'totp-needed') await takeBack(db, charges, false, at)
  else await auditRefusals(db, from, [{ clinic, account }])
}

async function auditRefusals(db: Database, from: AuditFrom, tried: readonly Match[]): Promise<void> {
  for (const { clinic, account } of tried) {
    await db.inClinic(clinic, (tx) =>
      audit(tx, { ...from, clinic, actor: null }, { action: 'sign-in-refused', subject: account.id }),
    )
  }
}
