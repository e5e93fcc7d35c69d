/**
 * Every route of every room × every role × {nobody, somebody without the role, another clinic's row, nothing there, a bad
 * body}. All of it is made from the route table: a new route is covered as soon as it stands there.
 */
import { must } from '@unknot/care/kernel'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import type { Role, Route } from '@unknot/wire/kernel'
import { ALL_ROUTES } from '@unknot/wire/pathway'
import type { InjectOptions } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import type { App } from '../kernel/index.ts'
import { fittingBody, wrongBodies } from './contract-bodies.ts'
import { authenticate, openDemoClinic, ROOMS } from './index.ts'

const store = withDatabase()
const routes: readonly (readonly [string, Route])[] = Object.entries(ALL_ROUTES)
const ROLES: readonly Role[] = ['owner', 'clinician', 'desk']
const PASSWORD = 'seven brown kettles sing'
/** Ending one's own sign-in, or the whole clinic, would end the test. */
const ENDS_THE_TEST = new Set(['signOut', 'throwAwayDemo'])

let app: App
const tokens = new Map<Role, string>()
/** Rows of the demo clinic, which is the other clinic here, by the name of a path's part. */
const others = new Map<string, string>()

beforeAll(async () => {
  app = await store.app({ rooms: ROOMS, authenticate })
  await openDemoClinic(app)
  await setUp()
  for (const part of new Set(routes.flatMap(([, { path }]) => partsOf(path)))) {
    const table = await tableOf(part)
    const rows = table
      ? await store.asAdmin<{ id: string }>(
          `select t.id::text as id from ${table} t join kernel_install i using (clinic_id) where i.kind = 'demo' limit 1`,
        )
      : []
    if (rows[0]) others.set(part, rows[0].id)
  }
})

test('the other clinic has a row for what most paths name, or this test would prove nothing', () => {
  expect([...others.keys()]).toEqual(expect.arrayContaining(['patient', 'screening', 'consent', 'account']))
})

test('every route of the table is served, and nothing else', () => {
  const served = app.served.map(({ method, path }) => `${method} ${path}`).sort()
  expect(served).toEqual(routes.map(([, { method, path }]) => `${method} ${path}`).sort())
})

test.each(routes.filter(([, route]) => route.access !== 'public'))(
  '%s: without a sign-in: 401',
  async (_name, route) => {
    const answer = await send(route, { token: null })
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'sign-in-needed'])
    const forged = await send(route, { token: `${freshId()}.${'A'.repeat(43)}` })
    expect([forged.statusCode, codeOf(forged)]).toEqual([401, 'sign-in-needed'])
  },
)

test.each(routes.filter(([, route]) => Array.isArray(route.access)))(
  '%s: with a role that it is not for: 403',
  async (_name, route) => {
    for (const role of ROLES) {
      if (!isFor(route, role)) {
        const answer = await send(route, { token: tokens.get(role) ?? null })
        expect([role, answer.statusCode, codeOf(answer)]).toEqual([role, 403, 'role-missing'])
      }
    }
  },
)

test.each(routes.filter(([, route]) => partsOf(route.path).length > 0))(
  "%s: another clinic's row looks like nothing: 404",
  async (_name, route) => {
    for (const role of ROLES) {
      if (!isFor(route, role)) continue
      const token = tokens.get(role) ?? null
      const nothing = await send(route, { token })
      const other = await send(route, { token, parts: others })
      const seen = [nothing, other].map((answer) => ({ ...answer.json(), requestId: '' }))
      expect([role, nothing.statusCode], nothing.body).toEqual([role, 404])
      expect(other.statusCode).toBe(404)
      expect(seen[1]).toEqual(seen[0])
    }
  },
)

test.each(routes.filter(([, route]) => partsOf(route.path).length > 0))(
  '%s: a path that is no id: 400 with its name',
  async (_name, route) => {
    const token = tokens.get(ROLES.find((role) => isFor(route, role)) ?? 'owner') ?? null
    for (const id of ['x', '00000000-0000-0000-0000-000000000000', 'A'.repeat(36), '%00', "'--"]) {
      const parts = new Map(partsOf(route.path).map((part) => [part, id]))
      const answer = await send(route, { token, parts })
      expect(answer.statusCode, `${id}: ${answer.body}`).toBe(400)
      expect(fieldsOf(answer)).toEqual(expect.arrayContaining(partsOf(route.path).map((part) => `:/${part}`)))
    }
  },
)

test.each(routes.filter(([, route]) => route.query !== undefined))(
  '%s: a query that does not fit: 400 with its name, never 500',
  async (_name, route) => {
    const token = tokenFor(route)
    const unheard = await send(route, { token, query: 'unheardOf=1' })
    expect(unheard.statusCode).toBe(400)
    expect(fieldsOf(unheard)).toContain('?/unheardOf')
    const names = Object.keys((route.query as unknown as { shape: object }).shape)
    for (const field of names) {
      for (const value of ['', '%00', '%ed%a0%80', '-1', '1e9', "'%3b--", `${field}=x`, 'x'.repeat(5000)]) {
        const answer = await send(route, { token, query: `${field}=${value}` })
        expect(answer.statusCode, `${field}=${value.slice(0, 40)}: ${answer.body}`).toBeLessThan(500)
      }
    }
  },
)

