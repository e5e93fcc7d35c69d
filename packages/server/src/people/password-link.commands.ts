/**
 * A forgotten password, replaced by a link that is mailed to the account's address.
 *
 * Whoever asks learns nothing: the answer is the same, after the same time, whether anybody has the e-mail. The link works once
 * and for an hour, ends every sign-in of the account, and takes no second factor away.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type ClinicId, epochMsOf, err, type Instant, instantOf, ok, type Result } from '@unknot/care/kernel'
import type { PasswordProblem } from '@unknot/care/people'
import { audit, type Call, type Database, queueMail } from '../kernel/index.ts'
import { hashNewPassword } from './account.commands.ts'
import { findAccount, findByEmail, setPassword } from './account.store.ts'
import type { FindClinicFacts } from './clinic-facts.ts'
import { passwordLinkMail } from './password-link.mail.ts'
import { findPasswordLink, setPasswordLink, usePasswordLink } from './password-link.store.ts'
import type { AuditFrom } from './sign-in.commands.ts'
import { revokeOtherSignIns } from './sign-in.store.ts'
import { chargeLink, forgiveEmail } from './throttle.ts'
import { makeToken, readToken } from './token.ts'

const LINK_LASTS_S = 3600
/** Longer than the work for five accounts takes, so that the time of an answer tells nothing. */
const ANSWER_AFTER_MS = 250

export type AskProblem = { readonly code: 'too-many-tries'; readonly retryAfterS: number }
type Asked = Pick<Call, 'db' | 'at' | 'newId' | 'vault' | 'requestId' | 'fromAddress' | 'linkOrigin'>

/** Queues a mail for each account of the e-mail. */
export async function askForPasswordLink(
  call: Asked,
  findClinic: FindClinicFacts,
  email: string,
): Promise<Result<undefined, AskProblem>> {
  const charged = await chargeLink(call.db, call.fromAddress, email, call.at)
  if (charged.kind === 'wait') return err({ code: 'too-many-tries', retryAfterS: charged.retryAfterS })
  await Promise.all([mailLinks(call, findClinic, email), wait(ANSWER_AFTER_MS)])
  return ok(undefined)
}

async function mailLinks(call: Asked, findClinic: FindClinicFacts, email: string): Promise<void> {
  const expiresAt = instantOf(epochMsOf(call.at) + LINK_LASTS_S * 1000)
  for (const { clinic, account } of await call.db.outside((queries) => findByEmail(queries, email))) {
    await call.db.inClinic(clinic, async (tx) => {
      const person = await findAccount(tx, clinic, account)
      const facts = await findClinic(tx, clinic)
      if (!person?.active || !facts) return
      const { token, hash } = makeToken(clinic)
      await setPasswordLink(tx, clinic, { account, hash, expiresAt })
      // After the #, where no server and no log sees it.
      const link = `${call.linkOrigin}/choose-password#${token}`
      const mail = passwordLinkMail({ to: person.email, name: person.name, clinicName: facts.name, link })
      await queueMail(tx, { ...call, clinic }, { ...mail, usefulUntil: expiresAt })
      await audit(tx, { ...call, clinic, actor: null }, { action: 'password-link-asked', subject: account })
    })
  }
}

export type ChooseProblem = PasswordProblem | { readonly code: 'link-not-good' }

/** Sets the password that somebody chose by their link. */
export async function choosePassword(
  db: Database,
  from: AuditFrom,
  { token, password, at }: { readonly token: string; readonly password: string; readonly at: Instant },
): Promise<Result<undefined, ChooseProblem>> {
  const read = readToken(token)
  const known = read && (await accountOfLink(db, read.clinic, read.hash, at))
  if (!known) return err({ code: 'link-not-good' })
  const { clinic, hash } = read
  const hashed = await hashNewPassword(password, [known.email, known.name])
  if (!hashed.ok) return hashed
  const chosen = await db.inClinic(clinic, async (tx) => {
    if (!(await usePasswordLink(tx, clinic, hash))) return err({ code: 'link-not-good' } as const)
    await setPassword(tx, clinic, known.id, hashed.value, false)
    await revokeOtherSignIns(tx, clinic, known.id, null, at)
    await audit(tx, { ...from, clinic, actor: { account: known.id } }, { action: 'password-chosen', subject: known.id })
    return ok(undefined)
  })
  if (chosen.ok) await forgiveEmail(db, known.email)
  return chosen
}

async function accountOfLink(db: Database, clinic: ClinicId, hash: Buffer, at: Instant) {
  return db.onClinic(clinic, async (queries) => {
    const account = await findPasswordLink(queries, clinic, hash, at)
    const known = account && (await findAccount(queries, clinic, account))
    return known?.active ? known : null
  })
}
