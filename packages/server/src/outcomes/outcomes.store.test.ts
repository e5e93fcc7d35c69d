import type { Instant } from '@unknot/care/kernel'
import { instantOf, epochMsOf } from '@unknot/care/kernel'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { seedClinic } from '@unknot/testkit/screening'
import type { CourseView, PracticeView, ScoreView } from '@unknot/wire/outcomes'
import { expect, test } from 'vitest'
import { outcomesRoom } from './index.ts'
import { learnFrom } from './learn.ts'

const store = withDatabase()
const START = '2026-09-01T08:00:00.000Z' as Instant
const WEEK_MS = 7 * 24 * 3600 * 1000
const weekAt = (week: number): Instant => instantOf(epochMsOf(START) + week * WEEK_MS)

async function open() {
  const clinic = await seedClinic(store)
  const clock = standingClock(START)
  const app = await store.app({ rooms: [outcomesRoom], now: clock.now })
  const call = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
    token = clinic.tokens.clinician,
  ) => {
    const answer = await app.http.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(payload ? { payload } : {}),
    })
    return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as never }
  }
  const record = (change: object = {}, patient: string = clinic.patient) =>
    call('POST', `/api/patients/${patient}/scores`, {
      id: freshId<string>(),
      measure: 'nprs.avg7d',
      answers: { 'nprs.avg7d': 6 },
      asked: 'pad',
      ...change,
    })
  const pain = async (week: number, value: number, patient: string = clinic.patient) => {
    clock.moveTo(weekAt(week))
    return record({ answers: { 'nprs.avg7d': value } }, patient)
  }
  const course = async (measure = 'nprs.avg7d') =>
    (await call('GET', `/api/patients/${clinic.patient}/course?measure=${measure}`)).body as CourseView
  const addPatient = async (number: number) => {
    const id = freshId<string>()
    await store.asAdmin(
      `insert into people_patient (clinic_id, id, number, name, birth_on, sex, notes, version, registered_at, changed_at, name_key)
       values ($1, $2, $3, $4, '1980-02-03', 'male', '', 1, now(), now(), $4)`,
      [clinic.clinic, id, number, `person ${number}`],
    )
    return id
  }
  return { ...clinic, app, clock, call, record, pain, course, addPatient }
}

test('a score is worked out here, and the same id again is the same score', async () => {
  const { record, call } = await open()
  const id = freshId<string>()
  const peg = { id, measure: 'peg', answers: { peg1: 7, peg2: 5, peg3: 6 } }
  const first = await record(peg)
  expect(first.status).toBe(201)
  expect(first.body as ScoreView).toMatchObject({ id, value: 6, asked: 'pad', prompt: null })
  expect(await record(peg)).toEqual(first)
  expect(await record({ ...peg, answers: { peg1: 1, peg2: 1, peg3: 1 } })).toMatchObject({
    status: 409,
    body: { code: 'score-id-reused' },
  })
  const mood = await record({ measure: 'phq2', answers: { phq1: 2, phq2: 2 } })
  expect((mood.body as ScoreView).prompt).toContain('talk with the patient')
  expect((await call('GET', '/api/outcomes/measures')).status).toBe(200)
})

test('what can’t be a score is refused in words', async () => {
  const { record, tokens, patient, call } = await open()
  const code = async (change: object) => ((await record(change)).body as { code: string }).code
  expect(await code({ answers: { 'nprs.avg7d': 11 } })).toBe('item-out-of-range')
  expect(await code({ answers: { other: 1 } })).toBe('item-unknown')
  expect(await code({ measure: 'peg', answers: { peg1: 1 } })).toBe('too-many-missing')
  expect(await code({ total: 5 })).toBe('answers-or-total')
  expect(await code({ measure: 'odi', answers: {} })).toBe('wording-not-ours')
  expect(await code({ measure: 'odi', answers: undefined, total: 120, asked: 'paper' })).toBe('total-out-of-range')
  expect(await code({ takenAt: '2026-12-01T00:00:00.000Z' })).toBe('taken-in-future')
  expect(await code({ measure: 'psfs', answers: { activity1: 3 } })).toBe('activities-needed')
  expect((await record({ measure: 'odi', answers: undefined, total: 42, asked: 'paper' })).status).toBe(201)
  expect((await call('GET', `/api/patients/${patient}/course`, undefined, tokens.desk)).status).toBe(403)
})

test('the course has the scores in weeks, a band with the people behind it, and words that say the same', async () => {
  const { pain, course } = await open()
  expect(await course()).toMatchObject({ startAt: null, scores: [], expected: null, review: null })
  for (const [week, value] of [
    [0, 7],
    [1, 6],
    [2, 5],
  ] as const)
    await pain(week, value)
  const view = await course()
  expect(view.scores.map(({ week, score }) => [week, score.value])).toEqual([
    [0, 7],
    [1, 6],
    [2, 5],
  ])
  expect(view.change).toMatchObject({
    improvement: 2,
    importantByPoints: true,
    importantByPercent: false,
    immpact: 'minimal',
  })
  expect(view.expected).toMatchObject({ method: 'model', people: 0, scoreCount: 3, reachWeeks: 8 })
  const six = view.expected?.points.find(({ unit, number }) => unit === 'week' && number === 6)
  expect(view.expected?.sentences[0]).toContain(
    `between ${six?.forecast?.interval80[0]} and ${six?.forecast?.interval80[1]} by week 6`,
  )
  expect(view.expected?.sentences.at(-1)).toContain('no finished course of this clinic yet')
  expect(view.expected?.points.find(({ unit, number }) => unit === 'week' && number === 26)?.forecast).toBeNull()
  expect(view.review).toMatchObject({ rule: 'REV-3', advice: 'continue' })
  expect((await course('rmdq24')).expected).toBeNull()
})

