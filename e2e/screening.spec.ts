/**
 * Six people as they come, from the answer to the table: on apixaban, nine weeks pregnant, numb in the saddle, afraid of
 * needles, fifteen years old, with a pacemaker. Three of them on a phone.
 */
import type { Locator, Page } from '@playwright/test'
import { QUESTIONS } from '@unknot/care/screening'
import { expect, test } from './server.fixture.ts'
import { api, newId, noAxeFinding, setUpClinic } from './steps.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

let page: Page
test.beforeAll(async ({ browser, instance }) => {
  page = await browser.newPage({ baseURL: instance.url })
  await setUpClinic(page)
  await page.goto('/today')
})
test.afterAll(() => page.close())

test('on Eliquis with blood thinners ticked no: a contradiction, yes until settled, and superficial first at the table', async () => {
  await page.setViewportSize(DESK)
  const patient = await register('Padraig Heaney', 68)
  const from = await screened(patient, {})
  await page.goto(`/patients/${patient}/screening?from=${from}`)
  const medicines = line(/Which medicines do you take/)
  await medicines.getByRole('textbox').fill('ramipril 5 mg, Eliqius 5 mg')
  const thinner = line(/Do you take blood thinners/)
  await expect(thinner).toContainText('The text names eliqius (apixaban). The answer here is no.')
  await noAxeFinding(page)
  await page.getByRole('button', { name: 'See what it means' }).click()
  await page.waitForURL(/\/screenings\//)
  await expect(page.getByText('Superficial first; leave deep muscles until tolerance is shown').first()).toBeVisible()
  await expect(page.getByText("Don't stop or change your blood thinner for this.", { exact: false })).toBeVisible()
  await consented(patient, false)
  await startSession(patient)
  await expect(page.getByText('Blood thinner').first()).toBeVisible()
  // The first needle begins superficial; deep is the clinician's to choose, and is not barred.
  await shorthand('r mult l4 .30x40')
  await shorthand('r ql l3 .30x60 static')
  await expect.poll(techniquesOf).toEqual(['superficial', 'deep-static'])
})

test('nine weeks pregnant, told at the re-check on a phone: not at all, and no needle without her doctor', async () => {
  await page.setViewportSize(PHONE)
  const patient = await register('Sorcha Ní Bhriain', 31)
  await screened(patient, {})
  await recheck(patient, /Could you be pregnant now/)
  await choose(line(/^Are you pregnant\?/), 'Yes')
  await line(/How many weeks/)
    .getByRole('textbox')
    .fill('9')
  await choose(line(/Are you in the first 13 weeks/), 'Don’t know')
  await choose(line(/Could you be pregnant, or are you trying/), 'No')
  await choose(line(/Would it be your first needling/), 'No')
  await expectNoSideways()
  await page.getByRole('button', { name: 'Confirm the answers' }).click()
  await page.waitForURL(/\/screenings\//)
  await expect(page.getByText('First trimester', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('Not at all').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Take consent' })).toHaveCount(0)
  await expectNoSideways()
})

test('numb between the legs since the last visit: an emergency with its words and the number to call', async () => {
  await page.setViewportSize(PHONE)
  const patient = await register('Ewa Lis', 44)
  await screened(patient, {})
  await recheck(patient, /Is anything new with bladder/)
  for (const [asked, answer] of [
    [/can't pass water/, 'No'],
    [/numbness or tingling between the legs/, 'Yes'],
    [/function in sex/, 'No'],
    [/in both legs\?/, 'No'],
    [/Is a leg or foot getting weaker/, 'No'],
  ] as const) {
    await choose(line(asked), answer)
  }
  await page.getByRole('button', { name: 'Confirm the answers' }).click()
  await page.waitForURL(/\/screenings\//)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Danger: emergency now')
  await expect(alert).toContainText('Say: suspected cauda equina.')
  await expect(alert.getByRole('link', { name: 'Call 112' })).toBeVisible()
  await expect(page.getByText('Nobody may needle against this.').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Take consent' })).toHaveCount(0)
  await noAxeFinding(page)
  await expectNoSideways()
})

test('afraid of needles, asked one question a screen: not at all, with other treatments', async () => {
  await page.setViewportSize(PHONE)
  const patient = await register('Jonas Weber', 29)
  const from = await screened(patient, { 'needle-phobia': { answer: 'unknown' } })
  await page.goto(`/patients/${patient}/screening?from=${from}`)
  // It opens at the one question that nobody could answer.
  await expect(page.getByRole('heading', { name: /so afraid of needles/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Yes' }).check()
  const next = page.getByRole('button', { name: 'Next' })
  const finish = page.getByRole('button', { name: 'See what it means' })
  await expect(next.or(finish)).toBeVisible()
  while (await next.isVisible()) await next.click()
  await finish.click()
  await page.waitForURL(/\/screenings\//)
  await expect(page.getByText('Needle phobia: do not needle. Offer another treatment.')).toBeVisible()
  await expectNoSideways()
})

test('fifteen: whether a guardian agrees is asked, and with the mother here it is a precaution', async () => {
  await page.setViewportSize(DESK)
  const patient = await register('Noah Adler', 15)
  const from = await screened(patient, {}, 15)
  await page.goto(`/patients/${patient}/screening?from=${from}`)
  const guardian = line(/Under 18: is no parent or guardian/)
  await expect(guardian.getByRole('radio', { name: 'No', exact: true })).toBeChecked()
  await page.getByRole('button', { name: 'See what it means' }).click()
  await page.waitForURL(/\/screenings\//)
  await expect(page.getByText('Child or adolescent', { exact: false })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Take consent' })).toBeVisible()
  await page.goto(`/patients/${patient}/screening?from=${from}`)
  await choose(line(/Under 18: is no parent or guardian/), 'Yes')
  await page.getByRole('button', { name: 'See what it means' }).click()
  await page.waitForURL(/\/screenings\//)
  await expect(page.getByText('Not today').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Take consent' })).toHaveCount(0)
})

test('a pacemaker: current is refused at the table with its reason, by hand goes in', async () => {
  await page.setViewportSize(DESK)
  const patient = await register('Agnes Brandt', 72)
  await screened(patient, { 'implanted-device': { answer: 'yes' } })
  await consented(patient, true)
  await startSession(patient)
  await expect(page.getByText('No current: implanted device').first()).toBeVisible()
  const command = page.getByRole('combobox', { name: 'Shorthand for the next needle' })
  await command.fill('r mult l4 .30x50 estim 2hz 10min')
  await command.press('Enter')
  await expect(page.getByText(/screening rules out electrical/).first()).toBeVisible()
  await command.fill('')
  await shorthand('r mult l4 .30x50 static')
  await expect.poll(techniquesOf).toEqual(['deep-static'])
})

async function register(name: string, ageYears: number): Promise<string> {
  const id = newId()
  const birthOn = new Date(Date.now() - (ageYears + 0.5) * 365.2425 * 86_400_000).toISOString().slice(0, 10)
  await api(page, 'POST', '/api/patients', { id, name, birthOn })
  return id
}

/** Everything no, but what is named. Gives the screening's id. */
async function screened(patient: string, changes: Record<string, object>, ageYears = 40): Promise<string> {
  const asked = QUESTIONS.filter(
    ({ kind, onlyIf, onlyBelowAge }) =>
      kind === 'yes-no' && onlyIf === null && (onlyBelowAge === null || ageYears < onlyBelowAge),
  )
  const answers = { ...Object.fromEntries(asked.map(({ id }) => [id, { answer: 'no' }])), ...changes }
  const id = newId()
  await api(page, 'POST', `/api/patients/${patient}/screenings`, { id, answers })
  return id
}

async function consented(patient: string, electrical: boolean): Promise<void> {
  const regions = ['lumbar', 'gluteal']
  const text = await api(
    page,
    'GET',
    `/api/consent/text?regions=${regions.join(',')}&electrical=${electrical ? 'yes' : 'no'}`,
  )
  const terms = { regions, electrical, textVersion: text['version'], textHash: text['hash'] }
  const signature = { kind: 'typed', name: 'The patient' }
  await api(page, 'POST', `/api/patients/${patient}/consents`, { id: newId(), ...terms, signature })
}

async function startSession(patient: string): Promise<void> {
  await page.goto(`/patients/${patient}`)
  await page.getByLabel('Start a session: reason').fill('Low back pain')
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.waitForURL(/\/sessions\//)
  for (const check of ['Right patient', 'Screening asked again', 'Consent covers the plan', 'Lying down']) {
    await page.getByRole('checkbox', { name: check }).check()
  }
  await page.getByRole('button', { name: 'Confirm time-out' }).click()
  await expect(page.getByText(/^Time-out \d\d:\d\d$/)).toBeVisible()
}

async function shorthand(words: string): Promise<void> {
  const command = page.getByRole('combobox', { name: 'Shorthand for the next needle' })
  await command.fill(words)
  await command.press('Enter')
  await expect(command).toHaveValue('')
}

type Inserted = { readonly kind: string; readonly detail: { readonly technique: string } }

/** The techniques of the needles, as the server has them. */
async function techniquesOf(): Promise<readonly string[]> {
  const session = page.url().split('/').at(-1) ?? ''
  const { events } = (await api(page, 'GET', `/api/sessions/${session}`)) as { events: readonly Inserted[] }
  return events.filter(({ kind }) => kind === 'needle-inserted').map(({ detail }) => detail.technique)
}

/** All five answered no, but one yes. */
async function recheck(patient: string, changed: RegExp): Promise<void> {
  await page.goto(`/patients/${patient}/recheck`)
  const five = page.getByRole('region', { name: 'Ask these five again' }).locator(':scope > .recheck-item > fieldset')
  await expect(five).toHaveCount(5)
  for (const item of await five.all()) await choose(item, 'No')
  await choose(five.filter({ hasText: changed }), 'Yes')
}

/** The words are the target: the radio itself is not seen. */
async function choose(question: Locator, answer: string): Promise<void> {
  await question.getByText(answer, { exact: true }).click()
}

function line(text: RegExp): Locator {
  return page.locator('.q-line').filter({ has: page.locator('legend', { hasText: text }) })
}

async function expectNoSideways(): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
}
