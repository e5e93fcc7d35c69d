/**
 * What happens to a database before anybody is served: migrations, forward only, and the role under which the app works.
 *
 * Runs under one advisory lock, so that servers that start together don't step on each other. The administrator's connection
 * is closed before the first request; the app's own role owns nothing and can't step around row-level security.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { must } from '@unknot/care/kernel'
import pg from 'pg'
import { codeOf, StartRefusal, wordsOf } from './start-refusal.ts'

const MIGRATIONS = new URL('../../migrations/', import.meta.url)
/** Any fixed number: "unknot" on a telephone's keys. */
const BOOT_LOCK = 866568

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

export type Booted = {
  readonly login: pg.ClientConfig
  /** What the vault seals with: 256 bits, made at the first start. */
  readonly vaultKey: Buffer
  /** The migrations that this start ran. */
  readonly ran: readonly string[]
  /** Such as `18.4`. */
  readonly postgresVersion: string
}

/** The migrations that this program brings, in order. */
export function readMigrations(folder: URL = MIGRATIONS): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { name: name.slice(0, -4), sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Migrates, makes sure of the app's role, and says how to log in as it. */
export async function bootDatabase(
  admin: pg.ClientConfig,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Booted> {
  const client = await connectAsAdmin(admin)
  try {
    const postgresVersion = await checkVersion(client)
    await client.query('select pg_advisory_lock($1)', [BOOT_LOCK])
    await client.query(`set client_min_messages = warning`)
    await prepareGround(client)
    const role = await ensureRole(client)
    const ran = await migrate(client, role.name, migrations)
    const login = loginAt(admin, role)
    const vaultKey = await ensureVaultKey(client)
    await checkLogin(client, login, role)
    return { login, vaultKey, ran, postgresVersion }
  } catch (error) {
    throw inWords(error)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The same place, entered as the app's role. What an address says wins over fields beside it, so it is said in the address. */
function loginAt(admin: pg.ClientConfig, role: Role): pg.ClientConfig {
  if (!admin.connectionString) return { ...admin, user: role.name, password: role.password }
  const url = new URL(admin.connectionString)
  url.searchParams.delete('user')
  url.searchParams.delete('password')
  url.username = encodeURIComponent(role.name)
  url.password = encodeURIComponent(role.password)
  return { connectionString: url.href }
}

async function connectAsAdmin(admin: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...admin, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw new StartRefusal(whyNoConnection(error))
  }
}

/** Names no address: it may hold a password. */
function whyNoConnection(error: unknown): string {
  const code = codeOf(error)
  if (code.startsWith('28'))
    return 'The database refuses the user or password in DATABASE_URL. Check them and start again.'
  if (code === '3D000') return 'The database that DATABASE_URL names does not exist. Create it and start again.'
  const why =
    code === 'ECONNREFUSED' ? 'nothing listens there' : code === 'ENOTFOUND' ? 'its host is unknown' : wordsOf(error)
  return `The database in DATABASE_URL can't be reached: ${why}. Check that it runs and that the address is right.`
}

async function checkVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  )
  const version = must(rows[0], 'PostgreSQL says its version')
  if (Number(version.server_version_num) < 150_000) {
    throw new StartRefusal(`The database is PostgreSQL ${version.server_version}, but Unknot needs 15 or newer.`)
  }
  return version.server_version
}

async function prepareGround(client: pg.Client): Promise<void> {
  await client.query(`
    create table if not exists kernel_migration (
      name text primary key, hash text not null, ran_at timestamptz not null default now());
    create table if not exists kernel_secret (name text primary key, value text not null);
    revoke all on kernel_migration, kernel_secret from public;`)
}

type Role = { readonly name: string; readonly password: string }

/** The role that is recorded, or a new one; made again where the database was moved to another PostgreSQL. */
async function ensureRole(client: pg.Client): Promise<Role> {
  const { rows } = await client.query<{ name: string; value: string; db: string }>(
    `select s.name, s.value from kernel_secret s where s.name in ('app_role', 'app_password')`,
  )
  const known = new Map(rows.map((row) => [row.name, row.value]))
  const name = known.get('app_role') ?? (await freshRoleName(client))
  const password = known.get('app_password') ?? randomBytes(24).toString('base64url')
  if (known.size < 2) {
    await client.query(
      `insert into kernel_secret (name, value) values ('app_role', $1), ('app_password', $2)
       on conflict (name) do update set value = excluded.value`,
      [name, password],
    )
  }
  const existing = await client.query('select from pg_roles where rolname = $1', [name])
  if (existing.rowCount === 0 || known.size < 2) await makeRole(client, { name, password }, existing.rowCount === 0)
  return { name, password }
}

async function ensureVaultKey(client: pg.Client): Promise<Buffer> {
  await client.query(`insert into kernel_secret (name, value) values ('vault_key', $1) on conflict (name) do nothing`, [
    randomBytes(32).toString('base64url'),
  ])
  const { rows } = await client.query<{ value: string }>(`select value from kernel_secret where name = 'vault_key'`)
  return Buffer.from(must(rows[0], 'the vault has a key').value, 'base64url')
}

async function freshRoleName(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ db: string }>('select current_database() as db')
  const database = must(rows[0], 'the database has a name')
    .db.toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
  // PostgreSQL cuts names at 63 bytes.
  return `unknot_app_${database}`.slice(0, 63)
}

