import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { forecastCommand } from './forecast.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'unknot-forecast-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(text: string, ...words: readonly string[]) {
  const file = join(folder, 'diaries.csv')
  writeFileSync(file, text)
  return spawnSync(process.execPath, [MAIN, 'forecast', '--evaluate', file, ...words], { encoding: 'utf8' })
}

const rows = Array.from({ length: 12 }, (_, i) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((week) => `p${i},${week},${Math.min(10, ((i * 7) % 5) + ((week * (i + 3)) % 4))}`),
).flat()
const diaries = ['patient,week,score', ...rows].join('\n')

test('unknot forecast --evaluate prints the figures, as a table and as JSON', () => {
  const table = run(diaries)
  expect(table.status).toBe(0)
  expect(table.stdout).toMatch(/12 patients .* 5 folds by patient, seed 1/)
  expect(table.stdout).toMatch(/model +60 +\d\.\d{3}/)
  const json = run(diaries, '--folds=3', '--seed', '7', '--json')
  const figures = JSON.parse(json.stdout) as Record<string, unknown>
  expect(figures).toMatchObject({ forecasts: 60, folds: 3, seed: 7, patients: 12 })
  for (const name of ['mae', 'crps', 'coverage50', 'coverage80', 'coverage95', 'pitMean', 'pitVariance'])
    expect(figures[name]).toBeTypeOf('number')
})

test('a file that can’t be true, and options that say nothing, are refused in words', () => {
  const bad = run('patient,week,score\na,0,11\n')
  expect(bad.status).toBe(1)
  expect(bad.stderr).toContain('line 2: the score 11 lies outside 0 to 10.')
  const file = join(folder, 'diaries.csv')
  const refusal =
    (...words: readonly string[]) =>
    () =>
      forecastCommand(['--evaluate', file, ...words])
  writeFileSync(file, diaries)
  expect(refusal('--folds', 'five')).toThrow('--folds must be a whole number from 2')
  expect(refusal('--folds', '13')).toThrow('12 patients have at least 6 scores')
  expect(refusal('--what')).toThrow('"--what" is not understood here')
  writeFileSync(file, '')
  expect(refusal()).toThrow('is empty')
  expect(() => forecastCommand(['--evaluate', join(folder, 'none.csv')])).toThrow('there is no such file')
  expect(() => forecastCommand([])).toThrow('Which diaries?')
})
