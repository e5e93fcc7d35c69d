/** Passkeys against an authenticator in software that signs as a real one does (WebAuthn 3, ES256, no attestation). */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { epochMsOf, type Instant, instantOf } from '@unknot/care/kernel'
import { standingClock, withDatabase } from '@unknot/testkit/kernel'
import { beforeAll, expect, test } from 'vitest'
import { clinicRoom, findClinic } from '../clinic/index.ts'
import type { App } from '../kernel/index.ts'
import { authenticate, peopleRoom } from './index.ts'

const store = withDatabase()
const clock = standingClock('2026-11-24T08:00:00.000Z' as Instant)
const PASSWORD = 'three herons on a pier'
const ORIGIN = 'http://localhost'
let app: App
let owner: string

type Options = { challenge: string; rp?: { id: string }; user?: { id: string }; rpId?: string }
type Told = { readonly origin?: string; readonly verifiesPerson?: boolean; readonly counter?: number }

/** Holds one key. `counter` goes up with each answer, unless a test says which. */
class Authenticator {
  readonly id = randomBytes(16)
  readonly #key: KeyObject
  readonly #jwk: { x?: string; y?: string }
  #handle = ''
  #counter = 0

  constructor() {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#key = pair.privateKey
    this.#jwk = pair.publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  }

  create(options: Options, told: Told = {}) {
    this.#handle = options.user?.id ?? ''
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(this.#jwk.x ?? '', 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(this.#jwk.y ?? '', 'base64url'),
    ])
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cose])
    const data = Buffer.concat([this.#data(options.rp?.id ?? '', 0x40, told), attested])
    const head = [
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
    ]
    const attestationObject = Buffer.concat([...head, bytes(data)]).toString('base64url')
    const clientDataJSON = clientData('webauthn.create', options.challenge, told)
    return this.#answer({ clientDataJSON, attestationObject, transports: ['internal'] })
  }

  get(options: Options, told: Told = {}) {
    const authenticatorData = this.#data(options.rpId ?? '', 0, told)
    const clientDataJSON = clientData('webauthn.get', options.challenge, told)
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()
    const signature = sign('sha256', Buffer.concat([authenticatorData, hash]), this.#key).toString('base64url')
    const response = { clientDataJSON, authenticatorData: authenticatorData.toString('base64url'), signature }
    return this.#answer({ ...response, userHandle: this.#handle })
  }

  #data(rpId: string, flags: number, { verifiesPerson = true, counter }: Told): Buffer {
    this.#counter = counter ?? this.#counter + 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.#counter)
    const seen = 0x01 | (verifiesPerson ? 0x04 : 0)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags | seen]), count])
  }

  #answer(response: object) {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} }
  }
}

function clientData(type: string, challenge: string, { origin = ORIGIN }: Told): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')
}

