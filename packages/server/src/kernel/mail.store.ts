/**
 * The outbox: mail is queued in the transaction of what it tells of, so that neither stands without the other, and waits there
 * until it is sent. While no e-mail server is set it goes on waiting, where the owner can read it and pass it on.
 */
import { type ClinicId, type Instant, instantOf } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from './connection.ts'
import type { Vault } from './vault.ts'

export type MailAttachment = {
  readonly name: string
  /** Such as `application/pdf` or `text/calendar; method=REQUEST; charset=utf-8`. */
  readonly type: string
  readonly bytes: Uint8Array
}

export type MailDraft = {
  /** What it is about, kebab-case: `forgotten-password`. */
  readonly kind: string
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
  /** After this nobody is helped by it any more, so it is not sent. */
  readonly usefulUntil: Instant
  readonly attachments?: readonly MailAttachment[]
}

/** Where a mail comes from. A handler's `call` is one. */
export type MailSource = {
  readonly clinic: ClinicId
  readonly at: Instant
  readonly newId: <Id extends string>() => Id
  readonly vault: Vault
}

/**
 * Queues a mail in the work's own transaction; it goes out once that is committed.
 *
 * @example await queueMail(tx, call, { kind: 'invitation', to, subject, body, usefulUntil })
 */
export async function queueMail(tx: Queries, { clinic, at, newId, vault }: MailSource, mail: MailDraft): Promise<void> {
  const id = newId()
  const files = (mail.attachments ?? []).map(({ name, type, bytes }) => [
    name,
    type,
    Buffer.from(bytes).toString('base64'),
  ])
  const sealedFiles = files.length > 0 ? vault.seal(JSON.stringify(files), filesOf(clinic, id)) : null
  await sql`
    insert into kernel_mail (clinic_id, id, kind, recipient, subject, body_sealed, attachments_sealed, state, tries,
      queued_at, next_try_at, useful_until)
    values (${clinic}, ${id}, ${mail.kind}, ${mail.to}, ${mail.subject}, ${vault.seal(mail.body, rowOf(clinic, id))},
      ${sealedFiles}, 'waiting', 0, ${at}, ${at}, ${mail.usefulUntil})`.execute(tx)
}

export type MailState = 'waiting' | 'sent' | 'failed'

export type QueuedMail = {
  readonly id: string
  readonly kind: string
  readonly to: string
  readonly subject: string
  /** Null once it is settled. */
  readonly body: string | null
  /** None once it is settled. */
  readonly attachments: readonly MailAttachment[]
  readonly state: MailState
  readonly tries: number
  readonly lastError: string | null
  readonly queuedAt: Instant
  readonly nextTryAt: Instant
  readonly usefulUntil: Instant
  readonly settledAt: Instant | null
}

type Row = {
  id: string
  kind: string
  recipient: string
  subject: string
  body_sealed: string | null
  attachments_sealed: string | null
  state: MailState
  tries: number
  last_error: string | null
  queued_at: Date
  next_try_at: Date
  useful_until: Date
  settled_at: Date | null
}

const columns = sql`id, kind, recipient, subject, body_sealed, attachments_sealed, state, tries, last_error, queued_at,
  next_try_at, useful_until, settled_at`

/** Newest first, those before an id; one more than the limit tells that there is more. */
export async function listMail(
  queries: Queries,
  vault: Vault,
  clinic: ClinicId,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<{ readonly mails: readonly QueuedMail[]; readonly more: boolean }> {
  const { rows } = await sql<Row>`
    select ${columns} from kernel_mail
    where clinic_id = ${clinic} ${before === null ? sql`` : sql`and id < ${before}`}
    order by id desc limit ${limit + 1}`.execute(queries)
  return { mails: rows.slice(0, limit).map((row) => fromRow(row, vault, clinic)), more: rows.length > limit }
}

/** The one that has waited longest, held until the transaction ends: no other server takes it meanwhile. Null: none is due. */
export async function lockDueMail(
  tx: Queries,
  vault: Vault,
  clinic: ClinicId,
  at: Instant,
): Promise<QueuedMail | null> {
  const { rows } = await sql<Row>`
    select ${columns} from kernel_mail where clinic_id = ${clinic} and state = 'waiting' and next_try_at <= ${at}
    order by next_try_at, id limit 1 for update skip locked`.execute(tx)
  return rows[0] ? fromRow(rows[0], vault, clinic) : null
}

/** It is sent, or will never be. Its text is taken away: it may hold a link that opens an account. */
export async function settleMail(
  tx: Queries,
  clinic: ClinicId,
  id: string,
  { state, error, at }: { readonly state: 'sent' | 'failed'; readonly error: string | null; readonly at: Instant },
): Promise<void> {
  await sql`
    update kernel_mail set state = ${state}, body_sealed = null, attachments_sealed = null,
      last_error = ${error}, settled_at = ${at},
      tries = tries + 1
    where clinic_id = ${clinic} and id = ${id}`.execute(tx)
}

export async function postponeMail(
  tx: Queries,
  clinic: ClinicId,
  id: string,
  { error, nextTryAt }: { readonly error: string; readonly nextTryAt: Instant },
): Promise<void> {
  await sql`
    update kernel_mail set last_error = ${error}, next_try_at = ${nextTryAt}, tries = tries + 1
    where clinic_id = ${clinic} and id = ${id}`.execute(tx)
}

/** What a mail's text is sealed to. */
function rowOf(clinic: ClinicId, id: string): string {
  return `kernel_mail ${clinic} ${id}`
}

function filesOf(clinic: ClinicId, id: string): string {
  return `kernel_mail attachments ${clinic} ${id}`
}

function attachmentsOf({ id, attachments_sealed: sealed }: Row, vault: Vault, clinic: ClinicId): MailAttachment[] {
  if (sealed === null) return []
  const files = JSON.parse(vault.open(sealed, filesOf(clinic, id))) as [string, string, string][]
  return files.map(([name, type, base64]) => ({ name, type, bytes: Buffer.from(base64, 'base64') }))
}

function fromRow(row: Row, vault: Vault, clinic: ClinicId): QueuedMail {
  return {
    id: row.id,
    kind: row.kind,
    to: row.recipient,
    subject: row.subject,
    body: row.body_sealed === null ? null : vault.open(row.body_sealed, rowOf(clinic, row.id)),
    attachments: attachmentsOf(row, vault, clinic),
    state: row.state,
    tries: row.tries,
    lastError: row.last_error,
    queuedAt: instantOf(row.queued_at.getTime()),
    nextTryAt: instantOf(row.next_try_at.getTime()),
    usefulUntil: instantOf(row.useful_until.getTime()),
    settledAt: row.settled_at && instantOf(row.settled_at.getTime()),
  }
}
