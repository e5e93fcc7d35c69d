import type { Instant, ScreeningId } from '@unknot/care/kernel'
import { QUESTION_IDS, RULES_VERSION } from '@unknot/care/screening'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { seedClinic } from '@unknot/testkit/screening'
import type { ScreeningView } from '@unknot/wire/screening'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findScreening, latestScreening, listScreenings, screeningRoom } from './index.ts'

const store = withDatabase()
const allNo = Object.fromEntries(QUESTION_IDS.map((id) => [id, { answer: 'no' }]))

/** A clinic, an app with a standing clock, and a way to call it. */
async function open(seed?: Parameters<typeof seedClinic>[1]) {
  const clinic = await seedClinic(store, seed)
  const clock = standingClock('2026-11-24T05:00:00.000Z' as Instant)
  const app = await store.app({ rooms: [screeningRoom], now: clock.now })
  const call = async (method: 'GET' | 'POST', url: string, payload?: object, token = clinic.tokens.clinician) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() as never }
  }
  const screen = (answers: object, id: string = freshId(), token?: string) =>
    call('POST', `/api/patients/${clinic.patient}/screenings`, { id, answers }, token)
  return { ...clinic, clock, call, screen }
}

test('a screening is judged by the server, kept with its answers, and read back as it was', async () => {
  const { call, screen, clinician } = await open()
  const given = { ...allNo, lymphoedema: { answer: 'yes', regions: ['thigh'], note: 'left leg' } }
  const made = await screen(given)
  expect(made.status).toBe(201)
  const view: ScreeningView = made.body
  expect(view).toMatchObject({
    screenedBy: clinician,
    screenedByName: 'Test clinician',
    screenedAt: '2026-11-24T05:00:00.000Z',
    recheckAt: '2026-11-25T05:00:00.000Z',
    result: { disposition: 'not-in-this-region', barredRegions: ['thigh'], mayNeedle: true },
  })
  const read = await call('GET', `/api/screenings/${view.id}`)
  expect(read).toEqual({ status: 200, body: view })
})

test("SCR-R12 the age is counted on the clinic's own day, not on that of UTC", async () => {
  const birthday = { birthOn: '2008-11-24' as never }
  const dublin = await open(birthday)
  dublin.clock.moveTo('2026-11-24T00:30:00.000Z' as Instant)
  const there = (await dublin.screen(allNo)).body as ScreeningView
  expect(there.result.precautions).toEqual([])
  const newYork = await open({ ...birthday, timeZone: 'America/New_York' })
  newYork.clock.moveTo('2026-11-24T00:30:00.000Z' as Instant)
  const here = (await newYork.screen(allNo)).body as ScreeningView
  expect(here.result.precautions).toEqual(['Under 18'])
})

test('the same screening sent twice is one; the same id with other answers is refused', async () => {
  const { screen, call, patient } = await open()
  const id = freshId()
  const first = await screen({ ...allNo, pregnant: { answer: 'no', note: 'asked' } }, id)
  const reversed = Object.fromEntries(Object.entries({ ...allNo, pregnant: { note: 'asked', answer: 'no' } }).reverse())
  const again = await screen(reversed, id)
  expect(again).toEqual(first)
  const other = await screen({ ...allNo, pregnant: { answer: 'unknown' } }, id)
  expect(other).toMatchObject({ status: 409, body: { code: 'screening-id-reused' } })
  const list = await call('GET', `/api/patients/${patient}/screenings`)
  expect((list.body as { screenings: unknown[] }).screenings).toHaveLength(1)
})

test('lists are newest first, and the latest is the one that counts', async () => {
  const { screen, clock, call, clinic, patient } = await open()
  await screen(allNo)
  clock.moveTo('2026-11-25T05:00:00.000Z' as Instant)
  const second = (await screen({ ...allNo, fever: { answer: 'yes' } })).body as ScreeningView
  const list = await call('GET', `/api/patients/${patient}/screenings`)
  expect((list.body as { screenings: object[] }).screenings).toMatchObject([
    { id: second.id, disposition: 'not-today', mayNeedle: false },
    { disposition: 'proceed', mayNeedle: true },
  ])
  const latest = await store.db.onClinic(clinic, (queries) => latestScreening(queries, clinic, patient))
  expect(latest?.id).toBe(second.id)
})

