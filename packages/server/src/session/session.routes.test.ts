import type { AccountId, ClinicId, EventId, Instant, NeedleId, PatientId, SessionId } from '@unknot/care/kernel'
import {
  BARE_NEEDLE,
  type ConsentFacts,
  foldEvents,
  type ScreeningFacts,
  type SessionEvent,
  VASOVAGAL_CHECKLIST,
} from '@unknot/care/session'
import { QUESTION_IDS } from '@unknot/care/screening'
import { freshId, tokenFor, withDatabase } from '@unknot/testkit/kernel'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { clinicRoom } from '../clinic/index.ts'
import { consentRoom } from '../consent/index.ts'
import { type App, verifyAudit } from '../kernel/index.ts'
import { peopleRoom } from '../people/index.ts'
import { findClinic } from '../clinic/index.ts'
import { screeningRoom } from '../screening/index.ts'
import { sessionRoom } from './session.routes.ts'
import { stopAtTable } from './stop-at-table.ts'

const store = withDatabase()
const device = freshId()
let app: App
let other: App
let clinic: ClinicId
let token: string
let account: AccountId

beforeAll(async () => {
  const rooms = [
    peopleRoom({ findClinic }),
    clinicRoom({ fillDemo: async () => {} }),
    screeningRoom,
    consentRoom({ onWithdrawn: stopAtTable }),
    sessionRoom,
  ]
  app = await store.app({ rooms })
  // A second server on the same database: what one keeps in memory the other makes old.
  other = await store.app({ rooms })
  const setUp = await app.http.inject({
    method: 'POST',
    url: '/api/install/clinic',
    payload: {
      clinic: { name: 'Table', country: 'IE', timeZone: 'Europe/Dublin', jurisdiction: 'ie', emergencyNumber: '112' },
      owner: {
        name: 'Rosa Okafor',
        email: 'r@x.example',
        password: 'seven brown kettles sing',
        treats: true,
        registration: 'PT 018 552',
      },
    },
  })
  const { me } = setUp.json<{ me: { account: AccountId; clinic: { id: ClinicId } } }>()
  clinic = me.clinic.id
  account = me.account
  token = tokenFor({ clinic, account, name: 'Rosa Okafor', roles: ['clinician'] })
})

test('SES-8: a session from the time-out to the signature and an addendum, in the name of who is signed in', async () => {
  const table = await readyTable()
  const needle = freshId<NeedleId>()
  const sent = [
    timeOut(table),
    insert(needle),
    event({ kind: 'needle-removed', needle }),
    event({ kind: 'count-confirmed', inCount: 1, outCount: 1, accountedCount: 0 }),
    event({ kind: 'no-reaction-confirmed' }),
    event({ kind: 'pain-scored', when: 'after', pain0to10: 3 }),
    event({ kind: 'aftercare-given', sheet: 'A-1', how: 'told', advice: ['Soreness for a day or two'] }),
    event({ kind: 'session-signed', signerName: 'Somebody Else', registration: 'made up' }),
    event({ kind: 'finding-noted', text: 'too late' }),
    event({ kind: 'addendum-added', text: 'A bruise, she rang.', authorName: 'Somebody Else' }),
  ]
  const verdicts = await send(table.session, sent)
  expect(verdicts.map(({ verdict }) => verdict)).toEqual([...Array(8).fill('accepted'), 'refused', 'accepted'])
  expect(verdicts[8]?.problem).toMatchObject({ code: 'session-signed', detail: expect.stringContaining('addendum') })
  const { events, state } = await read(table.session)
  expect(events.every(({ actor, session }) => actor === account && session === table.session)).toBe(true)
  expect(events.at(-2)).toMatchObject({ signerName: 'Rosa Okafor', registration: 'PT 018 552' })
  expect(events.at(-1)).toMatchObject({ authorName: 'Rosa Okafor' })
  expect(state).toMatchObject({ phase: 'signed', count: { inCount: 1, outCount: 1, leftCount: 0 }, missing: [] })
  const again = await send(table.session, sent)
  expect(again.map(({ verdict }) => verdict)).toEqual([...Array(8).fill('already-there'), 'refused', 'already-there'])
})

