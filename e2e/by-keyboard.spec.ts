/** A whole treatment without a pointer: registered, screened, consented, needled, counted, signed. Enter, Space, Tab, arrows. */
import type { Page } from '@playwright/test'
import { expect, test } from './server.fixture.ts'
import { enterOn, noAxeFinding, setUpClinic, tabTo, typeInto } from './steps.ts'

test('a patient is treated by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000)
  await setUpClinic(page)
  await page.goto('/patients')
  await register(page)
  await screen(page)
  await consent(page)
  await openRoom(page)
  await needles(page)
  await incident(page)
  await allOut(page)
  await sign(page)
  await record(page)
})

async function register(page: Page): Promise<void> {
  await enterOn(page.getByRole('link', { name: 'New patient' }).first())
  await typeInto(page.getByLabel('Name').first(), 'Ama Boateng')
  // The same day and month, whichever of them a locale puts first.
  await typeInto(page.getByLabel('Birth date'), '10101980')
  await typeInto(page.getByLabel('Sex'), 'fem')
  await enterOn(page.getByRole('button', { name: 'Register' }))
  await expect(page.getByRole('heading', { name: 'Ama Boateng' })).toBeVisible()
}

async function screen(page: Page): Promise<void> {
  await enterOn(page.getByRole('link', { name: 'Screen now' }))
  await tabTo(page.getByRole('radio').first())
  // One key a question: it answers and goes on to the next; Tab passes what is asked in one's own words.
  const answered = page.locator('.q-line:has(input[type=radio]:checked)')
  const focused = page.locator('.q-line:focus-within')
  for (const count = await page.locator('.q-line:has(input[type=radio])').count(); (await answered.count()) < count; ) {
    const isChoice = (await focused.locator('input[type=radio]').count()) > 0
    await page.keyboard.press(isChoice ? 'n' : 'Tab')
  }
  await noAxeFinding(page)
  await enterOn(page.getByRole('button', { name: 'See what it means' }))
  await expect(page.getByRole('heading', { name: /^Screening/ })).toBeVisible()
}

async function consent(page: Page): Promise<void> {
  await enterOn(page.getByRole('link', { name: 'Take consent' }))
  await tabTo(page.getByRole('checkbox', { name: 'Lower back' }))
  await page.keyboard.press('Space')
  await tabTo(page.getByRole('radio', { name: 'Draw it' }))
  await page.keyboard.press('ArrowRight')
  await typeInto(page.getByLabel('My whole name'), 'Ama Boateng')
  await noAxeFinding(page)
  await enterOn(page.getByRole('button', { name: 'I agree and sign' }))
  await expect(page.getByText('Thank you. It is signed.')).toBeVisible()
  await noAxeFinding(page)
  await enterOn(page.getByRole('button', { name: 'Back to the chart' }))
}

async function openRoom(page: Page): Promise<void> {
  await typeInto(page.getByLabel('Start a session: reason'), 'Low back pain')
  await enterOn(page.getByRole('button', { name: 'Start session' }))
  for (const check of ['Right patient', 'Screening asked again', 'Consent covers the plan', 'Lying down']) {
    await tabTo(page.getByRole('checkbox', { name: check }))
    await page.keyboard.press('Space')
  }
  await enterOn(page.getByRole('group', { name: 'Pain before' }).getByRole('button', { name: '5', exact: true }))
  await enterOn(page.getByRole('button', { name: 'Confirm time-out' }))
  await expect(page.getByText(/^Time-out \d\d:\d\d$/)).toBeVisible()
}

async function needles(page: Page): Promise<void> {
  // Any letter types into the command line, wherever the focus is.
  await page.keyboard.type('r mult l4-l5 .30x50 piston ltr2')
  await page.keyboard.press('Enter')
  await counts(page, 2, 0, 2)

  // The map is one stop of Tab: arrows walk over the sites, Enter chooses, Escape leaves again.
  await tabTo(page.getByRole('application'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Chosen site' })).toBeVisible()
  await noAxeFinding(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Chosen site' })).toHaveCount(0)

  // The list, with its search; then the settings.
  await typeInto(page.getByRole('searchbox'), 'iliocost')
  await enterOn(page.getByRole('button', { name: 'Iliocostalis lumborum, left' }))
  const levels = page.getByRole('group', { name: 'Level' })
  await tabTo(levels.getByRole('radio').first())
  await page.keyboard.press('Space')
  while (!(await levels.getByRole('radio', { name: 'L3' }).isChecked())) await page.keyboard.press('ArrowRight')
  await enterOn(page.getByRole('button', { name: 'Place needle 3' }))
  await counts(page, 3, 0, 3)
  await enterOn(page.getByRole('group', { name: 'Twitch' }).getByRole('button', { name: 'Several' }))

  // The oldest needle out, and the last step undone and done again.
  await page.keyboard.press('Control+Backspace')
  await page.keyboard.press('Enter')
  await counts(page, 3, 1, 2)
  await page.keyboard.press('Control+z')
  await counts(page, 3, 0, 3)
}

async function incident(page: Page): Promise<void> {
  const row = page.locator('#needle-3')
  if ((await row.getByRole('button', { expanded: true }).count()) === 0) await enterOn(row.getByRole('button').first())
  await enterOn(row.getByRole('button', { name: 'Can’t be counted out' }))
  await tabTo(row.getByRole('radio').first())
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await typeInto(row.getByLabel('What happened'), 'Fell on the floor, found and put in the box')
  await typeInto(row.getByLabel('Second person who saw or looked'), 'Finn Aalto')
  await noAxeFinding(page)
  await enterOn(row.getByRole('button', { name: 'Record incident' }))
  await counts(page, 3, 0, 2)
}

async function allOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+O')
  const panel = page.getByRole('region', { name: /^All out: 2 to take out/ })
  await enterOn(panel.getByRole('listitem').first().getByRole('button'))
  await counts(page, 3, 1, 1)
  await enterOn(
    page
      .getByRole('region', { name: /^All out/ })
      .getByRole('listitem')
      .first()
      .getByRole('button'),
  )
  await counts(page, 3, 2, 0)
  await enterOn(page.getByRole('button', { name: /^I counted 2 needles out, 1 accounted for/ }))
}

async function sign(page: Page): Promise<void> {
  await enterOn(page.getByRole('button', { name: 'Asked: no reaction' }))
  await enterOn(page.getByRole('group', { name: 'Pain after' }).getByRole('button', { name: '2', exact: true }))
  await enterOn(page.getByRole('group', { name: 'Aftercare given' }).getByRole('button', { name: 'Told' }))
  await enterOn(page.getByRole('button', { name: 'Sign as Rosa Okafor' }))
  await expect(page.getByRole('heading', { name: 'Signed and locked' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Shorthand for the next needle' })).toHaveCount(0)
}

async function record(page: Page): Promise<void> {
  await enterOn(page.getByRole('link', { name: 'Open the record' }))
  const sheet = page.getByRole('article')
  await expect(sheet).toContainText('In 3 = out 2 + accounted for 1')
  await expect(sheet).toContainText('Finn Aalto')
  await typeInto(page.getByLabel('Addendum'), 'Well the day after.')
  await enterOn(page.getByRole('button', { name: 'Add addendum' }))
  await expect(page.getByRole('region', { name: 'Addendum 1' })).toContainText('Well the day after.')
  await noAxeFinding(page)
}

async function counts(page: Page, inCount: number, outCount: number, left: number): Promise<void> {
  await expect(page.getByTestId('count')).toContainText(new RegExp(`In${inCount}Out${outCount}.*Left${left}`))
}
