/** A process of its own that keeps a PostgreSQL in a fresh folder, says how to enter it, and takes both away at its end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@unknot/server/kernel'

const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
// PostgreSQL's own user must be able to enter.
await chmod(folder, 0o755)
const started = startPostgres(folder, {})

async function end(): Promise<void> {
  await started.then((postgres) => postgres.stop()).catch(() => {})
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.once('SIGINT', () => void end())

const { admin } = await started
// The bench may be gone already; the leash sees to that.
if (process.connected) process.send?.({ folder, admin }, () => {})
