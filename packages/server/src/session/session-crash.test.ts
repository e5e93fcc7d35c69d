/**
 * What was acknowledged survives: kill -9 of the server and kill -9 of PostgreSQL while four devices send, with real
 * processes on a disk that is waited for.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freshId } from '@unknot/testkit/kernel'
import { afterAll, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'unknot-crash-'))
const device = freshId()
let server: ChildProcess | null = null
let address = ''
let token = ''

afterAll(async () => {
  if (server && server.exitCode === null) {
    const gone = new Promise((resolve) => server?.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  rmSync(data, { recursive: true, force: true })
}, 30_000)

test('every acknowledged event is there, once, after kill -9 of the server and of PostgreSQL in mid-write', async () => {
  await start()
  const url = await openSession()
  const acknowledged = new Set<string>()
  const run = { isOver: false }
  const devices = Array.from({ length: 4 }, async (_, number) => {
    for (let count = 0; !run.isOver; count += 1) {
      const text = `device ${number}, finding ${count}`
      const event = { id: freshId(), device, at: new Date().toISOString(), kind: 'finding-noted', text }
      // Sent again, the very same, until somebody answers: as a tablet does.
      while (!(await isTaken(url, event)) && !run.isOver) await wait(20)
      if (!run.isOver) acknowledged.add(event.id)
    }
  })
  const enough = (count: number) => waitUntil(() => acknowledged.size >= count)

  await enough(100)
  const before = acknowledged.size
  server?.kill('SIGKILL')
  await start()
  await enough(before + 100)
  const between = acknowledged.size
  const fallen = postmasterPid()
  process.kill(fallen, 'SIGKILL')
  await enough(between + 100)
  expect(postmasterPid()).not.toBe(fallen)
  run.isOver = true
  await Promise.all(devices)

  const { events } = (await call('GET', url)) as { events: { id: string; kind: string }[] }
  const ids = events.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const lost = [...acknowledged].filter((id) => !ids.includes(id))
  expect(lost).toEqual([])
  expect(acknowledged.size).toBeGreaterThanOrEqual(300)
  const check = (await call('POST', '/api/audit/verify')) as { whole: boolean; faults: string[] }
  expect(check).toMatchObject({ whole: true, faults: [] })
}, 60_000)

/** Starts the program on the same folder and waits until it says where it is. */
async function start(): Promise<void> {
  const env = { ...process.env, PORT: '0', UNKNOT_DATA: data, LOG_LEVEL: 'silent', NODE_ENV: 'production' }
  const child = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  server = child
  address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(`it ended: ${said}`)))
  })
}

function postmasterPid(): number {
  const [file] = globSync('**/postmaster.pid', { cwd: data })
  return file === undefined ? 0 : Number(readFileSync(join(data, file), 'utf8').split('\n')[0])
}

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(20)
}

/** A clinic, a patient and a session of hers that is open. */
async function openSession(): Promise<string> {
  const setUp = (await call('POST', '/api/install/clinic', {
    clinic: { name: 'Crash', country: 'IE', timeZone: 'Europe/Dublin', jurisdiction: 'ie', emergencyNumber: '112' },
    owner: { name: 'Rosa Okafor', email: 'r@x.example', password: 'seven brown kettles sing', treats: true },
    as: 'token',
  })) as { token: string }
  token = setUp.token
  const patient = freshId()
  await call('POST', '/api/patients', { id: patient, name: 'Maja Lindqvist', birthOn: '1980-02-03' })
  const session = freshId()
  const opening = { id: session, event: freshId(), device, at: new Date().toISOString(), reason: 'Low back pain' }
  await call('POST', `/api/patients/${patient}/sessions`, opening)
  return `/api/sessions/${session}`
}

/** True once the server has said that it has it. */
async function isTaken(url: string, event: object): Promise<boolean> {
  try {
    const { verdicts } = (await call('POST', `${url}/events`, { events: [event] })) as {
      verdicts: { verdict: string }[]
    }
    return verdicts[0]?.verdict === 'accepted' || verdicts[0]?.verdict === 'already-there'
  } catch {
    return false
  }
}

async function call(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const answer = await fetch(address + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(5000),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
