/** Finds a Chromium for the browser walks, or installs one when it can. */
// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Looks in UNKNOT_CHROMIUM, then at the system's places, then at Playwright's own. */
export function findChromium() {
  const named = process.env['UNKNOT_CHROMIUM']
  if (named) return existsSync(named) ? named : null
  return systemPlaces.find((place) => existsSync(place)) ?? playwrights()
}

function playwrights() {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test')
    const place = chromium.executablePath()
    return existsSync(place) ? place : null
  } catch {
    return null
  }
}

/** The path of a Chromium, installed if need be, or null with a sentence said. */
export function chromium() {
  const found = findChromium()
  if (found) return found
  console.log('No Chromium found. Installing one for the browser walks…')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } else {
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
  }
  const now = findChromium()
  if (!now) console.error('No Chromium could be installed. Install one, or name it in UNKNOT_CHROMIUM, and run again.')
  return now
}
