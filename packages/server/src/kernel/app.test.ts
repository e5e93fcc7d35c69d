import { type AccountId, type ClinicId, ok, type PatientId } from '@unknot/care/kernel'
import { defineRoutes, idOf, text } from '@unknot/wire/kernel'
import { freshId, TEST_CONFIG, tokenFor, withDatabase } from '@unknot/testkit/kernel'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { type App, audit, NOT_THERE, refusals, serve } from './index.ts'

const store = withDatabase()

const routes = defineRoutes({
  read: {
    method: 'GET',
    path: '/api/things/:thing',
    access: ['clinician'],
    summary: 'Read a thing',
    params: z.strictObject({ thing: idOf<PatientId>() }),
    answer: z.object({ id: idOf<PatientId>(), by: z.string() }),
  },
  write: {
    method: 'POST',
    path: '/api/things',
    access: 'signed-in',
    summary: 'Write a thing',
    body: z.strictObject({
      name: text({ min: 1, max: 10 }),
      needles: z.array(z.strictObject({ depthMm: z.number().check(z.minimum(0, 'must be 0 or more')) })),
    }),
    status: 201,
    answer: z.object({ name: z.string() }),
  },
  break: { method: 'GET', path: '/api/break', access: 'public', summary: 'Break', answer: z.object({}) },
  lose: { method: 'POST', path: '/api/lose', access: 'public', summary: 'Lose the database', status: 204 },
  gone: { method: 'DELETE', path: '/api/things', access: 'signed-in', summary: 'Nothing', status: 204 },
  paper: { method: 'GET', path: '/api/paper', access: 'public', summary: 'A file', file: 'application/pdf' },
})

const refuse = refusals<{ code: 'not-there' } | { code: 'too-late'; byS: number }>({
  'not-there': NOT_THERE,
  'too-late': { status: 409, title: 'Too late.', detail: ({ byS }) => `By ${byS} s.` },
})

function room(app: App): void {
  serve(app, routes.read, async (call) => {
    await call.db.inClinic(call.clinic, (tx) => audit(tx, call, { action: 'thing-read', patient: call.params.thing }))
    return ok({ id: call.params.thing, by: call.actor.name })
  })
  serve(app, routes.write, async (call) =>
    call.body.name === 'late' ? refuse({ code: 'too-late', byS: 3 }) : ok({ name: call.body.name }),
  )
  serve(app, routes.break, async () => {
    throw new Error('Maria Patient, born 1990')
  })
  serve(app, routes.lose, async (call) => {
    await call.db.outside((queries) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(queries))
    return ok(undefined)
  })
  serve(app, routes.gone, async () => ok(undefined))
  serve(app, routes.paper, async () => ok({ bytes: new Uint8Array([37, 80]), name: 'paper.pdf' }))
}

const clinic = freshId<ClinicId>()
const token = tokenFor({ clinic, account: freshId<AccountId>(), roles: ['clinician'], name: 'Cora' })
const bearer = { authorization: `Bearer ${token}` }
const good = { name: 'a', needles: [{ depthMm: 3 }] }

test('a signed-in clinician reads, and the read is in the audit trail', async () => {
  const app = await store.app({ rooms: [room] })
  const thing = freshId<PatientId>()
  const read = await app.http.inject({ url: `/api/things/${thing}`, headers: bearer })
  expect(read.json()).toEqual({ id: thing, by: 'Cora' })
  expect(read.headers['cache-control']).toBe('no-store')
  const rows = await store.asAdmin('select action, patient, request_id, from_address from kernel_audit_entry')
  expect(rows).toEqual([
    { action: 'thing-read', patient: thing, request_id: read.headers['x-request-id'], from_address: '127.0.0.1' },
  ])
})

test('without sign-in, with another role, with a broken token: 401 and 403 as problems', async () => {
  const app = await store.app({ rooms: [room] })
  const url = `/api/things/${freshId()}`
  const stranger = await app.http.inject({ url })
  expect([stranger.statusCode, stranger.json().code, stranger.headers['www-authenticate']]).toEqual([
    401,
    'sign-in-needed',
    'Bearer',
  ])
  expect(stranger.headers['content-type']).toContain('application/problem+json')
  const desk = tokenFor({ clinic, account: freshId<AccountId>(), roles: ['desk'] })
  expect((await app.http.inject({ url, headers: { authorization: `Bearer ${desk}` } })).json().code).toBe(
    'role-missing',
  )
  expect((await app.http.inject({ url, headers: { authorization: 'Basic x' } })).statusCode).toBe(401)
})

