/** `npm run schema -w packages/server`: writes schema.generated.ts from the migrations, on a database of its own. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { bootDatabase } from './boot.store.ts'
import { startPostgres } from './postgres-server.store.ts'
import { schemaTypes } from './schema-types.store.ts'

const folder = mkdtempSync(join(tmpdir(), 'unknot-schema-'))
chmodSync(folder, 0o755)
const server = await startPostgres(folder, { settings: ['fsync=off'] })
try {
  await bootDatabase(server.admin)
  const client = new pg.Client(server.admin)
  await client.connect()
  writeFileSync(new URL('./schema.generated.ts', import.meta.url), await schemaTypes(client))
  await client.end()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
