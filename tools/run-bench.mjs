/** `npm run bench`: every benchmark in turn. Each asserts its answers first, then prints ratios measured in one run. */
// @ts-check
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { install, node, root } from './install.mjs'

install()
const folder = join(root, 'bench')
const wanted = process.argv.slice(2)
const files = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'))
const chosen = wanted.length === 0 ? files : files.filter((file) => wanted.some((word) => file.includes(word)))
const failed = chosen.filter((file) => {
  console.log(`\n${file}`)
  return spawnSync(node, [join(folder, file)], { cwd: root, stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`)
process.exit(failed.length === 0 && chosen.length > 0 ? 0 : 1)
