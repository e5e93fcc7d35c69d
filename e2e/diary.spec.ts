/** The front desk's day: a booking is held, made, moved and cancelled, by keys and by mouse, with axe at each step. */
import { expect, test } from './server.fixture.ts'
import { noAxeFinding } from './steps.ts'

test('the desk books a patient, moves the booking and cancels it with a reason', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /^Desk|^Front desk/ }).click()
  await page.waitForURL('**/patients')
  await page.getByRole('link', { name: 'Diary' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.getByRole('button', { name: 'Book', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Service').selectOption('Needling session')
  // Tomorrow and later: whatever hour it is when this runs.
  const day = dialog.getByRole('region').nth(1)
  const slot = day.getByRole('button').first()
  await expect(slot).toBeVisible()
  await noAxeFinding(page)
  await slot.click()

  await expect(dialog).toContainText(/Held for you: (9:5\d|10:00) left/)
  await dialog.getByLabel('Who comes?').fill('goncalves')
  await dialog.getByRole('radio', { name: /Gonçalves/ }).check()
  await noAxeFinding(page)
  const when = await dialog.getByRole('heading').first().innerText()
  await dialog.getByRole('button', { name: /^Book for/ }).click()
  await expect(dialog).toBeHidden()

  // `Thursday 26 November 2026, 09:00`: the diary of that day, by its address, as a bookmark has it.
  const [, date = '', time = ''] = /^\w+ (.+), (.+)$/.exec(when) ?? []
  await page.goto(`/diary?on=${new Date(`${date} 12:00 UTC`).toISOString().slice(0, 10)}`)
  await page.getByRole('button', { name: new RegExp(`Gonçalves.*${time}.*booked`) }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText(when.slice(0, -7))
  await noAxeFinding(page)

  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await dialog.getByRole('region').nth(2).getByRole('button').first().click()
  await expect(dialog.getByRole('button', { name: 'Cancel the booking' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel the booking' }).click()
  await expect(dialog.getByRole('button', { name: 'Cancel the booking' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel('Reason').fill('Called: has a cold')
  await dialog.getByRole('button', { name: 'Cancel the booking' }).click()
  await expect(dialog).toBeHidden()
})