test('SES-3: nobody signs with a needle in the body, also not by hand over the API', async () => {
  const table = await readyTable()
  const needle = freshId<NeedleId>()
  const last = [
    event({ kind: 'count-confirmed', inCount: 1, outCount: 1, accountedCount: 0 }),
    event({ kind: 'no-reaction-confirmed' }),
    event({ kind: 'pain-scored', when: 'after', pain0to10: 3 }),
    event({ kind: 'aftercare-given', sheet: 'A-1', how: 'told', advice: [] }),
    event({ kind: 'session-signed', signerName: 'R', registration: null }),
  ]
  const verdicts = await send(table.session, [timeOut(table), insert(needle), ...last])
  expect(verdicts.at(2)?.problem).toMatchObject({ code: 'needles-unaccounted', leftCount: 1 })
  expect(verdicts.at(-1)).toMatchObject({ verdict: 'refused', problem: { code: 'needles-unaccounted' } })
  const { state } = await read(table.session)
  expect(state).toMatchObject({ signedAt: null, count: { leftCount: 1 } })
  expect((await get('/api/sessions/unfinished')).json()).toMatchObject({
    sessions: expect.arrayContaining([
      expect.objectContaining({ id: table.session, count: expect.objectContaining({ leftCount: 1 }) }),
    ]),
  })
})

test('SES-5: where the law forbids dry needling no time-out is accepted, until the owner changes the rules with a source', async () => {
  const table = await readyTable()
  const owner = tokenFor({ clinic, account, name: 'Rosa Okafor', roles: ['owner'] })
  const asOwner = { authorization: `Bearer ${owner}` }
  const change = async (payload: object) => {
    const { version } = (await app.http.inject({ url: '/api/clinic', headers: asOwner })).json<{ version: number }>()
    const sent = { method: 'PATCH', url: '/api/clinic', headers: asOwner, payload: { version, ...payload } } as const
    expect((await app.http.inject(sent)).statusCode).toBe(200)
  }
  await change({ country: 'US', jurisdiction: 'us-ca', timeZone: 'America/Los_Angeles' })
  const [refused, needle] = await send(table.session, [timeOut(table), insert(freshId())])
  expect(refused?.problem?.code).toBe('jurisdiction-forbids')
  expect(needle?.problem?.code).toBe('time-out-missing')
  await change({ country: 'IE', jurisdiction: 'ie', timeZone: 'Europe/Dublin' })
  const [accepted] = await send(table.session, [timeOut(table)])
  expect(accepted?.verdict).toBe('accepted')
})

test('SES-5: a time-out that does not say what the database says is refused, and no needle goes in', async () => {
  const table = await readyTable()
  const stranger = await readyTable()
  const withScreening = (change: Partial<ScreeningFacts>) =>
    timeOut({ ...table, screening: { ...table.screening, ...change } })
  const withConsent = (change: Partial<ConsentFacts>) => timeOut({ ...table, consent: { ...table.consent, ...change } })
  const tries = [
    [withScreening({ screening: freshId() }), 'screening-not-current'],
    [withScreening({ screening: stranger.screening.screening }), 'screening-not-current'],
    [withScreening({ precautions: [] }), 'screening-facts-differ'],
    [withScreening({ barredRegions: ['lumbar'] }), 'screening-facts-differ'],
    [withScreening({ rulesVersion: 'SCR-0' }), 'screening-facts-differ'],
    [withConsent({ consent: freshId() }), 'consent-not-found'],
    [withConsent({ consent: stranger.consent.consent }), 'consent-not-found'],
    [withConsent({ electrical: true }), 'consent-facts-differ'],
    [withConsent({ regions: ['lumbar', 'gluteal', 'thigh'] }), 'consent-facts-differ'],
    [{ ...timeOut(table), at: '2026-01-01T00:00:00.000Z' as Instant }, 'screening-needs-recheck'],
  ] as const
  for (const [tried, code] of tries) {
    const [first, second] = await send(table.session, [tried, insert(freshId())])
    expect([first?.verdict, first?.problem?.code, second?.problem?.code]).toEqual(['refused', code, 'time-out-missing'])
  }
  await post(`/api/consents/${table.consent.consent}/withdrawal`, { by: 'patient', reason: '' })
  const [withdrawn] = await send(table.session, [timeOut(table)])
  expect(withdrawn?.problem?.code).toBe('consent-not-valid')
  const screenedAgain = await screen(stranger.patient)
  expect((await send(stranger.session, [timeOut(stranger)]))[0]?.problem?.code).toBe('screening-not-current')
  expect((await send(stranger.session, [timeOut({ ...stranger, screening: screenedAgain })]))[0]?.verdict).toBe(
    'accepted',
  )
})