test('each read and write stands in the audit trail with the version of the rules', async () => {
  const { screen, call, clinic, patient, clinician } = await open()
  const { id } = (await screen(allNo)).body as ScreeningView
  await call('GET', `/api/screenings/${id}`)
  await call('GET', `/api/patients/${patient}/screenings`)
  const entries = await store.asAdmin(
    'select action, patient, actor, subject, rule_version from kernel_audit_entry where clinic_id = $1 order by id',
    [clinic],
  )
  expect(entries).toHaveLength(3)
  expect(entries).toEqual(
    expect.arrayContaining([
      { action: 'patient-screened', patient, actor: clinician, subject: id, rule_version: RULES_VERSION },
      { action: 'screening-read', patient, actor: clinician, subject: id, rule_version: RULES_VERSION },
      { action: 'screenings-listed', patient, actor: clinician, subject: null, rule_version: null },
    ]),
  )
})

test('a refused screening leaves nothing behind, not even an audit entry', async () => {
  const { screen, clinic } = await open()
  const id = freshId()
  await screen(allNo, id)
  await screen({}, id)
  const [count] = await store.asAdmin<{ n: string }>(
    'select count(*) as n from kernel_audit_entry where clinic_id = $1',
    [clinic],
  )
  expect(Number(count?.n)).toBe(1)
})

test("another clinic's patient and screening look like nothing", async () => {
  const mine = await open()
  const theirs = await open()
  const { id } = (await theirs.screen(allNo)).body as ScreeningView
  expect((await mine.call('GET', `/api/screenings/${id}`)).status).toBe(404)
  expect((await mine.call('GET', `/api/patients/${theirs.patient}/screenings`)).status).toBe(404)
  const foreign = await mine.call('POST', `/api/patients/${theirs.patient}/screenings`, { id: freshId(), answers: {} })
  expect(foreign.status).toBe(404)
})

test('row-level security alone hides another clinic, whatever clinic the statement names', async () => {
  const mine = await open()
  const theirs = await open()
  const { id } = (await theirs.screen(allNo)).body as ScreeningView
  const [found, list] = await store.db.inClinic(mine.clinic, async (tx) => [
    await findScreening(tx, theirs.clinic, id as ScreeningId),
    await listScreenings(tx, theirs.clinic, theirs.patient),
  ])
  expect(found).toBeNull()
  expect(list).toEqual([])
})

test('the app can neither change nor delete a screening', async () => {
  const { clinic } = await open()
  for (const statement of [
    sql`update screening_screening set may_needle = true`,
    sql`delete from screening_screening`,
  ]) {
    await expect(store.db.onClinic(clinic, (queries) => statement.execute(queries))).rejects.toThrow(
      'permission denied',
    )
  }
})

test('the desk neither screens nor reads, the owner reads and does not screen', async () => {
  const { call, screen, patient, tokens } = await open()
  const { id } = (await screen(allNo)).body as ScreeningView
  expect((await screen(allNo, freshId(), tokens.desk)).status).toBe(403)
  expect((await screen(allNo, freshId(), tokens.owner)).status).toBe(403)
  expect((await call('GET', `/api/screenings/${id}`, undefined, tokens.desk)).status).toBe(403)
  expect((await call('GET', `/api/patients/${patient}/screenings`, undefined, tokens.owner)).status).toBe(200)
})

test('a bad answer is named and nothing is saved', async () => {
  const { screen } = await open()
  const bad = await screen({ pregnant: { answer: 'maybe' } })
  expect(bad).toMatchObject({ status: 400, body: { errors: [{ field: '/answers/pregnant/answer' }] } })
})

test('the questions come with their rules and sources', async () => {
  const { call } = await open()
  const { status, body } = await call('GET', '/api/screening/questions')
  expect(status).toBe(200)
  const { questions, citations } = body as { questions: { id: string; rules: string[] }[]; citations: { id: string }[] }
  expect(questions).toHaveLength(QUESTION_IDS.length)
  expect(questions.find((question) => question.id === 'saddle-numbness')?.rules).toContain('RF-1')
  expect(citations.map((citation) => citation.id)).toContain('S26')
})
