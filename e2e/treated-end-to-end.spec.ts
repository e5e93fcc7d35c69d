/**
 * One patient treated end to end, in a real browser on a fresh Unknot: set up, registered, screened, consented, needled from
 * shorthand and taps, all out when she feels faint, counted, signed, an addendum; then the record, field by field, as data
 * and as the page.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { QUESTIONS } from '@unknot/care/screening'
import { expect, test } from './server.fixture.ts'

const PATIENT = 'Maja Lindqvist'

test('a patient is treated end to end and every needle is counted out', async ({ page, baseURL }) => {
  test.setTimeout(240_000)
  await setUpClinic(page, baseURL ?? '')
  const patient = await register(page)
  await screen(page, patient)
  await consent(page, patient)

  await page.goto(`/patients/${patient}`)
  await expect(page.getByText('Faints at needles')).toBeVisible()
  await noAxeFinding(page)
  await page.getByLabel('Start a session: reason').fill('Right-sided low back and buttock pain, five months, lifting')
  await page.getByRole('button', { name: 'Start session' }).click()
  await timeOut(page)

  // Shorthand: two needles on one line.
  await shorthand(page, 'r mult l4-l5 .30x50 piston ltr2')
  await counts(page, 2, 0, 2)
  await byTaps(page)
  await counts(page, 3, 0, 3)
  await noAxeFinding(page)

  // What isn't understood is shown and blocks; nothing is recorded.
  await shorthandRefused(page, 'r mult l9 .30x50')
  await counts(page, 3, 0, 3)

  // A reload in mid-session brings everything back.
  await page.reload()
  await counts(page, 3, 0, 3)
  for (const number of [1, 2, 3])
    await page.getByRole('button', { name: new RegExp(`^Take out needle ${number},`) }).click()
  await counts(page, 3, 3, 0)

  await page.getByRole('group', { name: 'Position' }).getByRole('button', { name: 'On the left side' }).click()
  await shorthand(page, 'r ql l4 .30x60 static ltr p5')
  await planPiriformis(page)
  await shorthand(page, 'r glut med .30x60 static')
  await shorthand(page, 'r glut med .30x60 static')
  await counts(page, 6, 3, 3)

  await allOut(page)
  await finish(page)
  await page.getByRole('link', { name: 'Open the record' }).click()
  await addendum(page)
  await noAxeFinding(page)
  await checkRecordPage(page)
  await checkRecordData(page)
})

async function setUpClinic(page: Page, baseURL: string): Promise<void> {
  await page.goto(baseURL)
  await page.getByRole('link', { name: 'Set up my clinic' }).click()
  await page.getByLabel('Your name').fill('Rosa Okafor')
  await page.getByLabel('E-mail').fill('rosa@example.org')
  await page.getByLabel('Password', { exact: true }).fill('three teal knots on a rope')
  await page.getByLabel('Registration number').fill('PT 018552')
  await page.getByLabel('Name of the clinic').fill('Harbour Street Clinic')
  await page.getByLabel('Country').selectOption('IE')
  await page.getByRole('button', { name: 'Set up my clinic' }).click()
  await page.waitForURL('**/today')
}

/** Gives the patient's id. */
async function register(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Patients' }).click()
  await page.getByRole('link', { name: 'New patient' }).first().click()
  await page.getByLabel('Name').first().fill(PATIENT)
  await page.getByLabel('Birth date').fill('1992-03-31')
  await page.getByLabel('Sex').selectOption('female')
  await page.getByRole('button', { name: 'Register' }).click()
  await page.waitForURL(/\/patients\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: PATIENT })).toBeVisible()
  return page.url().split('/').at(-1) ?? ''
}

async function screen(page: Page, patient: string): Promise<void> {
  const answers: Record<string, { answer: string; note?: string }> = {}
  for (const { id, onlyIf } of QUESTIONS) {
    const faints = /faint/.test(id)
    if (onlyIf === null || answers[onlyIf]?.answer === 'yes') {
      answers[id] = faints ? { answer: 'yes', note: 'Once, at a blood test' } : { answer: 'no' }
    }
  }
  const screening = await api(page, 'POST', `/api/patients/${patient}/screenings`, { id: newId(), answers })
  expect(screening).toMatchObject({ result: { mayNeedle: true, precautions: ['Faints at needles'] } })
}

