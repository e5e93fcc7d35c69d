/** Each wall of the house has one seeded violation in `tools/seeds`: a check that couldn't fail would be worth nothing. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breaches } from './house-walls.mjs'
import { node, root } from './install.mjs'

const seeds = join(root, 'tools', 'seeds')

function run(words: string[], cwd: string): { code: number | null; output: string } {
  const ran = spawnSync(node, words, { cwd, encoding: 'utf8' })
  return { code: ran.status, output: ran.stdout + ran.stderr }
}

function cruise(seed: string) {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  return run([program, '--config', join(root, '.dependency-cruiser.cjs'), 'packages'], join(seeds, seed))
}

describe('dependency-cruiser refuses', () => {
  test.each([
    ['care-imports-node', 'care-is-pure'],
    ['wire-imports-server', 'wire-knows-care'],
    ['server-imports-web', 'server-never-meets-web'],
    ['web-imports-server', 'web-never-meets-server'],
    ['past-the-door', 'rooms-have-doors'],
    ['against-the-path', 'room-order-atlas'],
    ['round-trip', 'no-cycles'],
    ['sql-in-a-route', 'sql-in-stores'],
    ['testkit-in-product', 'testkit-is-for-tests'],
  ])('%s by the rule %s', (seed, rule) => {
    const { code, output } = cruise(seed)
    expect(output).toContain(`error ${rule}`)
    expect(code).not.toBe(0)
  })
})

test('the type checker refuses the network inside care', () => {
  const program = join(root, 'node_modules/@typescript/native-preview/bin/tsgo')
  const { code, output } = run([program, '-p', 'packages/care'], join(seeds, 'care-fetches'))
  expect(output).toContain("Cannot find name 'fetch'")
  expect(code).not.toBe(0)
})

describe('house-walls refuses', () => {
  test.each([
    ['raw-sql', 'SQL stands only in *.store.ts'],
    ['another-rooms-table', 'people_patient is written by people, not by session'],
    ['star-door', 'a door names its exports one by one'],
  ])('%s', (seed, words) => {
    expect(breaches(join(seeds, seed)).join('\n')).toContain(words)
  })
})
