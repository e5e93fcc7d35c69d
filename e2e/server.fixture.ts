/** A fresh Unknot for a walk: its own port, its own folder, an empty database; stopped and thrown away afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { node, root } from '../tools/install.mjs'

type Instance = {
  readonly url: string
  readonly process: ChildProcess
  readonly folder: string
  readonly printed: () => string
}

/** Starts the program and waits until it says that it is ready; fails with what it printed when it ends first. */
export async function startInstance(words: readonly string[] = ['serve'], folder = freshFolder()): Promise<Instance> {
  const port = await freePort()
  const child = spawn(node, [join(root, 'packages/server/src/main.ts'), ...words], {
    cwd: root,
    env: { ...process.env, PORT: String(port), UNKNOT_DATA: folder, LOG_LEVEL: 'warn', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      printed += data.toString()
      if (printed.includes(`localhost:${port}`)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`Unknot ended with ${code}:\n${printed}`)))
  })
  return { url: `http://localhost:${port}`, process: child, folder, printed: () => printed }
}

/** Stops it as Ctrl-C would, and waits for its end. */
export async function stopInstance(instance: Instance): Promise<number | null> {
  if (instance.process.exitCode !== null) return instance.process.exitCode
  const ended = new Promise<number | null>((resolve) => instance.process.once('exit', resolve))
  instance.process.kill('SIGINT')
  return ended
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-walk-'))
  // PostgreSQL refuses to run as root, so its own user must be able to enter.
  chmodSync(folder, 0o755)
  return folder
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

/** `test` with a `baseURL` of a fresh empty instance: one a file, since each file is a project with workers of its own. */
export const test = base.extend<object, { instance: Instance }>({
  instance: [
    async ({}, use) => {
      const instance = await startInstance()
      await use(instance)
      await stopInstance(instance)
      rmSync(instance.folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ instance }, use) => use(instance.url),
})

export { expect } from '@playwright/test'
