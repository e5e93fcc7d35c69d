/** Referral letters in the database. A draft is changed; what left the house is not, which the database holds, too. */
import {
  type AccountId,
  type ClinicId,
  type Instant,
  instantOf,
  type LetterId,
  type PatientId,
  type ScreeningId,
} from '@unknot/care/kernel'
import type { AskedSign, LetterWay, LetterWords } from '@unknot/care/screening'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type Issue = { readonly at: Instant; readonly how: LetterWay; readonly to: string; readonly byName: string }

export type StoredLetter = LetterWords & {
  readonly id: LetterId
  readonly patient: PatientId
  readonly screening: ScreeningId
  readonly asked: readonly AskedSign[]
  readonly version: number
  readonly writtenAt: Instant
  readonly writtenBy: AccountId
  readonly writtenByName: string
  readonly changedAt: Instant
  readonly issued: Issue | null
}

type Row = {
  id: LetterId
  patient: PatientId
  screening: ScreeningId
  recipient: LetterWords['recipient']
  recipient_name: string
  recipient_address: string
  urgency: LetterWords['urgency']
  subject: string
  body: string
  asked: AskedSign[]
  version: number
  written_at: Date
  written_by: AccountId
  written_by_name: string
  changed_at: Date
  issued_at: Date | null
  issued_how: LetterWay | null
  issued_to: string | null
  issued_by_name: string | null
}

const columns = sql`id, patient, screening, recipient, recipient_name, recipient_address, urgency, subject, body, asked,
  version, written_at, written_by, written_by_name, changed_at, issued_at, issued_how, issued_to, issued_by_name`

/** Adds it and says true; false when the id is taken. */
export async function addLetter(
  queries: Queries,
  clinic: ClinicId,
  letter: Omit<StoredLetter, 'version' | 'issued' | 'changedAt'>,
): Promise<boolean> {
  const added = await sql`
    insert into screening_letter (clinic_id, id, patient, screening, recipient, recipient_name, recipient_address, urgency,
      subject, body, asked, version, written_at, written_by, written_by_name, changed_at)
    values (${clinic}, ${letter.id}, ${letter.patient}, ${letter.screening}, ${letter.recipient}, ${letter.recipientName},
      ${letter.recipientAddress}, ${letter.urgency}, ${letter.subject}, ${letter.body}, ${JSON.stringify(letter.asked)}, 1,
      ${letter.writtenAt}, ${letter.writtenBy}, ${letter.writtenByName}, ${letter.writtenAt})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

/** Changes the words of that version, unless it left the house; false when nothing was changed. */
export async function changeLetterRow(
  queries: Queries,
  clinic: ClinicId,
  letter: LetterId,
  { version, words, at }: { readonly version: number; readonly words: LetterWords; readonly at: Instant },
): Promise<boolean> {
  const changed = await sql`
    update screening_letter set recipient = ${words.recipient}, recipient_name = ${words.recipientName},
      recipient_address = ${words.recipientAddress}, urgency = ${words.urgency}, subject = ${words.subject},
      body = ${words.body}, version = version + 1, changed_at = ${at}
    where clinic_id = ${clinic} and id = ${letter} and version = ${version} and issued_at is null`.execute(queries)
  return changed.numAffectedRows === 1n
}

/** Records how that version left the house, once; false when nothing was changed. */
export async function issueLetterRow(
  queries: Queries,
  clinic: ClinicId,
  letter: LetterId,
  { version, issue }: { readonly version: number; readonly issue: Issue },
): Promise<boolean> {
  const issued = await sql`
    update screening_letter set issued_at = ${issue.at}, issued_how = ${issue.how}, issued_to = ${issue.to},
      issued_by_name = ${issue.byName}, version = version + 1, changed_at = ${issue.at}
    where clinic_id = ${clinic} and id = ${letter} and version = ${version} and issued_at is null`.execute(queries)
  return issued.numAffectedRows === 1n
}

export async function findLetter(queries: Queries, clinic: ClinicId, letter: LetterId): Promise<StoredLetter | null> {
  const { rows } = await sql<Row>`
    select ${columns} from screening_letter where clinic_id = ${clinic} and id = ${letter}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** Newest first. */
export async function listLetters(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<readonly StoredLetter[]> {
  const { rows } = await sql<Row>`
    select ${columns} from screening_letter where clinic_id = ${clinic} and patient = ${patient}
    order by written_at desc, id desc limit 200`.execute(queries)
  return rows.map(fromRow)
}

function fromRow(row: Row): StoredLetter {
  return {
    id: row.id,
    patient: row.patient,
    screening: row.screening,
    recipient: row.recipient,
    recipientName: row.recipient_name,
    recipientAddress: row.recipient_address,
    urgency: row.urgency,
    subject: row.subject,
    body: row.body,
    asked: row.asked,
    version: row.version,
    writtenAt: instantOf(row.written_at.getTime()),
    writtenBy: row.written_by,
    writtenByName: row.written_by_name,
    changedAt: instantOf(row.changed_at.getTime()),
    issued: issueOf(row),
  }
}

function issueOf({ issued_at, issued_how, issued_to, issued_by_name }: Row): Issue | null {
  if (!(issued_at && issued_how && issued_to !== null && issued_by_name !== null)) return null
  return { at: instantOf(issued_at.getTime()), how: issued_how, to: issued_to, byName: issued_by_name }
}
