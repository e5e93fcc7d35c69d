/** What every walk does: asks axe, calls the API as the page would, walks by keyboard. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

export const PASSWORD = 'three teal knots on a rope'
export const OWNER = { name: 'Rosa Okafor', email: 'rosa@example.org', registration: 'PT 018552' }

/** Axe finds nothing, in light with all its rules, in dark with what a colour can break. */
export async function noAxeFinding(page: Page): Promise<void> {
  const light = await axe(page).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axe(page).withRules(['color-contrast', 'link-in-text-block']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  const found = [...light.violations, ...dark.violations]
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

/** Our pages have no frames: the legacy mode spares a new browser page for each question. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
}

/** The API as this page's own script would call it. */
export function api(page: Page, method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ([method, path, body]) => {
      const response = await fetch(path, {
        method,
        headers: body === null ? {} : { 'content-type': 'application/json' },
        body,
      })
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>)
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  )
}

/** A clinic with Rosa as its owner who treats, signed in on this page. */
export async function setUpClinic(page: Page): Promise<void> {
  await page.goto('/welcome')
  await api(page, 'POST', '/api/install/clinic', {
    clinic: {
      name: 'Harbour Street Clinic',
      country: 'IE',
      timeZone: 'Europe/Dublin',
      jurisdiction: 'ie',
      emergencyNumber: '112',
    },
    owner: { ...OWNER, password: PASSWORD, treats: true },
  })
}

/** Walks on with the Tab key until it is reached; fails when a whole round doesn't come by. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page()
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 250; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${target}`)
}

/** Reaches it by Tab and presses Enter. */
export async function enterOn(target: Locator): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('Enter')
}

/** Reaches a field by Tab and types. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.type(text)
}

/** A UUID of version 4 will do where no order matters. */
export function newId(): string {
  return crypto.randomUUID()
}
