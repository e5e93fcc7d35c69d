/** The program itself as a child process, for tests of its start and its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect } from 'vitest'

const MAIN = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
/** The launcher's: compiled sources are kept, so that a start costs half as much. */
const COMPILED = fileURLToPath(new URL('../../../../node_modules/.cache/unknot', import.meta.url))

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
function startProgram(words: readonly string[], settings: Readonly<Record<string, string>>): Program {
  const { UNKNOT_LAUNCHED: _, ...environment } = process.env
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: tmpdir(),
    env: { ...environment, PORT: '0', NODE_COMPILE_CACHE: COMPILED, LOG_LEVEL: 'warn', DATABASE_URL: '', ...settings },
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

export type Programs = {
  /** As `startProgram`, ended after the test. */
  readonly start: (words: readonly string[], settings: Readonly<Record<string, string>>) => Program
  /** A folder that PostgreSQL's own user can enter, thrown away after the last test. */
  readonly folder: () => string
}

/** Call it once at the top of a test file that starts the program. */
export function withPrograms(): Programs {
  const started: Program[] = []
  const folders: string[] = []
  afterEach(async () => {
    for (const { process, ended } of started.splice(0)) {
      if (process.exitCode === null && process.signalCode === null) process.kill('SIGTERM')
      await ended
    }
  })
  afterAll(() => {
    for (const made of folders) {
      chmodSync(made, 0o755)
      killPostgresOf(made)
      rmSync(made, { recursive: true, force: true })
    }
  })
  return {
    start: (words, settings) => {
      const program = startProgram(words, settings)
      started.push(program)
      return program
    },
    folder: () => {
      const made = mkdtempSync(join(tmpdir(), 'unknot-start-'))
      chmodSync(made, 0o755)
      folders.push(made)
      return made
    },
  }
}

export function postgresPid(data: string): number {
  return Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

/** What a test killed the owner of. */
function killPostgresOf(data: string): void {
  try {
    process.kill(postgresPid(data), 'SIGKILL')
  } catch {
    // It ended, as it should.
  }
}

/** It ended with a non-zero code and one plain sentence, never a stack trace. */
export async function refusalOf(program: Program): Promise<string> {
  expect(await program.ready).toBeNull()
  expect(await program.ended).toBe(1)
  const said = program.said().trim()
  expect(said).not.toMatch(/^\s+at |Error:|node:/m)
  expect(said.split('\n')).toHaveLength(1)
  return said
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
