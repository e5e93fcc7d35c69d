/** The atlas pages in a real browser: without script, by keyboard, in light and dark, on a phone and on paper. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './server.fixture.ts'

test('the atlas is searched and read without script, by keyboard alone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${baseURL}/atlas`)
  await page.getByLabel('A muscle, or where it hurts').focus()
  await page.keyboard.type('pain like sciatica without numbness')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/atlas\?q=pain/)
  const hit = page.getByRole('region', { name: 'Found' }).getByRole('link', { name: 'Piriformis' })
  await hit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Piriformis')
  await expect(page.getByRole('img', { name: /^Piriformis/ })).toBeVisible()
  await expect(page.getByText(/11 of 14/).first()).toBeVisible()
  // A source opens in place.
  await page.getByText('Source', { exact: true }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: /Z-Anatomy/ }).first()).toBeVisible()
  await context.close()
})

test('the atlas pages have no axe finding and never scroll sideways', async ({ browser, baseURL }) => {
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } })
    const page = await context.newPage()
    for (const path of ['/atlas', '/atlas?q=sciatica+with+numbness', '/atlas/lumbar-multifidus', '/atlas/nowhere']) {
      await page.goto(`${baseURL}${path}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    }
    await context.close()
  }
})
