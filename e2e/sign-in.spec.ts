/** Signing in by passkey and by a code, and a sign-in that ends in the middle of work without losing a letter. */
import { createHmac } from 'node:crypto'
import { expect, test } from './server.fixture.ts'
import type { Page } from '@playwright/test'
import { api, noAxeFinding, OWNER, PASSWORD, setUpClinic } from './steps.ts'

test('a sign-in ends while a patient is being typed in: signed in again in place, nothing is lost', async ({
  page,
  request,
}) => {
  await setUpClinic(page)
  await page.goto('/patients/new')
  await page.getByLabel('Name').first().fill('Jonas Brandt')
  await page.getByLabel('Birth date').fill('1979-11-02')
  await page.getByLabel('Notes for the front desk').fill('Comes by wheelchair: room 2')
  await endEverySignIn(page, request)

  await page.getByRole('button', { name: 'Register' }).click()
  const again = page.getByRole('dialog')
  await expect(again.getByLabel('E-mail')).toHaveValue(OWNER.email)
  await noAxeFinding(page)
  await again.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await again.getByRole('button', { name: 'Sign in', exact: true }).click()

  await page.waitForURL(/\/patients\/[0-9a-f-]{36}$/)
  const patient = await api(page, 'GET', `/api/patients/${page.url().split('/').at(-1)}`)
  expect(patient).toMatchObject({
    name: 'Jonas Brandt',
    birthOn: '1979-11-02',
    notes: 'Comes by wheelchair: room 2',
  })
})

test('a passkey signs in without a password', async ({ page }) => {
  await signIn(page)
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto('/account')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Your password, to be sure that it is you').fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Name of this passkey').fill('The tablet in room 2')
  await noAxeFinding(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('The tablet in room 2')).toBeVisible()
  await expect(page.getByText('never used')).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await page.getByRole('button', { name: /passkey/i }).click()
  await page.waitForURL('**/today')
  await page.goto('/account')
  await expect(page.getByText('by passkey')).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('The tablet in room 2')).toHaveCount(0)
})

test('with a code from an authenticator app the password alone opens nothing', async ({ page }) => {
  await signIn(page)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByLabel('Your password, to be sure that it is you').fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  const key = (await page.locator('.key').innerText()).replaceAll(' ', '')
  await noAxeFinding(page)
  // A code counts once: the one before now confirms, the one of now signs in.
  await page.getByLabel('Code', { exact: true }).fill(codeOf(key, -1))
  await page.getByRole('button', { name: 'Confirm' }).click()
  const recovery = await page.locator('.codes li').first().innerText()
  await noAxeFinding(page)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('On. Signing in asks for a code.')).toBeVisible()

  for (const code of [codeOf(key, 0), recovery]) {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    await page.getByLabel('E-mail').fill(OWNER.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await noAxeFinding(page)
    await page.getByLabel(/code/i).fill(code)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/today')
    await page.goto('/account')
  }
})

/** From elsewhere, as an owner does whose tablet was left behind. */
async function endEverySignIn(page: Page, request: Page['request']): Promise<void> {
  const origin = new URL(page.url()).origin
  const body = { email: OWNER.email, password: PASSWORD, as: 'token' }
  const { token } = (await (await request.post('/api/sign-in', { data: body, headers: { origin } })).json()) as {
    token: string
  }
  const headers = { authorization: `Bearer ${token}` }
  const { signIns } = (await (await request.get('/api/me/sign-ins', { headers })).json()) as {
    signIns: readonly { readonly id: string; readonly current: boolean }[]
  }
  for (const { id, current } of signIns) if (!current) await request.delete(`/api/me/sign-ins/${id}`, { headers })
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await api(page, 'POST', '/api/sign-in', { email: OWNER.email, password: PASSWORD })
}

/** RFC 6238 with SHA-1, 30 s, six digits, as an authenticator app reckons it; `steps` from now. */
function codeOf(key: string, steps: number): string {
  const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const secret = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}
