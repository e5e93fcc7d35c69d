import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withDatabase } from '@unknot/testkit/kernel'
import { expect, test } from 'vitest'

const store = withDatabase()
const folder = mkdtempSync(join(tmpdir(), 'unknot-web-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Unknot</title>')
writeFileSync(join(folder, 'assets', 'app-1a2b3c4d.js'), 'export {}')
writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
const webFolder = pathToFileURL(`${folder}/`)

test('every address of a person is the app’s page, asked for anew each time', async () => {
  const app = await store.app({ rooms: [], webFolder })
  for (const url of ['/', '/patients/018f', '/sign-in?next=%2F']) {
    const page = await app.http.inject({ url, headers: { accept: 'text/html,*/*' } })
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect(page.body).toContain('<title>Unknot')
  }
})

test('files with a hash in their name are kept for ever, others are asked for anew', async () => {
  const app = await store.app({ rooms: [], webFolder })
  const script = await app.http.inject('/assets/app-1a2b3c4d.js')
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await app.http.inject('/icon.svg')).headers['cache-control']).toBe('no-cache')
})

test('what is no page is a 404 as a problem, and nothing outside the folder is served', async () => {
  const app = await store.app({ rooms: [], webFolder })
  const accept = { accept: 'text/html' }
  for (const url of [
    '/api/nothing',
    '/api',
    '/missing.js',
    '/assets/',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/package.json',
  ]) {
    const answer = await app.http.inject({ url, headers: accept })
    expect(answer.body, url).not.toContain('root:')
    expect([url, answer.statusCode === 404 || answer.body.includes('<title>Unknot')]).toEqual([url, true])
  }
  expect((await app.http.inject({ url: '/api/nothing', headers: accept })).json().code).toBe('not-there')
  expect((await app.http.inject({ url: '/patients', headers: { accept: 'application/json' } })).statusCode).toBe(404)
  expect((await app.http.inject({ method: 'POST', url: '/patients', headers: accept })).statusCode).toBe(404)
})
