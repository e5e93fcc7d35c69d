/** A stranger asks "is it right for me?": with the keyboard, on a phone, with large text, and nothing leaves the browser. */
import type { Page } from '@playwright/test'
import { expect, test } from './server.fixture.ts'
import { noAxeFinding } from './steps.ts'

/** Everything that the page asks the network for from now on. */
function listen(page: Page): readonly string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('websocket', (socket) => asked.push(socket.url()))
  return asked
}

const choose = (page: Page, answer: 'Yes' | 'No' | 'Not sure') =>
  page.getByRole('button', { name: answer, exact: true }).click()
const stored = (page: Page) => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length])

/** Answers no to all that isn't named, up to the end. */
async function answerAll(page: Page, answers: Readonly<Record<string, 'Yes' | 'Not sure'>>): Promise<void> {
  for (;;) {
    const asked = (await page.locator('#asked').textContent()) ?? ''
    if (asked === 'How old are you?') {
      await page.getByLabel('Years').fill('47')
      await page.keyboard.press('Enter')
      continue
    }
    if ((await page.locator('.choices').count()) === 0) return
    const part = Object.keys(answers).find((words) => asked.includes(words))
    await choose(page, (part === undefined ? undefined : answers[part]) ?? 'No')
  }
}

test('a phone: all questions, the outcome with its reasons, kept and deleted by hand, and nothing sent', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/questions')
  await page.getByRole('main').getByRole('link', { name: 'Is it right for me?' }).first().click()
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible()
  await noAxeFinding(page)

  const asked = listen(page)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.locator('#asked')).toBeFocused()
  for (const choice of await page.locator('.choice').all()) {
    expect((await choice.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(56)
  }
  await noAxeFinding(page)
  await answerAll(page, { 'blood thinners': 'Yes', 'more than three months': 'Yes', diabetes: 'Not sure' })

  await expect(page.getByRole('heading', { name: 'Maybe, with care' })).toBeFocused()
  const reason = page.getByRole('listitem').filter({ hasText: 'You may bleed or bruise more' })
  await reason.getByText('sources').click()
  await expect(reason.getByRole('list')).toBeVisible()
  await expect(page.locator('#ask').getByText('Do you have diabetes?')).toBeVisible()
  await expect(page.getByText('a guideline says that needles can be used')).toBeVisible()
  await expect(page.getByText('If your pain is new')).toBeHidden()
  for (const name of [
    'What speaks for it',
    'What speaks against it',
    'Other ways that help',
    'Questions to take along',
  ]) {
    await expect(page.getByRole('heading', { name })).toBeVisible()
  }
  await noAxeFinding(page)
  expect(await stored(page)).toEqual([0, 0, 0])

  await page.getByRole('button', { name: 'Keep on this device' }).click()
  await expect(page.getByRole('status')).toContainText('kept on this device')
  expect(asked).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: 'Go on where I stopped' }).click()
  await expect(page.getByRole('heading', { name: 'Maybe, with care' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete my answers' }).click()
  await expect(page.getByRole('status')).toHaveText('Your answers are deleted.')
  expect(await stored(page)).toEqual([0, 0, 0])
})

test('the keyboard: a red flag stops at once with what to do, and the answer can be changed', async ({ page }) => {
  await page.goto('/self-check')
  await page.getByRole('button', { name: 'Start' }).focus()
  const asked = listen(page)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Yes', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Get help now' })).toBeFocused()
  await expect(page.getByRole('main')).toContainText('call the emergency number of your country')
  await expect(page.getByRole('main')).toContainText('Nerves at the end of your spine may be pressed.')
  await expect(page.getByRole('heading', { name: 'What speaks for it' })).toBeHidden()
  await noAxeFinding(page)

  await page.getByRole('button', { name: 'Change my last answer' }).click()
  await expect(page.getByRole('button', { name: 'Yes', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await choose(page, 'No')
  await expect(page.locator('#asked')).toContainText('between the legs')
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.locator('#asked')).toContainText("can't pass water")
  expect(asked).toEqual([])
})

test('text at 200 % on a phone: nothing is wider than the screen, and no control is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/self-check')
  await page.addStyleTag({ content: 'html { font-size: 200% }' })
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Start' }).click()
  expect(await overflow()).toBeLessThanOrEqual(0)
  await choose(page, 'Yes')
  await expect(page.getByRole('heading', { name: 'Get help now' })).toBeVisible()
  expect(await overflow()).toBeLessThanOrEqual(0)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('the questions, the signs and whom to ask stand in words', async ({ page }) => {
    await page.goto('/self-check')
    await expect(page.getByText('Do you take blood thinners')).toBeVisible()
    await expect(page.getByText('at once if you have')).toBeVisible()
    await expect(page.getByText('See a doctor first.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Questions to take along' })).toBeVisible()
    await expect(page.getByRole('button')).toHaveCount(0)
  })
})
