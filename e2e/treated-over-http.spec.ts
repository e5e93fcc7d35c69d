/**
 * The same patient treated over the HTTP API alone, as another system would do it: by a token, with what the answers say and
 * nothing of ours but the addresses. What is sent twice counts once; what can't be true is refused with its reason.
 */
import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './server.fixture.ts'
import { newId, OWNER, PASSWORD } from './steps.ts'

type Json = Readonly<Record<string, unknown>>
type Needle = { readonly site: Json; readonly detail: Json }

const BORN = new Date(Date.now() - 34.5 * 365.2425 * 86_400_000).toISOString().slice(0, 10)

test('the same session over the HTTP API alone', async ({ playwright, baseURL }) => {
  const owner = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const clinic = { name: 'Harbour Street', country: 'IE', timeZone: 'Europe/Dublin', jurisdiction: 'ie' }
  await send(owner, '/api/install/clinic', {
    clinic: { ...clinic, emergencyNumber: '112' },
    owner: { ...OWNER, password: PASSWORD, treats: true },
  })
  await owner.dispose()
  const stranger = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const { token } = await send(stranger, '/api/sign-in', { email: OWNER.email, password: PASSWORD, as: 'token' })
  await stranger.dispose()
  const api = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token as string}` },
  })

  const patient = newId()
  await send(api, '/api/patients', { id: patient, name: 'Maja Lindqvist', birthOn: BORN, sex: 'female' })
  const screening = await screened(api, patient)
  const consent = await consented(api, patient)
  const session = newId()
  const device = newId()
  const opening = { id: session, event: newId(), device, at: now(), reason: 'Right low back and buttock pain' }
  await send(api, `/api/patients/${patient}/sessions`, opening)
  await send(api, `/api/patients/${patient}/sessions`, opening)

  const events: Json[] = []
  const happens = async (...facts: readonly Json[]) => {
    const sent = facts.map((fact) => ({ id: newId(), device, at: now(), ...fact }))
    events.push(...sent)
    expect(await verdictsOf(api, session, sent)).toEqual(sent.map(() => 'accepted'))
  }
  const insert = async (line: string): Promise<readonly string[]> => {
    const { needles, problems } = await send(api, '/api/shorthand', { line })
    expect(problems).toEqual([])
    const placed = (needles as readonly Needle[]).map(({ site, detail }) => ({ needle: newId(), site, detail }))
    await happens(...placed.map((each) => ({ kind: 'needle-inserted', plan: null, ...each })))
    return placed.map(({ needle }) => needle)
  }
  const remove = (needles: readonly string[]) =>
    happens(...needles.map((needle) => ({ kind: 'needle-removed', needle })))

  const checks = { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true }
  await happens(
    { kind: 'time-out-confirmed', checks, position: 'prone', screening, consent },
    { kind: 'pain-scored', when: 'before', pain0to10: 6 },
  )
  const prone = await insert('r mult l4-l5 .30x50 piston ltr2; r iliocost l3 .30x40 superf no ltr')
  await remove(prone)
  await happens({ kind: 'position-changed', position: 'side-lying-left' })
  const [ql = ''] = await insert('r ql l4 .30x60 ltr p5')
  const planned = await send(api, '/api/shorthand', { line: 'r piri .30x60' })
  const [piriformis] = planned['needles'] as readonly Needle[]
  await happens({ kind: 'site-planned', plan: newId(), site: piriformis?.site, detail: piriformis?.detail })
  const gluteal = await insert('r glut med .30x60 static; r glut med .30x60 static')
  await happens({ kind: 'all-out-called', reason: 'felt-faint', note: '' })

  // No needle after All out, no signature with one in the body: each refused by name, and nothing is changed by it.
  const [site] = ((await send(api, '/api/shorthand', { line: 'r piri .30x60' }))['needles'] ?? []) as readonly Needle[]
  const late = { kind: 'needle-inserted', needle: newId(), plan: null, ...pick(site) }
  const soon = { kind: 'session-signed', signerName: OWNER.name, registration: null }
  const refused = [late, soon].map((fact) => ({ id: newId(), device, at: now(), ...fact }))
  expect(await verdictsOf(api, session, refused)).toEqual(['refused', 'refused'])

  await remove([...gluteal].reverse())
  await remove([ql])
  await happens(
    { kind: 'count-confirmed', inCount: 6, outCount: 6, accountedCount: 0 },
    {
      kind: 'reaction-recorded',
      reaction: 'felt-faint',
      grade: 'mild',
      needle: null,
      action: 'Laid flat, legs up',
      recoveredAfterMin: 8,
    },
    { kind: 'pain-scored', when: 'after', pain0to10: 3 },
    { kind: 'aftercare-given', sheet: 'A-1', how: 'told', advice: ['Soreness for a day or two is common.'] },
    { kind: 'session-signed', signerName: OWNER.name, registration: OWNER.registration },
  )
  await happens({ kind: 'addendum-added', text: 'A bruise over the right buttock.', authorName: OWNER.name })

  expect(await verdictsOf(api, session, events)).toEqual(events.map(() => 'already-there'))
  const { note } = (await (await api.get(`/api/sessions/${session}/record`)).json()) as { note: Json }
  expect(note).toMatchObject({
    status: 'signed',
    count: { inCount: 6, outCount: 6, accountedCount: 0, leftCount: 0 },
    needles: Array.from({ length: 6 }, (_, index) => ({ number: index + 1, outcome: 'out' })),
    signature: { signer: `${OWNER.name}, ${OWNER.registration}` },
    addenda: [{ author: OWNER.name, text: 'A bruise over the right buttock.' }],
  })
  expect(JSON.stringify(note)).toContain('Right piriformis: All out was called: felt faint.')
  const pdf = await (await api.get(`/api/sessions/${session}/record.pdf?paper=letter`)).body()
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await api.dispose()
})

/** Every question that doesn't hang on another is answered: no, but for the fainting. */
async function screened(api: APIRequestContext, patient: string): Promise<Json> {
  const { questions } = (await (await api.get('/api/screening/questions')).json()) as {
    questions: readonly { readonly id: string; readonly onlyIf: string | null; readonly kind: string }[]
  }
  const asked = questions.filter(({ onlyIf, kind }) => onlyIf === null && kind === 'yes-no')
  const answers = Object.fromEntries(asked.map(({ id }) => [id, { answer: /faint/.test(id) ? 'yes' : 'no' }]))
  const screening = await send(api, `/api/patients/${patient}/screenings`, { id: newId(), answers })
  const { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions } = screening['result'] as Json
  expect(mayNeedle).toBe(true)
  return { screening: screening['id'], rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions }
}

async function consented(api: APIRequestContext, patient: string): Promise<Json> {
  const text = (await (await api.get('/api/consent/text?regions=lumbar,gluteal')).json()) as Json
  const regions = ['lumbar', 'gluteal']
  const given = await send(api, `/api/patients/${patient}/consents`, {
    id: newId(),
    regions,
    electrical: false,
    textVersion: text['version'],
    textHash: text['hash'],
    signature: { kind: 'typed', name: 'Maja Lindqvist' },
  })
  return { consent: given['id'], textVersion: text['version'], regions, electrical: false }
}

async function verdictsOf(
  api: APIRequestContext,
  session: string,
  events: readonly Json[],
): Promise<readonly string[]> {
  const { verdicts } = await send(api, `/api/sessions/${session}/events`, { events })
  return (verdicts as readonly { readonly verdict: string }[]).map(({ verdict }) => verdict)
}

async function send(api: APIRequestContext, path: string, data: Json): Promise<Json> {
  const response = await api.post(path, { data })
  expect(response.ok(), `${path}: ${await response.text()}`).toBe(true)
  return (await response.json()) as Json
}

function pick(needle: Needle | undefined): Json {
  return { site: needle?.site, detail: needle?.detail }
}

function now(): string {
  return new Date().toISOString()
}
