/** The program as people start it: a first start, a clean end, recovery after kill -9, two side by side. */
import { must } from '@unknot/care/kernel'
import { postgresPid, type Program, refusalOf, withPrograms } from '@unknot/testkit/kernel'
import { expect, test } from 'vitest'

const { start, folder } = withPrograms()
/** One folder through all its fates, in their order. */
const data = folder()

const status = async (address: string | null, path = '/readyz') =>
  (await fetch(must(address, 'it is ready') + path, { signal: AbortSignal.timeout(5000) })).status

test('a first start, a clean end, and a second start that finds the data', async () => {
  const first = start(['serve'], { UNKNOT_DATA: data })
  expect(await status(await first.ready)).toBe(200)
  expect(first.said()).toContain('Ctrl-C stops Unknot')
  const pid = postgresPid(data)
  first.process.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  const second = start([], { UNKNOT_DATA: data })
  expect(await status(await second.ready)).toBe(200)
})

test('after kill -9 the next start stops what was left running and recovers', async () => {
  const first = start(['serve'], { UNKNOT_DATA: data })
  await first.ready
  const pid = postgresPid(data)
  first.process.kill('SIGKILL')
  await first.ended
  expect(process.kill(pid, 0)).toBe(true)
  const second = start(['serve'], { UNKNOT_DATA: data })
  expect(await status(await second.ready)).toBe(200)
  expect(postgresPid(data)).not.toBe(pid)
})

test('when PostgreSQL alone is killed it is started again and Unknot goes on', async () => {
  const program = start(['serve'], { UNKNOT_DATA: data })
  const address = await program.ready
  const pid = postgresPid(data)
  process.kill(pid, 'SIGKILL')
  const isBack = async () => (await status(address)) === 200 && postgresPid(data) !== pid
  const seen = () =>
    isBack().then(
      (is) => (is ? 'back' : program.said()),
      () => program.said(),
    )
  await expect.poll(seen, { timeout: 20_000, interval: 50 }).toBe('back')
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
})

test('two side by side, one of them the demo, but not two on one folder', async () => {
  const demo = start(['demo', '--data', folder()], { LOG_LEVEL: 'debug' })
  const programs = [start(['serve'], { UNKNOT_DATA: data }), demo]
  const addresses = await Promise.all(programs.map((program) => program.ready))
  await lookAround(must(addresses[1], 'the demo is ready'), demo)
  expect(await Promise.all(addresses.map((address) => status(address)))).toEqual([200, 200])
  expect(await refusalOf(start(['serve'], { UNKNOT_DATA: data }))).toContain(
    'Another Unknot is running on this data folder',
  )
  expect(await status(addresses[0] ?? null)).toBe(200)
})

/** Each printed sign-in opens its role; and what they look at stands in no line of the log. */
async function lookAround(address: string, demo: Program): Promise<void> {
  const printed = () => [...demo.said().matchAll(/^ {2}(owner|clinician|desk) +(\S+@\S+) +(\S+)$/gm)]
  await expect.poll(() => printed().length).toBe(3)
  const signIns = printed()
  const seen: string[] = []
  for (const [, role, email, password] of signIns) {
    const signedIn = await fetch(`${address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password, as: 'token' }),
    })
    const { token, me } = (await signedIn.json()) as { token: string; me: { roles: string[] } }
    expect(me.roles).toContain(role)
    const headers = { authorization: `Bearer ${token}` }
    const found = await fetch(`${address}/api/patients?q=a`, { headers })
    const { patients } = (await found.json()) as { patients: { id: string; name: string }[] }
    for (const { id, name } of patients.slice(0, 3)) {
      await fetch(`${address}/api/patients/${id}`, { headers })
      await fetch(`${address}/api/patients?q=${encodeURIComponent(name)}`, { headers })
      seen.push(id, name, ...name.split(' '))
    }
    seen.push(token, token.split('.')[1] ?? '')
  }
  expect(seen.length).toBeGreaterThan(20)
  await expect.poll(() => demo.said()).toContain('"route":"/api/patients/:patient"')
  const log = demo
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n')
  expect(seen.filter((what) => log.includes(what))).toEqual([])
}
