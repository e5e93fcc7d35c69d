/** What the command line understands, and what each command gets. */
import { StartRefusal } from '../kernel/index.ts'

export type CommandName = 'serve' | 'demo' | 'migrate' | 'verify-audit' | 'doctor' | 'help'

export type CommandLine = {
  readonly command: CommandName
  /** Settings said on the command line, which win over the environment. */
  readonly settings: Readonly<Record<string, string>>
}

export const HELP = `unknot: software for dry needling of back pain

  unknot serve          Start Unknot and serve it (also: npm start)
  unknot demo           Start straight into the demo clinic, with one sign-in a role
  unknot migrate        Bring the database to this program's form, and end
  unknot verify-audit   Check the audit trail of every clinic; ends with 1 when something is wrong
  unknot doctor         Say what Unknot finds on this machine
  unknot forecast       How good the forecasts are: --evaluate FILE --folds 5 --seed 1 [--json]
  unknot --help         This text

  --port N              As PORT
  --data FOLDER         As UNKNOT_DATA

Settings come from the environment and unknot.config.json; docs/settings.md lists them all.
`

const OPTIONS: Readonly<Record<string, string>> = { '--port': 'PORT', '--data': 'UNKNOT_DATA' }
const COMMANDS: readonly CommandName[] = ['serve', 'demo', 'migrate', 'verify-audit', 'doctor', 'help']

/** @throws StartRefusal for a word that it doesn't know */
export function readCommandLine(words: readonly string[]): CommandLine {
  const settings: Record<string, string> = {}
  let command: CommandName | null = null
  for (let i = 0; i < words.length; i += 1) {
    const [word = '', inline] = splitOnce(words[i] ?? '')
    const setting = OPTIONS[word]
    if (word === '--help' || word === '-h') return { command: 'help', settings }
    if (setting) {
      const value = inline ?? words[(i += 1)]
      if (!value) throw new StartRefusal(`${word} needs a value. See unknot --help.`)
      settings[setting] = value
      continue
    }
    const named = COMMANDS.find((one) => one === word)
    if (!named || command) throw new StartRefusal(`"${words[i]}" is not understood here. See unknot --help.`)
    command = named
  }
  return { command: command ?? 'serve', settings }
}

function splitOnce(word: string): [string, string?] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)]
}
