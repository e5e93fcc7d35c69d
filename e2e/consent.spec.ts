/**
 * Consent at the table, in a real browser: what it doesn't cover can't be needled, what is taken back comes out; a parent signs
 * and the child agrees; the clinic's own words; a letter from what was found.
 */
import { QUESTIONS } from '@unknot/care/screening'
import type { Page } from '@playwright/test'
import { expect, test } from './server.fixture.ts'
import { api, newId, noAxeFinding, setUpClinic } from './steps.ts'

test('consent reaches the table, and a letter leaves the house', async ({ page }) => {
  test.setTimeout(120_000)
  await setUpClinic(page)

  const nora = await patientOf(page, 'Nora Quill', '1990-05-02')
  await screen(page, nora)
  await test.step('consent for the lower back only, signed on the tablet', () => signLumbar(page, nora))
  await test.step('a thoracic needle is refused with its reason', () => thoracicRefused(page, nora))
  await test.step('withdrawal at needle three takes the needles out and ends the session', () =>
    withdrawnAtThree(page, nora))

  await test.step('the clinic’s own version', () => ownVersion(page))
  const tim = await patientOf(page, 'Tim Quill', '2011-08-20')
  await screen(page, tim)
  await test.step('a 15-year-old: a parent signs, and the child agrees', () => parentSigns(page, tim))

  const lina = await patientOf(page, 'Lina Haddad', '1995-03-04')
  const screening = await screen(page, lina, 'saddle-numbness')
  await test.step('a letter from the findings', () => letter(page, lina, screening))
  await test.step('what the owner says is forbidden is not signed, and the reason stands', () => forbidden(page, nora))
})

async function patientOf(page: Page, name: string, birthOn: string): Promise<string> {
  const id = newId()
  await api(page, 'POST', '/api/patients', { id, name, birthOn, sex: 'unknown' })
  return id
}

async function screen(page: Page, patient: string, yes?: string): Promise<string> {
  const answers: Record<string, { answer: string }> = {}
  for (const { id, onlyIf } of QUESTIONS) {
    const isAsked = onlyIf === null || answers[onlyIf]?.answer === 'yes'
    if (isAsked) answers[id] = { answer: id === yes ? 'yes' : 'no' }
  }
  const screened = await api(page, 'POST', `/api/patients/${patient}/screenings`, { id: newId(), answers })
  return screened['id'] as string
}

async function signLumbar(page: Page, patient: string): Promise<void> {
  await page.goto(`/patients/${patient}/consent?regions=lumbar`)
  await expect(page.getByText('About 1 in 1,000', { exact: true })).toBeVisible()
  await expect(page.getByText('Needles near the lungs')).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'A student may watch' }).check()
  await expect(page.getByRole('heading', { name: 'A student in the room' })).toBeVisible()
  const sign = page.getByRole('button', { name: 'I agree and sign' })
  await expect(sign).toHaveAttribute('aria-disabled', 'true')
  const pad = page.locator('.pad-box')
  await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad to sign on')
  await page.mouse.move(box.x + 40, box.y + 90)
  await page.mouse.down()
  for (let step = 1; step <= 12; step++) await page.mouse.move(box.x + 40 + step * 18, box.y + 90 - (step % 3) * 20)
  await page.mouse.up()
  await noAxeFinding(page)
  await expect(sign).not.toHaveAttribute('aria-disabled', 'true')
  await sign.click()
  await expect(page.getByText('Thank you. It is signed.')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the chart' }).click()
}

async function thoracicRefused(page: Page, patient: string): Promise<void> {
  await page.goto(`/patients/${patient}`)
  await page.getByLabel('Start a session: reason').fill('Low back pain')
  await page.getByRole('button', { name: 'Start session' }).click()
  for (const check of ['Right patient', 'Screening asked again', 'Consent covers the plan', 'Lying down']) {
    await page.getByRole('checkbox', { name: check }).check()
  }
  await page.getByRole('button', { name: 'Confirm time-out' }).click()
  await expect(page.getByText(/^Time-out \d\d:\d\d$/)).toBeVisible()
  const command = page.getByRole('combobox', { name: 'Shorthand for the next needle' })
  await command.fill('r thoracic mult t8 .25x25')
  await command.press('Enter')
  await expect(
    page
      .getByText(/consent/i)
      .filter({ hasText: /cover/ })
      .first(),
  ).toBeVisible()
  await expect(page.getByTestId('count')).toHaveText(/^In0Out0Left0$/)
}

