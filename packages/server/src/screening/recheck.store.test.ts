import type { Instant } from '@unknot/care/kernel'
import { QUESTION_IDS } from '@unknot/care/screening'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { seedClinic } from '@unknot/testkit/screening'
import type { ScreeningView } from '@unknot/wire/screening'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { screeningRoom } from './index.ts'

const store = withDatabase()
const allNo = Object.fromEntries(QUESTION_IDS.map((id) => [id, { answer: 'no' }]))
const NOTHING = { pregnancy: 'no', medicine: 'no', infection: 'no', nerves: 'no', reaction: 'no' }
const MONDAY = '2026-11-23T09:00:00.000Z' as Instant
const TUESDAY = '2026-11-24T09:30:00.000Z' as Instant

async function open() {
  const clinic = await seedClinic(store)
  const clock = standingClock(MONDAY)
  const app = await store.app({ rooms: [screeningRoom], now: clock.now })
  const post = async (url: string, payload: object, token = clinic.tokens.clinician) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await app.http.inject({ method: 'POST', url, headers, payload })
    return { status: answer.statusCode, body: answer.json() as ScreeningView & { code?: string } }
  }
  const read = async (screening: string) => {
    const headers = { authorization: `Bearer ${clinic.tokens.clinician}` }
    const answer = await app.http.inject({ method: 'GET', url: `/api/screenings/${screening}`, headers })
    return answer.json() as ScreeningView
  }
  const screen = (changes: object) =>
    post(`/api/patients/${clinic.patient}/screenings`, { id: freshId(), answers: { ...allNo, ...changes } })
  const confirm = (of: string, items: object = {}, answers: object = {}, id: string = freshId()) =>
    post(`/api/patients/${clinic.patient}/rechecks`, { id, of, items: { ...NOTHING, ...items }, answers })
  const override = (screening: string, rule: string, reason = 'Dr Byrne cleared it by telephone') =>
    post(`/api/screenings/${screening}/overrides`, { rule, reason })
  const reopen = (kind: string, token?: string) =>
    post(`/api/patients/${clinic.patient}/screening-reopenings`, { id: freshId(), kind, note: 'Told by phone' }, token)
  return { ...clinic, clock, read, screen, confirm, override, reopen }
}

test('nothing changed: the answers of last time count again, under a screening of their own', async () => {
  const { screen, confirm, clock } = await open()
  const first = (await screen({ 'blood-thinner': { answer: 'yes' } })).body
  clock.moveTo(TUESDAY)
  const again = await confirm(first.id)
  expect(again.status).toBe(201)
  expect(again.body).toMatchObject({
    recheckOf: first.id,
    fullAt: MONDAY,
    screenedAt: TUESDAY,
    result: { mayNeedle: true, precautions: ['Blood thinner'] },
  })
})

test('a numb saddle since last time is an emergency at the re-check', async () => {
  const { screen, confirm, clock } = await open()
  const first = (await screen({})).body
  clock.moveTo(TUESDAY)
  const fresh = { 'saddle-numbness': { answer: 'yes' } }
  const again = (await confirm(first.id, { nerves: 'yes' }, fresh)).body
  expect(again.result).toMatchObject({ urgency: 'emergency-now', mayNeedle: false })
})

test('something changed and nobody asked on: no needle', async () => {
  const { screen, confirm } = await open()
  const first = (await screen({})).body
  const again = (await confirm(first.id, { infection: 'unknown' })).body
  expect(again.result.mayNeedle).toBe(false)
  expect(again.result.missing.map(({ question }) => question)).toContain('fever')
})

test('only the newest screening is confirmed, not after half a year, and never without one', async () => {
  const { screen, confirm, clock } = await open()
  expect((await confirm(freshId())).body.code).toBe('never-screened')
  const first = (await screen({})).body
  clock.moveTo(TUESDAY)
  const second = (await screen({})).body
  expect((await confirm(first.id)).body.code).toBe('screening-not-newest')
  clock.moveTo('2027-06-23T09:00:00.000Z' as Instant)
  expect(await confirm(second.id)).toMatchObject({ status: 409, body: { code: 'full-screening-needed' } })
})