test('a bad body is refused with every field by its name', async () => {
  const app = await store.app({ rooms: [room] })
  const payload = { needles: [{ depthMm: -1, oops: 1 }, { depthMm: 'x' }], '__x/y': 1 }
  const answer = await app.http.inject({ method: 'POST', url: '/api/things', headers: bearer, payload })
  expect(answer.statusCode).toBe(400)
  const fields = answer
    .json()
    .errors.map(({ field, detail }: { field: string; detail: string }) => `${field} ${detail}`)
  expect(fields).toEqual(
    expect.arrayContaining([
      '/needles/0/depthMm must be 0 or more',
      '/needles/0/oops is not a field that is known here',
      '/needles/1/depthMm must be a number',
      '/__x~1y is not a field that is known here',
    ]),
  )
  expect(fields.some((field: string) => field.startsWith('/name '))).toBe(true)
})

test.each([
  ['prototype keys', '{"__proto__": {"a": 1}, "name": "a", "needles": []}', 400],
  ['constructor keys', '{"constructor": {"prototype": {}}, "name": "a", "needles": []}', 400],
  ['no JSON', '{"name":', 400],
  ['nothing', '', 400],
  ['null', 'null', 400],
  ['a huge body', `{"name": "${'a'.repeat(70_000)}"}`, 413],
])('%s is refused as a problem, never a 500', async (_, payload, status) => {
  const app = await store.app({ rooms: [room] })
  const headers = { ...bearer, 'content-type': 'application/json' }
  const answer = await app.http.inject({ method: 'POST', url: '/api/things', headers, payload })
  expect(answer.statusCode).toBe(status)
  expect(answer.json().requestId).toBe(answer.headers['x-request-id'])
})

test('a body that is not JSON is a 415', async () => {
  const app = await store.app({ rooms: [room] })
  const headers = { ...bearer, 'content-type': 'text/plain' }
  expect((await app.http.inject({ method: 'POST', url: '/api/things', headers, payload: 'x' })).statusCode).toBe(415)
})

test('a refusal has its status and words; success has the status of its table', async () => {
  const app = await store.app({ rooms: [room] })
  const post = (payload: object) => app.http.inject({ method: 'POST', url: '/api/things', headers: bearer, payload })
  expect((await post({ ...good, name: 'late' })).json()).toMatchObject({
    code: 'too-late',
    status: 409,
    detail: 'By 3 s.',
  })
  expect((await post(good)).statusCode).toBe(201)
  const gone = await app.http.inject({
    method: 'DELETE',
    url: '/api/things',
    headers: { ...bearer, 'content-type': 'application/json' },
  })
  expect([gone.statusCode, gone.body]).toEqual([204, ''])
  const paper = await app.http.inject({ url: '/api/paper' })
  expect([paper.headers['content-type'], paper.body]).toEqual(['application/pdf', '%P'])
})

test('an unexpected throw is a 500 with a request id and none of its words', async () => {
  const app = await store.app({ rooms: [room] })
  const answer = await app.http.inject({ url: '/api/break' })
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('Maria')
  expect(answer.json().requestId).toBe(answer.headers['x-request-id'])
})

test('a database that goes away in the middle is a 503 that may be tried again and doesn’t say what it can’t know', async () => {
  const app = await store.app({ rooms: [room] })
  const answer = await app.http.inject({ method: 'POST', url: '/api/lose' })
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({
    code: 'database-lost',
    title: expect.stringContaining('may not have been saved'),
  })
  expect(answer.headers['retry-after']).toBe('2')
})

test('a write by cookie must come from our own pages', async () => {
  const app = await store.app({ rooms: [room] })
  const post = async (headers: Record<string, string>) =>
    (await app.http.inject({ method: 'POST', url: '/api/things', cookies: { unknot: token }, headers, payload: good }))
      .statusCode
  expect(await post({})).toBe(403)
  expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await post({ 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await post({ origin: 'https://evil.example' })).toBe(403)
  expect(await post({ origin: 'null' })).toBe(403)
  expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(201)
  expect(await post({ origin: 'http://localhost:80', host: 'localhost:80' })).toBe(201)
})

test('pages may load from this origin only, and the cookie is secure under https', async () => {
  const app = await store.app({ rooms: [room], config: { ...TEST_CONFIG, publicUrl: 'https://clinic.example' } })
  const answer = await app.http.inject({ url: '/healthz' })
  expect(answer.headers['content-security-policy']).toContain("script-src 'self';")
  expect(answer.headers['strict-transport-security']).toContain('max-age')
})

test('it says whether it lives and whether it is ready; what is not there is a 404 as a problem', async () => {
  const app = await store.app({ rooms: [room] })
  expect((await app.http.inject('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await app.http.inject('/readyz')).json()).toEqual({ status: 'ready' })
  expect((await app.http.inject('/api/nothing')).json()).toMatchObject({ code: 'not-there', status: 404 })
  expect((await app.http.inject('/api/%E0%A4%A')).statusCode).toBe(400)
})
