import { readFileSync } from 'node:fs'
import { RULES_VERSION } from '@unknot/care/screening'
import { expect, test } from 'vitest'
import { rulesFingerprint, rulesPage } from './rules-docs.ts'

const read = (name: string) => readFileSync(new URL(`../../../../docs/rules/${name}`, import.meta.url), 'utf8')

test('docs/rules says what the rules say: else run `npm run rules -w packages/server`', () => {
  expect(read('screening.md')).toBe(rulesPage())
})

test('a changed rule, question or word has a new version of the rules', () => {
  const versions = JSON.parse(read('versions.json')) as Record<string, string>
  expect(versions[RULES_VERSION]).toBe(rulesFingerprint())
})
