/**
 * Sends what waits in the outbox, when an e-mail server is set.
 *
 * Each mail's row is locked while it is handed over, so that of several servers one sends it. When the e-mail server can't be
 * reached it is tried again, later each time, until it is sent or would help nobody any more. A server that is killed between
 * the handing over and the commit sends that one mail again, under the same Message-ID.
 */
import { type ClinicId, epochMsOf, type Instant, instantOf } from '@unknot/care/kernel'
import { listClinics } from './audit.store.ts'
import type { Database } from './database.store.ts'
import { lockDueMail, postponeMail, type QueuedMail, settleMail } from './mail.store.ts'
import { type Repeating, startRepeating } from './repeat.ts'
import type { Vault } from './vault.ts'

/** Whether a mail was taken. `refused` is for good: no such mailbox, say. */
export type Delivery =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'unreachable'; readonly error: string }

export type Letter = Pick<QueuedMail, 'id' | 'to' | 'subject' | 'attachments'> & { readonly body: string }
/** The port to the e-mail server. */
export type Deliver = (letter: Letter) => Promise<Delivery>

const FIRST_WAIT_S = 30
const LONGEST_WAIT_S = 3600
/** How often mails that must be tried again, or were queued by another server, are looked for. */
const LOOK_EVERY_MS = 15_000

/** Seconds until the next try after so many: 30, 60, 120 … an hour. */
export function retryAfterS(tries: number): number {
  return Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(tries - 1, 20))
}

type Needs = {
  readonly db: Database
  readonly vault: Vault
  readonly deliver: Deliver
  readonly now: () => Instant
}

/** Sends whenever something is queued here, and looks again from time to time. */
export function startMailSender(needs: Needs, onFailure: (error: unknown) => void): Repeating {
  const sending = startRepeating((isStopped) => sendDueMail(needs, isStopped), { everyMs: LOOK_EVERY_MS, onFailure })
  needs.db.onMailQueued(sending.nudge)
  return sending
}

/** Sends every mail that is due now. Says how many were settled or put off. */
export async function sendDueMail(needs: Needs, isStopped: () => boolean = () => false): Promise<number> {
  let handled = 0
  for (const { id, kind } of await listClinics(needs.db)) {
    // The demo's people are invented; their addresses may be somebody's.
    if (kind === 'demo') continue
    while (!isStopped() && (await sendOne(needs, id))) handled += 1
  }
  return handled
}

async function sendOne({ db, vault, deliver, now }: Needs, clinic: ClinicId): Promise<boolean> {
  return db.inClinic(clinic, async (tx) => {
    const at = now()
    const mail = await lockDueMail(tx, vault, clinic, at)
    if (!mail || mail.body === null) return false
    if (mail.usefulUntil < at) {
      const error = mail.lastError ?? 'It could not be sent while it was of use.'
      await settleMail(tx, clinic, mail.id, { state: 'failed', error, at })
      return true
    }
    const { id, to, subject, body, attachments } = mail
    const delivery = await deliver({ id, to, subject, body, attachments })
    if (delivery.kind === 'taken') await settleMail(tx, clinic, id, { state: 'sent', error: null, at })
    else if (delivery.kind === 'refused') {
      await settleMail(tx, clinic, id, { state: 'failed', error: delivery.error, at })
    } else {
      const nextTryAt = instantOf(epochMsOf(at) + retryAfterS(mail.tries + 1) * 1000)
      await postponeMail(tx, clinic, id, { error: delivery.error, nextTryAt })
    }
    return true
  })
}