test('the same id with other content is refused, in this session and in another', async () => {
  const [one, two] = [await readyTable(), await readyTable()]
  const finding = event({ kind: 'finding-noted', text: 'Taut band' })
  expect((await send(one.session, [finding]))[0]?.verdict).toBe('accepted')
  const changed = { ...finding, text: 'Another' }
  expect((await send(one.session, [changed]))[0]?.problem?.code).toBe('event-id-reused')
  const elsewhere = await send(two.session, [finding, event({ kind: 'finding-noted', text: 'Mine' })])
  expect(elsewhere.map(({ verdict, problem }) => problem?.code ?? verdict)).toEqual(['event-id-reused', 'accepted'])
})

test('a session opened twice is one session; another under its id is refused', async () => {
  const table = await readyTable()
  const again = await post(`/api/patients/${table.patient}/sessions`, table.opening)
  expect(again.json()).toMatchObject({ id: table.session })
  expect((await read(table.session)).events).toHaveLength(1)
  const other = await app.http.inject({
    ...asClinician('POST', `/api/patients/${table.patient}/sessions`),
    payload: { ...table.opening, reason: 'Something else' },
  })
  expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([409, 'session-id-reused'])
})

test("another clinic's session is not there", async () => {
  const table = await readyTable()
  const elsewhere = tokenFor({ clinic: freshId(), account: freshId(), roles: ['clinician', 'owner'] })
  const headers = { authorization: `Bearer ${elsewhere}` }
  const url = `/api/sessions/${table.session}`
  expect((await app.http.inject({ method: 'GET', url, headers })).statusCode).toBe(404)
  const payload = { events: [event({ kind: 'finding-noted', text: 'x' })] }
  expect((await app.http.inject({ method: 'POST', url: `${url}/events`, headers, payload })).statusCode).toBe(404)
  expect((await read(table.session)).events).toHaveLength(1)
})

test('only a clinician charts: the owner reads', async () => {
  const table = await readyTable()
  const headers = { authorization: `Bearer ${tokenFor({ clinic, account, roles: ['owner'] })}` }
  const url = `/api/sessions/${table.session}`
  expect((await app.http.inject({ method: 'GET', url, headers })).statusCode).toBe(200)
  const payload = { events: [event({ kind: 'finding-noted', text: 'x' })] }
  expect((await app.http.inject({ method: 'POST', url: `${url}/events`, headers, payload })).statusCode).toBe(403)
})