async function makeRole(client: pg.Client, role: Role, isNew: boolean): Promise<void> {
  const name = client.escapeIdentifier(role.name)
  await client.query(
    `${isNew ? 'create' : 'alter'} role ${name} login nocreatedb nocreaterole noinherit noreplication
     password ${client.escapeLiteral(role.password)}`,
  )
}

/**
 * Runs what has not run yet, each in its own transaction with its record.
 *
 * @throws StartRefusal when the database holds migrations that this program doesn't know, or other ones of the same name
 */
async function migrate(client: pg.Client, role: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from kernel_migration')
  const done = new Map(rows.map((row) => [row.name, row.hash]))
  checkNotNewer(done, migrations)
  const ran: string[] = []
  for (const migration of migrations) {
    if (done.has(migration.name)) continue
    await runMigration(client, role, migration)
    ran.push(migration.name)
  }
  await client.query(`grant usage on schema public to ${client.escapeIdentifier(role)}`)
  await client.query(`grant select on kernel_migration to ${client.escapeIdentifier(role)}`)
  return ran
}

function checkNotNewer(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]))
  for (const [name, hash] of done) {
    if (!known.has(name)) {
      throw new StartRefusal(
        `The database is newer than this program (it knows ${name}). Start the newer Unknot; your data is untouched.`,
      )
    }
    if (known.get(name) !== hash) {
      throw new StartRefusal(
        `The database was made by another form of this program (${name} differs). Start the Unknot that made it; your data is untouched.`,
      )
    }
  }
}

async function runMigration(client: pg.Client, role: string, { name, sql, hash }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql.replaceAll(':app_role', client.escapeIdentifier(role)))
    await client.query('insert into kernel_migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Error(`migration ${name} failed: ${wordsOf(error)}`, { cause: error })
  }
}

/** Logs in as the app's role, and goes no further if that role could see past its clinic. */
async function checkLogin(admin: pg.Client, login: pg.ClientConfig, role: Role): Promise<void> {
  let client = new pg.Client(login)
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    if (!codeOf(error).startsWith('28')) throw error
    // The role is there with another password: the database came from elsewhere.
    await makeRole(admin, role, false)
    client = new pg.Client(login)
    client.on('error', () => {})
    await client.connect()
  }
  try {
    const { rows } = await client.query<{ bypasses: boolean }>(`
      select r.rolsuper or r.rolbypassrls
        or exists (select from pg_class c where c.relowner = r.oid)
        or exists (select from pg_auth_members m where m.member = r.oid) as bypasses
      from pg_roles r where r.rolname = current_user`)
    if (rows[0]?.bypasses !== false) {
      throw new StartRefusal(
        `The database role ${role.name} could see past the wall between clinics. Take its superuser, bypassrls, memberships and tables away, then start again.`,
      )
    }
  } finally {
    await client.end().catch(() => {})
  }
}

function inWords(error: unknown): unknown {
  if (codeOf(error) !== '42501') return error
  return new StartRefusal(
    'The role in DATABASE_URL may not do what a first start needs. It must own the database and have CREATEROLE.',
  )
}
