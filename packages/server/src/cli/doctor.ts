/** `unknot doctor`: what Unknot finds on this machine. Shows no password; ends with false when a start would fail. */
import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Config, EMBEDDED_MAJOR, openDatabase, SETTINGS, StartRefusal } from '../kernel/index.ts'

export async function doctorCommand(config: Config): Promise<boolean> {
  const say = (name: string, found: string) => process.stdout.write(`${name.padEnd(14)} ${found}\n`)
  say('Node', `${process.version}${Number(process.versions.node.split('.')[0]) < 24 ? ' (24 or newer is needed)' : ''}`)
  say('Time zones', process.versions['tz'] ?? 'unknown')
  say('Data folder', `${config.dataFolder}, ${freeSpace(config.dataFolder)}`)
  for (const { name } of SETTINGS) say(name, settingOf(config, name))
  try {
    const opened = await openDatabase(config, () => {})
    await opened.close()
    say('PostgreSQL', `${opened.postgresVersion}${config.databaseUrl ? '' : ' (embedded)'}, migrated and reachable`)
    return true
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    say('PostgreSQL', config.databaseUrl ? 'from DATABASE_URL' : `${EMBEDDED_MAJOR} (embedded)`)
    say('Trouble', error.message)
    return false
  }
}

function freeSpace(folder: string): string {
  let there = folder
  while (!existsSync(there) && there !== dirname(there)) there = dirname(there)
  const { bavail, bsize } = statfsSync(there)
  const state = there === folder ? '' : 'not made yet, '
  return `${state}${((bavail * bsize) / 2 ** 30).toFixed(1)} GiB free`
}

/** Addresses may hold passwords: only their host is shown. */
function settingOf(config: Config, name: (typeof SETTINGS)[number]['name']): string {
  const hostOf = (url: string | null) => (url ? `set, ${new URL(url).host}` : 'not set')
  const shown = {
    PORT: String(config.port),
    HOST: config.host,
    UNKNOT_DATA: config.dataFolder,
    DATABASE_URL: hostOf(config.databaseUrl),
    SMTP_URL: hostOf(config.smtpUrl),
    PUBLIC_URL: config.publicUrl ?? 'not set',
    LOG_LEVEL: config.logLevel,
  }
  return shown[name]
}
