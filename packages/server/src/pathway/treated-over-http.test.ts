/**
 * One patient treated end to end by another system: nothing but HTTP on a real port, from the empty installation to the record,
 * which is checked field by field. The same session as the walk in the browser enters.
 */
import { randomUUID } from 'node:crypto'
import { epochMsOf, type Instant, instantOf, must } from '@unknot/care/kernel'
import { QUESTIONS } from '@unknot/care/screening'
import { standingClock, withDatabase } from '@unknot/testkit/kernel'
import { expect, test } from 'vitest'
import { authenticate, ROOMS } from './index.ts'

const store = withDatabase()
const START = '2026-11-23T10:00:00.000Z' as Instant
const clock = standingClock(START)
const device = randomUUID()
const NAME = 'Maren Ulfsdottir'
const OWNER = { name: 'Rosa Okafor', email: 'rosa@harbour.example', password: 'seven brown kettles sing' }

type Json = Readonly<Record<string, unknown>>
type Needle = { readonly site: { readonly muscle: string }; readonly detail: Json }
let address = ''
let token = ''

const wait = (seconds: number) => clock.moveTo(instantOf(epochMsOf(clock.now()) + seconds * 1000))
const fact = (kind: string, more: Json = {}) => ({ id: randomUUID(), device, at: clock.now(), kind, ...more })

