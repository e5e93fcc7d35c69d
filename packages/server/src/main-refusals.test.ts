/** What the program says when it can't start, and the commands beside `serve`. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClinicId, instantOf, must } from '@unknot/care/kernel'
import { freshId, postgresPid, refusalOf, takenPort, withDatabase, withPrograms } from '@unknot/testkit/kernel'
import { expect, test } from 'vitest'
import { audit, recordClinic } from './kernel/index.ts'

const store = withDatabase()
const { start, folder } = withPrograms()
/** Made by the first test, used by those after it. */
const data = folder()

test('migrate, verify-audit and doctor say what they did', async () => {
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

test('a port in use is a plain sentence, and leaves nothing running', async () => {
  const { port, free } = await takenPort()
  expect(await refusalOf(start(['serve'], { UNKNOT_DATA: data, PORT: String(port) }))).toContain(
    `Port ${port} is in use`,
  )
  free()
  expect(() => postgresPid(data)).toThrow('ENOENT')
})

test('a data folder that is read-only, is a file, or was made by another PostgreSQL', async () => {
  const readOnly = folder()
  chmodSync(readOnly, 0o555)
  const other = folder()
  writeFileSync(join(other, 'file'), '')
  const older = folder()
  mkdirSync(join(older, 'postgres/cluster'), { recursive: true })
  writeFileSync(join(older, 'postgres/cluster/PG_VERSION'), '17\n')
  writeFileSync(join(older, 'postgres-password'), 'x\n')
  const said = await Promise.all(
    [readOnly, join(other, 'file'), older].map((UNKNOT_DATA) => refusalOf(start(['serve'], { UNKNOT_DATA }))),
  )
  expect(said[0]).toMatch(/can't be used: (it is marked read-only|you may not write there)/)
  expect(said[1]).toContain('there is a file of that name')
  expect(said[2]).toContain('was made by PostgreSQL 17')
})

test('words and settings that it doesn’t know, and an unreachable DATABASE_URL without its password', async () => {
  const { port: closed, free } = await takenPort()
  free()
  const help = start(['--help'], {})
  const [dance, port, text, unreachable] = await Promise.all([
    refusalOf(start(['dance'], {})),
    refusalOf(start(['serve', '--port'], {})),
    refusalOf(start(['serve'], { PORT: 'x' })),
    refusalOf(start(['serve'], { DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${closed}/x` })),
  ])
  expect(await help.ended).toBe(0)
  expect(help.said()).toContain('unknot verify-audit')
  expect(dance).toContain('"dance" is not understood')
  expect(port).toContain('--port needs a value')
  expect(text).toContain('PORT is "x"')
  expect(unreachable).toContain("can't be reached: nothing listens there")
  expect(unreachable).not.toContain('hunter2')
})

test('verify-audit names what is wrong with a damaged chain and ends with a failure; a whole one is well', async () => {
  const clinic = freshId<ClinicId>()
  const source = { clinic, actor: null, requestId: null, fromAddress: null, newId: freshId }
  await store.db.inClinic(clinic, async (tx) => {
    await recordClinic(tx, clinic, 'clinic')
    for (const action of ['read-1', 'read-2', 'read-3']) {
      await audit(tx, { ...source, at: instantOf(Date.now()) }, { action })
    }
  })
  const verify = () => start(['verify-audit'], { DATABASE_URL: addressOf(store.adminLogin) })
  const whole = verify()
  expect(await whole.ended, whole.said()).toBe(0)
  expect(whole.said()).toContain(`Clinic ${clinic}: 3 entries, whole.`)
  const [changed] = await store.asAdmin(
    `update kernel_audit_entry set action = 'other' where clinic_id = $1 and action = 'read-2' returning id`,
    [clinic],
  )
  const damaged = verify()
  expect(await damaged.ended).toBe(1)
  expect(damaged.said()).toContain(`Clinic ${clinic}: 3 entries, NOT whole.`)
  expect(damaged.said()).toMatch(/The entry of link \d \(.{36}\) is not what was sealed\./)
  expect(damaged.said()).toContain(String(changed?.['id']))
  expect(damaged.said()).not.toMatch(/^ +at /m)
})

test('DATABASE_URL serves; a newer database, a wrong password and a wrong name are plain sentences', async () => {
  const { password } = store.adminLogin
  const url = (secret: string, database?: string) =>
    addressOf({ ...store.adminLogin, password: secret, ...(database ? { database } : {}) })
  const right = { DATABASE_URL: url(String(password)) }
  const program = start(['serve'], right)
  const address = must(await program.ready, program.said())
  expect((await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5000) })).status).toBe(200)
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  await store.asAdmin(`insert into kernel_migration (name, hash) values ('9999-future', 'x')`)
  const [wrong, nowhere, newer] = await Promise.all([
    refusalOf(start(['serve'], { DATABASE_URL: url('wrong') })),
    refusalOf(start(['serve'], { DATABASE_URL: url(String(password), 'nowhere') })),
    refusalOf(start(['serve'], right)),
  ])
  expect(wrong).toContain('refuses the user or password')
  expect(nowhere).toContain('does not exist')
  expect(newer).toContain('newer than this program')
})

function addressOf({ host, port, user, password, database }: typeof store.adminLogin): string {
  return `postgres://${user}:${String(password)}@localhost/${database}?host=${encodeURIComponent(String(host))}&port=${port}`
}
