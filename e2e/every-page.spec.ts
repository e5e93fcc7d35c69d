/** Every page of the app in the demo clinic: axe finds nothing in light and dark, and nothing is wider than the screen. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../tools/install.mjs'
import { expect, test } from './server.fixture.ts'
import { api, newId, noAxeFinding } from './steps.ts'

type Chart = {
  readonly patient: { readonly id: string }
  readonly screening: { readonly id: string } | null
  readonly consents: readonly { readonly id: string }[]
  readonly sessions: readonly { readonly id: string; readonly status: string }[]
}

/** A page by its route; `role` is who looks at it. */
type Visit = { readonly route: string; readonly role: 'clinician' | 'owner' | 'desk' | null }

const VISITS: readonly Visit[] = [
  { route: '/today', role: 'clinician' },
  { route: '/diary', role: 'clinician' },
  { route: '/patients', role: 'clinician' },
  { route: '/patients/new', role: 'clinician' },
  { route: '/patients/$patient', role: 'clinician' },
  { route: '/patients/$patient/details', role: 'clinician' },
  { route: '/patients/$patient/screening', role: 'clinician' },
  { route: '/patients/$patient/screenings/$screening', role: 'clinician' },
  { route: '/patients/$patient/screenings/$screening/letter', role: 'clinician' },
  { route: '/patients/$patient/letters/$letter', role: 'clinician' },
  { route: '/patients/$patient/recheck', role: 'clinician' },
  { route: '/patients/$patient/consent', role: 'clinician' },
  { route: '/patients/$patient/consents/$consent', role: 'clinician' },
  { route: '/patients/$patient/sessions/$session', role: 'clinician' },
  { route: '/patients/$patient/sessions/$session/record', role: 'clinician' },
  { route: '/patients/$patient/measures', role: 'clinician' },
  { route: '/patients/$patient/course', role: 'clinician' },
  { route: '/clinic', role: 'owner' },
  { route: '/clinic/outcomes', role: 'owner' },
  { route: '/clinic/consent-text', role: 'owner' },
  { route: '/clinic/consent-text/$text', role: 'owner' },
  { route: '/clinic/booking', role: 'owner' },
  { route: '/clinic/staff', role: 'owner' },
  { route: '/clinic/audit', role: 'owner' },
  { route: '/clinic/outbox', role: 'owner' },
  { route: '/account', role: 'owner' },
  // Not for these roles: the refusal is a page, too.
  { route: '/patients/$patient/screening', role: 'owner' },
  { route: '/patients/$patient/consent', role: 'owner' },
  { route: '/patients/$patient', role: 'desk' },
  { route: '/clinic/audit', role: 'desk' },
  { route: '/nowhere', role: 'desk' },
  { route: '/sign-in', role: null },
  { route: '/forgotten', role: null },
  { route: '/choose-password', role: null },
]

/** Looked at by the walk of the first page, on an installation without a clinic, and by the walk without a network. */
const ELSEWHERE = ['/', '/welcome', '/set-up', '/unlock', '/device']

test('every page that has a route is visited', () => {
  const routes = readFileSync(join(root, 'packages/web/src/routes.tsx'), 'utf8')
  const known = [...routes.matchAll(/\bpath: '([^']+)'/g)].map((match) => match[1] ?? '')
  const seen = new Set([...ELSEWHERE, ...VISITS.map(({ route }) => route)])
  expect(known.filter((route) => !seen.has(route))).toEqual([])
  expect(known.length).toBeGreaterThan(15)
})

test('axe finds nothing on any page, in light and dark, and no page is wider than a phone or a tablet', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await page.goto('/welcome')
  let now: Visit['role'] = null
  let ids: Record<string, string> = {}
  for (const visit of VISITS) {
    if (visit.role !== now) {
      await become(page, visit.role)
      if (visit.role === 'clinician') ids = await treatedPatient(page)
      if (visit.role === 'owner') ids = { ...ids, text: await draftedText(page) }
      now = visit.role
    }
    await test.step(`${visit.route} as ${visit.role ?? 'nobody'}`, async () => {
      await page.goto(visit.route.replace(/\$(\w+)/g, (_, id: string) => ids[id] ?? 'missing'))
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
      await expect(page.locator('.sk:visible')).toHaveCount(0)
      await noAxeFinding(page)
      for (const width of [390, 820]) {
        await page.setViewportSize({ width, height: 844 })
        const excess = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        await expect.poll(excess, { message: `${width} px` }).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
    })
  }
})

async function become(page: Page, role: Visit['role']): Promise<void> {
  if (role === null) await page.context().clearCookies()
  else await api(page, 'POST', '/api/install/demo', { role })
}

/** The ids of a patient of the demo who has everything: a screening, a consent, a signed session. */
async function treatedPatient(page: Page): Promise<Record<string, string>> {
  const { patients } = (await api(page, 'GET', '/api/patients')) as { patients: readonly { readonly id: string }[] }
  for (const { id } of patients) {
    const chart = (await api(page, 'GET', `/api/patients/${id}/chart`)) as unknown as Chart
    const signed = chart.sessions.find(({ status }) => status === 'signed')
    const [consent] = chart.consents
    if (signed && consent && chart.screening) {
      const screening = chart.screening.id
      const letter = await keptLetter(page, id, screening)
      return { patient: id, screening, consent: consent.id, session: signed.id, letter }
    }
  }
  throw new Error('the demo has no patient with a signed session')
}

async function keptLetter(page: Page, patient: string, screening: string): Promise<string> {
  const path = `/api/screenings/${screening}/letter-draft?to=emergency-department`
  const { asked: _asked, ...words } = await api(page, 'GET', path)
  const id = newId()
  await api(page, 'POST', `/api/patients/${patient}/letters`, { id, screening, ...words })
  return id
}

async function draftedText(page: Page): Promise<string> {
  const { start } = (await api(page, 'GET', '/api/consent/texts')) as { start: object }
  const id = newId()
  await api(page, 'POST', '/api/consent/texts', { id, ...start, note: '' })
  return id
}
