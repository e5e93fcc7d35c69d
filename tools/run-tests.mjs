/**
 * `npm test` and `npm run check`: everything that must hold, one plain closing line for the whole run.
 *
 * `check` is the part without the browser. Each static check counts as one test; the runners' own counts are added.
 */
// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from './chromium.mjs'
import { install, node, root } from './install.mjs'

const whole = process.argv[2] !== 'check'
install()
const scratch = mkdtempSync(join(tmpdir(), 'unknot-tests-'))
const bin = (/** @type {string} */ name) => join(root, 'node_modules', ...name.split('/'))

/** @typedef {{ name: string, words: string[], counts?: string, env?: Record<string, string> }} Step */

/** @type {Step[]} */
const staticChecks = [
  { name: 'format', words: [bin('@biomejs/biome/bin/biome'), 'format', '.'] },
  ...['care', 'wire', 'server', 'web', 'testkit'].map((name) => ({
    name: `types of ${name}`,
    words: [bin('@typescript/native-preview/bin/tsgo'), '-p', `packages/${name}`],
  })),
  {
    name: 'types of tests and tools',
    words: [bin('@typescript/native-preview/bin/tsgo'), '-p', 'tsconfig.tests.json'],
  },
  { name: 'lint', words: [bin('oxlint/bin/oxlint'), '--deny-warnings', 'packages', 'e2e', 'bench', 'tools'] },
  {
    name: 'walls',
    words: [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'packages'],
  },
  { name: 'tables and doors', words: ['tools/house-walls.mjs'] },
  { name: 'dead code', words: [bin('knip/bin/knip.js'), '--no-progress'] },
]

/** @type {Step} */
const unit = {
  name: 'unit, property, store and contract tests',
  words: [
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(scratch, 'vitest.json')}`,
  ],
  counts: join(scratch, 'vitest.json'),
}

/** @type {Step[]} */
const browser = [
  { name: 'web build', words: ['tools/build-web.mjs'] },
  { name: 'size of the bundles', words: ['tools/bundle-size.mjs'] },
]

let passed = 0
let failed = 0
const started = Date.now()

await Promise.all([inOrder(staticChecks), whole ? inOrder(browser).then(() => run(unit)) : run(unit)])
if (whole) await walks()

rmSync(scratch, { recursive: true, force: true })
console.log(`\n${Math.round((Date.now() - started) / 1000)} s in all`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

async function walks() {
  const path = chromium()
  if (!path) return void failed++
  const counts = join(scratch, 'walks.json')
  await run({
    name: 'browser walks',
    words: [bin('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
    env: { UNKNOT_CHROMIUM: path, PLAYWRIGHT_JSON_OUTPUT_NAME: counts },
    counts,
  })
}

/** @param {Step[]} steps */
async function inOrder(steps) {
  for (const step of steps) await run(step)
}

/** Runs one step, shows what it printed when it failed or when it counts tests, and adds to the counts. @param {Step} step */
async function run(step) {
  const begun = Date.now()
  const { code, output } = await execute(step)
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  const counted = step.counts ? count(step.counts) : null
  // A runner that fails outside its tests (a crash, no file) must not look green.
  const bad = counted ? Math.max(counted.failed, code === 0 && counted.passed > 0 ? 0 : 1) : code === 0 ? 0 : 1
  passed += counted ? counted.passed : bad ? 0 : 1
  failed += bad
  console.log(
    `${bad ? 'FAILED' : 'ok    '} ${step.name} (${seconds} s${counted ? `, ${counted.passed} passed, ${counted.failed} failed` : ''})`,
  )
  if (bad) console.log(output)
}

/** @param {Step} step @returns {Promise<{ code: number, output: string }>} */
function execute(step) {
  return new Promise((resolve) => {
    const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`
    const child = spawn(node, step.words, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', PATH: path, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Reads what vitest's or Playwright's JSON report counted. @param {string} file */
function count(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  if (report.stats)
    return {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky + report.stats.skipped,
    }
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numPendingTests + report.numTodoTests }
}
