/** The clinic app's first load must stay small: scripts that index.html names, gzipped, in kB. */
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './install.mjs'

const limitKb = 220
const dist = join(root, 'packages', 'web', 'dist')
const html = readFileSync(join(dist, 'index.html'), 'utf8')
const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '')
const sizeKb = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(join(dist, script))).length / 1000, 0)
console.log(`first load of the clinic app: ${sizeKb.toFixed(1)} kB of script (gzip), limit ${limitKb}`)
process.exit(scripts.length > 0 && sizeKb <= limitKb ? 0 : 1)
