/** Where accounts are signed in. A row is kept after its end, so that its owner can see where it was used. */
import { type AccountId, type ClinicId, type Instant, instantOf } from '@unknot/care/kernel'
import type { Role } from '@unknot/care/people'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type SignInId = string
export type How = 'password' | 'password-and-totp' | 'password-and-recovery-code' | 'passkey' | 'set-up' | 'demo'

export type SignIn = {
  readonly id: SignInId
  readonly account: AccountId
  readonly how: How
  /** What the browser called itself. */
  readonly device: string
  readonly address: string
  readonly startedAt: Instant
  readonly usedAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
}

/** A sign-in with whom it stands for, as each request needs it. */
export type KnownSignIn = SignIn & { readonly name: string; readonly roles: readonly Role[] }

type Row = {
  id: SignInId
  account: AccountId
  how: How
  device: string
  address: string
  started_at: Date
  used_at: Date
  expires_at: Date
  revoked_at: Date | null
}

export async function addSignIn(
  queries: Queries,
  clinic: ClinicId,
  signIn: Omit<SignIn, 'usedAt' | 'revokedAt'>,
  tokenHash: Buffer,
): Promise<void> {
  await sql`
    insert into people_sign_in (clinic_id, id, account, token_hash, how, device, address, started_at, used_at, expires_at)
    values (${clinic}, ${signIn.id}, ${signIn.account}, ${tokenHash}, ${signIn.how}, ${signIn.device}, ${signIn.address},
      ${signIn.startedAt}, ${signIn.startedAt}, ${signIn.expiresAt})`.execute(queries)
}

/** By the hash of its token, with its account while that is active. Whether it still counts is the caller's to judge. */
export async function findSignIn(queries: Queries, clinic: ClinicId, tokenHash: Buffer): Promise<KnownSignIn | null> {
  const { rows } = await sql<Row & { name: string; roles: Role[] }>`
    select s.id, s.account, s.how, s.device, s.address, s.started_at, s.used_at, s.expires_at, s.revoked_at, a.name, a.roles
    from people_sign_in s
    join people_account a on a.clinic_id = s.clinic_id and a.id = s.account and a.active
    where s.clinic_id = ${clinic} and s.token_hash = ${tokenHash}`.execute(queries)
  return rows[0] ? { ...fromRow(rows[0]), name: rows[0].name, roles: rows[0].roles } : null
}

/** Moves the idle clock. A slower request never moves it back. */
export async function touchSignIn(queries: Queries, clinic: ClinicId, id: SignInId, at: Instant): Promise<void> {
  await sql`
    update people_sign_in set used_at = ${at} where clinic_id = ${clinic} and id = ${id} and used_at < ${at}`.execute(
    queries,
  )
}

/** The newest hundred of an account, those that ended too. */
export async function listSignIns(queries: Queries, clinic: ClinicId, account: AccountId): Promise<readonly SignIn[]> {
  const { rows } = await sql<Row>`
    select id, account, how, device, address, started_at, used_at, expires_at, revoked_at
    from people_sign_in where clinic_id = ${clinic} and account = ${account}
    order by started_at desc, id desc limit 100`.execute(queries)
  return rows.map(fromRow)
}

/** Ends one and says true; false when the account has none of that id that is still open. */
export async function revokeSignIn(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  id: SignInId,
  at: Instant,
): Promise<boolean> {
  const revoked = await sql`
    update people_sign_in set revoked_at = ${at}
    where clinic_id = ${clinic} and account = ${account} and id = ${id} and revoked_at is null`.execute(queries)
  return revoked.numAffectedRows === 1n
}

/** Ends all of an account but one; all of them with null. */
export async function revokeOtherSignIns(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  but: SignInId | null,
  at: Instant,
): Promise<void> {
  await sql`
    update people_sign_in set revoked_at = ${at}
    where clinic_id = ${clinic} and account = ${account} and revoked_at is null and id is distinct from ${but}::uuid`.execute(
    queries,
  )
}

function fromRow(row: Row): SignIn {
  return {
    id: row.id,
    account: row.account,
    how: row.how,
    device: row.device,
    address: row.address,
    startedAt: instantOf(row.started_at.getTime()),
    usedAt: instantOf(row.used_at.getTime()),
    expiresAt: instantOf(row.expires_at.getTime()),
    revokedAt: row.revoked_at && instantOf(row.revoked_at.getTime()),
  }
}