async function consent(page: Page, patient: string): Promise<void> {
  const text = await api(page, 'GET', '/api/consent/text?regions=lumbar,gluteal')
  await api(page, 'POST', `/api/patients/${patient}/consents`, {
    id: newId(),
    regions: ['lumbar', 'gluteal'],
    electrical: false,
    textVersion: text['version'],
    textHash: text['hash'],
    signature: { kind: 'typed', name: PATIENT },
  })
}

async function timeOut(page: Page): Promise<void> {
  await page.waitForURL(/\/sessions\//)
  const confirm = page.getByRole('button', { name: 'Confirm time-out' })
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await noAxeFinding(page)
  for (const check of ['Right patient', 'Screening asked again', 'Consent covers the plan', 'Lying down']) {
    await page.getByRole('checkbox', { name: check }).check()
  }
  await painButton(page, 'Pain before', 6).click()
  await confirm.click()
  await expect(page.getByText(/^Time-out \d\d:\d\d$/)).toBeVisible()
}

async function shorthand(page: Page, line: string): Promise<void> {
  const command = page.getByRole('combobox', { name: 'Shorthand for the next needle' })
  await command.fill(line)
  await command.press('Enter')
  await expect(command).toHaveValue('')
}

async function shorthandRefused(page: Page, line: string): Promise<void> {
  const command = page.getByRole('combobox', { name: 'Shorthand for the next needle' })
  await command.fill(line)
  await command.press('Enter')
  await expect(command).toHaveAttribute('aria-invalid', 'true')
  await expect(command).toHaveValue(line)
  await command.fill('')
}

/** Right iliocostalis lumborum at L3, 0.30 × 40, superficial, no twitch: without a keyboard. */
async function byTaps(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Iliocostalis lumborum, right' }).click()
  const now = page.getByRole('region', { name: 'Now' })
  await now.getByText('L3', { exact: true }).click()
  await now.getByText('40', { exact: true }).click()
  await now.getByText('Superficial', { exact: true }).click()
  await page.getByRole('button', { name: 'Place needle 3' }).click()
  await page.getByRole('group', { name: 'Twitch' }).getByRole('button', { name: 'None' }).click()
}

async function planPiriformis(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Piriformis, right' }).click()
  await page.getByRole('button', { name: 'Plan it' }).click()
  await expect(page.getByRole('list', { name: 'Planned' })).toContainText('Right piriformis')
}

async function allOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+O')
  const panel = page.getByRole('region', { name: /^All out: 3 to take out/ })
  await expect(panel).toBeVisible()
  await noAxeFinding(page)
  await panel.getByRole('button', { name: 'Feels faint' }).click()
  // Newest first: where the hands are.
  await expect(panel.getByRole('listitem').first()).toContainText('Right gluteus medius')
  await panel.getByRole('button', { name: 'All 3 are out' }).click()
  await counts(page, 6, 6, 0)
  // A tick shows once it is on the disk.
  await page.getByRole('checkbox', { name: /Lay the patient flat/ }).click()
  await expect(page.getByRole('checkbox', { name: /Lay the patient flat/ })).toBeChecked()
  await page.getByLabel('Recovered after, minutes').fill('8')
  await page.getByRole('button', { name: 'Record, recovered after 8 min' }).click()
  await page.getByRole('button', { name: 'I counted 6 needles out' }).click()
}

async function finish(page: Page): Promise<void> {
  const sign = page.getByRole('button', { name: 'Sign as Rosa Okafor' })
  await expect(sign).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('Pain after is not scored')).toBeVisible()
  await painButton(page, 'Pain after', 3).click()
  await page.getByRole('group', { name: 'Aftercare given' }).getByRole('button', { name: 'Told' }).click()
  await noAxeFinding(page)
  await expect(sign).toHaveAttribute('aria-disabled', 'false')
  await sign.click()
  await expect(page.getByRole('heading', { name: 'Signed and locked' })).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

async function addendum(page: Page): Promise<void> {
  await page.getByLabel('Addendum').fill('Next day by phone: small bruise over the right gluteus medius, not tense.')
  await page.getByRole('button', { name: 'Add addendum' }).click()
  await expect(page.getByRole('region', { name: 'Addendum 1' })).toContainText('small bruise')
}

async function checkRecordPage(page: Page): Promise<void> {
  const sheet = page.getByRole('article')
  await expect(sheet).toContainText('Harbour Street Clinic')
  await expect(sheet).toContainText(PATIENT)
  await expect(sheet).toContainText('In 6 = out 6 + accounted for 0')
  await expect(sheet).toContainText('Rosa Okafor')
  await expect(sheet.getByRole('row')).toHaveCount(8)
  await expect(sheet.getByRole('row').nth(1)).toContainText(/multifidus.*L4.*0\.30 × 50/i)
}

