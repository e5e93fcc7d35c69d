import type { AccountId, CalendarDay, ClinicId, Instant, PatientId } from '@unknot/care/kernel'
import { JURISDICTIONS, jurisdictionOf } from '@unknot/care/clinic'
import type { Role } from '@unknot/care/people'
import { freshId, standingClock, tokenFor, withDatabase } from '@unknot/testkit/kernel'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { findClinic } from '../clinic/index.ts'
import type { App } from '../kernel/index.ts'
import { findPatient, peopleRoom } from './index.ts'
import { searchPatients } from './patient-search.store.ts'

const store = withDatabase()
const clock = standingClock('2026-11-24T23:30:00.000Z' as Instant)
const here = freshId<ClinicId>()
const there = freshId<ClinicId>()
let app: App

const as = (role: Role, clinic = here) => tokenFor({ clinic, account: freshId<AccountId>(), roles: [role] })

async function send(method: 'GET' | 'POST' | 'PATCH', url: string, token: string, payload?: object) {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

const draft = (name: string, birthOn: string, more: object = {}) => ({
  id: freshId<PatientId>(),
  name,
  birthOn,
  ...more,
})
const register = (body: object, clinic = here) => send('POST', '/api/patients', as('desk', clinic), body)
const namesFor = async (q: string, clinic = here): Promise<string[]> => {
  const found = await send('GET', `/api/patients?q=${encodeURIComponent(q)}&limit=50`, as('desk', clinic))
  expect(found.status).toBe(200)
  return found.body.patients.map(({ name }: { name: string }) => name)
}

async function addClinicRow(clinic: ClinicId, timeZone: string): Promise<void> {
  const rules = JSON.stringify(jurisdictionOf(JURISDICTIONS[0]?.id ?? '')?.rules)
  await store.asAdmin(`insert into clinic_clinic values ($1, 'C', 'IE', $2, 'ie', '112', $3, '', 1, now(), now())`, [
    clinic,
    timeZone,
    rules,
  ])
}

beforeAll(async () => {
  app = await store.app({ rooms: [peopleRoom({ findClinic })], now: clock.now })
  await addClinicRow(here, 'Europe/Dublin')
  await addClinicRow(there, 'Pacific/Auckland')
})

test('a patient is registered with the next number, read, and changed under its version', async () => {
  const body = draft(' Zoë  Ó Briain ', '1992-03-31', { phone: '+353 87 123 4567', language: 'en-IE' })
  const made = await register(body)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ name: 'Zoë Ó Briain', number: 1, sex: 'unknown', email: null, version: 1 })
  const read = await send('GET', `/api/patients/${body.id}`, as('clinician'))
  expect(read.body).toEqual(made.body)
  const url = `/api/patients/${body.id}`
  const changed = await send('PATCH', url, as('desk'), { version: 1, name: 'Zoë Byrne', phone: null })
  expect(changed.body).toMatchObject({ name: 'Zoë Byrne', phone: null, language: 'en-IE', version: 2 })
  const stale = await send('PATCH', url, as('desk'), { version: 1, name: 'Zoë Kelly' })
  expect([stale.status, stale.body.code, stale.body.version]).toEqual([409, 'patient-changed-meanwhile', 2])
  expect(await namesFor('byrne')).toEqual(['Zoë Byrne'])
  expect(await namesFor('briain')).toEqual([])
})

test('of two changes made from one version at once, one is told', async () => {
  const body = draft('Una Race', '1961-01-02')
  await register(body)
  const answers = await Promise.all(
    ['1', '2', '3'].map((n) => send('PATCH', `/api/patients/${body.id}`, as('desk'), { version: 1, notes: n })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
})

test('the same registration sent twice makes one patient; another with its id is refused', async () => {
  const body = draft('Nora Twice', '1970-01-01', { emergencyContact: { name: 'Jo', phone: '01 234 5678' } })
  const answers = await Promise.all([register(body), register(body), register(body)])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1)
  const other = await register({ ...body, name: 'Somebody Else' })
  expect([other.status, other.body.code]).toEqual([409, 'patient-id-reused'])
})

test('numbers have no gaps and no doubles under concurrency, refusals included', async () => {
  const clinic = freshId<ClinicId>()
  await addClinicRow(clinic, 'Europe/Dublin')
  const bodies = Array.from({ length: 40 }, (_, i) =>
    draft(`Person ${i} ${'abcdefghij'[i % 10]}`, `19${10 + i}-05-0${1 + (i % 9)}`),
  )
  const same = Array.from({ length: 8 }, () => draft('Same Same', '1980-08-08'))
  const answers = await Promise.all([...bodies, ...same].map((body) => register(body, clinic)))
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
  const numbers = answers.filter(({ status }) => status === 201).map((answer) => answer.body.number)
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 41 }, (_, i) => i + 1))
})

