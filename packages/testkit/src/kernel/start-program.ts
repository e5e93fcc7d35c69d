/** The program itself as a child process, for tests of its start and its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))

export type Program = {
  readonly process: ChildProcess
  /** Resolves with the address when it says that it is ready; with null when it ends before. */
  readonly ready: Promise<string | null>
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** Everything it printed so far. */
  readonly said: () => string
}

/** Starts it with these words and settings. `PORT=0` unless said, so that it takes a free port. */
export function startProgram(words: readonly string[], settings: Readonly<Record<string, string>>): Program {
  const { UNKNOT_LAUNCHED: _, ...environment } = process.env
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: tmpdir(),
    env: { ...environment, PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<string | null>((resolve) => {
    const hear = (data: Buffer) => {
      said += data.toString()
      const address = /Unknot is ready: (\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => resolve(null))
  })
  return { process: child, ready, ended, said: () => said }
}

/** A folder that PostgreSQL's own user can enter. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-start-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A port that somebody listens on until `free` is called. */
export function takenPort(): Promise<{ readonly port: number; readonly free: () => void }> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve({ port: address.port, free: () => server.close() })
      else reject(new Error('no port'))
    })
  })
}