test('a re-check that is sent twice is one', async () => {
  const { screen, confirm, clock } = await open()
  const first = (await screen({})).body
  clock.moveTo(TUESDAY)
  const id = freshId()
  const once = await confirm(first.id, {}, {}, id)
  expect(await confirm(first.id, {}, {}, id)).toEqual(once)
})

test('an override names who and why, softens its finding everywhere, and goes on with a re-check that is not about it', async () => {
  const { screen, override, confirm, read, clock } = await open()
  const first = (await screen({ cancer: { answer: 'yes' } })).body
  expect(first.result).toMatchObject({ mayNeedle: false, disposition: 'medical-clearance-first' })
  const overridden = await override(first.id, 'SCR-R10')
  expect(overridden).toMatchObject({ status: 201, body: { result: { mayNeedle: true, disposition: 'precaution' } } })
  expect(await read(first.id)).toEqual(overridden.body)
  expect(overridden.body.overrides).toEqual([
    { rule: 'SCR-R10', reason: 'Dr Byrne cleared it by telephone', byName: 'Test clinician', at: MONDAY },
  ])
  clock.moveTo(TUESDAY)
  const again = (await confirm(first.id)).body
  expect(again.result.mayNeedle).toBe(true)
  expect(again.overrides).toEqual(overridden.body.overrides)
  const changed = (await confirm(again.id, { medicine: 'yes' }, { cancer: { answer: 'yes' } })).body
  expect(changed.overrides).toEqual([])
  expect(changed.result.mayNeedle).toBe(false)
})

test('no one overrides an emergency, what nobody knows, or without a reason', async () => {
  const { screen, override } = await open()
  const emergency = (await screen({ 'saddle-numbness': { answer: 'yes' } })).body
  expect((await override(emergency.id, 'RF-1')).body.code).toBe('finding-not-overridable')
  const unknown = (await screen({ 'bleeding-disorder': { answer: 'unknown' } })).body
  expect((await override(unknown.id, 'SCR-A9')).body.code).toBe('finding-not-overridable')
  const cancer = (await screen({ cancer: { answer: 'yes' } })).body
  expect((await override(cancer.id, 'SCR-R10', 'fine')).body.code).toBe('override-reason-too-short')
  expect((await override(cancer.id, 'SCR-R10')).status).toBe(201)
  expect((await override(cancer.id, 'SCR-R10', 'another reason altogether')).body.code).toBe('already-overridden')
})

test.each(['adverse-event', 'hospital-stay', 'new-diagnosis', 'check-in'])(
  'a %s between sessions reopens the screening until it is asked again',
  async (kind) => {
    const { screen, reopen, read, confirm, clock, tokens } = await open()
    const first = (await screen({})).body
    clock.moveTo('2026-11-23T10:00:00.000Z' as Instant)
    expect((await reopen(kind, tokens.desk)).status).toBe(201)
    const reopened = await read(first.id)
    expect(reopened.reopenedAt).toBe('2026-11-23T10:00:00.000Z')
    expect(reopened.reopenings).toMatchObject([{ kind, note: 'Told by phone', byName: 'Test desk' }])
    clock.moveTo('2026-11-23T11:00:00.000Z' as Instant)
    expect((await confirm(first.id)).body.reopenedAt).toBeNull()
  },
)

test('override and reopening stand in the audit trail, and can not be changed', async () => {
  const { screen, override, reopen, clinic } = await open()
  const first = (await screen({ cancer: { answer: 'yes' } })).body
  await override(first.id, 'SCR-R10')
  await reopen('new-diagnosis')
  const entries = await store.asAdmin('select action from kernel_audit_entry where clinic_id = $1', [clinic])
  const actions = entries.map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(['finding-overridden SCR-R10', 'screening-reopened']))
  for (const statement of [sql`delete from screening_override`, sql`update screening_reopening set note = ''`]) {
    await expect(store.db.onClinic(clinic, (queries) => statement.execute(queries))).rejects.toThrow(
      'permission denied',
    )
  }
})
