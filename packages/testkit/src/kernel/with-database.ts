/** A migrated database for one test file, and an app upon it. */
import { randomBytes } from 'node:crypto'
import { type AccountId, type ClinicId, type Instant, uuidV7 } from '@unknot/care/kernel'
import {
  type Actor,
  type App,
  type AppParts,
  buildApp,
  type Config,
  type Database,
  openPool,
  vaultOf,
} from '@unknot/server/kernel'
import type { Role } from '@unknot/wire/kernel'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import './test-postgres.ts'

export type TestDatabase = {
  /** The gate, as the app's own role. */
  readonly db: Database
  /** As the administrator, who stands above row-level security: for tampering, and for looking behind the walls. */
  readonly asAdmin: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>
  /** How to log in as the app's role, for tests of the wall itself. */
  readonly login: pg.ClientConfig
  readonly adminLogin: pg.ClientConfig
  /**
   * An app with these rooms. Without `authenticate` a token made by `tokenFor` is believed. Answers are checked against their
   * tables. Call it with `app.http.inject({ method, url, headers: { authorization: `Bearer ${token}` }, payload })`.
   */
  readonly app: (parts: Partial<AppParts> & Pick<AppParts, 'rooms'>) => Promise<App>
}

export const TEST_CONFIG: Config = {
  port: 0,
  host: '127.0.0.1',
  dataFolder: '/nowhere',
  databaseUrl: null,
  smtpUrl: null,
  publicUrl: null,
  logLevel: 'silent',
}

/**
 * Call it once at the top of a test file; use what it returns inside tests and hooks.
 *
 * @example
 * const store = withDatabase()
 * test('…', async () => { await store.db.inClinic(freshId<ClinicId>(), async (tx) => …) })
 */
export function withDatabase(): TestDatabase {
  const postgres = inject('postgres')
  const name = `test_${randomBytes(8).toString('hex')}`
  const adminLogin = { ...postgres.admin, database: name }
  const login = { ...postgres.app, database: name }
  const admin = new pg.Pool({ ...adminLogin, max: 2 })
  admin.on('error', () => {})
  const apps: App[] = []
  let db: Database | null = null

  beforeAll(async () => {
    await onServer(postgres.admin, `create database ${name} template unknot`)
    db = openPool(login)
  })
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.http.close()))
    await db?.close()
    await admin.end()
    await onServer(postgres.admin, `drop database if exists ${name} with (force)`)
  })

  const opened = () => {
    if (!db) throw new Error('the database is there inside tests and hooks only')
    return db
  }
  return {
    get db() {
      return opened()
    },
    login,
    adminLogin,
    asAdmin: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await admin.query<Row>(text, [...values])).rows,
    app: async (parts) => {
      const app = await buildApp({
        db: opened(),
        vault: vaultOf(Buffer.alloc(32, 7)),
        config: TEST_CONFIG,
        authenticate: async (token) => believed(token),
        checksAnswers: true,
        webFolder: null,
        ...parts,
      })
      apps.push(app)
      return app
    },
  }
}

/** From the database that every login may enter. */
async function onServer(admin: pg.ClientConfig, text: string): Promise<void> {
  const client = new pg.Client({ ...admin, database: 'postgres' })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** A new id of any kind. */
export function freshId<Id extends string>(at: number = Date.now()): Id {
  return uuidV7<Id>(at, randomBytes(10))
}

/** A token that an app of `withDatabase` believes. */
export function tokenFor(actor: {
  clinic: ClinicId
  account: AccountId
  roles: readonly Role[]
  name?: string
}): string {
  return Buffer.from(JSON.stringify({ name: 'Test Person', signIn: actor.account, ...actor })).toString('base64url')
}

function believed(token: string): Actor | null {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as Actor
  } catch {
    return null
  }
}

/** A clock that stands until it is moved. */
export function standingClock(start: Instant): { readonly now: () => Instant; readonly moveTo: (at: Instant) => void } {
  let at = start
  return {
    now: () => at,
    moveTo: (next) => {
      at = next
    },
  }
}
