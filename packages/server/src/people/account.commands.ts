/** One's own account: the password and the authenticator app. What weakens or changes them asks for the password again. */
import { type AccountId, type ClinicId, err, type Instant, must, ok, type Result } from '@unknot/care/kernel'
import { checkPassword, type PasswordProblem } from '@unknot/care/people'
import type { Actor, Database, Queries, Vault } from '../kernel/index.ts'
import { type AccountWithHash, findAccount, setPassword } from './account.store.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { revokeOtherSignIns } from './sign-in.store.ts'
import { chargeAttempt, takeBack } from './throttle.ts'
import { confirmTotpSecret, findTotp, removeTotpOf, setPendingTotp, setRecoveryCodes } from './totp.store.ts'
import { appCode, newRecoveryCodes, newTotpSecret, recoveryCodeHash, stepOfCode, totpUri } from './totp.ts'

export type AgainProblem =
  | { readonly code: 'wrong-password' }
  | { readonly code: 'too-many-tries'; readonly retryAfterS: number }

/** Who asks again, and from where: tries are counted as at the door. */
export type AskedAgain = {
  readonly actor: Actor
  readonly password: string
  readonly address: string
  readonly at: Instant
}

/** The account, once its password was typed again. */
export async function confirmPassword(
  db: Database,
  { actor, password, address, at }: AskedAgain,
): Promise<Result<AccountWithHash, AgainProblem>> {
  const { clinic } = actor
  const account = must(
    await db.onClinic(clinic, (queries) => findAccount(queries, clinic, actor.account)),
    'who is signed in has an account',
  )
  const charged = await chargeAttempt(db, address, account.email, at)
  if (charged.kind === 'wait') return err({ code: 'too-many-tries', retryAfterS: charged.retryAfterS })
  if (!(await isPassword(password, account.passwordHash))) return err({ code: 'wrong-password' })
  await takeBack(db, charged.charges, true, at)
  return ok(account)
}

/** Judges a new password and gives its hash. Slow on purpose: call it outside of transactions. */
export async function hashNewPassword(
  password: string,
  known: readonly string[],
): Promise<Result<string, PasswordProblem>> {
  const checked = checkPassword(password, known)
  return checked.ok ? ok(await hashPassword(checked.value)) : checked
}

/** Every other sign-in of the account ends: whoever stole the old password is out. */
export async function changePassword(tx: Queries, actor: Actor, passwordHash: string, at: Instant): Promise<void> {
  await setPassword(tx, actor.clinic, actor.account, passwordHash, false)
  await revokeOtherSignIns(tx, actor.clinic, actor.account, actor.signIn, at)
}

export async function startTotp(
  tx: Queries,
  vault: Vault,
  actor: Actor,
  email: string,
  clinicName: string,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const secret = newTotpSecret()
  await setPendingTotp(tx, vault, actor.clinic, actor.account, secret)
  return { secret, uri: totpUri(secret, email, clinicName) }
}

export type ConfirmTotpProblem = { readonly code: 'totp-not-started' } | { readonly code: 'totp-refused' }

/** From now on the app is asked for. Answers the recovery codes, which are shown this once. */
export async function confirmTotp(
  tx: Queries,
  vault: Vault,
  { clinic, account }: { readonly clinic: ClinicId; readonly account: AccountId },
  code: string,
  at: Instant,
): Promise<Result<readonly string[], ConfirmTotpProblem>> {
  const totp = await findTotp(tx, vault, clinic, account)
  if (!totp?.pendingSecret) return err({ code: 'totp-not-started' })
  const step = stepOfCode(totp.pendingSecret, appCode(code) ?? '', at)
  if (step === null) return err({ code: 'totp-refused' })
  await confirmTotpSecret(tx, clinic, account, step)
  const codes = newRecoveryCodes()
  await setRecoveryCodes(tx, clinic, account, codes.map(recoveryCodeHash))
  return ok(codes)
}

export async function removeTotp(tx: Queries, clinic: ClinicId, account: AccountId): Promise<void> {
  await removeTotpOf(tx, clinic, account)
}
