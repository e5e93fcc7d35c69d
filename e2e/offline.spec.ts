/**
 * The treatment room with no network, in a real Chromium: the line is cut in mid-session, the tab is killed between two taps,
 * the device's clock is an hour off; and the device locks, unlocks and forgets.
 */
import type { Page } from '@playwright/test'
import { QUESTIONS } from '@unknot/care/screening'
import { expect, test } from './server.fixture.ts'
import { api, newId, noAxeFinding, OWNER, PASSWORD, setUpClinic } from './steps.ts'

const PATIENT = 'Maja Lindqvist'

test.beforeAll(async ({ browser, instance }) => {
  const page = await browser.newPage({ baseURL: instance.url })
  await setUpClinic(page)
  await page.close()
})

test('the line is cut in mid-session: she is treated, signed for and read without a network, and all of it arrives', async ({
  page,
  context,
}) => {
  test.setTimeout(90_000)
  page.setDefaultTimeout(10_000)
  await signIn(page)
  const patient = await readyPatient(page)
  await setPin(page)
  await isTakenAlong(page)

  await context.setOffline(true)
  // The app, the chart and the room open from the device.
  await page.goto(`/patients/${patient}`)
  await expect(page.getByRole('heading', { name: PATIENT })).toBeVisible()
  await startSession(page)
  await timeOut(page)
  await shorthand(page, 'r mult l4-l5 .30x50 static')
  await counts(page, 2, 0, 2)
  await expect(page.getByText(/Saved here, \d+ not yet sent/)).toBeVisible()

  // The tab is killed between two taps, and opened again without a network.
  const address = page.url()
  await page.close()
  const again = await context.newPage()
  await again.goto(address)
  await counts(again, 2, 0, 2)
  for (const number of [1, 2]) {
    await again.getByRole('button', { name: new RegExp(`^Take out needle ${number},`) }).click()
  }
  await counts(again, 2, 2, 0)
  await finish(again)
  await expect(again.getByRole('heading', { name: 'Signed and locked' })).toBeVisible()

  // Locked, only the PIN opens it, still without a network.
  await again.goto('/device')
  await expect(again.getByText('Session opened')).toBeVisible()
  await noAxeFinding(again)
  await again.getByRole('button', { name: 'Lock now' }).click()
  await again.waitForURL('**/unlock')
  await again.goto(address)
  await again.waitForURL(/\/unlock/)
  await again.getByLabel('PIN').fill('471109')
  await again.getByRole('button', { name: 'Unlock' }).click()
  await expect(again.getByRole('alert')).toContainText('not the PIN')
  await noAxeFinding(again)
  await again.getByLabel('PIN').fill('471108')
  await again.getByRole('button', { name: 'Unlock' }).click()
  await expect(again.getByRole('heading', { name: 'Signed and locked' })).toBeVisible()

  await context.setOffline(false)
  await again.goto('/device')
  await expect(again.getByText('Everything that was charted on this device is on the server.')).toBeVisible({
    timeout: 20_000,
  })
  const session = address.split('/').at(-1) ?? ''
  const view = await api(again, 'GET', `/api/sessions/${session}`)
  expect(view).toMatchObject({
    state: { phase: 'signed', count: { inCount: 2, outCount: 2, leftCount: 0 }, missing: [] },
    late: [],
  })
  await nothingReadable(again)
  await signOutDestroys(again)
})

test('the device’s clock is an hour off: nothing is refused, and the record tells the server’s time', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const Real = Date
    const aheadMs = 3_600_000
    globalThis.Date = class extends Real {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(Real.now() + aheadMs)
        else super(...(given as [number]))
      }
      static override now(): number {
        return Real.now() + aheadMs
      }
    } as DateConstructor
  })
  await signIn(page)
  const patient = await readyPatient(page, 'Nils Aune')
  await page.goto(`/patients/${patient}`)
  await startSession(page)
  await timeOut(page)
  await shorthand(page, 'r mult l4 .30x50 static')
  await counts(page, 1, 0, 1)
  await page.getByRole('button', { name: /^Take out needle 1,/ }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const session = page.url().split('/').at(-1) ?? ''
  const view = await api(page, 'GET', `/api/sessions/${session}`)
  const events = view['events'] as { at: string; skewMs?: number; kind: string }[]
  const needle = events.find((event) => event.kind === 'needle-inserted')
  expect(Math.abs((needle?.skewMs ?? 0) - 3_600_000)).toBeLessThan(30_000)
  const [charted] = (view['state'] as { needles: { insertedAt: string; outAt: string }[] }).needles
  expect(Math.abs(Date.parse(charted?.insertedAt ?? '') - Date.now())).toBeLessThan(60_000)
  expect(Date.parse(charted?.outAt ?? '')).toBeGreaterThanOrEqual(Date.parse(charted?.insertedAt ?? ''))
})

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await api(page, 'POST', '/api/sign-in', { email: OWNER.email, password: PASSWORD })
}