test('a forecast is stored before the score that tests it, and is never changed', async () => {
  const { pain, clinic } = await open()
  await pain(0, 7)
  const before = await store.asAdmin<{ id: string; ahead: unknown }>(
    'select id, ahead from outcomes_forecast where clinic_id = $1',
    [clinic],
  )
  expect(before).toHaveLength(1)
  await pain(1.2, 6)
  const tests = await store.asAdmin<{ forecast: string; mean: number; sd: number; value: number; last_value: number }>(
    'select forecast, mean, sd, value, last_value from outcomes_test where clinic_id = $1',
    [clinic],
  )
  expect(tests).toMatchObject([{ forecast: before[0]?.id, value: 6, last_value: 7 }])
  expect(tests[0]?.sd).toBeGreaterThan(0.5)
  const after = await store.asAdmin<{ id: string }>('select id, ahead from outcomes_forecast where id = $1', [
    before[0]?.id,
  ])
  expect(after[0]).toEqual(before[0])
})

test('the clinician answers the review, and that is recorded; advice that changed meanwhile is refused', async () => {
  const { pain, course, call, patient, clinic } = await open()
  for (const week of [0, 1, 2, 3, 4]) await pain(week, 6)
  const { review } = await course()
  expect(review).toMatchObject({ rule: 'REV-7', advice: 're-assess' })
  const answer = (change: object) =>
    call('POST', `/api/patients/${patient}/reviews`, {
      id: freshId<string>(),
      measure: 'nprs.avg7d',
      rule: 'REV-7',
      answer: 'another-way',
      chosen: 'continue',
      reason: 'New job, less lifting',
      ...change,
    })
  expect(await answer({ rule: 'REV-4' })).toMatchObject({ status: 409, body: { code: 'review-changed' } })
  expect(await answer({ reason: '' })).toMatchObject({ status: 422, body: { code: 'reason-needed' } })
  expect((await answer({})).status).toBe(204)
  expect((await course()).lastAnswer).toMatchObject({
    answer: 'another-way',
    chosen: 'continue',
    reason: 'New job, less lifting',
  })
  const trail = await store.asAdmin<{ action: string }>('select action from kernel_audit_entry where clinic_id = $1', [
    clinic,
  ])
  expect(trail.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['score-recorded', 'course-read', 'review-answered']),
  )
})

test('an aim moves what is aimed at; a goal off the scale is refused', async () => {
  const { pain, course, call, patient } = await open()
  for (const [week, value] of [
    [0, 8],
    [1, 7],
    [2, 6],
  ] as const)
    await pain(week, value)
  const aim = (change: object) =>
    call('POST', `/api/patients/${patient}/aims`, {
      id: freshId<string>(),
      measure: 'nprs.avg7d',
      onset: 'lasting',
      goal: 2,
      plannedEndWeek: 8,
      ...change,
    })
  expect(await aim({ goal: 12 })).toMatchObject({ status: 422, body: { code: 'aim-out-of-range' } })
  expect((await aim({})).status).toBe(204)
  const view = await course()
  expect(view.aim).toMatchObject({ goal: 2, plannedEndWeek: 8 })
  expect(view.review?.numbers?.aimPoints).toBeGreaterThan(4)
})

test('the clinic learns from its own courses in a thread of its own, and forecasts say how many', async () => {
  const { app, pain, course, clinic, addPatient, call } = await open()
  for (let number = 2; number < 10; number += 1) {
    const person = await addPatient(number)
    for (const week of [0, 1, 2, 4, 6])
      await pain(week, Math.max(0, 8 - (number % 3) - Math.round(week / (1 + (number % 2)))), person)
  }
  await pain(0, 7)
  await pain(1, 6)
  expect(await learnFrom(app, clinic)).toBe(1)
  const view = await course()
  expect(view.expected?.people).toBe(8)
  expect(view.expected?.sentences.at(-1)).toBe('Based on 8 courses.')
  const practice = (await call('GET', '/api/outcomes/practice')).body as PracticeView
  expect(practice.courses).toBe(9)
  expect(practice.calibration.state).toBe('too-few')
  expect(practice.response[0]?.share?.of).toBe(9)
  expect(practice.adverse).toMatchObject({ sessions: 0, per1000: null })
})

test('the owner sets cut-offs that fit together; nobody else does', async () => {
  const { call, tokens } = await open()
  const cutoffs = {
    continueFrom: 0.6,
    changeFrom: 0.3,
    plateauBelow: 0.1,
    worseAbove: 0.5,
    firstReviewSession: 4,
    decisionSession: 8,
  }
  expect((await call('PUT', '/api/outcomes/cutoffs', cutoffs)).status).toBe(403)
  expect((await call('PUT', '/api/outcomes/cutoffs', cutoffs, tokens.owner)).status).toBe(204)
  expect(await call('PUT', '/api/outcomes/cutoffs', { ...cutoffs, changeFrom: 0.7 }, tokens.owner)).toMatchObject({
    status: 422,
    body: { detail: 'changeFrom' },
  })
  expect(((await call('GET', '/api/outcomes/practice')).body as PracticeView).cutoffs).toEqual(cutoffs)
})