test('1,000 events of random kinds from 8 devices at once on two servers, each sent up to three times: none lost, none doubled, tablet and server agree', async () => {
  const table = await readyTable()
  await send(table.session, [timeOut(table)])
  const seed = 20261124
  const drawn = fc.sample(actions, { seed, numRuns: 1000 })
  const acknowledged = new Map<EventId, string>()
  await Promise.all(
    Array.from({ length: 8 }, async (_, worker) => {
      const needles: NeedleId[] = []
      const mine = drawn.filter((_each, index) => index % 8 === worker)
      for (let start = 0; start < mine.length; start += 5) {
        const batch = mine.slice(start, start + 5).map((draw) => randomEvent(draw, needles))
        for (let times = 1 + (start % 3); times > 0; times -= 1) {
          const answers = await send(table.session, batch, times % 2 === 0 ? other : app)
          expect(answers.map(({ id }) => id)).toEqual(batch.map(({ id }) => id))
          for (const { id, verdict } of answers) if (verdict !== 'refused') acknowledged.set(id, verdict)
        }
      }
    }),
  )
  const { events, state } = await read(table.session)
  const ids = events.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  // The opening and the time-out were acknowledged before.
  expect(ids.slice(2).sort()).toEqual([...acknowledged.keys()].sort())
  expect(acknowledged.size).toBeGreaterThan(500)
  const tablet = foldEvents(events as SessionEvent[])
  expect(tablet.needles.map(({ id, outcome }) => [id, outcome])).toEqual(
    state.needles.map(({ id, outcome }) => [id, outcome]),
  )
  const rows = await store.asAdmin<{ needle: NeedleId; outcome: string; number: number }>(
    'select needle, outcome, number from session_needle where session = $1',
    [table.session],
  )
  const charted = [
    ...tablet.needles.map(({ id, outcome }) => [id, outcome]),
    ...tablet.retractedNeedles.map(({ id }) => [id, 'retracted']),
  ]
  expect(rows.map(({ needle, outcome }) => [needle, outcome]).sort()).toEqual(charted.sort())
  expect(charted.length).toBeGreaterThan(100)
  expect((await verifyAudit(store.db, clinic)).whole).toBe(true)
}, 60_000)

test('a reaction that is more than mild reopens the screening: no further time-out before it is asked again', async () => {
  for (const [grade, problem] of [
    ['mild', undefined],
    ['significant', 'screening-needs-recheck'],
  ] as const) {
    const table = await readyTable()
    const fainted = {
      kind: 'reaction-recorded',
      reaction: 'dizzy',
      grade,
      needle: null,
      action: '',
      recoveredAfterMin: 5,
    } as const
    const verdicts = await send(table.session, [timeOut(table), event(fainted)])
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted'])
    const session = freshId<SessionId>()
    await post(`/api/patients/${table.patient}/sessions`, { ...table.opening, id: session, event: freshId() })
    const [next] = await send(session, [timeOut(table)])
    expect(next?.problem?.code, grade).toBe(problem)
  }
})

test('CON-4: withdrawn at the table, the consent itself is withdrawn, and no further session goes on it', async () => {
  const table = await readyTable()
  const needle = freshId<NeedleId>()
  const taken = { kind: 'consent-withdrawn', by: 'patient', reason: 'enough' } as const
  const verdicts = await send(table.session, [
    timeOut(table),
    insert(needle),
    event(taken),
    insert(freshId<NeedleId>()),
  ])
  expect(verdicts.map(({ problem }) => problem?.code ?? 'accepted')).toEqual([
    ...Array(3).fill('accepted'),
    'consent-withdrawn',
  ])
  const consent = (await get(`/api/consents/${table.consent.consent}`)).json<object>()
  expect(consent).toMatchObject({ valid: false, withdrawal: { by: 'patient', reason: 'enough', recordedBy: account } })
  const session = freshId<SessionId>()
  await post(`/api/patients/${table.patient}/sessions`, { ...table.opening, id: session, event: freshId() })
  const [next] = await send(session, [timeOut(table)])
  expect(next?.problem).toMatchObject({ code: 'consent-not-valid' })
})

