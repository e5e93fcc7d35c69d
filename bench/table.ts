/** A program to measure: Unknot as its own process on a PostgreSQL of its own, with patients on the table. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

const MAIN = new URL('../packages/server/src/main.ts', import.meta.url)
const KEEPER = new URL('keeper.ts', import.meta.url)
const LEASH = new URL('leash.ts', import.meta.url)
const device = randomUUID()

/**
 * A process that ends when we do, even when we are killed: the leash sees our end of the channel close. In a process group of
 * its own, so that what is sent to ours (Ctrl-C, `kill -9` for the group) doesn't take it before it has tidied up.
 */
function startLeashed(script: URL, words: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--import', LEASH.href, fileURLToPath(script), ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  })
}

function stopped(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  child.kill('SIGTERM')
  return gone
}

export type BenchDatabase = {
  readonly admin: pg.ClientConfig
  /** Room for other data; it goes when the database goes. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** A PostgreSQL of the benchmark's own. */
export async function startDatabase(): Promise<BenchDatabase> {
  const child = startLeashed(KEEPER, [], {})
  const { admin, folder } = await new Promise<Pick<BenchDatabase, 'admin' | 'folder'>>((resolve, reject) => {
    child.once('message', (said) => resolve(said as Pick<BenchDatabase, 'admin' | 'folder'>))
    child.once('exit', () => reject(new Error('PostgreSQL did not start')))
  })
  return { admin, folder, stop: () => stopped(child) }
}

/** The address under which the program enters it. */
export function urlOf({ user, password, host, port }: pg.ClientConfig, database: string): string {
  const login = `${user}:${encodeURIComponent(String(password))}`
  return `postgres://${login}@localhost/${database}?host=${encodeURIComponent(String(host))}&port=${port}`
}

export type Program = { readonly address: string; readonly startedInMs: number; readonly stop: () => Promise<void> }

/** Starts the program and waits until it says where it is. */
export async function startProgram(env: Readonly<Record<string, string>>): Promise<Program> {
  const started = performance.now()
  const child = startLeashed(MAIN, ['serve'], { PORT: '0', LOG_LEVEL: 'silent', ...env })
  const address = await addressOf(child)
  const startedInMs = performance.now() - started
  return { address, startedInMs, stop: () => stopped(child) }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/localhost:\d+/.exec(said)
      if (found) resolve(found[0].replace('localhost', '127.0.0.1'))
    })
    child.once('exit', () => reject(new Error(`the program ended: ${said}`)))
  })
}

export type Caller = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>

/**
 * Calls over connections that stay open, one request at a time on each, as a tablet does.
 *
 * Written by hand on bare sockets: on a small machine a full HTTP client would take as much of the processor as the program
 * that is measured.
 */
export function callerOf(address: string, token: () => string): Caller {
  const { hostname, port, host } = new URL(address)
  const idle: Line[] = []
  return async (method, path, body) => {
    const line = idle.pop() ?? (await openLine(hostname, Number(port)))
    const payload = body ? JSON.stringify(body) : ''
    const kind = body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n` : ''
    const signedIn = token() ? `authorization: Bearer ${token()}\r\n` : ''
    const { status, text } = await line(
      `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${signedIn}${kind}\r\n${payload}`,
    )
    idle.push(line)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`)
    return JSON.parse(text)
  }
}

type Line = (request: string) => Promise<{ readonly status: number; readonly text: string }>

async function openLine(host: string, port: number): Promise<Line> {
  const socket = connect({ host, port, noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let taken: Buffer = Buffer.alloc(0)
  let settle: { resolve: (answer: { status: number; text: string }) => void; reject: (error: Error) => void } | null =
    null
  socket.on('data', (chunk: Buffer) => {
    taken = taken.length === 0 ? chunk : Buffer.concat([taken, chunk])
    const headEnd = taken.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = taken.toString('latin1', 0, headEnd)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (taken.length < headEnd + 4 + length) return
    const text = taken.toString('utf8', headEnd + 4, headEnd + 4 + length)
    taken = Buffer.alloc(0)
    settle?.resolve({ status: Number(head.slice(9, 12)), text })
  })
  // An open line doesn't keep the bench from ending.
  socket.unref()
  socket.on('close', () => settle?.reject(new Error('the program hung up')))
  return (request) =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject }
      socket.write(request)
    })
}

