/** Eight needles charted on the map by keyboard alone: a name is typed, arrows walk to the level, Enter chooses, Enter places. */
import type { Page } from '@playwright/test'
import { expect, test } from './server.fixture.ts'
import { api, enterOn, tabTo } from './steps.ts'

/** What is typed, how often Down goes on from the first place of that name, and what is then chosen. */
const CHARTED = [
  { typed: 'lumbar mult', down: 6, chosen: 'left lumbar multifidus, L4' },
  { typed: 'lumbar mult', down: 7, chosen: 'right lumbar multifidus, L4' },
  { typed: 'lumbar mult', down: 8, chosen: 'left lumbar multifidus, L5' },
  { typed: 'lumbar mult', down: 9, chosen: 'right lumbar multifidus, L5' },
  { typed: 'longissimus l', down: 6, chosen: 'left longissimus lumborum, L4' },
  { typed: 'longissimus l', down: 7, chosen: 'right longissimus lumborum, L4' },
  { typed: 'glut med', down: 0, chosen: 'left gluteus medius' },
  { typed: 'glut med', down: 1, chosen: 'right gluteus medius' },
] as const

test('eight needles are charted on the map by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/welcome')
  await api(page, 'POST', '/api/install/demo', { role: 'clinician' })
  await page.goto('/today')
  await enterOn(page.getByRole('link', { name: /^Go on/ }).first())
  const map = page.getByRole('application')
  await expect(map).toBeVisible()
  const before = await countIn(page)
  for (const [index, { typed, down, chosen }] of CHARTED.entries()) {
    await tabTo(map)
    await page.keyboard.type(typed)
    for (let step = 0; step < down; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(map).toHaveAccessibleName(new RegExp(`Chosen: ${chosen}$`, 'i'))
    await enterOn(page.getByRole('button', { name: /^Place needle \d+$/ }))
    await expect.poll(() => countIn(page)).toBe(before + index + 1)
  }
})

/** How many needles went in, as the count says. */
async function countIn(page: Page): Promise<number> {
  const said = await page.getByTestId('count').textContent()
  return Number(/In\s*(\d+)/.exec(said ?? '')?.[1])
}
