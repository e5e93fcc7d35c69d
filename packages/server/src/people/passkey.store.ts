/** Passkeys and the challenges that they answer. A challenge is taken out when it is used: it serves once. */
import { type AccountId, type ClinicId, type Instant, instantOf } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type Passkey = {
  readonly id: string
  readonly account: AccountId
  /** As the authenticator names it, base64url. */
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly addedAt: Instant
  readonly usedAt: Instant | null
}

type Row = {
  id: string
  account: AccountId
  credential_id: string
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  added_at: Date
  used_at: Date | null
}

const columns = sql`id, account, credential_id, public_key, counter, transports, name, added_at, used_at`

/** Adds it and says true; false when the authenticator's key is there already. */
export async function addPasskeyRow(queries: Queries, clinic: ClinicId, passkey: Passkey): Promise<boolean> {
  const added = await sql`
    insert into people_passkey (clinic_id, id, account, credential_id, public_key, counter, transports, name, added_at)
    values (${clinic}, ${passkey.id}, ${passkey.account}, ${passkey.credentialId}, ${Buffer.from(passkey.publicKey)},
      ${passkey.counter}, ${[...passkey.transports]}, ${passkey.name}, ${passkey.addedAt})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

export async function listPasskeysOf(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
): Promise<readonly Passkey[]> {
  const { rows } = await sql<Row>`
    select ${columns} from people_passkey where clinic_id = ${clinic} and account = ${account}
    order by added_at, id limit 100`.execute(queries)
  return rows.map(fromRow)
}

/** Locked until the transaction ends, so that two answers with one counter can't both count. */
export async function lockPasskey(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  credentialId: string,
): Promise<Passkey | null> {
  const { rows } = await sql<Row>`
    select ${columns} from people_passkey
    where clinic_id = ${clinic} and account = ${account} and credential_id = ${credentialId} for update`.execute(
    queries,
  )
  return rows[0] ? fromRow(rows[0]) : null
}

export async function markPasskeyUsed(
  queries: Queries,
  clinic: ClinicId,
  id: string,
  counter: number,
  at: Instant,
): Promise<void> {
  await sql`
    update people_passkey set counter = ${counter}, used_at = ${at} where clinic_id = ${clinic} and id = ${id}`.execute(
    queries,
  )
}

/** Removes it and says true; false when the account has none of that id. */
export async function removePasskeyRow(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  id: string,
): Promise<boolean> {
  const removed = await sql`
    delete from people_passkey where clinic_id = ${clinic} and account = ${account} and id = ${id}`.execute(queries)
  return removed.numAffectedRows === 1n
}

export type Purpose = 'add-passkey' | 'sign-in'

export async function addChallenge(
  queries: Queries,
  clinic: ClinicId,
  challenge: { challenge: string; purpose: Purpose; account: AccountId | null; expiresAt: Instant },
  now: Instant,
): Promise<void> {
  await sql`
    delete from people_challenge where clinic_id = ${clinic} and challenge in (
      select challenge from people_challenge where clinic_id = ${clinic} and expires_at < ${now}
      limit 1000 for update skip locked)`.execute(queries)
  await sql`
    insert into people_challenge (clinic_id, challenge, purpose, account, expires_at)
    values (${clinic}, ${challenge.challenge}, ${challenge.purpose}, ${challenge.account}, ${challenge.expiresAt})`.execute(
    queries,
  )
}

/** Takes the challenge out and says true; false when it was used, is too old, or was another's. */
export async function takeChallenge(
  queries: Queries,
  clinic: ClinicId,
  challenge: string,
  purpose: Purpose,
  account: AccountId | null,
  now: Instant,
): Promise<boolean> {
  const taken = await sql`
    delete from people_challenge
    where clinic_id = ${clinic} and challenge = ${challenge} and purpose = ${purpose}
      and account is not distinct from ${account}::uuid and expires_at >= ${now}`.execute(queries)
  return taken.numAffectedRows === 1n
}

function fromRow(row: Row): Passkey {
  return {
    id: row.id,
    account: row.account,
    credentialId: row.credential_id,
    publicKey: Uint8Array.from(row.public_key),
    counter: row.counter,
    transports: row.transports,
    name: row.name,
    addedAt: instantOf(row.added_at.getTime()),
    usedAt: row.used_at && instantOf(row.used_at.getTime()),
  }
}
