/** The program. Reads the command line, does it, and ends with a plain sentence and a non-zero code when it can't. */
import { HELP, readCommandLine } from './cli/command.ts'
import { bareError, readConfig, StartRefusal } from './kernel/index.ts'

/** Whether it went well; null while it goes on serving. */
async function run(words: readonly string[]): Promise<boolean | null> {
  if (words[0] === 'forecast') return (await import('./cli/forecast.ts')).forecastCommand(words.slice(1))
  const { command, settings } = readCommandLine(words)
  if (command === 'help') {
    process.stdout.write(HELP)
    return true
  }
  const config = readConfig({ ...process.env, ...settings }, process.cwd())
  switch (command) {
    case 'serve':
    case 'demo':
      await (await import('./cli/serve.ts')).serveCommand(config, command === 'demo')
      return null
    case 'migrate':
      await (await import('./cli/migrate.ts')).migrateCommand(config)
      return true
    case 'verify-audit':
      return (await import('./cli/verify-audit.ts')).verifyAuditCommand(config)
    case 'doctor':
      return (await import('./cli/doctor.ts')).doctorCommand(config)
  }
}

/** A bug gets its places in the program, but never its values: they may be a patient's. */
function wordsFor(error: unknown): string {
  if (error instanceof StartRefusal) return error.message
  return `Unknot met a fault of its own and stopped. What was saved is safe.\n${JSON.stringify(bareError(error), null, 2)}`
}

// Whoever read our words may be gone; that is no reason to fall.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  const isWell = await run(process.argv.slice(2))
  if (isWell !== null) process.exit(isWell ? 0 : 1)
} catch (error) {
  process.stderr.write(`${wordsFor(error)}\n`)
  process.exit(1)
}
