import { type ClinicId, epochMsOf, type Instant, instantOf } from '@unknot/care/kernel'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, expect, test } from 'vitest'
import { clinicRoom, findClinic } from '../clinic/index.ts'
import type { App } from '../kernel/index.ts'
import { BEFORE_ANY_CLINIC } from './before-any-clinic.ts'
import { authenticate, peopleRoom } from './index.ts'
import { waitAfterS } from './throttle.ts'

const store = withDatabase()
const START = '2026-11-24T08:00:00.000Z' as Instant
const clock = standingClock(START)
const PASSWORD = 'three herons on a pier'
let app: App
let clinic: ClinicId
let owner: string

const later = (seconds: number) => clock.moveTo(instantOf(epochMsOf(clock.now()) + seconds * 1000))

type Json = {
  readonly code?: string
  readonly token?: string
  readonly [field: string]: unknown
}

async function send(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
  token?: string,
  from = '192.0.2.1',
) {
  const answer = await app.http.inject({
    method,
    url,
    remoteAddress: from,
    ...(payload ? { payload } : {}),
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
  })
  return { status: answer.statusCode, headers: answer.headers, body: (answer.body ? answer.json() : {}) as Json }
}

const signInAs = (email: string, password = PASSWORD, more: object = {}, from?: string) =>
  send('POST', '/api/sign-in', { email, password, as: 'token', ...more }, undefined, from)

async function addStaff(email: string, roles: readonly string[] = ['clinician']): Promise<string> {
  const id = freshId()
  const body = { id, name: `Person ${email}`, email, roles, registration: null, password: PASSWORD }
  const added = await send('POST', '/api/staff', body, owner)
  expect(added.status).toBe(201)
  return id
}

beforeAll(async () => {
  app = await store.app({
    rooms: [peopleRoom({ findClinic }), clinicRoom({ fillDemo: async () => {} })],
    authenticate,
    now: clock.now,
  })
  const made = await send('POST', '/api/install/clinic', {
    clinic: { name: 'Quay', country: 'IE', timeZone: 'Europe/Dublin', jurisdiction: 'ie', emergencyNumber: '112' },
    owner: { name: 'Olwen', email: 'olwen@quay.example', password: PASSWORD, treats: true },
    as: 'token',
  })
  expect(made.status).toBe(201)
  owner = made.body.token ?? ''
  clinic = owner.split('.')[0] as ClinicId
})

/** The owner's own sign-in ages with the clock; tests that need it begin here. */
async function freshOwner(): Promise<void> {
  later(3600)
  owner = (await signInAs('olwen@quay.example')).body.token ?? ''
}

test('whoever set the clinic up is signed in, and signs in again with e-mail and password', async () => {
  const me = await send('GET', '/api/me', undefined, owner)
  expect(me.body).toMatchObject({ name: 'Olwen', roles: ['owner', 'clinician'], temporaryPassword: false })
  const again = await signInAs('OLWEN@Quay.example')
  expect(again.status).toBe(200)
  expect(again.body).toMatchObject({ me: { name: 'Olwen' }, clinics: [{ id: clinic, name: 'Quay' }] })
})

test('a browser gets a cookie that scripts can not read, and no token', async () => {
  const answer = await send('POST', '/api/sign-in', { email: 'olwen@quay.example', password: PASSWORD })
  expect(answer.body.token).toBeNull()
  expect(String(answer.headers['set-cookie'])).toMatch(/^unknot=.*HttpOnly; SameSite=Lax/)
})

test('the token is nowhere in the database, only its hash, and the password as argon2id', async () => {
  const secret = owner.split('.')[1] ?? ''
  const [row] = await store.asAdmin<{ text: string }>(`
    select coalesce((select string_agg(s::text, ' ') from people_sign_in s), '')
      || coalesce((select string_agg(a::text, ' ') from people_account a), '') as text`)
  expect(row?.text).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(row?.text).not.toContain(secret)
  expect(row?.text).not.toContain(PASSWORD)
})

test('a wrong password and an unknown e-mail are refused with the same words', async () => {
  const wrong = await signInAs('olwen@quay.example', 'not the password', {}, '192.0.2.20')
  const unknown = await signInAs('nobody@quay.example', 'not the password', {}, '192.0.2.20')
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
})

