import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, SETTINGS, StartRefusal } from './index.ts'
import { settingsPage } from './settings-page.ts'

const folder = mkdtempSync(join(tmpdir(), 'unknot-config-'))

test('without any setting it serves this machine alone, from ./data', () => {
  expect(readConfig({}, folder)).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: join(folder, 'data'),
    databaseUrl: null,
    smtpUrl: null,
    publicUrl: null,
    logLevel: 'info',
  })
})

test('the environment wins over the file, and an empty variable is none', () => {
  const own = mkdtempSync(join(tmpdir(), 'unknot-config-'))
  writeFileSync(
    join(own, 'unknot.config.json'),
    '{"PORT": 4000, "HOST": "::1", "PUBLIC_URL": "https://clinic.example/"}',
  )
  expect(readConfig({ PORT: '5000', HOST: '', DATABASE_URL: ' ' }, own)).toMatchObject({
    port: 5000,
    host: '::1',
    databaseUrl: null,
    publicUrl: 'https://clinic.example',
  })
})

test.each([
  [{ PORT: 'x' }, 'PORT is "x"'],
  [{ PORT: '65536' }, 'from 0 to 65535'],
  [{ PORT: '-1' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://secret@x' }, 'postgres:'],
  [{ SMTP_URL: 'mail' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example' }, 'SMTP_URL needs PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://a.example/path' }, 'without a path'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('%o is refused in a plain sentence', (environment, words) => {
  expect(() => readConfig(environment, folder)).toThrow(StartRefusal)
  expect(() => readConfig(environment, folder)).toThrow(words)
})

test.each([
  ['{"PROT": 1}', 'PROT, which doesn’t exist'.replace('’', "'")],
  ['{', 'not valid JSON'],
  ['[]', 'one JSON object'],
  ['{"PORT": {}}', 'text or a number'],
])('a config file with %s is refused in a plain sentence', (text, words) => {
  const own = mkdtempSync(join(tmpdir(), 'unknot-config-'))
  writeFileSync(join(own, 'unknot.config.json'), text)
  expect(() => readConfig({}, own)).toThrow(words)
})

test('a refusal never repeats an address that may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://me:hunter2@x' }, folder)).not.toThrow('hunter2')
})

test('docs/settings.md is the table of settings', () => {
  const page = readFileSync(new URL('../../../../docs/settings.md', import.meta.url), 'utf8')
  expect(page).toBe(settingsPage(SETTINGS))
})
