import type { Instant } from '@unknot/care/kernel'
import { standingClock, withDatabase } from '@unknot/testkit/kernel'
import { beforeAll, expect, test } from 'vitest'
import type { App } from '../../kernel/index.ts'
import { verifyAudit } from '../../kernel/index.ts'
import type { DemoSignIn } from '../../clinic/index.ts'
import { authenticate, openDemoClinic, ROOMS } from '../index.ts'
import { INVENTED_PEOPLE } from './invented-people.ts'

const store = withDatabase()
let app: App
let signIns: readonly DemoSignIn[]
let tookMs = 0

beforeAll(async () => {
  app = await store.app({ rooms: ROOMS, authenticate, now: standingClock('2026-11-24T10:00:00.000Z' as Instant).now })
  const started = performance.now()
  signIns = await openDemoClinic(app)
  tookMs = performance.now() - started
})

test('thirty patients in the states that the list says, within ten seconds', async () => {
  expect(INVENTED_PEOPLE).toHaveLength(30)
  expect(new Set(INVENTED_PEOPLE.map(({ name }) => name)).size).toBe(30)
  const [counts] = await store.asAdmin<Record<string, number>>(`select
    (select count(*)::integer from people_patient) as patients,
    (select count(*)::integer from screening_screening) as screenings,
    (select count(*)::integer from screening_screening where urgency is not null) as urgent,
    (select count(*)::integer from screening_screening where not may_needle) as stopped,
    (select count(*)::integer from consent_consent) as consents,
    (select count(distinct patient)::integer from outcomes_score) as scored,
    (select count(*)::integer from consent_withdrawal) as withdrawals`)
  const walks = INVENTED_PEOPLE.map(({ walk }) => walk)
  const longAgo = walks.filter(({ session }) => session === 'signed-long-ago').length
  expect(counts).toMatchObject({
    patients: 30,
    // Those who came five weeks ago were asked again before their second and third session.
    screenings: walks.filter(({ screened }) => screened).length + 2 * longAgo,
    scored: walks.filter(({ session }) => session?.startsWith('signed')).length,
    consents: walks.filter(({ consented }) => consented).length,
    withdrawals: walks.filter(({ withdrawn }) => withdrawn !== undefined).length,
  })
  expect(counts?.['urgent']).toBeGreaterThan(0)
  expect(counts?.['stopped']).toBeGreaterThanOrEqual(3)
  expect(tookMs).toBeLessThan(10_000)
})

test('each role signs in with what was printed, and opens a chart where its role allows', async () => {
  expect(signIns.map(({ role }) => role)).toEqual(['owner', 'clinician', 'desk'])
  const [patient] = await store.asAdmin<{ id: string }>(
    `select id from people_patient where name = 'Zoë Ó Briain-Łęcka'`,
  )
  for (const { role, email, password } of signIns) {
    const payload = { email, password, as: 'token' }
    const signedIn = await app.http.inject({ method: 'POST', url: '/api/sign-in', payload })
    expect(signedIn.statusCode, signedIn.body).toBe(200)
    const headers = { authorization: `Bearer ${signedIn.json<{ token: string }>().token}` }
    const chart = await app.http.inject({ method: 'GET', url: `/api/patients/${patient?.id}/chart`, headers })
    expect([role, chart.statusCode], chart.body).toEqual([role, role === 'desk' ? 403 : 200])
    if (role === 'desk') continue
    expect(chart.json()).toMatchObject({
      patient: { id: patient?.id },
      screening: { result: { mayNeedle: true } },
      consents: [{ valid: true }],
    })
    const today = await app.http.inject({ method: 'GET', url: '/api/today', headers })
    expect(today.json()).toMatchObject({ on: '2026-11-24', timeZone: 'Europe/Dublin' })
  }
})

test('opening it again makes nothing twice, and its audit trail is whole', async () => {
  await openDemoClinic(app)
  const [install] = await store.asAdmin<{ n: number; clinic: never }>(
    `select (select count(*)::integer from people_patient) as n, (select clinic_id from kernel_install) as clinic`,
  )
  expect(install?.n).toBe(30)
  const check = await verifyAudit(store.db, install?.clinic as never)
  expect(check).toMatchObject({ whole: true, faults: [] })
  expect(check.checkedCount).toBeGreaterThan(60)
})
