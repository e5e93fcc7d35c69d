/**
 * How soon can I expect results? A measure is asked on the pad by keyboard alone, the course says in words what its picture
 * shows, and the clinician answers the review.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './server.fixture.ts'
import { api, noAxeFinding, tabTo } from './steps.ts'

type Course = {
  readonly scores: readonly unknown[]
  readonly expected: {
    readonly points: readonly {
      readonly unit: string
      readonly number: number
      readonly forecast: { readonly interval80: readonly [number, number] } | null
    }[]
  } | null
}

test('a measure on the pad, the course in words and as a picture, the review answered', async ({ page }) => {
  await page.goto('/welcome')
  await api(page, 'POST', '/api/install/demo', { role: 'clinician' })
  const patient = await longestCourse(page)

  await test.step('one question a screen, by keyboard', async () => {
    await page.goto(`/patients/${patient}`)
    await page.getByRole('link', { name: 'Ask a measure' }).click()
    await page.getByRole('button', { name: /^PEG/ }).click()
    await noAxeFinding(page)
    for (const [number, answer] of [4, 3, 3].entries()) {
      await expect(page.getByText(`${number + 1} of 3`)).toBeVisible()
      const next = page.getByRole('button', { name: number === 2 ? 'Done' : 'Next' })
      await expect(next).toHaveAttribute('aria-disabled', 'true')
      // An answer half given survives a reload: the tablet was put down.
      if (number === 1) {
        await page.reload()
        await page.getByRole('button', { name: /^PEG/ }).click()
        await expect(page.getByText('2 of 3')).toBeVisible()
      }
      await page.getByRole('radio').first().focus()
      for (let presses = 0; presses < answer; presses++) await page.keyboard.press('ArrowRight')
      await expect(page.getByRole('radio', { name: String(answer) })).toBeChecked()
      await tabTo(next)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await noAxeFinding(page)
    await page.getByRole('link', { name: 'Back to the chart' }).click()
    await page.getByText('PEG', { exact: true }).click()
    await expect(page.getByText('3.3 of 10, past week')).toBeVisible()
  })

  await test.step('the words say what the picture says', async () => {
    await page.getByText('Pain, 7 days').click()
    const course = (await api(page, 'GET', `/api/patients/${patient}/course`)) as unknown as Course
    const point = course.expected?.points.find(({ unit, number }) => unit === 'week' && number === 6)
    const [from, to] = point?.forecast?.interval80 ?? [0, 0]
    const card = page.getByRole('region', { name: 'Course' })
    await expect(
      card.getByText(`Most people with scores like yours were between ${from} and ${to} by week 6.`),
    ).toBeVisible()
    await expect(card.locator('svg.course-svg .c-spoken text')).toHaveText(`${from} to ${to}`)
    await card.getByText('The same as a table').click()
    await expect(card.getByRole('cell', { name: `${from} to ${to}` }).first()).toBeVisible()
    await expect(card.getByText('It doesn’t say what the needle did')).toBeVisible()
    await noAxeFinding(page)
  })

  await test.step('a goal is set, and stands on the chart', async () => {
    await page.getByText('What we aim at').click()
    await page.getByLabel('Goal').fill('3')
    await noAxeFinding(page)
    await page.getByRole('button', { name: 'Set the aim' }).click()
    await expect(page.locator('svg.course-svg .c-line-words.goal')).toHaveText('Goal 3')
  })

  await test.step('another way, with a reason', async () => {
    await page.getByText('Why this advice').click()
    await expect(page.getByText(/REV-\d+/)).toBeVisible()
    await page.getByRole('button', { name: 'Another way' }).click()
    await page.getByLabel('Why', { exact: true }).fill('Lifts at work from next week')
    await page.getByRole('button', { name: 'Record it' }).click()
    await expect(page.getByText('Lifts at work from next week')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Agree' })).toHaveCount(0)
  })

  await test.step('the patient’s own page and the practice’s figures', async () => {
    for (const [path, heading] of [
      [`/patients/${patient}/course`, 'Your course'],
      ['/clinic/outcomes', 'Outcomes of the practice'],
    ] as const) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await expect(page.locator('.sk:visible')).toHaveCount(0)
      await noAxeFinding(page)
    }
    await expect(page.getByText('Fewer than 5: hidden').first()).toBeVisible()
  })
})

/** Somebody of the demo who came five weeks ago. */
async function longestCourse(page: Page): Promise<string> {
  const query = new URLSearchParams({ q: 'Kwame Asante' })
  const { patients } = (await api(page, 'GET', `/api/patients?${query}`)) as {
    patients: readonly { readonly id: string }[]
  }
  const id = patients[0]?.id ?? ''
  const { scores } = (await api(page, 'GET', `/api/patients/${id}/course`)) as unknown as Course
  expect(scores.length).toBeGreaterThan(3)
  return id
}