test('PPL-4 a likely duplicate is refused until somebody has looked at who it is', async () => {
  const first = draft('Aoife Kavanagh', '1985-06-07', { phone: '087 765 4321' })
  await register(first)
  const again = draft('KAVANAGH Aoife', '1985-07-06')
  const shown = await send('POST', '/api/patients/duplicates', as('desk'), { name: again.name, birthOn: again.birthOn })
  expect(shown.body.duplicates).toMatchObject([
    {
      patient: { id: first.id },
      score0to100: 65,
      reasons: ['same names in another order', 'birth dates with day and month swapped'],
    },
  ])
  const refused = await register(again)
  expect([refused.status, refused.body.code, refused.body.patients]).toEqual([409, 'likely-duplicate', [first.id]])
  expect((await register({ ...again, notDuplicateOf: [first.id] })).status).toBe(201)
  expect((await register(draft('Aoife Kavanagh', '1999-01-01'))).status).toBe(201)
})

test('found by any part of name, birth date and number, accents and order ignored', async () => {
  const { body } = await register(draft('Łucja Święcka-O’Sullivan', '1948-12-05'))
  for (const q of [
    'lucja',
    'ŁUCJA',
    'wieck',
    'sulliv',
    'ivan',
    "o'sull",
    'swiecka luc',
    '5.12.1948',
    '05/12/1948',
    '1948-12',
    '12/05/1948',
    `${body.number}`,
  ]) {
    expect(await namesFor(q), q).toContain('Łucja Święcka-O’Sullivan')
  }
  expect(await namesFor('sullivanx')).toEqual([])
  expect(await namesFor('lucja byrne')).toEqual([])
  expect(await namesFor('%')).toEqual([])
  expect(await namesFor('_')).toEqual([])
})

test('words that begin so come before words that hold it', async () => {
  await register(draft('Joanne Quill', '1951-01-01'))
  await register(draft('Annex Quill', '1952-02-02'))
  expect(await namesFor('ann quill')).toEqual(['Annex Quill', 'Joanne Quill'])
})

test('more lines than asked for are told', async () => {
  for (let i = 0; i < 4; i++) await register(draft(`Xaver Xylo${'pqrs'[i]}`, `196${i}-03-0${i + 1}`))
  const found = await send('GET', '/api/patients?q=xylo&limit=3', as('desk'))
  expect([found.body.patients.length, found.body.more]).toEqual([3, true])
  expect((await send('GET', '/api/patients?q=xylo&limit=4', as('desk'))).body.more).toBe(false)
})

test('a birth date in the future is refused by the clinic’s own day, naming the field', async () => {
  // 23:30 UTC on the 24th: still the 24th in Dublin, the 25th in Auckland.
  const born = (clinic: ClinicId) => register(draft('Baby New', '2026-11-25'), clinic)
  const refused = await born(here)
  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [{ field: '/birthOn', detail: 'must not lie in the future' }],
  ])
  expect((await born(there)).status).toBe(201)
})

test('another clinic’s patient is not there: not to read, not to change, not to find, not as a duplicate', async () => {
  const body = draft('Hidden Person', '1955-05-05')
  await register(body)
  expect((await send('GET', `/api/patients/${body.id}`, as('owner', there))).status).toBe(404)
  expect((await send('PATCH', `/api/patients/${body.id}`, as('owner', there), { version: 1, notes: 'x' })).status).toBe(
    404,
  )
  expect(await namesFor('hidden', there)).toEqual([])
  expect((await register({ ...draft('Hidden Person', '1955-05-05') }, there)).status).toBe(201)
})