test('an unknown e-mail is looked at as long as a known one', async () => {
  const timed = async (email: string) => {
    const began = performance.now()
    await signInAs(email, 'not the password', {}, `192.0.2.${30 + Math.floor(Math.random() * 100)}`)
    return performance.now() - began
  }
  await timed('warm@up.example')
  const known = Math.min(await timed('olwen@quay.example'), await timed('olwen@quay.example'))
  const unknown = Math.min(await timed('x1@quay.example'), await timed('x2@quay.example'))
  // Without the hash at nobody's this is a twentieth; the other way round nothing is that far off.
  expect(unknown).toBeGreaterThan(known / 4)
})

test('tries at one e-mail wait longer and longer, also for an e-mail that nobody has', async () => {
  for (const email of ['desk-throttled@quay.example', 'nobody-throttled@quay.example']) {
    if (email.startsWith('desk')) await addStaff(email, ['desk'])
    for (let i = 0; i < 5; i++)
      expect((await signInAs(email, 'wrong wrong wrong', {}, `198.51.100.${i}`)).status).toBe(401)
    const refused = await signInAs(email, PASSWORD, {}, '198.51.100.9')
    expect(refused.status).toBe(429)
    expect(refused.headers['retry-after']).toBe('2')
    expect(refused.body.code).toBe('too-many-tries')
    later(2)
    expect((await signInAs(email, 'wrong wrong wrong', {}, '198.51.100.9')).status).toBe(401)
    expect((await signInAs(email, PASSWORD, {}, '198.51.100.9')).headers['retry-after']).toBe('4')
    later(4)
  }
  expect((await signInAs('desk-throttled@quay.example')).status).toBe(200)
})

test('a hundred tries sent at once count as a hundred', async () => {
  const email = 'burst@quay.example'
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => signInAs(email, 'wrong wrong wrong', {}, `203.0.113.${i}`)),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(25)
})

test('tries from one address wait, whatever the e-mail', async () => {
  const from = '198.51.100.77'
  for (let i = 0; i < 20; i++) await signInAs(`spray${i}@quay.example`, 'wrong wrong wrong', {}, from)
  expect((await signInAs('olwen@quay.example', PASSWORD, {}, from)).status).toBe(429)
  expect((await signInAs('olwen@quay.example', PASSWORD, {}, '198.51.100.78')).status).toBe(200)
})

test('the wait doubles and ends at 15 minutes', () => {
  expect([4, 5, 6, 7, 13, 14, 500].map((failures) => waitAfterS('email', failures))).toEqual([
    0, 2, 4, 8, 512, 900, 900,
  ])
})

test('what is counted holds neither addresses nor e-mails', async () => {
  const rows = await store.asAdmin<{ text: string; clinic_id: string }>(
    `select a::text as text, clinic_id from people_attempt a`,
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ text, clinic_id }) => !/quay|198\.51/.test(text) && clinic_id === BEFORE_ANY_CLINIC)).toBe(true)
})

test('PPL-6 a sign-in ends after 60 minutes without a request, and each request moves that', async () => {
  await freshOwner()
  later(3599)
  expect((await send('GET', '/api/me', undefined, owner)).status).toBe(200)
  later(3599)
  expect((await send('GET', '/api/me', undefined, owner)).status).toBe(200)
  later(3600)
  expect((await send('GET', '/api/me', undefined, owner)).status).toBe(401)
})

test('PPL-6 a sign-in ends 12 hours after it began, however busy', async () => {
  const { token = '' } = (await signInAs('olwen@quay.example')).body
  for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
    later(1800)
    expect((await send('GET', '/api/me', undefined, token)).status).toBe(200)
  }
  later(1800)
  expect((await send('GET', '/api/me', undefined, token)).status).toBe(401)
})

test('a sign-in that is signed out or revoked counts no more, and somebody else can not revoke it', async () => {
  await freshOwner()
  await addStaff('tablet@quay.example')
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => signInAs('tablet@quay.example')))
  const tokenOf = (answer: typeof first) => answer?.body.token ?? ''
  const list = await send('GET', '/api/me/sign-ins', undefined, tokenOf(first))
  const signIns = list.body['signIns'] as readonly { id: string; current: boolean; address: string }[]
  expect(signIns).toHaveLength(3)
  expect(signIns.filter(({ current }) => current)).toHaveLength(1)
  const other = (await send('GET', '/api/me', undefined, tokenOf(second))).body['signIn'] as { id: string }
  expect((await send('DELETE', `/api/me/sign-ins/${other.id}`, undefined, owner)).status).toBe(404)
  expect((await send('DELETE', `/api/me/sign-ins/${other.id}`, undefined, tokenOf(first))).status).toBe(204)
  expect((await send('GET', '/api/me', undefined, tokenOf(second))).status).toBe(401)
  expect((await send('POST', '/api/sign-out', undefined, tokenOf(third))).status).toBe(204)
  expect((await send('GET', '/api/me', undefined, tokenOf(third))).status).toBe(401)
  expect((await send('GET', '/api/me', undefined, tokenOf(first))).status).toBe(200)
})

