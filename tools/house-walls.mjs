/**
 * Walls that imports don't show: a table is written by the one room whose name it begins with, SQL stands only in stores,
 * doors name their exports one by one.
 *
 *     node tools/house-walls.mjs [folder that holds packages/]
 */
// @ts-check
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './install.mjs'
import { ROOMS } from './rooms.mjs'

const writes =
  /(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`]([a-z_]+)|\b(?:insert\s+into|update|delete\s+from)\s+"?((?:[a-z]+)_[a-z_]+)"?/gi
const rawSql = /\bsql(?:<[^>]*>)?`|\.query\(\s*['"`]\s*(?:select|insert|update|delete|with)\b/i

/** Every breach under a folder, as `file: what`. @param {string} folder */
export function breaches(folder) {
  return globSync('packages/*/src/**/*.{ts,tsx}', { cwd: folder })
    .filter((file) => !/\.test\.tsx?$|generated/.test(file))
    .sort()
    .flatMap((file) => breachesOf(file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')))
}

/** @param {string} file @param {string} text */
function breachesOf(file, text) {
  const found = []
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
  if (file.startsWith('packages/server/src/')) found.push(...sqlBreaches(file, code))
  if (file.endsWith('/index.ts') && /export\s+\*/.test(code)) found.push('a door names its exports one by one')
  if (
    /^packages\/(care|wire|server)\/src\/([^/]+)\//.test(file) &&
    !ROOMS.includes(file.split('/')[3] ?? '') &&
    !file.startsWith('packages/server/src/cli/')
  ) {
    found.push(`"${file.split('/')[3]}" is no room`)
  }
  return found.map((what) => `${file}: ${what}`)
}

/** @param {string} file @param {string} code */
function sqlBreaches(file, code) {
  const room = file.split('/')[3] ?? ''
  const isStore = file.endsWith('.store.ts')
  if (!isStore && room !== 'kernel') return rawSql.test(code) ? ['SQL stands only in *.store.ts'] : []
  return [...code.matchAll(writes)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((table) => ROOMS.includes(table.split('_')[0] ?? '') && !table.startsWith(`${room}_`))
    .map((table) => `${table} is written by ${table.split('_')[0]}, not by ${room}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = breaches(process.argv[2] ?? root)
  for (const line of found) console.log(line)
  console.log(found.length === 0 ? 'The walls stand.' : `${found.length} breach(es) in ${basename(root)}`)
  process.exit(found.length === 0 ? 0 : 1)
}
