import { type AccountId, type ClinicId, type Instant, must, type PatientId } from '@unknot/care/kernel'
import type { Role } from '@unknot/care/people'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { beforeEach, expect, test } from 'vitest'
import { type App, audit, throwAwayDemo } from '../kernel/index.ts'
import { authenticate, peopleRoom, registerPatient } from '../people/index.ts'
import { clinicRoom, ensureDemo, type FillDemo, findClinic, resetDemoPasswords } from './index.ts'

const store = withDatabase()
const clock = standingClock('2026-11-24T08:00:00.000Z' as Instant)
const PASSWORD = 'three herons on a pier'
let app: App

/** One invented patient and one entry in an append-only table. */
const fillDemo: FillDemo = async (tx, { clinic, accounts, at }) => {
  const id = freshId<PatientId>()
  const draft = {
    name: 'Invented Person',
    birthOn: '1980-01-01' as never,
    sex: 'unknown' as const,
    phone: null,
    email: null,
  }
  const rest = { emergencyContact: null, language: null, notes: '' }
  const made = await registerPatient(tx, {
    clinic,
    id,
    draft: { ...draft, ...rest },
    notDuplicateOf: [],
    today: '2026-11-24' as never,
    at,
  })
  expect(made.ok).toBe(true)
  const source = {
    clinic,
    actor: { account: accounts.clinician },
    at,
    requestId: null,
    fromAddress: null,
    newId: freshId,
  }
  await audit(tx, source as never, { action: 'patient-registered', patient: id })
}

async function send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, token?: string) {
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  const answer = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body ? answer.json() : {} }
}

const setUp = (clinic: object = {}, owner: object = {}) =>
  send('POST', '/api/install/clinic', {
    clinic: {
      name: 'Quay',
      country: 'IE',
      timeZone: 'Europe/Dublin',
      jurisdiction: 'ie',
      emergencyNumber: '112',
      ...clinic,
    },
    owner: { name: 'Olwen', email: 'olwen@quay.example', password: PASSWORD, treats: false, ...owner },
    as: 'token',
  })
const state = async () => (await send('GET', '/api/install')).body.state
const enterDemo = (role?: Role) => send('POST', '/api/install/demo', { ...(role ? { role } : {}), as: 'token' })

const from = {
  at: clock.now(),
  requestId: 'test',
  fromAddress: '127.0.0.1',
  newId: <Id extends string>() => freshId<Id>(),
}

