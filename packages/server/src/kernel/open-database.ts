/** From settings to a database that is ready to serve: started if it is ours, migrated, and entered by the app's own role. */
import type pg from 'pg'
import { type Sealer, startSealer } from './audit-sealer.ts'
import { bootDatabase } from './boot.store.ts'
import type { Config } from './config.ts'
import { type Database, openPool } from './database.store.ts'
import { type PostgresServer, startPostgres } from './postgres-server.store.ts'
import { type Vault, vaultOf } from './vault.ts'

export type OpenedDatabase = {
  readonly db: Database
  readonly vault: Vault
  /** The migrations that this start ran. */
  readonly ran: readonly string[]
  readonly postgresVersion: string
  /** What a killed program had left running, and has been stopped. */
  readonly foundOrphan: boolean
  /** Seals the audit trail, closes the connections, stops PostgreSQL if we started it. */
  readonly close: () => Promise<void>
}

/**
 * @param tell is told what whoever runs Unknot should know, such as a database that fell and rose again
 * @throws StartRefusal in plain words
 */
export async function openDatabase(
  config: Config,
  tell: (words: string, cause?: unknown) => void,
): Promise<OpenedDatabase> {
  const embedded = config.databaseUrl ? null : await startPostgres(config.dataFolder, { onFall: tell })
  try {
    return await enter(embedded?.admin ?? { connectionString: config.databaseUrl ?? '' }, embedded, tell)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function enter(
  admin: pg.ClientConfig,
  embedded: PostgresServer | null,
  tell: (words: string, cause?: unknown) => void,
): Promise<OpenedDatabase> {
  const { login, vaultKey, ran, postgresVersion } = await bootDatabase(admin)
  const db = openPool(login, {
    connectionsMax: 16,
    onConnectionLost: () => tell('a connection to the database was lost'),
  })
  const sealer: Sealer = startSealer(db, (error) =>
    tell('sealing the audit trail failed and will be tried again', error),
  )
  return {
    db,
    vault: vaultOf(vaultKey),
    ran,
    postgresVersion,
    foundOrphan: embedded?.foundOrphan ?? false,
    close: async () => {
      await sealer.stop()
      await db.close()
      await embedded?.stop()
    },
  }
}