/** CBOR, as much of it as this needs. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 255]), value])
}

async function send(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, token?: string) {
  const headers = { host: 'localhost', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const answer = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body ? answer.json() : {} }
}

async function added(authenticator: Authenticator): Promise<string> {
  const { options } = (await send('POST', '/api/me/passkeys/options', { password: PASSWORD }, owner)).body
  const credential = authenticator.create(options)
  const answer = await send('POST', '/api/me/passkeys', { name: 'Key ring', credential }, owner)
  expect(answer.status).toBe(201)
  return answer.body.id
}

const options = async () => (await send('POST', '/api/sign-in/passkey/options')).body.options as Options
const signIn = (credential: object) => send('POST', '/api/sign-in/passkey', { credential, as: 'token' })

beforeAll(async () => {
  const rooms = [peopleRoom({ findClinic }), clinicRoom({ fillDemo: async () => {} })]
  app = await store.app({ rooms, authenticate, now: clock.now })
  const made = await send('POST', '/api/install/clinic', {
    clinic: { name: 'Quay', country: 'IE', timeZone: 'Europe/Dublin', jurisdiction: 'ie', emergencyNumber: '112' },
    owner: { name: 'Olwen', email: 'olwen@quay.example', password: PASSWORD, treats: true },
    as: 'token',
  })
  owner = made.body.token
})

test('a passkey is added after the password, and signs in without e-mail and password', async () => {
  expect((await send('POST', '/api/me/passkeys/options', { password: 'something else' }, owner)).status).toBe(403)
  const authenticator = new Authenticator()
  await added(authenticator)
  const signed = await signIn(authenticator.get(await options()))
  expect(signed.status).toBe(200)
  expect(signed.body.me).toMatchObject({ name: 'Olwen', passkeyCount: 1 })
  expect((await send('GET', '/api/me', undefined, signed.body.token)).status).toBe(200)
})

test('a challenge serves once, for five minutes, and for nobody else', async () => {
  const authenticator = new Authenticator()
  await added(authenticator)
  const once = await options()
  expect((await signIn(authenticator.get(once))).status).toBe(200)
  expect((await signIn(authenticator.get(once))).status).toBe(401)
  const old = await options()
  clock.moveTo(instantOf(epochMsOf(clock.now()) + 301_000))
  expect((await signIn(authenticator.get(old))).status).toBe(401)
  expect((await signIn(authenticator.get({ challenge: 'bWFkZSB1cA', rpId: 'localhost' }))).status).toBe(401)
})

test('the challenge for adding one is used up also when the adding is refused', async () => {
  const { options } = (await send('POST', '/api/me/passkeys/options', { password: PASSWORD }, owner)).body
  const add = (credential: object) => send('POST', '/api/me/passkeys', { name: 'Key ring', credential }, owner)
  const authenticator = new Authenticator()
  const refused = await add(authenticator.create(options, { verifiesPerson: false }))
  expect([refused.status, refused.body.code]).toEqual([422, 'passkey-refused'])
  expect((await add(authenticator.create(options))).status).toBe(422)
  await added(authenticator)
})

test.each([
  ['another site', { origin: 'https://localhost.evil.example' }],
  ['nobody verified', { verifiesPerson: false }],
  ['a counter that went back, as a copied key would', { counter: 1 }],
])('refused: %s', async (_, told: Told) => {
  const authenticator = new Authenticator()
  await added(authenticator)
  expect((await signIn(authenticator.get(await options(), { counter: 5 }))).status).toBe(200)
  expect((await signIn(authenticator.get(await options(), told))).status).toBe(401)
})

test('a key that was never added, and an answer of nonsense, are refused and never an error of ours', async () => {
  const stranger = new Authenticator()
  stranger.create({ challenge: 'x', user: { id: Buffer.alloc(32, 7).toString('base64url') } })
  expect((await signIn(stranger.get(await options()))).status).toBe(401)
  const authenticator = new Authenticator()
  await added(authenticator)
  const answer = authenticator.get(await options())
  for (const response of [{ clientDataJSON: 'AAAA' }, { ...answer.response, signature: 'AAAA' }]) {
    expect((await signIn({ ...answer, response })).status).toBe(401)
  }
  const bent = [{}, { ...answer.response, userHandle: 7 }, { ...answer.response, transports: 7 }]
  for (const response of bent) expect((await signIn({ ...answer, response })).status).toBe(400)
})

test('a removed passkey opens nothing, and another person’s can not be removed', async () => {
  const authenticator = new Authenticator()
  const id = await added(authenticator)
  const staff = { name: 'Desk', email: 'desk@quay.example', roles: ['desk'], registration: null, password: PASSWORD }
  await send('POST', '/api/staff', { id: '0193a000-0000-7000-8000-000000000001', ...staff }, owner)
  const desk = await send('POST', '/api/sign-in', { email: 'desk@quay.example', password: PASSWORD, as: 'token' })
  expect((await send('DELETE', `/api/me/passkeys/${id}`, undefined, desk.body.token)).status).toBe(404)
  expect((await send('DELETE', `/api/me/passkeys/${id}`, undefined, owner)).status).toBe(204)
  expect((await signIn(authenticator.get(await options()))).status).toBe(401)
})
