/** What people load must stay small, gzipped, in kB: the clinic app's first scripts, and all script of a public page. */
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './install.mjs'

const dist = join(root, 'packages', 'web', 'dist')
const html = readFileSync(join(dist, 'index.html'), 'utf8')
const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '')

/** @param {string} what @param {readonly string[]} files @param {number} limitKb */
function isSmall(what, files, limitKb) {
  const sizeKb = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length / 1000, 0)
  console.log(`${what}: ${sizeKb.toFixed(1)} kB of script (gzip), limit ${limitKb}`)
  return files.length > 0 && sizeKb <= limitKb
}

const small = [
  isSmall('first load of the clinic app', scripts, 220),
  isSmall('the self-check, the only public page with script', ['self-check.js'], 15),
]
process.exit(small.every(Boolean) ? 0 : 1)
