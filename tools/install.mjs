/**
 * Installs what the lock file names, when it isn't there yet. Plain JavaScript for Node 20 and newer, since it runs
 * before anything else is installed.
 */
// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.unknot-installed')

/** The Node that everything but the tools runs on: the version that the lock file names, never the machine's. */
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * `npm install`, not `npm ci`: the lock file can't name native packages of systems that its maker's registry didn't hold,
 * and `npm ci` then refuses it everywhere. Versions come from the lock file all the same, and nothing is written to it.
 *
 * Runs unless the installed packages are those of the lock file. Ends the process in words when it can't.
 */
export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing the packages that Unknot needs (about a minute, once)…')
  const npm = process.env['npm_execpath']
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const ran = npm
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: 'inherit', env: plainEnvironment() })
    : spawnSync('npm', words, {
        cwd: root,
        stdio: 'inherit',
        env: plainEnvironment(),
        shell: process.platform === 'win32',
      })
  if (ran.status !== 0 || !existsSync(node)) {
    console.error('Unknot could not install its packages. Check the network and the messages above, then try again.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

/** npm hands its own settings down as variables; some of them make the inner npm stumble. */
function plainEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)),
  )
}