test('a changed password ends every other sign-in, and asks for the old one first', async () => {
  await addStaff('change@quay.example')
  const [here, there] = [await signInAs('change@quay.example'), await signInAs('change@quay.example')]
  const token = here.body.token ?? ''
  expect(here.body['me']).toMatchObject({ temporaryPassword: true })
  const newPassword = 'four herons on two piers'
  const wrong = await send('POST', '/api/me/password', { password: 'a wrong one here', newPassword }, token)
  expect([wrong.status, wrong.body.code]).toEqual([403, 'wrong-password'])
  const weak = await send('POST', '/api/me/password', { password: PASSWORD, newPassword: 'Password1234' }, token)
  expect(weak.status).toBe(422)
  expect(weak.body['errors']).toMatchObject([{ field: '/newPassword' }])
  expect((await send('POST', '/api/me/password', { password: PASSWORD, newPassword }, token)).status).toBe(204)
  expect((await send('GET', '/api/me', undefined, there.body.token)).status).toBe(401)
  expect((await send('GET', '/api/me', undefined, token)).body).toMatchObject({ temporaryPassword: false })
  expect((await signInAs('change@quay.example')).status).toBe(401)
  expect((await signInAs('change@quay.example', newPassword)).status).toBe(200)
})

const codeAt = (secret: string, at: Instant) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: epochMsOf(at) })

