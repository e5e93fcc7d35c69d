/** Accounts in the database: who may sign in, with which roles. Switched off, never deleted: the record names them. */
import { type AccountId, type ClinicId, type Instant } from '@unknot/care/kernel'
import type { Role } from '@unknot/care/people'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'
import { emailHash } from './token.ts'

export type Account = {
  readonly id: AccountId
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly registration: string | null
  readonly active: boolean
  /** Somebody else chose the password. */
  readonly passwordTemporary: boolean
  readonly hasTotp: boolean
  readonly passkeyCount: number
}

/** The account with what its password is checked against. Never leaves the room. */
export type AccountWithHash = Account & { readonly passwordHash: string }

type Row = {
  id: AccountId
  name: string
  email: string
  roles: Role[]
  registration: string | null
  active: boolean
  password_temporary: boolean
  password_hash: string
  has_totp: boolean
  passkey_count: number
}

const columns = sql`a.id, a.name, a.email, a.roles, a.registration, a.active, a.password_temporary, a.password_hash,
  exists (select from people_totp t where t.clinic_id = a.clinic_id and t.account = a.id and t.secret is not null) as has_totp,
  (select count(*)::int from people_passkey p where p.clinic_id = a.clinic_id and p.account = a.id) as passkey_count`

/** The active accounts of an e-mail in all clinics, ids only, five at most. May be asked from outside any clinic. */
export async function findByEmail(
  queries: Queries,
  email: string,
): Promise<readonly { readonly clinic: ClinicId; readonly account: AccountId }[]> {
  const { rows } = await sql<{ clinic_id: ClinicId; account_id: AccountId }>`
    select clinic_id, account_id from people_find_by_email(${emailHash(email)})`.execute(queries)
  return rows.map((row) => ({ clinic: row.clinic_id, account: row.account_id }))
}

export async function findAccount(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
): Promise<AccountWithHash | null> {
  const { rows } = await sql<Row>`
    select ${columns} from people_account a where a.clinic_id = ${clinic} and a.id = ${account}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** Everybody, those switched off last. */
export async function listAccounts(queries: Queries, clinic: ClinicId): Promise<readonly AccountWithHash[]> {
  const { rows } = await sql<Row>`
    select ${columns} from people_account a where a.clinic_id = ${clinic}
    order by a.active desc, a.name, a.id limit 1000`.execute(queries)
  return rows.map(fromRow)
}

export type NewAccount = Pick<
  AccountWithHash,
  'id' | 'name' | 'email' | 'roles' | 'registration' | 'passwordHash' | 'passwordTemporary'
>

/** Adds it and says true; false when id or e-mail is taken in the clinic. */
export async function addAccount(
  queries: Queries,
  clinic: ClinicId,
  account: NewAccount,
  at: Instant,
): Promise<boolean> {
  const added = await sql`
    insert into people_account (clinic_id, id, name, email, email_hash, password_hash, password_temporary, roles,
      registration, active, created_at)
    values (${clinic}, ${account.id}, ${account.name}, ${account.email}, ${emailHash(account.email)},
      ${account.passwordHash}, ${account.passwordTemporary}, ${[...account.roles]}, ${account.registration}, true, ${at})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

export type AccountChange = Pick<Account, 'name' | 'roles' | 'registration' | 'active'>

export async function changeAccount(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  change: AccountChange,
): Promise<void> {
  await sql`
    update people_account set name = ${change.name}, roles = ${[...change.roles]}, registration = ${change.registration},
      active = ${change.active}
    where clinic_id = ${clinic} and id = ${account}`.execute(queries)
}

export async function setPassword(
  queries: Queries,
  clinic: ClinicId,
  account: AccountId,
  passwordHash: string,
  isTemporary: boolean,
): Promise<void> {
  await sql`
    update people_account set password_hash = ${passwordHash}, password_temporary = ${isTemporary}
    where clinic_id = ${clinic} and id = ${account}`.execute(queries)
}

/** Changes to owners queue here until the transaction ends, so that two owners can't switch each other off at once. */
export async function lockOwners(queries: Queries, clinic: ClinicId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people-owners ${clinic}`}, 0))`.execute(queries)
}

/** How many active owners there are beside this account. */
export async function otherOwnerCount(queries: Queries, clinic: ClinicId, account: AccountId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from people_account
    where clinic_id = ${clinic} and active and 'owner' = any (roles) and id <> ${account}`.execute(queries)
  return rows[0]?.count ?? 0
}

function fromRow(row: Row): AccountWithHash {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    registration: row.registration,
    active: row.active,
    passwordTemporary: row.password_temporary,
    passwordHash: row.password_hash,
    hasTotp: row.has_totp,
    passkeyCount: row.passkey_count,
  }
}