async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Response> {
  return fetch(address + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

async function call<T = Json>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const answer = await ask(method, path, body)
  const text = await answer.text()
  expect(answer.status, `${path}: ${text}`).toBeLessThan(300)
  return JSON.parse(text) as T
}

type Verdict = { readonly verdict: string; readonly problem: { readonly code: string } | null }

test('issue 1, over HTTP alone: six needles in, faint, all out, counted, signed, an addendum the next day', async () => {
  const app = await store.app({ rooms: ROOMS, authenticate, now: clock.now })
  address = await app.http.listen({ port: 0, host: '127.0.0.1' })

  const setUp = await call<{ token: string; me: { account: string } }>('POST', '/api/install/clinic', {
    clinic: {
      name: 'Harbour Street',
      country: 'IE',
      timeZone: 'Europe/Dublin',
      jurisdiction: 'ie',
      emergencyNumber: '112',
    },
    owner: { ...OWNER, treats: true, registration: 'PT 018552' },
    as: 'token',
  })
  token = setUp.token
  const patient = randomUUID()
  await call('POST', '/api/patients', { id: patient, name: NAME, birthOn: '1992-03-31', sex: 'female' })

  const { screening, facts, precautions } = await screen(patient)
  expect(precautions).toEqual(['Faints at needles'])
  const consent = await agree(patient)

  const session = randomUUID()
  const reason = 'Right low back and buttock pain for five months after a lifting injury'
  await call('POST', `/api/patients/${patient}/sessions`, {
    id: session,
    event: randomUUID(),
    device,
    at: START,
    reason,
  })
  const verdictsOf = async (events: readonly object[]) => {
    const path = `/api/sessions/${session}/events`
    return (await call<{ verdicts: Verdict[] }>('POST', path, { events })).verdicts
  }
  const does = async (...events: readonly object[]) => {
    const verdicts = await verdictsOf(events)
    expect(verdicts).toEqual(events.map(() => expect.objectContaining({ verdict: 'accepted', problem: null })))
  }
  const places = async (line: string): Promise<string[]> => {
    const read = await call<{ needles: Needle[]; problems: unknown[] }>('POST', '/api/shorthand', { line })
    expect(read.problems, line).toEqual([])
    const events = read.needles.map(({ site, detail }) => {
      wait(20)
      return fact('needle-inserted', { needle: randomUUID(), site, detail, plan: null })
    })
    await does(...events)
    return events.map((event) => (event as unknown as { needle: string }).needle)
  }
  const takesOut = async (needles: readonly string[]) => {
    for (const needle of needles) {
      wait(5)
      await does(fact('needle-removed', { needle }))
    }
  }

  // Before the time-out no needle goes in.
  const early = await call<{ needles: Needle[] }>('POST', '/api/shorthand', { line: 'r mult L4 .30x50' })
  const [tooEarly] = await verdictsOf([
    fact('needle-inserted', {
      needle: randomUUID(),
      ...must(early.needles[0], 'one needle'),
      part: undefined,
      plan: null,
    }),
  ])
  expect(tooEarly).toMatchObject({ verdict: 'refused', problem: { code: 'time-out-missing' } })

  wait(120)
  const checks = { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true }
  await does(
    fact('pain-scored', { when: 'before', pain0to10: 6 }),
    fact('time-out-confirmed', { checks, position: 'prone', screening: { screening, ...facts }, consent }),
  )
  const prone = [
    ...(await places('R multifidus L4-L5 .30x50 piston ltr2')),
    ...(await places('R iliocost L3 .30×40 superf no ltr')),
  ]
  wait(300)
  await takesOut(prone)
  await does(fact('position-changed', { position: 'side-lying-left' }))
  const planned = await call<{ needles: Needle[] }>('POST', '/api/shorthand', { line: 'R piri' })
  const { site, detail } = must(planned.needles[0], 'one needle')
  const plan = randomUUID()
  await does(fact('site-planned', { plan, site, detail }))
  const turned = await places('R QL L4 .30x60 ltr p5; R glut med .30x60 static')
  const [sixth] = await places('glut med R 0.30x60 static')
  await does(fact('all-out-called', { reason: 'felt-faint', note: '' }))

  // SES-4: the seventh never goes in, and nobody signs before the count.
  const [seventh] = await verdictsOf([fact('needle-inserted', { needle: randomUUID(), site, detail, plan })])
  expect(seventh).toMatchObject({ verdict: 'refused', problem: { code: 'all-out-called' } })
  const [unsigned] = await verdictsOf([fact('session-signed', { signerName: 'x', registration: null })])
  expect(unsigned?.problem?.code).toBe('needles-unaccounted')

  await takesOut([must(sixth, 'the sixth'), ...turned.toReversed()])
  await does(
    fact('checklist-ticked', { item: 'needles-out', done: true }),
    fact('checklist-ticked', { item: 'lying-flat', done: true }),
  )
  wait(480)
  const [miscounted] = await verdictsOf([fact('count-confirmed', { inCount: 7, outCount: 7, accountedCount: 0 })])
  expect(miscounted?.problem?.code).toBe('count-differs')
  const signature = fact('session-signed', { signerName: 'Somebody Else', registration: 'made up' })
  await does(
    fact('count-confirmed', { inCount: 6, outCount: 6, accountedCount: 0 }),
    fact('reaction-recorded', {
      reaction: 'felt-faint',
      grade: 'mild',
      needle: null,
      action: 'Laid flat, legs up',
      recoveredAfterMin: 8,
    }),
    fact('pain-scored', { when: 'after', pain0to10: 3 }),
    fact('aftercare-given', { sheet: 'AC-1', how: 'told', advice: ['Keep moving gently.'] }),
    signature,
  )
  // Sent again, as after a lost answer: nothing changes.
  expect((await verdictsOf([signature]))[0]?.verdict).toBe('already-there')
  const [late] = await verdictsOf([fact('finding-noted', { text: 'too late' })])
  expect(late?.problem?.code).toBe('session-signed')

  // The next day the sign-in has ended; a new one goes on where it was.
  wait(23 * 3600)
  expect((await ask('GET', `/api/sessions/${session}/record`)).status).toBe(401)
  token = (await call<{ token: string }>('POST', '/api/sign-in', { ...OWNER, name: undefined, as: 'token' })).token
  await does(
    fact('addendum-added', { text: 'She rang: a bruise over the right buttock.', authorName: 'Somebody Else' }),
  )

  await checkState(session, setUp.me.account)
  await checkRecord(session)
  const actions = await call<{ entries: { action: string; ruleVersion: string | null }[] }>(
    'GET',
    `/api/audit?patient=${patient}&limit=100`,
  )
  const done = new Set(actions.entries.map(({ action }) => action))
  for (const action of [
    'patient-registered',
    'patient-screened',
    'consent-given',
    'session-opened',
    'session-charted',
  ]) {
    expect(done, action).toContain(action)
  }
  const charted = actions.entries.filter(({ action }) => action === 'session-charted' || action === 'patient-screened')
  expect(charted.every(({ ruleVersion }) => ruleVersion !== null)).toBe(true)
  expect(await call('POST', '/api/audit/verify')).toMatchObject({ whole: true, faults: [] })
})

async function screen(patient: string) {
  const answers: Record<string, { answer: string; note?: string }> = {}
  for (const { id, onlyIf } of QUESTIONS) {
    if (onlyIf !== null && answers[onlyIf]?.answer !== 'yes') continue
    answers[id] = /faint/.test(id) ? { answer: 'yes', note: 'Once, at a blood test' } : { answer: 'no' }
  }
  const screening = randomUUID()
  const screened = await call<{ result: Json & { precautions: readonly string[] } }>(
    'POST',
    `/api/patients/${patient}/screenings`,
    { id: screening, answers },
  )
  const { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions } = screened.result
  return { screening, precautions, facts: { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions } }
}

async function agree(patient: string) {
  const regions = ['lumbar', 'gluteal']
  const text = await call<{ version: string; hash: string }>('GET', `/api/consent/text?regions=${regions.join(',')}`)
  const id = randomUUID()
  const signature = { kind: 'typed', name: NAME }
  const terms = { regions, electrical: false, textVersion: text.version, textHash: text.hash, signature }
  await call('POST', `/api/patients/${patient}/consents`, { id, ...terms })
  return { consent: id, textVersion: text.version, regions, electrical: false }
}

async function checkState(session: string, account: string): Promise<void> {
  const view = await call<{
    events: { kind: string; actor: string; at: string }[]
    state: { needles: { site: Json; detail: Json; outcome: string; plan: unknown }[] } & Json
  }>('GET', `/api/sessions/${session}`)
  expect(view.events.every(({ actor }) => actor === account)).toBe(true)
  expect(view.state).toMatchObject({
    phase: 'signed',
    position: 'side-lying-left',
    count: { inCount: 6, outCount: 6, accountedCount: 0, leftCount: 0 },
    missing: [],
  })
  const cells = view.state.needles.map(({ site, detail, outcome }) => {
    const { gaugeMm, lengthMm, technique, twitch, pain0to10 } = detail
    return [site['side'], site['muscle'], site['level'], gaugeMm, lengthMm, technique, twitch, pain0to10, outcome]
  })
  const seen = (count: number) => ({ kind: 'seen', count })
  expect(cells).toMatchObject([
    ['right', 'lumbar-multifidus', 'L4', 0.3, 50, 'deep-pistoning', seen(2), expect.anything(), 'out'],
    ['right', 'lumbar-multifidus', 'L5', 0.3, 50, 'deep-pistoning', seen(2), expect.anything(), 'out'],
    ['right', 'iliocostalis-lumborum', 'L3', 0.3, 40, 'superficial', { kind: 'none' }, expect.anything(), 'out'],
    ['right', 'quadratus-lumborum', 'L4', 0.3, 60, expect.anything(), seen(1), 5, 'out'],
    ['right', 'gluteus-medius', null, 0.3, 60, 'deep-static', expect.anything(), expect.anything(), 'out'],
    ['right', 'gluteus-medius', null, 0.3, 60, 'deep-static', expect.anything(), expect.anything(), 'out'],
  ])
}

async function checkRecord(session: string): Promise<void> {
  const record = await call<{ seal: string; note: { facts: Entry[]; notes: Entry[]; needles: Json[] } & Json }>(
    'GET',
    `/api/sessions/${session}/record`,
  )
  expect(record.seal).toMatch(/^[0-9a-f]{64}$/)
  const { note } = record
  expect(note).toMatchObject({
    status: 'signed',
    zone: 'Europe/Dublin',
    clinic: { name: 'Harbour Street' },
    patient: { name: NAME, bornOn: '1992-03-31' },
    count: { equation: 'In 6 = out 6 + accounted for 0' },
    countedBy: 'Rosa Okafor',
    signature: { signer: 'Rosa Okafor, PT 018552' },
    addenda: [
      {
        author: 'Rosa Okafor',
        text: 'She rang: a bruise over the right buttock.',
        when: expect.stringMatching(/^24 Nov 2026, /),
      },
    ],
  })
  const facts = Object.fromEntries(note.facts.map(({ label, value }) => [label, value]))
  expect(facts).toMatchObject({
    Born: '31 Mar 1992 (34 y)',
    Position: 'Prone, then side-lying on the left',
    Alerts: 'Faints at needles',
    'Time-out': '10:02, all four checked',
  })
  const said = Object.fromEntries(note.notes.map(({ label, value }) => [label, value]))
  expect(said).toMatchObject({
    'Pain now': '6 before, 3 after (0 to 10)',
    Reaction: 'Felt faint, mild. Laid flat, legs up. Recovered in 8 minutes.',
    'Not placed': 'Right piriformis: All out was called: felt faint.',
  })
  expect(note.needles.map(({ site, size, twitch, pain, by }) => [site, size, twitch, pain, by])).toEqual([
    ['Lumbar multifidus, right, L4', '0.30 × 50', 'two', 'not asked', 'Rosa Okafor'],
    ['Lumbar multifidus, right, L5', '0.30 × 50', 'two', 'not asked', 'Rosa Okafor'],
    ['Iliocostalis lumborum, right, L3', '0.30 × 40', 'none', 'not asked', 'Rosa Okafor'],
    ['Quadratus lumborum, right, L4', '0.30 × 60', 'one', '5', 'Rosa Okafor'],
    ['Gluteus medius, right', '0.30 × 60', 'not looked for', 'not asked', 'Rosa Okafor'],
    ['Gluteus medius, right', '0.30 × 60', 'not looked for', 'not asked', 'Rosa Okafor'],
  ])
  for (const paper of ['a4', 'letter']) {
    const pdf = await ask('GET', `/api/sessions/${session}/record.pdf?paper=${paper}`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(new TextDecoder().decode(await pdf.arrayBuffer()).startsWith('%PDF-')).toBe(true)
  }
}

type Entry = { readonly label: string; readonly value: string }