test('TOTP: asked for once confirmed, a used code never counts again, a recovery code counts once', async () => {
  await freshOwner()
  await addStaff('totp@quay.example')
  const { token = '' } = (await signInAs('totp@quay.example')).body
  const started = await send('POST', '/api/me/totp', { password: PASSWORD }, token)
  const secret = started.body['secret'] as string
  expect(started.body['uri']).toContain('otpauth://totp/')
  expect((await signInAs('totp@quay.example')).status).toBe(200)
  expect((await send('POST', '/api/me/totp/confirm', { code: '000000' }, token)).status).toBe(422)
  const confirmed = await send('POST', '/api/me/totp/confirm', { code: codeAt(secret, clock.now()) }, token)
  const codes = confirmed.body['recoveryCodes'] as readonly string[]
  expect(codes).toHaveLength(10)
  // Sealed: whoever reads the table through the app's role can't make codes from it.
  const [row] = await store.asAdmin<{ text: string }>('select t::text as text from people_totp t')
  expect(row?.text).toMatch(/,v1\./)
  expect(row?.text).not.toContain(secret)

  const noCode = await signInAs('totp@quay.example')
  expect([noCode.status, noCode.body.code]).toEqual([401, 'totp-needed'])
  const replayed = await signInAs('totp@quay.example', PASSWORD, { code: codeAt(secret, clock.now()) })
  expect([replayed.status, replayed.body.code]).toEqual([401, 'totp-refused'])
  later(30)
  const code = codeAt(secret, clock.now())
  const both = await Promise.all([1, 2].map(() => signInAs('totp@quay.example', PASSWORD, { code })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
  later(30)
  const older = await signInAs('totp@quay.example', PASSWORD, { code })
  expect(older.status).toBe(401)

  const recovery = (codes[0] ?? '').toUpperCase().replaceAll('-', ' ')
  expect((await signInAs('totp@quay.example', PASSWORD, { code: recovery })).status).toBe(200)
  expect((await signInAs('totp@quay.example', PASSWORD, { code: recovery })).status).toBe(401)

  expect((await send('DELETE', '/api/me/totp', { password: 'not the password' }, token)).status).toBe(403)
  expect((await send('DELETE', '/api/me/totp', { password: PASSWORD }, token)).status).toBe(204)
  expect((await signInAs('totp@quay.example')).status).toBe(200)
})

test('codes can not be guessed without end by asking without a code in between', async () => {
  await addStaff('guess@quay.example')
  const { token = '' } = (await signInAs('guess@quay.example')).body
  const secret = (await send('POST', '/api/me/totp', { password: PASSWORD }, token)).body['secret'] as string
  await send('POST', '/api/me/totp/confirm', { code: codeAt(secret, clock.now()) }, token)
  const statuses: number[] = []
  for (let i = 0; i < 8; i++) {
    statuses.push((await signInAs('guess@quay.example', PASSWORD, { code: '000000' }, `203.0.113.${i}`)).status)
    await signInAs('guess@quay.example', PASSWORD, {}, `203.0.113.${i}`)
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  expect(statuses.at(-1)).toBe(429)
})

test('one e-mail in two clinics: the password opens those that it fits, and the clinic can be named', async () => {
  const other = freshId<ClinicId>()
  await store.asAdmin(
    `insert into clinic_clinic select $1, 'Hill', country, time_zone, jurisdiction, emergency_number, rules, rules_note, 1, now(), now()
     from clinic_clinic where clinic_id = $2`,
    [other, clinic],
  )
  await store.asAdmin(
    `insert into people_account select $1, id, name, email, email_hash, password_hash, false, roles, registration, true, now()
     from people_account where clinic_id = $2 and email = 'olwen@quay.example'`,
    [other, clinic],
  )
  const both = await signInAs('olwen@quay.example')
  expect((both.body['clinics'] as readonly { id: string }[]).map(({ id }) => id)).toEqual([clinic, other])
  const there = await signInAs('olwen@quay.example', PASSWORD, { clinic: other })
  expect(there.body['me']).toMatchObject({ clinic: { id: other, name: 'Hill' } })
  const staff = await send('GET', '/api/staff', undefined, there.body.token)
  expect(staff.body['staff']).toHaveLength(1)
  await store.asAdmin(`update people_account set active = false where clinic_id = $1`, [other])
  expect((await send('GET', '/api/me', undefined, there.body.token)).status).toBe(401)
})

test('the look across clinics tells ids alone, for the hash of a whole e-mail', async () => {
  const rows = await store.db.outside(async (queries) => {
    const { sql } = await import('kysely')
    const hash = Buffer.alloc(32)
    const none = await sql`select * from people_find_by_email(${hash})`.execute(queries)
    const all = await sql`select * from people_account`.execute(queries)
    return [none.rows, all.rows]
  })
  expect(rows).toEqual([[], []])
})

test('staff: a first password that is asked to be changed, roles, switching off, and always one owner', async () => {
  await freshOwner()
  const id = await addStaff('desk@quay.example', ['desk'])
  const taken = await send(
    'POST',
    '/api/staff',
    { id: freshId(), name: 'X', email: 'DESK@quay.example', roles: ['desk'], registration: null, password: PASSWORD },
    owner,
  )
  expect([taken.status, taken.body.code]).toEqual([409, 'email-or-id-taken'])
  const { token = '' } = (await signInAs('desk@quay.example')).body
  expect((await send('GET', '/api/staff', undefined, token)).status).toBe(403)
  const promoted = await send('PATCH', `/api/staff/${id}`, { roles: ['desk', 'clinician', 'desk'] }, owner)
  expect(promoted.body).toMatchObject({ roles: ['desk', 'clinician'] })
  expect((await send('PATCH', `/api/staff/${id}`, { active: false }, owner)).status).toBe(200)
  expect((await send('GET', '/api/me', undefined, token)).status).toBe(401)
  expect((await signInAs('desk@quay.example')).status).toBe(401)
  const me = (await send('GET', '/api/me', undefined, owner)).body['account'] as string
  expect((await send('PATCH', `/api/staff/${me}`, { active: false }, owner)).body.code).toBe('last-owner')
  expect((await send('PATCH', `/api/staff/${me}`, { roles: ['clinician'] }, owner)).body.code).toBe('last-owner')
  expect((await send('PATCH', `/api/staff/${freshId()}`, { active: false }, owner)).status).toBe(404)
})

test('two owners who switch each other off at once leave one', async () => {
  await freshOwner()
  const id = await addStaff('second@quay.example', ['owner'])
  const { token = '' } = (await signInAs('second@quay.example')).body
  const me = (await send('GET', '/api/me', undefined, owner)).body['account'] as string
  const answers = await Promise.all([
    send('PATCH', `/api/staff/${id}`, { roles: ['desk'] }, owner),
    send('PATCH', `/api/staff/${me}`, { roles: ['desk'] }, token),
  ])
  // The slower one is refused as the last owner, or, a moment later, is no owner any more.
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect([409, 403]).toContain(answers.find(({ status }) => status !== 200)?.status)
})

test('sign-ins, refusals and changes of staff are in the audit trail', async () => {
  const rows = await store.asAdmin<{ action: string }>(
    `select distinct action from kernel_audit_entry where clinic_id = $1 order by 1`,
    [clinic],
  )
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'password-changed',
      'sign-in-refused',
      'signed-in',
      'signed-out',
      'staff-added',
      'staff-changed',
      'totp-added',
    ]),
  )
})
