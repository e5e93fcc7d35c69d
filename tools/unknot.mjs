#!/usr/bin/env node
/**
 * The command `unknot`: makes sure that packages and web app are there, then hands over to the program itself, which runs
 * on the Node that the lock file names.
 */
// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, node, root } from './install.mjs'

const [command = 'serve', ...rest] = process.argv.slice(2)

install()
if (command === 'serve' || command === 'demo') buildWeb()
if (command === 'dev') dev()
else hand(['packages/server/src/main.ts', command, ...rest])

function buildWeb() {
  const ran = spawnSync(node, [join(root, 'tools', 'build-web.mjs')], { stdio: 'inherit' })
  if (ran.status !== 0) process.exit(ran.status ?? 1)
}

/** Watch mode: the server restarts on a change, the browser gets its modules from Vite. */
function dev() {
  spawn(node, [join(root, 'node_modules/vite/bin/vite.js')], { cwd: join(root, 'packages/web'), stdio: 'inherit' })
  hand([
    '--watch-path=packages/care/src',
    '--watch-path=packages/wire/src',
    '--watch-path=packages/server/src',
    'packages/server/src/main.ts',
    'serve',
    ...rest,
  ])
}

/**
 * Runs the program and ends as it ends. The channel between the two closes when this process dies, even by kill -9: the
 * program then stops cleanly instead of living on unseen.
 *
 * @param {string[]} words
 */
function hand(words) {
  const [script, ...others] = words
  const child = spawn(node, [...(script?.startsWith('--') ? [script] : [join(root, script ?? '')]), ...others], {
    cwd: command === 'dev' ? root : process.cwd(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Compiled sources are kept, so that the next start takes half the time.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'unknot'), ...process.env, UNKNOT_LAUNCHED: '1' },
  })
  // Ctrl-C reaches the program by itself (same terminal); the launcher only waits for it.
  process.on('SIGINT', () => {})
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