export async function setUp(call: Caller): Promise<string> {
  const { token } = (await call('POST', '/api/install/clinic', {
    clinic: { name: 'Bench', country: 'IE', timeZone: 'Europe/Dublin', jurisdiction: 'ie', emergencyNumber: '112' },
    owner: { name: 'Rosa Okafor', email: 'r@x.example', password: 'seven brown kettles sing', treats: true },
    as: 'token',
  })) as { token: string }
  return token
}

export type Visitor = { readonly patient: string; readonly timeOut: () => object }

/** A patient who is registered, screened, and has consented. */
export async function admit(call: Caller, number: number): Promise<Visitor> {
  const patient = randomUUID()
  const birthOn = `19${50 + (number % 40)}-0${1 + (number % 9)}-1${number % 10}`
  await call('POST', '/api/patients', { id: patient, name: `Bench Person ${randomUUID().slice(0, 8)}`, birthOn })
  const { questions } = (await call('GET', '/api/screening/questions')) as { questions: { id: string }[] }
  const answers = Object.fromEntries(questions.map(({ id }) => [id, { answer: 'no' }]))
  const screening = randomUUID()
  const { result } = (await call('POST', `/api/patients/${patient}/screenings`, { id: screening, answers })) as {
    result: Record<string, unknown>
  }
  const text = (await call('GET', '/api/consent/text?regions=lumbar,gluteal')) as { version: string; hash: string }
  const consent = randomUUID()
  const regions = ['lumbar', 'gluteal']
  const signature = { kind: 'typed', name: 'B' }
  const terms = { regions, electrical: false, signature, textVersion: text.version, textHash: text.hash }
  await call('POST', `/api/patients/${patient}/consents`, { id: consent, ...terms })
  const { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions } = result
  const facts = { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions }
  const checks = { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true }
  const agreed = { consent, textVersion: text.version, regions, electrical: false }
  const fact = {
    kind: 'time-out-confirmed',
    checks,
    position: 'prone',
    screening: { screening, ...facts },
    consent: agreed,
  }
  return { patient, timeOut: () => event(fact) }
}

export async function openSession(call: Caller, { patient, timeOut }: Visitor): Promise<string> {
  const session = randomUUID()
  const opening = { id: session, event: randomUUID(), device, at: new Date().toISOString(), reason: 'Low back pain' }
  await call('POST', `/api/patients/${patient}/sessions`, opening)
  await send(call, session, [timeOut()])
  return session
}

/** Every one of them must be accepted, or nothing was measured. */
export async function send(call: Caller, session: string, events: readonly object[]): Promise<void> {
  const { verdicts } = (await call('POST', `/api/sessions/${session}/events`, { events })) as {
    verdicts: { verdict: string }[]
  }
  const refused = verdicts.find(({ verdict }) => verdict !== 'accepted')
  if (refused) throw new Error(`refused: ${JSON.stringify(refused)}`)
}

export function event(fact: object): object {
  return { id: randomUUID(), device, at: new Date().toISOString(), ...fact }
}

export function needleIn(): object {
  const site = { muscle: 'lumbar-multifidus', side: 'right', level: 'L4', point: { x: 12, y: 394 } }
  const detail = {
    gaugeMm: 0.3,
    lengthMm: 50,
    depthMm: 'not-measured',
    direction: 'inferomedial',
    technique: 'deep-pistoning',
    electrical: null,
    twitch: { kind: 'seen', count: 2 },
    pain0to10: 3,
    referred: 'no',
    bleeding: 'none',
    plannedDwellS: 600,
    lot: 'K2291',
  }
  return event({ kind: 'needle-inserted', needle: randomUUID(), site, detail, plan: null })
}
