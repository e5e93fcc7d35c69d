/** The wall between clinics, read from PostgreSQL's own catalogue: a new table is covered without a new test. */
import type { ClinicId } from '@unknot/care/kernel'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'

const store = withDatabase()

/** Tables that belong to no clinic, and why that is safe. */
const OUTSIDE = [
  'kernel_install', // which clinics there are: names nobody
  'kernel_migration', // which migrations ran
  'kernel_secret', // the app role's password: the app's role may not read it
]

/** Tables that are only ever added to: the record, and what proves it. */
const APPEND_ONLY = [
  'kernel_audit_entry',
  'kernel_audit_seal',
  'session_event',
  'consent_consent',
  'consent_withdrawal',
  'screening_screening',
]

type Table = {
  name: string
  rls: boolean
  forced: boolean
  policies: { using: string; check: string; roles: string }[]
  grants: string[]
  keys: { kind: string; columns: string[] }[]
  nullable: boolean | null
}

async function tables(): Promise<Table[]> {
  return store.asAdmin<Table>(
    `
    select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
      (select a.attnotnull from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinic_id') = false as nullable,
      coalesce((select json_agg(json_build_object('using', p.qual, 'check', p.with_check, 'roles', p.roles::text))
        from pg_policies p where p.tablename = c.relname), '[]') as policies,
      coalesce((select json_agg(g.privilege_type order by g.privilege_type) from information_schema.role_table_grants g
        where g.table_name = c.relname and g.grantee = $1), '[]') as grants,
      coalesce((select json_agg(json_build_object('kind', k.contype, 'columns',
          (select json_agg(a.attname order by u.place) from unnest(k.conkey) with ordinality u (num, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num)))
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f')), '[]') as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind in ('r', 'p') order by c.relname`,
    [store.login.user],
  )
}

test('every table of a clinic is walled: security forced, one policy by clinic, clinic_id first in every key', async () => {
  const walled = (await tables()).filter(({ name }) => !OUTSIDE.includes(name))
  expect(walled.length).toBeGreaterThan(5)
  for (const table of walled) {
    expect({ name: table.name, rls: table.rls, forced: table.forced, nullable: table.nullable }).toEqual({
      name: table.name,
      rls: true,
      forced: true,
      nullable: false,
    })
    // One more may stand for the owner of a function that looks across clinics; the app's role never gets it.
    const ours = table.policies.filter(
      ({ roles }) => roles.includes('public') || roles.includes(store.login.user ?? ''),
    )
    expect(ours.length, table.name).toBeGreaterThan(0)
    for (const { using, check } of ours) {
      expect(using, table.name).toContain("NULLIF(current_setting('unknot.clinic_id'::text, true), ''::text)")
      expect(check, table.name).toBe(using)
    }
    expect(
      table.keys.some(({ kind }) => kind === 'p'),
      `${table.name} has a primary key`,
    ).toBe(true)
    for (const { columns } of table.keys) expect(columns[0], `${table.name}: ${columns.join(', ')}`).toBe('clinic_id')
  }
})

test('the record can only be added to: the app’s role may not change or delete it', async () => {
  const all = await tables()
  for (const name of APPEND_ONLY) {
    expect({ name, grants: all.find((table) => table.name === name)?.grants }).toEqual({
      name,
      grants: ['INSERT', 'SELECT'],
    })
  }
  for (const { name, grants } of all) {
    expect(
      grants.filter((grant) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(grant)),
      name,
    ).toEqual([])
  }
  expect(all.find(({ name }) => name === 'kernel_secret')?.grants).toEqual([])
})

test('views and functions that run as their owner are known by name', async () => {
  const views = await store.asAdmin(
    `select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`,
  )
  expect(views).toEqual([])
  const functions = await store.asAdmin<{ name: string }>(`
    select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname`)
  // Each of them says in its migration why it may see more than its caller.
  expect(functions.map(({ name }) => name)).toEqual(['kernel_throw_away_demo', 'people_find_by_email'])
})

test('the app’s role is no superuser, owns nothing, and can’t take the wall down', async () => {
  const client = new pg.Client(store.login)
  await client.connect()
  try {
    const { rows } = await client.query(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        exists (select from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`)
    expect(Object.values(rows[0] as object)).toEqual([false, false, false, false, false, false])
    for (const statement of [
      'alter table kernel_audit_entry disable row level security',
      'alter table kernel_audit_entry no force row level security',
      'drop policy by_clinic on kernel_audit_entry',
      'select * from kernel_secret',
      'create table mine (a int)',
      'truncate kernel_audit_entry',
      'set session authorization postgres',
      'alter role current_user bypassrls',
    ]) {
      await expect(client.query(statement), statement).rejects.toThrow()
    }
    await client.query('set row_security = off')
    await expect(client.query('select * from kernel_audit_entry')).rejects.toThrow('row-level security')
  } finally {
    await client.end()
  }
})

const insertEntry = (clinic: ClinicId) => sql`
  insert into kernel_audit_entry (clinic_id, id, at, action) values (${clinic}, ${freshId()}, now(), 'tested')`
const countEntries = sql<{ clinic_id: ClinicId }>`select clinic_id from kernel_audit_entry`

test('another clinic’s row is invisible even where the query forgets to name the clinic', async () => {
  const [ours, theirs] = [freshId<ClinicId>(), freshId<ClinicId>()]
  await store.db.onClinic(ours, (queries) => insertEntry(ours).execute(queries))
  await store.db.onClinic(theirs, (queries) => insertEntry(theirs).execute(queries))
  const seen = await store.db.onClinic(ours, (queries) => countEntries.execute(queries))
  expect(seen.rows).toEqual([{ clinic_id: ours }])
})

test('outside the gate nothing of any clinic is seen or written', async () => {
  const clinic = freshId<ClinicId>()
  await store.db.onClinic(clinic, (queries) => insertEntry(clinic).execute(queries))
  const seen = await store.db.outside((queries) => countEntries.execute(queries))
  expect(seen.rows).toEqual([])
  await expect(store.db.outside((queries) => insertEntry(clinic).execute(queries))).rejects.toThrow(
    'row-level security',
  )
  const client = new pg.Client(store.login)
  await client.connect()
  expect((await client.query('select * from kernel_audit_entry')).rows).toEqual([])
  await client.end()
})

test('a row for another clinic can’t be written', async () => {
  const [ours, theirs] = [freshId<ClinicId>(), freshId<ClinicId>()]
  await expect(store.db.inClinic(ours, (tx) => insertEntry(theirs).execute(tx))).rejects.toThrow('row-level security')
})

test('many clinics at once on few connections never see each other', async () => {
  const clinics = Array.from({ length: 12 }, () => freshId<ClinicId>())
  await Promise.all(clinics.map((clinic) => store.db.inClinic(clinic, (tx) => insertEntry(clinic).execute(tx))))
  const looks = Array.from({ length: 300 }, async (_, i) => {
    const clinic = clinics[i % clinics.length] as ClinicId
    const look = i % 3 === 0 ? store.db.inClinic : store.db.onClinic
    if (i % 7 === 0) await store.db.inClinic(clinic, (tx) => sql`select 1 / 0`.execute(tx)).catch(() => {})
    const { rows } = await look(clinic, (queries) => countEntries.execute(queries))
    return rows.length === 1 && rows[0]?.clinic_id === clinic
  })
  expect(await Promise.all(looks)).toEqual(looks.map(() => true))
})