test.each(routes.filter(([name, route]) => route.body !== undefined && !ENDS_THE_TEST.has(name)))(
  '%s: a bad body: 400 with its field, never 500',
  async (_name, route) => {
    const body = must(route.body, 'it has one')
    const token = tokenFor(route)
    let refusedCount = 0
    for (const wrong of wrongBodies(fittingBody(body, true))) {
      const answer = await send(route, { token, body: wrong })
      const sent = JSON.stringify(wrong)?.slice(0, 300)
      expect(answer.statusCode, `${sent}: ${answer.body}`).toBeLessThan(500)
      // JSON drops a member that is undefined: it was left out.
      if (body.safeParse(JSON.parse(JSON.stringify(wrong))).success) continue
      refusedCount += 1
      expect([answer.statusCode, codeOf(answer)], `${sent}: ${answer.body}`).toEqual([400, 'bad-input'])
      expect(fieldsOf(answer).length, `${sent}: ${answer.body}`).toBeGreaterThan(0)
    }
    expect(refusedCount).toBeGreaterThan(10)
  },
)

test.each(routes.filter(([, route]) => route.body !== undefined))(
  '%s: a body that is no JSON, holds forbidden keys or is huge: 4xx',
  async (_name, route) => {
    const token = tokenFor(route)
    const huge = `{"x":"${'x'.repeat((route.bodyLimitBytes ?? 64 * 1024) + 1)}"}`
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    for (const raw of ['{', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}', '\u0000', deep, huge]) {
      const answer = await send(route, { token, raw })
      expect(answer.statusCode, raw.slice(0, 40)).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode, raw.slice(0, 40)).toBeLessThan(500)
      expect(codeOf(answer)).toBeTruthy()
    }
  },
)

type Answer = Awaited<ReturnType<typeof send>>
type Sent = {
  readonly token: string | null
  readonly parts?: ReadonlyMap<string, string>
  readonly query?: string
  readonly body?: unknown
  readonly raw?: string
}

/** What isn't named is made to fit: ids of nothing, and a body from the schema. */
async function send(route: Route, { token, parts, query, body, raw }: Sent) {
  const path = route.path.replaceAll(/:(\w+)/g, (_, part: string) => parts?.get(part) ?? freshId())
  const fitting = body === undefined && route.body ? fittingBody(route.body) : body
  const payload = raw ?? (fitting === undefined ? undefined : JSON.stringify(fitting))
  const fittingQuery = query ?? (route.query ? queryOf(fittingBody(route.query)) : '')
  const options: InjectOptions = {
    method: route.method,
    url: fittingQuery === '' ? path : `${path}?${fittingQuery}`,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  }
  const answer = await app.http.inject(options)
  if (answer.statusCode >= 400) expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  return answer
}

function queryOf(query: unknown): string {
  return new URLSearchParams(query as Record<string, string>).toString()
}

function partsOf(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, part]) => part ?? '')
}

function isFor(route: Route, role: Role): boolean {
  return route.access === 'public' || route.access === 'signed-in' || route.access.includes(role)
}

function tokenFor(route: Route): string | null {
  return route.access === 'public'
    ? null
    : (tokens.get(
        must(
          ROLES.find((role) => isFor(route, role)),
          'a role',
        ),
      ) ?? null)
}

function codeOf(answer: Answer): string {
  return answer.json<{ code: string }>().code
}

function fieldsOf(answer: Answer): string[] {
  return (answer.json<{ errors?: { field: string }[] }>().errors ?? []).map(({ field }) => field)
}

/** `signIn` stands in the one table whose name ends with `_sign_in`. */
async function tableOf(part: string): Promise<string | null> {
  const ending = part.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const found = await store.asAdmin<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and table_name like '%\\_' || $1 order by length(table_name)`,
    [ending],
  )
  return found[0]?.name ?? null
}

/** A real clinic beside the demo, with somebody in each role. */
async function setUp(): Promise<void> {
  const owner = await post('/api/install/clinic', null, {
    clinic: {
      name: 'Contract Street',
      country: 'IE',
      timeZone: 'Europe/Dublin',
      jurisdiction: 'ie',
      emergencyNumber: '112',
    },
    owner: { name: 'Olga Owner', email: 'owner@clinic.example', password: PASSWORD, treats: false },
    as: 'token',
  })
  tokens.set('owner', owner['token'] as string)
  for (const role of ['clinician', 'desk'] as const) {
    const email = `${role}@clinic.example`
    const staff = { id: freshId(), name: `Some ${role}`, email, roles: [role], registration: null, password: PASSWORD }
    await post('/api/staff', owner['token'] as string, staff)
    const signedIn = await post('/api/sign-in', null, { email, password: PASSWORD, as: 'token' })
    tokens.set(role, signedIn['token'] as string)
  }
}

async function post(url: string, token: string | null, payload: object): Promise<Record<string, unknown>> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  const answer = await app.http.inject({ method: 'POST', url, headers, payload })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}