test('CON-4: withdrawn on the chart, the table hears of it at once: needles only come out, whichever server asks', async () => {
  const table = await readyTable()
  const needle = freshId<NeedleId>()
  await send(table.session, [timeOut(table), insert(needle)])
  const url = `/api/consents/${table.consent.consent}/withdrawal`
  await post(url, { by: 'patient', reason: 'rang the desk' })
  const { events } = await read(table.session)
  expect(events.slice(-2)).toMatchObject([
    { kind: 'consent-withdrawn', by: 'patient', reason: 'rang the desk', actor: account },
    { kind: 'all-out-called' },
  ])
  expect(foldEvents(events).phase).toBe('withdrawn')
  const [refused, out] = await send(table.session, [
    insert(freshId<NeedleId>()),
    event({ kind: 'needle-removed', needle }),
  ])
  expect([refused?.problem?.code, out?.verdict]).toEqual(['consent-withdrawn', 'accepted'])
})

test('CON-4: a region taken back on the chart or at the table bars that region and leaves the rest', async () => {
  const table = await readyTable()
  await send(table.session, [timeOut(table)])
  const withdrawal = { scopes: ['gluteal'], by: 'patient', reason: '' }
  await post(`/api/consents/${table.consent.consent}/withdrawal`, withdrawal)
  const gluteal = { muscle: 'gluteus-medius', side: 'right', level: null, point: null } as never
  const [lumbar, buttock] = await send(table.session, [
    insert(freshId<NeedleId>()),
    event({ kind: 'needle-inserted', needle: freshId<NeedleId>(), site: gluteal, detail: BARE_NEEDLE, plan: null }),
  ])
  expect([lumbar?.verdict, buttock?.problem?.code]).toEqual(['accepted', 'consent-lacks-region'])

  const other = await readyTable()
  const narrowing = { kind: 'consent-narrowed', scopes: ['lumbar'], by: 'patient', reason: '' } as const
  const verdicts = await send(other.session, [timeOut(other), event(narrowing), insert(freshId<NeedleId>())])
  expect(verdicts.map(({ problem }) => problem?.code ?? 'accepted')).toEqual([
    'accepted',
    'accepted',
    'consent-lacks-region',
  ])
  expect((await get(`/api/consents/${other.consent.consent}`)).json()).toMatchObject({
    covers: { regions: ['gluteal'] },
  })
})

test('the patient says yes again by word of mouth, and when is in the record', async () => {
  const table = await readyTable()
  const again = { kind: 'consent-reconfirmed', interpreter: 'Jan Nowak' } as const
  const verdicts = await send(table.session, [timeOut(table), event(again)])
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted'])
  const record = (await get(`/api/sessions/${table.session}/record`)).json<{
    note: { facts: { label: string; value: string }[] }
  }>()
  const consent = record.note.facts.find(({ label }) => label === 'Consent')?.value
  expect(consent).toMatch(/yes again by word of mouth \d\d:\d\d through Jan Nowak/)
})

type Table = {
  readonly patient: PatientId
  readonly session: SessionId
  readonly screening: ScreeningFacts
  readonly consent: ConsentFacts
  readonly opening: object
}
type Sent = Omit<SessionEvent, 'session' | 'actor'>
type Verdict = { id: EventId; verdict: string; problem: { code: string; detail: string } | null }
type Read = { events: SessionEvent[]; state: { needles: { id: NeedleId; outcome: string }[] } }

let tables = 0

/** A patient who is registered, screened, has consented and lies there, in a session that is open. */
async function readyTable(): Promise<Table> {
  const patient = freshId<PatientId>()
  tables += 1
  await post('/api/patients', {
    id: patient,
    name: `Patient Nr${tables} ${'abcdefghij'[tables % 10]?.repeat(tables)}`,
    birthOn: `19${40 + tables}-03-31`,
  })
  const screening = await screen(patient)
  const text = (await get('/api/consent/text?regions=lumbar,gluteal')).json<{ version: string; hash: string }>()
  const consent = freshId<ConsentFacts['consent']>()
  const signature = { kind: 'typed', name: 'P' }
  const terms = {
    regions: ['lumbar', 'gluteal'],
    electrical: false,
    signature,
    textVersion: text.version,
    textHash: text.hash,
  }
  await post(`/api/patients/${patient}/consents`, { id: consent, ...terms })
  const session = freshId<SessionId>()
  const opening = { id: session, event: freshId(), device, at: new Date().toISOString(), reason: 'Low back pain' }
  await post(`/api/patients/${patient}/sessions`, opening)
  const facts = {
    consent,
    textVersion: text.version,
    regions: ['lumbar', 'gluteal'],
    electrical: false,
  } as ConsentFacts
  return { patient, session, screening, consent: facts, opening }
}

