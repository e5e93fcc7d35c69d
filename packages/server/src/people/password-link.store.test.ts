import { type ClinicId, epochMsOf, type Instant, instantOf } from '@unknot/care/kernel'
import { freshId, standingClock, TEST_CONFIG, withDatabase } from '@unknot/testkit/kernel'
import { beforeAll, expect, test } from 'vitest'
import { clinicRoom, findClinic } from '../clinic/index.ts'
import type { App } from '../kernel/index.ts'
import { authenticate, peopleRoom } from './index.ts'

const store = withDatabase()
const clock = standingClock('2026-11-24T08:00:00.000Z' as Instant)
const OLD = 'three herons on a pier'
const NEW = 'two otters under a bridge'
const EMAIL = 'olwen@quay.example'
let app: App
let owner: string
let from = 0

const later = (seconds: number) => clock.moveTo(instantOf(epochMsOf(clock.now()) + seconds * 1000))
type Mail = { to: string; body: string | null; state: string; kind: string }

async function send(method: 'GET' | 'POST', url: string, payload?: object, token?: string) {
  const answer = await app.http.inject({
    method,
    url,
    // Somebody else's limits are not this test's.
    remoteAddress: `192.0.2.${(from += 1)}`,
    headers: { host: 'evil.example', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.body ? answer.json() : {} }
}
const signIn = (password: string, more: object = {}) =>
  send('POST', '/api/sign-in', { email: EMAIL, password, as: 'token', ...more })
const ask = (email = EMAIL) => send('POST', '/api/sign-in/forgotten', { email })
const choose = (token: string, password = NEW) => send('POST', '/api/sign-in/choose-password', { token, password })

async function outbox(): Promise<Mail[]> {
  return (await send('GET', '/api/outbox', undefined, owner)).body.mails
}

/** The link of the newest mail. */
async function newestLink(): Promise<string> {
  const link = /http\S+/.exec((await outbox())[0]?.body ?? '')?.[0] ?? ''
  expect(link).toMatch(/^https:\/\/clinic\.example\/choose-password#/)
  return link.split('#')[1] ?? ''
}

beforeAll(async () => {
  app = await store.app({
    rooms: [peopleRoom({ findClinic }), clinicRoom({ fillDemo: async () => {} })],
    authenticate,
    now: clock.now,
    config: { ...TEST_CONFIG, publicUrl: 'https://clinic.example' },
  })
  const made = await send('POST', '/api/install/clinic', {
    clinic: { name: 'Quay', country: 'IE', timeZone: 'Europe/Dublin', jurisdiction: 'ie', emergencyNumber: '112' },
    owner: { name: 'Olwen', email: EMAIL, password: OLD, treats: true },
    as: 'token',
  })
  owner = made.body.token
})

test('a forgotten password: a mail with a link of our own address, and the owner reads it while nobody sends it', async () => {
  expect((await ask('OLWEN@Quay.example')).status).toBe(204)
  const [mail] = await outbox()
  expect(mail).toMatchObject({ to: EMAIL, kind: 'forgotten-password', state: 'waiting' })
  expect(mail?.body).toContain('Hello Olwen')
  expect(mail?.body).not.toContain('evil.example')
  await newestLink()
  const actions = await store.asAdmin<{ action: string }>('select action from kernel_audit_entry order by id')
  expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['password-link-asked', 'outbox-read']))
})

test('an e-mail that nobody has gets the same answer after the same time, and no mail', async () => {
  const before = (await outbox()).length
  const timed = async (email: string) => {
    const began = performance.now()
    const { status, body } = await ask(email)
    return { status, body, ms: performance.now() - began }
  }
  const [known, unknown] = [await timed(EMAIL), await timed('nobody@quay.example')]
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(240)
  expect((await outbox()).length).toBe(before + 1)
})

test('a link works once, sets the password, ends every sign-in and forgives the tries at the old one', async () => {
  later(25 * 3600)
  owner = (await signIn(OLD)).body.token
  await ask()
  const token = await newestLink()
  for (let i = 0; i < 5; i += 1) await signIn('not the password')
  expect((await signIn(OLD)).status).toBe(429)

  expect((await choose(token, 'short')).body.errors).toMatchObject([{ field: '/password' }])
  expect((await choose(token)).status).toBe(204)
  expect((await send('GET', '/api/me', undefined, owner)).status).toBe(401)
  expect((await choose(token, 'another good password')).body.code).toBe('link-not-good')
  expect((await signIn(OLD)).status).toBe(401)
  const again = await signIn(NEW)
  expect(again.body.me).toMatchObject({ temporaryPassword: false })
  owner = again.body.token
})

test('of two who use one link at once, one gets in', async () => {
  later(25 * 3600)
  owner = (await signIn(NEW)).body.token
  await ask()
  const token = await newestLink()
  const answers = await Promise.all([choose(token, 'first of two passwords'), choose(token, 'second of two passwords')])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 410])
  const won = answers[0]?.status === 204 ? 'first of two passwords' : 'second of two passwords'
  owner = (await signIn(won)).body.token
  const changed = await send('POST', '/api/me/password', { password: won, newPassword: NEW }, owner)
  expect(changed.status).toBe(204)
})

test('an old link, a replaced one, a forged one and one of another clinic are nothing', async () => {
  later(25 * 3600)
  owner = (await signIn(NEW)).body.token
  await ask()
  const first = await newestLink()
  await ask()
  const second = await newestLink()
  expect((await choose(first)).status).toBe(410)
  const forged = [`${second.split('.')[0]}.${'A'.repeat(43)}`, `${freshId<ClinicId>()}.${second.split('.')[1]}`, 'x']
  for (const token of forged) expect((await choose(token)).body.code).toBe('link-not-good')
  later(3600)
  expect((await choose(second)).status).toBe(410)
})

test('asking again and again waits, also for an e-mail that nobody has', async () => {
  for (const email of [EMAIL, 'nobody-asks@quay.example']) {
    later(2 * 24 * 3600)
    const answers = []
    for (let i = 0; i < 4; i += 1) answers.push(await ask(email))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 429])
    expect(answers[3]?.headers['retry-after']).toBe('2')
  }
})

test('once an e-mail server is set the owner sees that a mail went, but not the link in it', async () => {
  const sending = await store.app({
    rooms: [peopleRoom({ findClinic }), clinicRoom({ fillDemo: async () => {} })],
    authenticate,
    now: clock.now,
    config: { ...TEST_CONFIG, publicUrl: 'https://clinic.example', smtpUrl: 'smtp://mail.example' },
  })
  owner = (await signIn(NEW)).body.token
  const headers = { authorization: `Bearer ${owner}` }
  const { sends, mails } = (await sending.http.inject({ url: '/api/outbox', headers })).json()
  expect(sends).toBe(true)
  expect(mails.length).toBeGreaterThan(0)
  expect(mails.every(({ body }: Mail) => body === null)).toBe(true)
})
