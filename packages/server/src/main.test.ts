/** The program as people start it: refusals in plain words, recovery after kill -9, a clean end. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder, type Program, startProgram, takenPort, withDatabase } from '@unknot/testkit/kernel'
import { afterEach, expect, test } from 'vitest'
import { must } from '@unknot/care/kernel'

const store = withDatabase()
const started: Program[] = []
const folders: string[] = []

function start(words: readonly string[], settings: Readonly<Record<string, string>>): Program {
  const program = startProgram(words, settings)
  started.push(program)
  return program
}

function folder(): string {
  const made = freshFolder()
  folders.push(made)
  return made
}

afterEach(async () => {
  for (const { process, ended } of started.splice(0)) {
    if (process.exitCode === null && process.signalCode === null) process.kill('SIGTERM')
    await ended
  }
  for (const made of folders.splice(0)) {
    chmodSync(made, 0o755)
    killPostgresOf(made)
    rmSync(made, { recursive: true, force: true })
  }
})

function postgresPid(data: string): number {
  return Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

/** What a test killed the owner of. */
function killPostgresOf(data: string): void {
  try {
    process.kill(postgresPid(data), 'SIGKILL')
  } catch {
    // It ended, as it should.
  }
}

/** It ended with a non-zero code and one plain sentence, never a stack trace. */
async function refusalOf(program: Program): Promise<string> {
  expect(await program.ready).toBeNull()
  expect(await program.ended).toBe(1)
  const said = program.said().trim()
  expect(said).not.toMatch(/^\s+at |Error:|node:/m)
  expect(said.split('\n')).toHaveLength(1)
  return said
}

const status = async (address: string | null, path = '/readyz') =>
  (await fetch(must(address, 'it is ready') + path, { signal: AbortSignal.timeout(5000) })).status

test('a first start, a clean end, and a second start that finds the data', async () => {
  const data = folder()
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
  const data = folder()
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
  const data = folder()
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
  const [one, other] = [folder(), folder()]
  const programs = [start(['serve'], { UNKNOT_DATA: one }), start(['serve', '--data', other], {})]
  const addresses = await Promise.all(programs.map((program) => program.ready))
  expect(await Promise.all(addresses.map((address) => status(address)))).toEqual([200, 200])
  expect(await refusalOf(start(['serve'], { UNKNOT_DATA: one }))).toContain(
    'Another Unknot is running on this data folder',
  )
  expect(await status(addresses[0] ?? null)).toBe(200)
})

test('a port in use is a plain sentence, and leaves nothing running', async () => {
  const data = folder()
  const { port, free } = await takenPort()
  expect(await refusalOf(start(['serve'], { UNKNOT_DATA: data, PORT: String(port) }))).toContain(
    `Port ${port} is in use`,
  )
  free()
  expect(() => postgresPid(data)).toThrow('ENOENT')
})

test('a read-only data folder, and one that is a file, are plain sentences', async () => {
  const data = folder()
  chmodSync(data, 0o555)
  expect(await refusalOf(start(['serve'], { UNKNOT_DATA: data }))).toMatch(
    /can't be used: (it is marked read-only|you may not write there)/,
  )
  const other = folder()
  writeFileSync(join(other, 'file'), '')
  expect(await refusalOf(start(['serve'], { UNKNOT_DATA: join(other, 'file') }))).toContain(
    'there is a file of that name',
  )
})

test('data that another PostgreSQL made is left alone', async () => {
  const data = folder()
  mkdirSync(join(data, 'postgres/cluster'), { recursive: true })
  writeFileSync(join(data, 'postgres/cluster/PG_VERSION'), '17\n')
  writeFileSync(join(data, 'postgres-password'), 'x\n')
  expect(await refusalOf(start(['serve'], { UNKNOT_DATA: data }))).toContain('was made by PostgreSQL 17')
})

test('an unreachable DATABASE_URL is a plain sentence without its password', async () => {
  const { port, free } = await takenPort()
  free()
  const said = await refusalOf(start(['serve'], { DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/x` }))
  expect(said).toContain("can't be reached: nothing listens there")
  expect(said).not.toContain('hunter2')
})

test('DATABASE_URL serves; a newer database, a wrong password and a wrong name are plain sentences', async () => {
  const { host, port, user, password, database } = store.adminLogin
  const url = (secret: string, name = database) =>
    `postgres://${user}:${secret}@localhost/${name}?host=${encodeURIComponent(String(host))}&port=${port}`
  const program = start(['serve'], { DATABASE_URL: url(String(password)) })
  expect(await status(await program.ready)).toBe(200)
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  expect(await refusalOf(start(['serve'], { DATABASE_URL: url('wrong') }))).toContain('refuses the user or password')
  expect(await refusalOf(start(['serve'], { DATABASE_URL: url(String(password), 'nowhere') }))).toContain(
    'does not exist',
  )
  await store.asAdmin(`insert into kernel_migration (name, hash) values ('9999-future', 'x')`)
  expect(await refusalOf(start(['serve'], { DATABASE_URL: url(String(password)) }))).toContain(
    'newer than this program',
  )
})

test('the command line: help, doctor, migrate, verify-audit, and words that it doesn’t know', async () => {
  const help = start(['--help'], {})
  const [dance, port, text] = await Promise.all([
    refusalOf(start(['dance'], {})),
    refusalOf(start(['serve', '--port'], {})),
    refusalOf(start(['serve'], { PORT: 'x' })),
  ])
  expect(await help.ended).toBe(0)
  expect(help.said()).toContain('unknot verify-audit')
  expect(dance).toContain('"dance" is not understood')
  expect(port).toContain('--port needs a value')
  expect(text).toContain('PORT is "x"')
  const data = folder()
  for (const [word, says] of [
    ['migrate', 'Migrated: 0001-kernel'],
    ['migrate', 'up to date'],
    ['verify-audit', 'no clinic yet'],
    ['doctor', 'migrated and reachable'],
  ] as const) {
    const program = start([word], { UNKNOT_DATA: data })
    expect(await program.ended, program.said()).toBe(0)
    expect(program.said()).toContain(says)
  }
})
