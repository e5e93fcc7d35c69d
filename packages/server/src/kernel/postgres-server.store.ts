/**
 * The embedded PostgreSQL: started, watched, started again when it falls, and stopped with us.
 *
 * It outlives a kill -9 of the program. The next start finds it by postmaster.pid and stops it, unless a living Unknot
 * holds its lock: one data folder serves one program. PostgreSQL itself recovers what was committed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, checkMajor, findBinaries, type PostgresFolder, prepareFolder } from './postgres-folder.ts'
import { commandAs, giveTo, runAs } from './postgres-user.ts'
import { codeOf, StartRefusal, wordsOf } from './start-refusal.ts'

/** The major version of the binaries in package.json. */
export const EMBEDDED_MAJOR = 18
const DATABASE = 'unknot'
const OWNER_LOCK = 866569
const PORT_OF_SOCKET = 5432

export type PostgresServer = {
  /** How the administrator logs in. */
  readonly admin: pg.ClientConfig
  /** What was left running by a program that was killed, and has been stopped. */
  readonly foundOrphan: boolean
  readonly stop: () => Promise<void>
}

export type PostgresOptions = {
  /** Further settings, such as `fsync=off` for tests. */
  readonly settings?: readonly string[]
  readonly onFall?: (words: string) => void
}

/**
 * Starts it in the data folder, making the folder on a first start.
 *
 * @throws StartRefusal in plain words
 */
export async function startPostgres(dataFolder: string, options: PostgresOptions = {}): Promise<PostgresServer> {
  const binaries = await findBinaries()
  const user = runAs()
  const folder = prepareFolder(dataFolder, user)
  checkMajor(folder.cluster, EMBEDDED_MAJOR)
  if (!existsSync(join(folder.cluster, 'PG_VERSION'))) await initialise(binaries, folder)
  const foundOrphan = await stopOrphan(folder)
  const postgres = new Postgres(binaries, folder, options)
  await postgres.start()
  return { admin: postgres.admin(DATABASE), foundOrphan, stop: () => postgres.stop() }
}

/** Made aside and moved into place, so that a start that was cut off is simply begun again. */
async function initialise(binaries: Binaries, folder: PostgresFolder): Promise<void> {
  const user = runAs()
  const fresh = `${folder.cluster}-new`
  const passwordFile = join(folder.socket, 'first-password')
  rmSync(fresh, { recursive: true, force: true })
  writeFileSync(passwordFile, `${folder.password}\n`, { mode: 0o600 })
  giveTo(user, passwordFile)
  const args = ['-D', fresh, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8']
  const command = commandAs(
    user,
    binaries.initdb,
    [...args, '--locale=C', '--no-instructions', '--data-checksums'],
    fresh,
  )
  const child = spawn(command.file, command.args, {
    ...as(command.user),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: cleanEnvironment(),
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-2000)
  })
  const code = await endOf(child)
  rmSync(passwordFile, { force: true })
  if (code !== 0) throw new StartRefusal(`The database could not be made in ${fresh}: ${lastLine(said)}`)
  renameSync(fresh, folder.cluster)
}

class Postgres {
  readonly #binaries: Binaries
  readonly #folder: PostgresFolder
  readonly #options: PostgresOptions
  #port = PORT_OF_SOCKET
  #child: ChildProcess | null = null
  #owner: pg.Client | null = null
  #isStopping = false

  constructor(binaries: Binaries, folder: PostgresFolder, options: PostgresOptions) {
    this.#binaries = binaries
    this.#folder = folder
    this.#options = options
  }