beforeEach(async () => {
  app = await store.app({
    rooms: [peopleRoom({ findClinic }), clinicRoom({ fillDemo })],
    authenticate,
    now: clock.now,
  })
  // Each test begins on an empty database. The list goes last: it isn't held by foreign keys.
  const tables = await store.asAdmin<{ name: string }>(`
    select string_agg(distinct c.relname, ', ') as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where a.attname = 'clinic_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)
  await store.asAdmin(`truncate ${must(tables[0], 'there are tables').name}`)
})

test('an empty installation says so, becomes a clinic, and is set up no second time', async () => {
  expect(await state()).toBe('empty')
  const made = await setUp({ locationName: 'First floor' })
  expect(made.status).toBe(201)
  expect(made.body.me).toMatchObject({
    roles: ['owner'],
    clinic: { name: 'Quay', demo: false, emergencyNumber: '112' },
  })
  expect(await state()).toBe('ready')
  const second = await setUp({ name: 'Another' })
  expect([second.status, second.body.code]).toEqual([409, 'already-set-up'])
  const { locations } = (await send('GET', '/api/locations', undefined, made.body.token)).body
  expect(locations).toMatchObject([{ name: 'First floor' }])
})

test('two who set up at once make one clinic', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => setUp()))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
  const rows = await store.asAdmin(`select from clinic_clinic`)
  const accounts = await store.asAdmin(`select from people_account`)
  expect([rows.length, accounts.length]).toEqual([1, 1])
})

test('what can not be true of a clinic is named field by field, and nothing is half-written', async () => {
  const bad = await setUp({ timeZone: 'Europe/Nowhere', jurisdiction: 'us-wa', country: 'IE' })
  expect(bad.status).toBe(422)
  expect(bad.body.errors.map(({ field }: { field: string }) => field)).toEqual([
    '/clinic/timeZone',
    '/clinic/jurisdiction',
  ])
  const weak = await setUp({}, { password: 'olwen@quay.example' })
  expect([weak.status, weak.body.errors[0].field]).toEqual([422, '/owner/password'])
  expect((await setUp({ timeZone: '+01:00' })).status).toBe(422)
  expect(await state()).toBe('empty')
})

test('the demo is opened once for everybody who comes, in any role', async () => {
  const answers = await Promise.all([enterDemo(), enterDemo('desk'), enterDemo('owner')])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(answers.map((answer) => answer.body.me.roles)).toEqual([['clinician'], ['desk'], ['owner']])
  expect(answers.every((answer) => answer.body.me.clinic.demo)).toBe(true)
  expect(await state()).toBe('demo')
  expect(await store.asAdmin(`select from clinic_clinic`)).toHaveLength(1)
  expect(await store.asAdmin(`select from people_patient`)).toHaveLength(1)
})

test('the demo is thrown away with everything in it, and nothing else goes', async () => {
  const demo = (await enterDemo('desk')).body
  const real = (await setUp()).body
  expect(await state()).toBe('ready')
  expect((await enterDemo()).status).toBe(409)
  const before = await store.asAdmin<{ count: number }>(`select count(*)::int as count from kernel_audit_entry`)
  expect(before[0]?.count).toBeGreaterThan(2)
  expect((await send('DELETE', '/api/install/demo', undefined, real.token)).body.code).toBe('not-the-demo')
  expect((await send('DELETE', '/api/install/demo', undefined, demo.token)).status).toBe(204)
  expect((await send('GET', '/api/me', undefined, demo.token)).status).toBe(401)
  expect((await send('GET', '/api/me', undefined, real.token)).status).toBe(200)
  const left = await store.asAdmin<{ clinic_id: ClinicId }>(`
    select clinic_id from clinic_clinic union all select clinic_id from people_patient union all select clinic_id from people_account
    union all select clinic_id from kernel_audit_entry union all select clinic_id from people_patient_suffix
    union all select clinic_id from people_sign_in union all select clinic_id from kernel_install`)
  expect(new Set(left.map(({ clinic_id }) => clinic_id))).toEqual(new Set([real.me.clinic.id]))
})

test('PostgreSQL itself refuses to throw a real clinic away', async () => {
  const { me } = (await setUp()).body
  await expect(throwAwayDemo(store.db, me.clinic.id)).rejects.toThrow(/not a demo/)
  expect(await state()).toBe('ready')
})

test('the demo’s staff get passwords that open it, new ones each time', async () => {
  const demo = await ensureDemo(store.db, from, fillDemo)
  expect(demo.ok).toBe(true)
  if (!demo.ok) return
  const first = await resetDemoPasswords(store.db, demo.value)
  const second = await resetDemoPasswords(store.db, demo.value)
  expect(second.map(({ role }) => role)).toEqual(['owner', 'clinician', 'desk'])
  const opens = async ({ email, password }: { email: string; password: string }) =>
    (await send('POST', '/api/sign-in', { email, password })).status
  expect(await Promise.all(second.map(opens))).toEqual([200, 200, 200])
  expect(await opens(must(first[0], 'there is one'))).toBe(401)
})

test('the clinic’s rules are its jurisdiction’s until the owner states others with a reason', async () => {
  const { token, me } = (await setUp({ country: 'US', jurisdiction: 'us-wa', emergencyNumber: '911' })).body
  const clinic = (await send('GET', '/api/clinic', undefined, token)).body
  expect(clinic).toMatchObject({ jurisdictionName: 'Washington', rulesNote: '', version: 1, sourceDate: '2026-01' })
  expect(clinic.rules).toMatchObject({ dnPermitted: 'yes', trainingHours: 325, retentionAllowed: 'no' })
  const rules = { ...clinic.rules, aeReportDays: 10 }
  const silent = await send('PATCH', '/api/clinic', { version: 1, rules }, token)
  expect([silent.status, silent.body.code]).toEqual([422, 'rules-note-missing'])
  const stated = await send('PATCH', '/api/clinic', { version: 1, rules, rulesNote: 'WAC 246-915' }, token)
  expect(stated.body).toMatchObject({ rules: { aeReportDays: 10 }, rulesNote: 'WAC 246-915', version: 2 })
  const moved = await send('PATCH', '/api/clinic', { version: 2, jurisdiction: 'us-ca' }, token)
  expect(moved.body).toMatchObject({ rules: { dnPermitted: 'no', trainingHours: null }, rulesNote: '' })
  expect((await send('PATCH', '/api/clinic', { version: 2, name: 'X' }, token)).status).toBe(409)
  expect(me.clinic.id).toBe(clinic.id)
})

test('countries without a known emergency number say so, and unknown rules stay unknown', async () => {
  const { countries, jurisdictions } = (await send('GET', '/api/jurisdictions')).body
  const country = (code: string) => countries.find((one: { code: string }) => one.code === code)
  expect(country('IE')).toEqual({ code: 'IE', name: 'Ireland', emergencyNumber: '112' })
  expect(country('BR')).toMatchObject({ emergencyNumber: null })
  expect(countries).toHaveLength(249)
  const other = jurisdictions.find(({ id }: { id: string }) => id === 'other')
  expect(other).toMatchObject({
    country: null,
    unreviewed: true,
    rules: { dnPermitted: 'unknown', consentWritten: 'unknown' },
  })
})

test('the owner reads the audit trail page by page, and it is whole', async () => {
  const { token } = (await setUp()).body
  for (let i = 0; i < 5; i++) await send('POST', '/api/locations', { id: freshId(), name: `Room ${i}` }, token)
  const first = (await send('GET', '/api/audit?limit=3', undefined, token)).body
  expect(first.entries.map(({ action }: { action: string }) => action)).toEqual(Array(3).fill('location-added'))
  expect(first.entries[0]).toMatchObject({ actorName: 'Olwen', fromAddress: '127.0.0.1' })
  expect(first.more).toBe(true)
  const rest = (await send('GET', `/api/audit?before=${first.entries[2].id}`, undefined, token)).body
  const actions = rest.entries.map(({ action }: { action: string }) => action)
  expect(actions).toEqual(['location-added', 'location-added', 'clinic-set-up'])
  const check = (await send('POST', '/api/audit/verify', undefined, token)).body
  expect(check).toMatchObject({ whole: true, faults: [] })
  expect(check.checkedCount).toBeGreaterThan(6)
  await store.asAdmin(`update kernel_audit_entry set actor = $1 where action = 'clinic-set-up'`, [freshId<AccountId>()])
  expect((await send('POST', '/api/audit/verify', undefined, token)).body.whole).toBe(false)
})