/** Registered, screened and consented; gives the id. */
async function readyPatient(page: Page, name = PATIENT): Promise<string> {
  const patient = newId()
  await api(page, 'POST', '/api/patients', { id: patient, name, birthOn: '1992-03-31', sex: 'female' })
  const answers = Object.fromEntries(
    QUESTIONS.filter(({ onlyIf }) => onlyIf === null).map(({ id }) => [id, { answer: 'no' }]),
  )
  await api(page, 'POST', `/api/patients/${patient}/screenings`, { id: newId(), answers })
  const text = await api(page, 'GET', '/api/consent/text?regions=lumbar,gluteal')
  await api(page, 'POST', `/api/patients/${patient}/consents`, {
    id: newId(),
    regions: ['lumbar', 'gluteal'],
    electrical: false,
    textVersion: text['version'],
    textHash: text['hash'],
    signature: { kind: 'typed', name },
  })
  return patient
}

async function setPin(page: Page): Promise<void> {
  await page.goto('/device')
  await page.getByLabel('PIN', { exact: true }).fill('471108')
  await page.getByLabel('The same PIN again').fill('471108')
  await page.getByRole('button', { name: 'Set the PIN' }).click()
  await expect(page.getByText('The PIN is set.')).toBeVisible()
}

/** The patient who was screened today comes along by herself; the app itself is kept by its service worker. */
async function isTakenAlong(page: Page): Promise<void> {
  const along = page.waitForResponse((response) => /\/api\/expected\/[0-9a-f-]{36}$/.test(response.url()))
  await page.goto('/today')
  await along
  await page.evaluate(() => navigator.serviceWorker.ready)
  // Each page's own script is in the cache once the worker has taken over.
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0)
}

async function startSession(page: Page): Promise<void> {
  await page.getByLabel('Start a session: reason').fill('Right-sided low back pain for five months')
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.waitForURL(/\/sessions\//)
}

async function timeOut(page: Page): Promise<void> {
  for (const check of ['Right patient', 'Screening asked again', 'Consent covers the plan', 'Lying down']) {
    await page.getByRole('checkbox', { name: check }).check()
  }
  await painButton(page, 'Pain before', 6).click()
  await page.getByRole('button', { name: 'Confirm time-out' }).click()
  await expect(page.getByText(/^Time-out \d\d:\d\d$/)).toBeVisible()
}

async function shorthand(page: Page, line: string): Promise<void> {
  const command = page.getByRole('combobox', { name: 'Shorthand for the next needle' })
  await command.fill(line)
  await command.press('Enter')
  await expect(command).toHaveValue('')
}

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByRole('button', { name: /^I counted: in 2, out 2/ }).click()
  await page.getByRole('button', { name: 'Asked: no reaction' }).click()
  await painButton(page, 'Pain after', 3).click()
  await page.getByRole('group', { name: 'Aftercare given' }).getByRole('button', { name: 'Told' }).click()
  await page.getByRole('button', { name: /^Sign as/ }).click()
}

/** What stands on the disk names nobody. */
async function nothingReadable(page: Page): Promise<void> {
  const found = await page.evaluate(async (name) => {
    const texts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const { name: of } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(of ?? '')
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll()
          request.addEventListener('success', () => resolve(request.result))
        })
        const latin = new TextDecoder('latin1')
        texts.push(
          JSON.stringify(rows, (_, value: unknown) =>
            value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? latin.decode(value) : value,
          ),
        )
      }
      db.close()
    }
    for (const cache of await caches.keys()) {
      for (const request of await (await caches.open(cache)).keys()) texts.push(request.url)
    }
    return {
      isNamed: texts.some((text) => text.includes(name) || text.includes('multifidus')),
      length: texts.join().length,
    }
  }, PATIENT)
  expect(found.isNamed).toBe(false)
  expect(found.length).toBeGreaterThan(2000)
}

async function signOutDestroys(page: Page): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await expect.poll(() => page.evaluate(keysLeft)).toBe(0)
}

async function keysLeft(): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('unknot-vault')
    request.addEventListener('success', () => resolve(request.result))
  })
  const count = await new Promise<number>((resolve) => {
    const request = db.transaction('vault').objectStore('vault').count()
    request.addEventListener('success', () => resolve(request.result))
  })
  db.close()
  return count
}

async function counts(page: Page, inCount: number, outCount: number, left: number): Promise<void> {
  await expect(page.getByTestId('count')).toHaveText(new RegExp(`^In${inCount}Out${outCount}Left${left}$`))
}

function painButton(page: Page, legend: string, score: number) {
  return page.getByRole('group', { name: legend }).getByRole('button', { name: String(score), exact: true })
}