async function checkRecordData(page: Page): Promise<void> {
  const session = page.url().split('/').at(-2) ?? ''
  const view = await api(page, 'GET', `/api/sessions/${session}`)
  const rows = (view['state'] as StateView).needles.map(({ number, site, detail, outcome }) => [
    number,
    site.side,
    site.muscle,
    site.level,
    detail.gaugeMm,
    detail.lengthMm,
    detail.technique,
    detail.twitch.kind === 'seen' ? detail.twitch.count : detail.twitch.kind,
    detail.pain0to10,
    outcome,
  ])
  expect(rows).toEqual([
    [1, 'right', 'lumbar-multifidus', 'L4', 0.3, 50, 'deep-pistoning', 2, 'not-asked', 'out'],
    [2, 'right', 'lumbar-multifidus', 'L5', 0.3, 50, 'deep-pistoning', 2, 'not-asked', 'out'],
    [3, 'right', 'iliocostalis-lumborum', 'L3', 0.3, 40, 'superficial', 'none', 'not-asked', 'out'],
    [4, 'right', 'quadratus-lumborum', 'L4', 0.3, 60, 'deep-static', 1, 5, 'out'],
    [5, 'right', 'gluteus-medius', null, 0.3, 60, 'deep-static', 'not-looked-for', 'not-asked', 'out'],
    [6, 'right', 'gluteus-medius', null, 0.3, 60, 'deep-static', 'not-looked-for', 'not-asked', 'out'],
  ])
  expect((view['state'] as StateView).count).toEqual({ inCount: 6, outCount: 6, accountedCount: 0, leftCount: 0 })
  const events = view['events'] as readonly { kind: string; [fact: string]: unknown }[]
  const one = (kind: string) => events.filter((event) => event.kind === kind)
  expect(one('pain-scored')).toMatchObject([
    { when: 'before', pain0to10: 6 },
    { when: 'after', pain0to10: 3 },
  ])
  expect(one('reaction-recorded')).toMatchObject([{ reaction: 'felt-faint', grade: 'mild', recoveredAfterMin: 8 }])
  expect(one('site-planned')).toMatchObject([{ site: { muscle: 'piriformis', side: 'right' } }])
  expect(one('position-changed')).toMatchObject([{ position: 'side-lying-left' }])
  expect(one('session-signed')).toMatchObject([{ signerName: 'Rosa Okafor', registration: 'PT 018552' }])
  expect(one('all-out-called').at(-1)).toMatchObject({ reason: 'felt-faint' })

  const record = await api(page, 'GET', `/api/sessions/${session}/record`)
  expect(record).toMatchObject({
    note: {
      status: 'signed',
      patient: { name: PATIENT, bornOn: '1992-03-31' },
      signature: { signer: expect.stringContaining('Rosa Okafor') },
      addenda: [{ author: 'Rosa Okafor', text: expect.stringContaining('small bruise') }],
    },
  })
  for (const paper of ['a4', 'letter']) {
    const pdf = await page.request.get(`/api/sessions/${session}/record.pdf?paper=${paper}`)
    expect(pdf.headers()['content-type']).toContain('application/pdf')
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }
}

type StateView = {
  readonly needles: readonly {
    readonly number: number
    readonly site: { readonly side: string; readonly muscle: string; readonly level: string | null }
    readonly detail: {
      readonly gaugeMm: number
      readonly lengthMm: number
      readonly technique: string
      readonly twitch: { readonly kind: string; readonly count?: number | null }
      readonly pain0to10: number | string
    }
    readonly outcome: string
  }[]
  readonly count: object
}

async function counts(page: Page, inCount: number, outCount: number, left: number): Promise<void> {
  await expect(page.getByTestId('count')).toHaveText(new RegExp(`^In${inCount}Out${outCount}Left${left}$`))
}

function painButton(page: Page, legend: string, score: number) {
  return page.getByRole('group', { name: legend }).getByRole('button', { name: String(score), exact: true })
}

async function noAxeFinding(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

/** The API as this page's own script would call it. */
function api(page: Page, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ([method, path, body]) => {
      const response = await fetch(path, {
        method,
        headers: body === null ? {} : { 'content-type': 'application/json' },
        body,
      })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as Record<string, unknown>
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  )
}

/** A UUID of version 4 will do where no order matters. */
function newId(): string {
  return crypto.randomUUID()
}