test('with the where-clause on the clinic removed, row-level security still shows nothing of another', async () => {
  const rows = await store.db.onClinic(there, async (queries) => {
    const all = await sql<{ clinic_id: ClinicId }>`
      select clinic_id from people_patient union all select clinic_id from people_patient_suffix
      union all select clinic_id from people_account union all select clinic_id from people_patient_number`.execute(
      queries,
    )
    return all.rows
  })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ clinic_id }) => clinic_id === there)).toBe(true)
  const outside = await store.db.outside((queries) => sql`select from people_patient`.execute(queries))
  expect(outside.rows).toEqual([])
})

test('a row can not be written into another clinic', async () => {
  const write = store.db.inClinic(there, (tx) =>
    sql`insert into people_patient_number (clinic_id, last) values (${freshId()}, 1)`.execute(tx),
  )
  await expect(write).rejects.toThrow(/row-level security/)
})

test('each read and each write of a patient is in the audit trail; a search says that, not for whom', async () => {
  const body = draft('Audited Person', '1966-06-06')
  await register(body)
  await send('GET', `/api/patients/${body.id}`, as('desk'))
  await send('PATCH', `/api/patients/${body.id}`, as('desk'), { version: 1, notes: 'ground floor' })
  const rows = await store.asAdmin<{ action: string }>(
    `select action from kernel_audit_entry where clinic_id = $1 and patient = $2 order by id`,
    [here, body.id],
  )
  expect(rows.map(({ action }) => action)).toEqual(['patient-registered', 'patient-read', 'patient-changed'])
  const searches = await store.asAdmin<{ text: string }>(
    `select e::text as text from kernel_audit_entry e where action = 'patients-searched'`,
  )
  expect(searches.length).toBeGreaterThan(0)
  expect(searches.some(({ text }) => /lucja|hidden/i.test(text))).toBe(false)
})

test('the search reads a range of the index under row-level security, and never the table of patients', async () => {
  const clinic = freshId<ClinicId>()
  await addClinicRow(clinic, 'Europe/Dublin')
  await store.asAdmin(
    `insert into people_patient select $1, gen_random_uuid(), n, 'Person ' || n, '1980-01-01', 'unknown', null, null, null, null,
       '', 1, now(), now(), 'person ' || n, null, null from generate_series(1, 4000) n`,
    [clinic],
  )
  await store.asAdmin(
    `insert into people_patient_suffix select clinic_id, unnest(array[' person', 'erson', 'rson', 'son', 'on', 'n', ' ' || number]), id
     from people_patient where clinic_id = $1`,
    [clinic],
  )
  await store.asAdmin('analyze people_patient, people_patient_suffix')
  const plan = await store.db.inClinic(clinic, async (tx) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain (costs off) select patient from people_patient_suffix
      where clinic_id = ${clinic} and suffix >= 'son' and suffix < ${'son\u{10FFFF}'} order by suffix limit 20`.execute(
      tx,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain('Index Only Scan using people_patient_suffix_pkey')
  expect(plan).toMatch(/Index Cond: .*suffix >= .*suffix </)
  const found = await store.db.onClinic(clinic, (queries) => searchPatients(queries, clinic, ['son'], 20))
  expect([found.patients.length, found.more]).toEqual([20, true])
  // Four thousand have the longer word: were it to lead, the one who has both would stand behind the bound.
  const both = await store.db.onClinic(clinic, (queries) => searchPatients(queries, clinic, ['person', '3999'], 20))
  expect([both.patients.map(({ number }) => number), both.more]).toEqual([[3999], false])
  const everywhere = await store.db.onClinic(clinic, (queries) =>
    searchPatients(queries, clinic, ['person', 'son'], 20),
  )
  expect([everywhere.patients.length, everywhere.more]).toEqual([20, true])
})

test('a patient is read by its id in its clinic', async () => {
  const none = await store.db.onClinic(here, (queries) => findPatient(queries, here, freshId<PatientId>()))
  expect(none).toBeNull()
  const body = draft('Day Text', '1977-07-07')
  await register(body)
  const one = await store.db.onClinic(here, (queries) => findPatient(queries, here, body.id))
  expect(one?.birthOn).toBe('1977-07-07' as CalendarDay)
})
