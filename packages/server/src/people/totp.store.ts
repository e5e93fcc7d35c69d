/** Authenticator apps, their secrets sealed by the vault, and recovery codes in the database. */
import type { AccountId, ClinicId } from '@unknot/care/kernel'
import { sql } from 'kysely'
import { isSealed, type Queries, type Vault } from '../kernel/index.ts'

export type TotpRow = {
  readonly secret: string | null
  readonly pendingSecret: string | null
  readonly lastStep: number
}

export async function findTotp(
  queries: Queries,
  vault: Vault,
  clinic: ClinicId,
  account: AccountId,
): Promise<TotpRow | null> {
  const { rows } = await sql<{ secret: string | null; pending_secret: string | null; last_step: number }>`
    select secret, pending_secret, last_step from people_totp
    where clinic_id = ${clinic} and account = ${account}`.execute(queries)
  const row = rows[0]
  if (!row) return null
  // Secrets from before there was a vault are plain, and serve until they are replaced.
  const open = (secret: string | null) =>
    secret !== null && isSealed(secret) ? vault.open(secret, rowOf(clinic, account)) : secret
  return { secret: open(row.secret), pendingSecret: open(row.pending_secret), lastStep: row.last_step }
}

/** What a secret is sealed to. */
function rowOf(clinic: ClinicId, account: AccountId): string {
  return `people_totp ${clinic} ${account}`
}

/** Hands out a secret that doesn't count yet. One that counts already goes on counting meanwhile. */
export async function setPendingTotp(
  queries: Queries,
  vault: Vault,
  clinic: ClinicId,
  account: AccountId,
  secret: string,
): Promise<void> {
  await sql`
    insert into people_totp (clinic_id, account, secret, pending_secret, last_step)
    values (${clinic}, ${account}, null, ${vault.seal(secret, rowOf(clinic, account))}, 0)
    on conflict (clinic_id, account) do update set pending_secret = excluded.pending_secret`.execute(queries)
}

/** The pending secret counts from now on, and the step that confirmed it is used up. */
export async function confirmTotpSecret(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  step: number,
): Promise<void> {
  await sql`
    update people_totp set secret = pending_secret, pending_secret = null, last_step = ${step}
    where clinic_id = ${clinic} and account = ${account} and pending_secret is not null`.execute(queries)
}

/** Uses a step up and says true; false when it or a later one was used: of two who send one code at once, one gets in. */
export async function useTotpStep(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  step: number,
): Promise<boolean> {
  const used = await sql`
    update people_totp set last_step = ${step}
    where clinic_id = ${clinic} and account = ${account} and last_step < ${step}`.execute(queries)
  return used.numAffectedRows === 1n
}

export async function removeTotpOf(queries: Queries, clinic: ClinicId, account: AccountId): Promise<void> {
  await sql`delete from people_recovery_code where clinic_id = ${clinic} and account = ${account}`.execute(queries)
  await sql`delete from people_totp where clinic_id = ${clinic} and account = ${account}`.execute(queries)
}

/** The new codes replace the old. */
export async function setRecoveryCodes(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  hashes: readonly Buffer[],
): Promise<void> {
  await sql`delete from people_recovery_code where clinic_id = ${clinic} and account = ${account}`.execute(queries)
  await sql`
    insert into people_recovery_code (clinic_id, account, code_hash)
    select ${clinic}, ${account}, unnest(${[...hashes]}::bytea[])`.execute(queries)
}

/** Uses a recovery code up and says true; false when there is none of it. */
export async function useRecoveryCode(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  hash: Buffer,
): Promise<boolean> {
  const used = await sql`
    delete from people_recovery_code
    where clinic_id = ${clinic} and account = ${account} and code_hash = ${hash}`.execute(queries)
  return used.numAffectedRows === 1n
}
