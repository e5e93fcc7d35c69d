/** A newcomer's first minutes: the empty installation, the demo and its end, a clinic of one's own, its first colleague. */
import { expect, test } from './server.fixture.ts'
import { noAxeFinding, OWNER, PASSWORD } from './steps.ts'

test('the demo is explored and thrown away, then a clinic is set up', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Welcome to Unknot' })).toBeVisible()
  await noAxeFinding(page)

  await page.getByRole('button', { name: /^Clinician/ }).click()
  await page.waitForURL('**/today')
  await expect(page.getByText('This is the demo clinic.')).toBeVisible()
  await page.getByRole('link', { name: 'Patients' }).click()
  await expect(page.getByRole('list', { name: 'Registered last' }).or(page.locator('.rows')).first()).toBeVisible()

  await page.getByRole('button', { name: 'Throw it away' }).click()
  await expect(page.getByRole('dialog')).toContainText('This can’t be undone')
  await noAxeFinding(page)
  await page.getByRole('button', { name: 'Yes, throw it away' }).click()
  await page.waitForURL('**/welcome')

  await page.getByRole('link', { name: 'Set up my clinic' }).click()
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await expect(page.getByText('Too short still')).toBeVisible()
  await noAxeFinding(page)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Registration number').fill(OWNER.registration)
  await page.getByLabel('Name of the clinic').fill('Harbour Street Clinic')
  await page.getByLabel('Country').selectOption('IE')
  await page.getByRole('button', { name: 'Set up my clinic' }).click()
  await page.waitForURL('**/today')
  await expect(page.getByText('This is the demo clinic.')).toHaveCount(0)
  await noAxeFinding(page)

  await page.goto('/patients')
  await expect(page.getByText('Nobody is registered yet')).toBeVisible()
  await noAxeFinding(page)
})

test('a second patient who is likely the first is shown before anything is made', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill('a wrong one, to begin with')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(OWNER.email)
  await noAxeFinding(page)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/today')

  for (const name of ['Síle Ní Bhriain', 'Sile Ni Bhriain']) {
    await page.goto('/patients/new')
    await page.getByLabel('Name').first().fill(name)
    await page.getByLabel('Birth date').fill('1961-02-03')
    await page.getByRole('button', { name: 'Register' }).click()
    if (name.startsWith('Síle')) await page.waitForURL(/\/patients\/[0-9a-f-]{36}$/)
  }
  const dialog = page.getByRole('dialog', { name: 'Is this somebody who is registered already?' })
  await expect(dialog).toContainText('Síle Ní Bhriain')
  await noAxeFinding(page)
  await dialog.getByRole('link', { name: 'It is this person' }).click()
  await expect(page.getByRole('heading', { name: 'Síle Ní Bhriain' })).toBeVisible()

  // Found without its accents, by a part of the name, by the birth date.
  for (const part of ['bhri', 'sile', '1961']) {
    await page.goto(`/patients?q=${part}`)
    await expect(page.getByText('One patient found')).toBeVisible()
  }
})
