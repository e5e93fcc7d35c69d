import { type Config, openDatabase } from '../kernel/index.ts'

/** `unknot migrate`: brings the database to this program's form, and ends. */
export async function migrateCommand(config: Config): Promise<void> {
  const opened = await openDatabase(config, () => {})
  await opened.close()
  const said = opened.ran.length === 0 ? 'The database is up to date.' : `Migrated: ${opened.ran.join(', ')}.`
  process.stdout.write(`${said}\n`)
}