async function screen(patient: PatientId): Promise<ScreeningFacts> {
  const answers = Object.fromEntries(QUESTION_IDS.map((id) => [id, { answer: id === 'diabetes' ? 'yes' : 'no' }]))
  const screened = await post(`/api/patients/${patient}/screenings`, { id: freshId(), answers })
  const { id, result } = screened.json<{ id: ScreeningFacts['screening']; result: ScreeningFacts }>()
  const { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions } = result
  return { screening: id, rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions }
}

type Fact = SessionEvent extends infer E
  ? E extends SessionEvent
    ? Omit<E, 'id' | 'session' | 'device' | 'actor' | 'at'>
    : never
  : never

function event<F extends Fact>(fact: F): F & { id: EventId; device: never; at: Instant } {
  return { id: freshId<EventId>(), device: device as never, at: new Date().toISOString() as Instant, ...fact }
}

function timeOut({ screening, consent }: Pick<Table, 'screening' | 'consent'>) {
  const checks = { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true } as const
  return event({ kind: 'time-out-confirmed', checks, position: 'prone', screening, consent })
}

function insert(needle: NeedleId) {
  const site = { muscle: 'lumbar-multifidus', side: 'right', level: 'L4', point: null } as never
  return event({
    kind: 'needle-inserted',
    needle,
    site,
    detail: { ...BARE_NEEDLE, gaugeMm: 0.3, lengthMm: 50 },
    plan: null,
  })
}

const actions = fc.record({
  what: fc.nat(11),
  which: fc.nat(1000),
  text: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => /^[\w ]+$/.test(text) && text.trim() !== ''),
})

function randomEvent({ what, which, text }: { what: number; which: number; text: string }, needles: NeedleId[]): Sent {
  const needle = needles[which % Math.max(1, needles.length)] ?? freshId<NeedleId>()
  if (what <= 3) {
    const fresh = freshId<NeedleId>()
    needles.push(fresh)
    return insert(fresh)
  }
  if (what <= 5) return event({ kind: 'needle-removed', needle })
  if (what === 6) return event({ kind: 'needle-detailed', needle, change: { pain0to10: which % 11 } })
  if (what === 7)
    return event({ kind: 'needle-accounted', needle, incident: 'dropped', what: text, secondPerson: 'A. N.' })
  if (what === 8) return event({ kind: 'pain-scored', when: 'before', pain0to10: which % 11 })
  if (what === 9)
    return event({ kind: 'checklist-ticked', item: VASOVAGAL_CHECKLIST[0]?.item ?? '', done: which % 2 === 0 })
  if (what === 10) return event({ kind: 'count-confirmed', inCount: which, outCount: which, accountedCount: 0 })
  return event({ kind: 'finding-noted', text })
}

function asClinician(method: 'GET' | 'POST', url: string) {
  return { method, url, headers: { authorization: `Bearer ${token}` } } as const
}

async function post(url: string, payload: object) {
  const answer = await app.http.inject({ ...asClinician('POST', url), payload })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer
}

async function get(url: string) {
  const answer = await app.http.inject(asClinician('GET', url))
  expect(answer.statusCode, answer.body).toBe(200)
  return answer
}

async function send(session: SessionId, events: readonly Sent[], to: App = app): Promise<Verdict[]> {
  const answer = await to.http.inject({
    ...asClinician('POST', `/api/sessions/${session}/events`),
    payload: { events },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ verdicts: Verdict[] }>().verdicts
}

async function read(session: SessionId): Promise<Read> {
  return (await get(`/api/sessions/${session}`)).json()
}
