import { globSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Browser walks in a real Chromium against a real server. The pictures of the README are made by them. */
export default defineConfig({
  testDir: '.',
  // A project a file: a worker, and with it the instance that it started, never serves two files.
  projects: globSync('*.spec.ts', { cwd: import.meta.dirname }).map((file) => ({ name: file, testMatch: file })),
  outputDir: '../test-results',
  // The stored pictures of the plates. They are made anew only on purpose: look at them before they are committed.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  updateSnapshots: process.env['UNKNOT_RENEW_PICTURES'] === '1' ? 'all' : 'none',
  reporter: [['list'], ['json']],
  // Each worker runs its own server and database: two fit on two cores.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'en-IE',
    timezoneId: 'Europe/Dublin',
    viewport: { width: 1440, height: 900 },
    // A colour that is still changing would be judged half-way.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(process.env['UNKNOT_CHROMIUM'] ? { executablePath: process.env['UNKNOT_CHROMIUM'] } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
