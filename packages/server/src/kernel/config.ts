/**
 * The settings: one table, read from `unknot.config.json` and the environment (which wins), checked with plain sentences.
 *
 * An unknown name in the file is refused, so that a misspelt setting isn't silently ignored. `docs/settings.md` is made
 * from this table and compared with it by a test.
 */
import { readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { codeOf, StartRefusal, wordsOf } from './start-refusal.ts'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataFolder: string
  /** Null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null
  readonly smtpUrl: string | null
  /** Origin without a trailing slash; null: whatever address the browser used. */
  readonly publicUrl: string | null
  readonly logLevel: LogLevel
}

export type Setting = {
  readonly name: string
  /** As a person would write it; empty when there is none. */
  readonly usual: string
  readonly words: string
}

export const SETTINGS = [
  { name: 'PORT', usual: '3000', words: 'The port on which Unknot serves, 0 to 65535. 0 takes any free port.' },
  {
    name: 'HOST',
    usual: '127.0.0.1',
    words:
      'The address on which Unknot listens. The usual one is reached from this machine only; 0.0.0.0 opens it to the network: put HTTPS in front first.',
  },
  {
    name: 'UNKNOT_DATA',
    usual: './data',
    words: 'The folder that holds everything: the database and its password. Two instances need two folders.',
  },
  {
    name: 'DATABASE_URL',
    usual: '',
    words:
      'A PostgreSQL 15 or newer to use instead of the embedded one, such as postgres://unknot:secret@db.example:5432/unknot. Its role needs CREATEROLE and must own the database. Connect directly: a pooler that hands out connections by transaction breaks the wall between clinics.',
  },
  {
    name: 'SMTP_URL',
    usual: '',
    words:
      'Where mail is sent, such as smtp://user:secret@mail.example:587?from=clinic@clinic.example. Needs PUBLIC_URL, since mails hold links. A password goes to another machine through TLS only. Without it mail stays in an outbox that the owner can read.',
  },
  {
    name: 'PUBLIC_URL',
    usual: '',
    words:
      'The address under which people reach Unknot, such as https://clinic.example. With https the sign-in cookie is sent over HTTPS only. Needed behind a proxy, for passkeys on another name than localhost, and for links in mails.',
  },
  { name: 'LOG_LEVEL', usual: 'info', words: `How much is logged: ${LOG_LEVELS.join(', ')}.` },
] as const satisfies readonly Setting[]

type Name = (typeof SETTINGS)[number]['name']
type Given = Readonly<Partial<Record<Name, string>>>

/**
 * Reads and checks the settings.
 *
 * @param folder where `unknot.config.json` is looked for, and what a relative UNKNOT_DATA is relative to
 * @throws StartRefusal in plain words
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const given = gather(environment, folder)
  const smtpUrl = urlOf('SMTP_URL', given.SMTP_URL, ['smtp:', 'smtps:'])
  const publicUrl = publicUrlOf(given.PUBLIC_URL)
  if (smtpUrl && !publicUrl) {
    throw new StartRefusal(
      'SMTP_URL needs PUBLIC_URL beside it: mails hold links, and they must lead back to this Unknot.',
    )
  }
  return {
    port: portOf(given.PORT ?? '3000'),
    host: given.HOST ?? '127.0.0.1',
    dataFolder: folderOf(given.UNKNOT_DATA ?? './data', folder),
    databaseUrl: urlOf('DATABASE_URL', given.DATABASE_URL, ['postgres:', 'postgresql:']),
    smtpUrl,
    publicUrl,
    logLevel: logLevelOf(given.LOG_LEVEL ?? 'info'),
  }
}

/** The file's settings with the environment's laid over them; an empty one counts as not set. */
function gather(environment: Readonly<Record<string, string | undefined>>, folder: string): Given {
  const given: Partial<Record<Name, string>> = readFile(join(folder, 'unknot.config.json'))
  for (const { name } of SETTINGS) {
    const value = environment[name]?.trim()
    if (value) given[name] = value
  }
  return given
}

function readFile(path: string): Partial<Record<Name, string>> {
  const content = contentOf(path)
  if (content === null) return {}
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw new StartRefusal(`${path} must hold one JSON object, such as {"PORT": 3000}.`)
  }
  const given: Partial<Record<Name, string>> = {}
  for (const [key, value] of Object.entries(content)) {
    const setting = SETTINGS.find(({ name }) => name === key)
    if (!setting) {
      throw new StartRefusal(
        `${path} names the setting ${key}, which doesn't exist. There are: ${SETTINGS.map(({ name }) => name).join(', ')}.`,
      )
    }
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new StartRefusal(`${path}: ${key} must be text or a number.`)
    }
    if (String(value).trim()) given[setting.name] = String(value).trim()
  }
  return given
}

function contentOf(path: string): object | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw new StartRefusal(`${path} can't be read: ${wordsOf(error)}.`)
  }
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null ? content : []
  } catch {
    throw new StartRefusal(`${path} is not valid JSON. Correct it or take it away.`)
  }
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65535)) throw new StartRefusal(`PORT is "${text}", but must be a whole number from 0 to 65535.`)
  return port
}

function folderOf(text: string, base: string): string {
  if (text.includes('\0')) throw new StartRefusal('UNKNOT_DATA must be the path of a folder.')
  return isAbsolute(text) ? resolve(text) : resolve(base, text)
}

/** The address is never repeated in the refusal: it may hold a password. */
function urlOf(name: Name, text: string | undefined, schemes: readonly string[]): string | null {
  if (!text) return null
  if (!URL.canParse(text) || !schemes.includes(new URL(text).protocol)) {
    throw new StartRefusal(`${name} must be an address that begins with ${schemes[0]}//.`)
  }
  return text
}

function publicUrlOf(text: string | undefined): string | null {
  const url = urlOf('PUBLIC_URL', text, ['https:', 'http:'])
  if (!url) return null
  const { origin, pathname, search, hash } = new URL(url)
  if (pathname !== '/' || search || hash) {
    throw new StartRefusal('PUBLIC_URL must be an address without a path, such as https://clinic.example.')
  }
  return origin
}

function logLevelOf(text: string): LogLevel {
  const level = LOG_LEVELS.find((one) => one === text.toLowerCase())
  if (!level) throw new StartRefusal(`LOG_LEVEL is "${text}", but must be one of ${LOG_LEVELS.join(', ')}.`)
  return level
}
