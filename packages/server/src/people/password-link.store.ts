/** Links by which a forgotten password is replaced. An account has one at most: asking again makes the earlier one worthless. */
import type { AccountId, ClinicId, Instant } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export async function setPasswordLink(
  tx: Queries,
  clinic: ClinicId,
  { account, hash, expiresAt }: { readonly account: AccountId; readonly hash: Buffer; readonly expiresAt: Instant },
): Promise<void> {
  await dropPasswordLinks(tx, clinic, account)
  await sql`
    insert into people_password_link (clinic_id, token_hash, account, expires_at)
    values (${clinic}, ${hash}, ${account}, ${expiresAt})`.execute(tx)
}

/** Whose link it is; null when it was used, replaced, is too old or never was. */
export async function findPasswordLink(
  queries: Queries,
  clinic: ClinicId,
  hash: Buffer,
  at: Instant,
): Promise<AccountId | null> {
  const { rows } = await sql<{ account: AccountId }>`
    select account from people_password_link
    where clinic_id = ${clinic} and token_hash = ${hash} and expires_at > ${at}`.execute(queries)
  return rows[0]?.account ?? null
}

/** Uses the link up and says true; of two who send it at once, one gets in. */
export async function usePasswordLink(tx: Queries, clinic: ClinicId, hash: Buffer): Promise<boolean> {
  const used = await sql`
    delete from people_password_link where clinic_id = ${clinic} and token_hash = ${hash}`.execute(tx)
  return used.numAffectedRows === 1n
}

async function dropPasswordLinks(tx: Queries, clinic: ClinicId, account: AccountId): Promise<void> {
  await sql`delete from people_password_link where clinic_id = ${clinic} and account = ${account}`.execute(tx)
}