async function withdrawnAtThree(page: Page, patient: string): Promise<void> {
  const command = page.getByRole('combobox', { name: 'Shorthand for the next needle' })
  await command.fill('')
  for (const line of ['r mult l4 .30x50', 'r mult l5 .30x50', 'l mult l4 .30x50']) {
    await command.fill(line)
    await command.press('Enter')
    await expect(command).toHaveValue('')
  }
  await expect(page.getByTestId('count')).toHaveText(/^In3Out0Left3$/)
  await page.getByRole('button', { name: 'Patient withdraws consent' }).click()
  await page.getByLabel('Reason, if given').fill('Enough')
  await page.getByRole('button', { name: 'Record withdrawal' }).click()
  await expect(page.getByText(/Consent was taken back. Take out now: 1 /)).toBeVisible()
  await noAxeFinding(page)
  const panel = page.getByRole('region', { name: /^All out: 3 to take out/ })
  await panel.getByRole('button', { name: 'All 3 are out' }).click()
  await expect(page.getByTestId('count')).toHaveText(/^In3Out3Left0$/)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const { consents } = (await api(page, 'GET', `/api/patients/${patient}/consents`)) as { consents: object[] }
  expect(consents).toMatchObject([{ valid: false, withdrawnScopes: ['all'] }])
  await page.goto(`/patients/${patient}`)
  await expect(page.getByText('Consent withdrawn')).toBeVisible()
}

async function ownVersion(page: Page): Promise<void> {
  await page.goto('/clinic/consent-text')
  await page.getByRole('button', { name: 'Write our own version' }).click()
  const nothing = page.getByLabel('Must be told, in your words: do nothing')
  await nothing.fill('')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('The text leaves out what every consent must tell.')).toBeVisible()
  await api(page, 'GET', '/api/consent/texts')
  await page.goto('/clinic/consent-text')
  await page.getByRole('button', { name: 'Write our own version' }).click()
  await nothing.fill('Waiting is a choice, too.')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByRole('button', { name: 'Save the draft' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByRole('heading', { name: 'OWN-1' })).toBeVisible()
}

async function parentSigns(page: Page, patient: string): Promise<void> {
  await page.goto(`/patients/${patient}/consent?regions=lumbar`)
  await expect(page.getByText('Waiting is a choice, too.')).toBeVisible()
  await expect(page.getByText('Below 16 a parent or guardian signs.')).toBeVisible()
  await page.getByLabel('Name of the one who signs').fill('Ada Quill')
  await page.getByLabel('Relation to the patient').fill('mother')
  await page.getByText('Type it', { exact: true }).click()
  await page.getByLabel('My whole name').fill('Ada Quill')
  await expect(page.getByText('Ask the patient, too.')).toBeVisible()
  await page.getByText('Yes, agrees').click()
  await page.getByRole('button', { name: 'I agree and sign' }).click()
  await expect(page.getByText('Thank you. It is signed.')).toBeVisible()
  const { consents } = (await api(page, 'GET', `/api/patients/${patient}/consents`)) as { consents: { id: string }[] }
  const consent = await api(page, 'GET', `/api/consents/${consents[0]?.id}`)
  expect(consent).toMatchObject({
    textVersion: 'OWN-1',
    representative: { name: 'Ada Quill', relation: 'mother', because: 'under-age', assent: 'yes' },
  })
}

async function letter(page: Page, patient: string, screening: string): Promise<void> {
  await page.goto(`/patients/${patient}/screenings/${screening}`)
  await page.getByRole('link', { name: 'Write a letter' }).click()
  const body = page.getByLabel('Letter', { exact: true })
  await expect(body).toHaveValue(/Please assess now, as an emergency/)
  await body.fill('Dear colleague,\n\nPlease see her now: numb between the legs since this morning.')
  await page.getByRole('button', { name: 'Keep the letter' }).click()
  await page.waitForURL('**/letters/**')
  await noAxeFinding(page)
  const print = await page.getByRole('link', { name: 'A4 (PDF)' }).getAttribute('href')
  const pdf = await page.request.get(print ?? '')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByRole('radio', { name: 'Handed over' }).check()
  await page.getByLabel('To whom').fill('the patient')
  await page.getByRole('button', { name: 'Record it' }).click()
  await expect(page.getByText('This letter has left the house and stays as it is.')).toBeVisible()
  await expect(page.getByText('numb between the legs since this morning')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0)
}

async function forbidden(page: Page, patient: string): Promise<void> {
  await page.goto('/clinic')
  await page.getByRole('button', { name: 'State our own rules' }).click()
  await page.getByRole('group', { name: 'Dry needling is permitted' }).getByText('No', { exact: true }).click()
  await expect(page.getByText('Name the source.')).toBeVisible()
  await page.getByLabel('Which law or college says so, and since when').fill('Board opinion of 2 March 2026')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'State our own rules' })).toBeVisible()
  await page.goto(`/patients/${patient}/consent?regions=lumbar`)
  await expect(page.getByText('Board opinion of 2 March 2026')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I agree and sign' })).toHaveAttribute('aria-disabled', 'true')
}