  admin(database: string): pg.ClientConfig {
    const host = process.platform === 'win32' ? '127.0.0.1' : this.#folder.socket
    return { host, port: this.#port, user: 'postgres', password: this.#folder.password, database }
  }

  async start(): Promise<void> {
    if (process.platform === 'win32') this.#port = await freePort()
    await this.#spawn()
    await makeDatabase(this.admin('postgres'))
  }

  async #spawn(): Promise<void> {
    const { cluster, log } = this.#folder
    rmSync(log, { force: true })
    const user = runAs()
    const command = commandAs(user, this.#binaries.postgres, ['-D', cluster, ...this.#flags()], cluster)
    const output = openSync(log, 'a', 0o600)
    // Its own process group: Ctrl-C reaches us, and we stop it when the last request is done.
    const child = spawn(command.file, command.args, {
      ...as(command.user),
      detached: true,
      stdio: ['ignore', output, output],
      env: cleanEnvironment(),
    })
    closeSync(output)
    this.#child = child
    let ended = false
    child.once('error', () => {
      ended = true
    })
    child.once('exit', () => {
      ended = true
    })
    this.#owner = await this.#own(() => ended)
    child.once('exit', () => void this.#restart())
    if (ended) await this.#restart()
  }

  #flags(): string[] {
    const socket = process.platform === 'win32' ? [] : [`unix_socket_directories=${this.#folder.socket}`]
    const listen = process.platform === 'win32' ? `listen_addresses=127.0.0.1` : 'listen_addresses='
    const settings = [...socket, listen, `port=${this.#port}`, 'unix_socket_permissions=0700', 'max_connections=100']
    settings.push('timezone=UTC', 'log_timezone=UTC', 'log_statement=none', 'log_min_error_statement=panic')
    // An error's text may quote a row; the log keeps the code alone.
    settings.push('log_error_verbosity=terse', 'logging_collector=off', ...(this.#options.settings ?? []))
    return settings.flatMap((setting) => ['-c', setting])
  }

  /** Waits until it answers, and takes the lock that says: this folder is mine. */
  async #own(hasEnded: () => boolean): Promise<pg.Client> {
    const patience = Date.now() + 120_000
    for (;;) {
      if (hasEnded()) throw new StartRefusal(whyItEnded(this.#folder.log))
      const client = await connect(this.admin('postgres'))
      if (client) {
        const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [OWNER_LOCK])
        if (rows[0]?.mine) return client
        await client.end()
      }
      if (Date.now() > patience) throw new StartRefusal('The embedded PostgreSQL did not answer within two minutes.')
      await wait(15)
    }
  }

  /** It fell by itself: out of memory, killed. What was acknowledged is on disk, so it is simply started again. */
  async #restart(): Promise<void> {
    if (this.#isStopping) return
    this.#options.onFall?.('PostgreSQL ended by itself and is started again')
    await this.#owner?.end().catch(() => {})
    for (let attempt = 0; attempt < 20 && !this.#isStopping; attempt += 1) {
      try {
        await stopOrphan(this.#folder)
        await this.#spawn()
        return
      } catch (error) {
        this.#options.onFall?.(`PostgreSQL did not start: ${wordsOf(error)}`)
        await wait(Math.min(5000, 100 * 2 ** attempt))
      }
    }
  }

  /** Fast shutdown: running statements are broken off, everything committed is on disk. */
  async stop(): Promise<void> {
    this.#isStopping = true
    const child = this.#child
    await this.#owner?.end().catch(() => {})
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = endOf(child)
    child.kill('SIGINT')
    const isStubborn = await Promise.race([ended.then(() => false), wait(20_000, true, { ref: false })])
    if (isStubborn) child.kill('SIGQUIT')
    await ended
  }
}

/** @returns true when something ran there and was stopped; throws a refusal when it belongs to a living Unknot */
async function stopOrphan(folder: PostgresFolder): Promise<boolean> {
  const pidFile = join(folder.cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return false
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n')
  const number = Number(pid)
  if (!(number > 1) || !isPostgresIn(number, folder.cluster)) {
    forgetPid(pidFile, number)
    return false
  }
  await checkNotOwned(folder, Number(port) || PORT_OF_SOCKET)
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    kill(number, signal)
    if (await isGone(number, patienceMs)) break
  }
  return true
}

/**
 * Another process may have that number by now, and PostgreSQL would take it for its own kin and refuse. The file itself stays:
 * by its other lines PostgreSQL sees whether children of the fallen one still work on the data, and waits for them.
 */
function forgetPid(pidFile: string, pid: number): void {
  if (!isAlive(pid)) return
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  // Above the largest number that Linux gives out.
  writeFileSync(pidFile, ['4194999', ...lines.slice(1)].join('\n'))
}

/** The lock is freed the moment a killed program's connection breaks, so a short patience suffices. */
async function checkNotOwned(folder: PostgresFolder, port: number): Promise<void> {
  const host = process.platform === 'win32' ? '127.0.0.1' : folder.socket
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const client = await connect({ host, port, user: 'postgres', password: folder.password, database: 'postgres' })
    if (!client) return
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [OWNER_LOCK])
    await client.end()
    if (rows[0]?.free) return
    await wait(100)
  }
  throw new StartRefusal(
    'Another Unknot is running on this data folder. Stop it first, or set UNKNOT_DATA and PORT to start a second one beside it.',
  )
}

function isPostgresIn(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return words.some((word) => word.endsWith('postgres')) && words.includes(cluster)
  } catch {
    // No /proc here (macOS, Windows): a living process of that number is taken for it.
    return process.platform !== 'linux'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function isGone(pid: number, patienceMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 20) {
    if (!isAlive(pid) || isZombie(pid)) return true
    await wait(20)
  }
  return false
}

/** In a container without an init nobody collects an orphan's end, so its number stays. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''))
  } catch {
    return false
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already.
  }
}

async function makeDatabase(admin: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(admin)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
    // Nobody but the administrator has business in the ones that PostgreSQL brings.
    await client.query('revoke connect on database postgres, template1 from public')
  } finally {
    await client.end()
  }
}

/** A connection, or null while nobody answers. */
async function connect(config: pg.ClientConfig): Promise<pg.Client | null> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if (codeOf(error).startsWith('28')) {
      throw new StartRefusal(
        'The embedded database refuses its password: postgres-password in the data folder is not the one it was made with. Put the right one back from your backup.',
      )
    }
    return null
  }
}

/** What its log says, in words where we know them. */
function whyItEnded(log: string): string {
  const said = existsSync(log) ? readFileSync(log, 'utf8') : ''
  if (/No space left/.test(said))
    return 'The embedded PostgreSQL could not start: the disk is full. Your data is untouched.'
  if (/Permission denied|Read-only file system/.test(said)) {
    return `The embedded PostgreSQL may not write to its data folder: ${lastLine(said)} Make UNKNOT_DATA writable, or choose another.`
  }
  if (/lock file .* already exists/.test(said)) return 'Another PostgreSQL runs on this data folder. Stop it first.'
  return `The embedded PostgreSQL could not start: ${lastLine(said)} Its whole log is ${log}.`
}

function lastLine(said: string): string {
  const lines = said.split('\n').filter((line) => /FATAL|ERROR|PANIC|error:/.test(line))
  const line = lines[0] ?? said.trim().split('\n').at(-1) ?? ''
  return `${line.replace(/^.*?(FATAL|ERROR|PANIC|error): */, '').trim() || 'it said nothing'}.`
}

function as(user: { uid: number; gid: number } | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

/** PG* variables of whoever starts us would steer it elsewhere. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => resolve(null))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
