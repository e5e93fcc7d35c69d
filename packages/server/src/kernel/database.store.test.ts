import { type ClinicId, err, ok } from '@unknot/care/kernel'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openPool, type Queries } from './index.ts'
import { schemaTypes } from './schema-types.store.ts'
import { readFileSync } from 'node:fs'

const store = withDatabase()
const entry = (clinic: ClinicId) => sql`
  insert into kernel_audit_entry (clinic_id, id, at, action) values (${clinic}, ${freshId()}, now(), 'tested')`
const count = async (clinic: ClinicId) =>
  (await store.asAdmin('select from kernel_audit_entry where clinic_id = $1', [clinic])).length

test('a transaction commits what it did, or nothing of it', async () => {
  const clinic = freshId<ClinicId>()
  await store.db.inClinic(clinic, (tx) => entry(clinic).execute(tx))
  expect(await count(clinic)).toBe(1)
  const thrown = store.db.inClinic(clinic, async (tx) => {
    await entry(clinic).execute(tx)
    throw new Error('no')
  })
  await expect(thrown).rejects.toThrow('no')
  expect(await count(clinic)).toBe(1)
})

test('a refusal rolls back what was written before it', async () => {
  const clinic = freshId<ClinicId>()
  const refused = await store.db.inClinic(clinic, async (tx) => {
    await entry(clinic).execute(tx)
    return err({ code: 'refused' })
  })
  expect([refused.ok, await count(clinic)]).toEqual([false, 0])
  await store.db.inClinic(clinic, async (tx) => ok(await entry(clinic).execute(tx)))
  expect(await count(clinic)).toBe(1)
})

test('an error that was swallowed inside doesn’t pass for a commit', async () => {
  const clinic = freshId<ClinicId>()
  const work = store.db.inClinic(clinic, async (tx) => {
    await entry(clinic).execute(tx)
    await sql`select 1 / 0`.execute(tx).catch(() => {})
    return 'fine'
  })
  await expect(work).rejects.toThrow('swallowed')
  expect(await count(clinic)).toBe(0)
})

test('a handle that leaves its gate throws instead of reading for the next clinic', async () => {
  let leaked: Queries | null = null
  await store.db.onClinic(freshId<ClinicId>(), async (queries) => {
    leaked = queries
  })
  await expect(sql`select 1`.execute(leaked as unknown as Queries)).rejects.toThrow('after its gate was closed')
})

test('days stay text, large counts become numbers, instants are dates', async () => {
  const { rows } = await store.db.outside((queries) =>
    sql`select date '2026-03-29' as day, 9007199254740991::int8 as big, 1.25::numeric as depth,
      timestamptz '2026-11-24T05:02:05.123Z' as at, array[date '2026-01-02'] as days, '{"a": [1]}'::jsonb as json`.execute(
      queries,
    ),
  )
  expect(rows[0]).toEqual({
    day: '2026-03-29',
    big: 9007199254740991,
    depth: 1.25,
    at: new Date('2026-11-24T05:02:05.123Z'),
    days: ['2026-01-02'],
    json: { a: [1] },
  })
})

test('connections that PostgreSQL breaks are replaced, and nothing falls', async () => {
  const lost: string[] = []
  const db = openPool(store.login, { connectionsMax: 2, onConnectionLost: (words) => lost.push(words) })
  const clinic = freshId<ClinicId>()
  await db.inClinic(clinic, (tx) => entry(clinic).execute(tx))
  await store.asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = $2`, [
    store.login.user,
    store.login.database,
  ])
  await expect.poll(() => lost.length).toBeGreaterThan(0)
  await db.inClinic(clinic, (tx) => entry(clinic).execute(tx))
  const during = db.onClinic(clinic, (queries) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(queries))
  await expect(during).rejects.toThrow()
  expect((await db.onClinic(clinic, (queries) => sql`select 1 as one`.execute(queries))).rows).toEqual([{ one: 1 }])
  await db.close()
})

test('a connection that breaks while it is lent takes only its own work down', async () => {
  const db = openPool(store.login, { connectionsMax: 1 })
  const clinic = freshId<ClinicId>()
  const broken = (work: (queries: Queries) => Promise<unknown>) =>
    db.inClinic(clinic, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await store.asAdmin('select pg_terminate_backend($1, 5000)', [rows[0]?.pid])
      return work(tx)
    })
  const isLost = { code: 'connection-lost' }
  // Between two statements, during one, and at the commit.
  await expect(broken((tx) => entry(clinic).execute(tx))).rejects.toMatchObject(isLost)
  await expect(broken((tx) => sql`select pg_sleep(5)`.execute(tx))).rejects.toMatchObject(isLost)
  await expect(broken(async () => 'done')).rejects.toMatchObject(isLost)
  // The refusal of the work itself can't be rolled back by hand, but PostgreSQL has.
  await expect(broken(async () => err({ code: 'no' }))).rejects.toMatchObject(isLost)
  expect(await count(clinic)).toBe(0)
  await db.inClinic(clinic, (tx) => entry(clinic).execute(tx))
  expect(await count(clinic)).toBe(1)
  await db.close()
})

test('the types of the tables are those of the migrations: else run npm run schema -w packages/server', async () => {
  const client = new pg.Client(store.adminLogin)
  await client.connect()
  const live = await schemaTypes(client)
  await client.end()
  expect(readFileSync(new URL('./schema.generated.ts', import.meta.url), 'utf8')).toBe(live)
})
