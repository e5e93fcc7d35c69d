/** `npm run bench`: every benchmark in turn. Each asserts its answers first, then prints ratios measured in one run. */
// @ts-check
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { install, node, root } from './install.mjs'

install()
const folder = join(root, 'bench')
const wanted = process.argv.slice(2)
const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'))
const chosen = wanted.length === 0 ? files : files.filter((file) => wanted.some((word) => file.includes(word)))
const leash = pathToFileURL(join(folder, 'leash.ts')).href

/**
 * On a leash: a benchmark ends when we do.
 *
 * @param {string} file
 * @returns {Promise<boolean>} whether it went well
 */
function run(file) {
  console.log(`\n${file}`)
  const words = ['--import', leash, join(folder, file)]
  const child = spawn(node, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}

const failed = []
for (const file of chosen) if (!(await run(file))) failed.push(file)
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`)
process.exit(failed.length === 0 && chosen.length > 0 ? 0 : 1)
