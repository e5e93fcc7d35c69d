/** The program as people start it: a first start, a clean end, recovery after kill -9, two side by side. */
import { must } from '@unknot/care/kernel'
import { postgresPid, refusalOf, withPrograms } from '@unknot/testkit/kernel'
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

test('two side by side, but not two on one folder', async () => {
  const programs = [start(['serve'], { UNKNOT_DATA: data }), start(['serve', '--data', folder()], {})]
  const addresses = await Promise.all(programs.map((program) => program.ready))
  expect(await Promise.all(addresses.map((address) => status(address)))).toEqual([200, 200])
  expect(await refusalOf(start(['serve'], { UNKNOT_DATA: data }))).toContain(
    'Another Unknot is running on this data folder',
  )
  expect(await status(addresses[0] ?? null)).toBe(200)
})
