/**
 * One PostgreSQL for a whole test run, with one migrated database from which each test file's own is copied.
 *
 * It keeps nothing, so it needn't wait for the disk; what must survive a crash is tested on the real thing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootDatabase, startPostgres } from '@unknot/server/kernel'
import type { TestProject } from 'vitest/node'
import type { TestPostgres } from './test-postgres.ts'

const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
  // PostgreSQL's own user must be able to enter.
  await chmod(folder, 0o755)
  const server = await startPostgres(folder, { settings: QUICK })
  const booted = await bootDatabase(server.admin)
  const given: TestPostgres = { admin: server.admin, app: booted.login }
  project.provide('postgres', given)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
