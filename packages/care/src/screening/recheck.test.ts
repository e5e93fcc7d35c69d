import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANSWERS, type Instant } from '../kernel/index.ts'
import { needsFullScreening, needsRecheck } from './expiry.ts'
import { questionsReopened, RECHECK_IDS, RECHECK_ITEMS, type RecheckAnswers, recheck } from './recheck.ts'
import { screen } from './screen.ts'
import { ADULT, healthyBut, yesTo } from './screen.fixture.ts'

const NOTHING = Object.fromEntries(RECHECK_IDS.map((id) => [id, 'no'])) as RecheckAnswers

test('nothing changed: what stood stands, and a fever of last time is over', () => {
  const result = screen(recheck(yesTo('blood-thinner', 'fever'), NOTHING, {}), ADULT)
  expect(result).toMatchObject({ mayNeedle: true, precautions: ['Blood thinner'] })
})

test.each(RECHECK_IDS.filter((id) => id !== 'medicine'))(
  'something changed or nobody is sure about %s: no needle until its questions are answered',
  (id) => {
    for (const answer of ['yes', 'unknown'] as const) {
      const open = screen(recheck(healthyBut({}), { ...NOTHING, [id]: answer }, {}), ADULT)
      expect(open.missing.length, answer).toBeGreaterThan(0)
      expect(open.mayNeedle, answer).toBe(false)
    }
  },
)

test('a new medicine takes the old answers about medicines away, and the fresh ones count', () => {
  const items = { ...NOTHING, medicine: 'yes' } as const
  const blank = screen(recheck(healthyBut({}), items, {}), ADULT)
  expect(blank.findings.find(({ rule }) => rule === 'SCR-R1')?.because).toBe('unknown')
  const told = recheck(healthyBut({}), items, {
    'blood-thinner': { answer: 'yes' },
    medicines: { answer: 'yes', note: 'Eliquis' },
  })
  expect(screen(told, ADULT).findings.find(({ rule }) => rule === 'SCR-R1')?.because).toBe('yes')
})

test('an answer that the five open is never that of last time', () => {
  const items = fc.record(Object.fromEntries(RECHECK_IDS.map((id) => [id, fc.constantFrom(...ANSWERS)])))
  fc.assert(
    fc.property(items, (given) => {
      const answers = recheck(yesTo('fever', 'pregnant', 'saddle-numbness'), given as RecheckAnswers, {})
      for (const question of questionsReopened(given as RecheckAnswers)) expect(answers[question]).toBeUndefined()
    }),
  )
})

test('what is about now is asked anew, too', () => {
  for (const { questions, nowQuestions } of RECHECK_ITEMS)
    expect(questions).toEqual(expect.arrayContaining([...nowQuestions]))
})

test('an event between sessions makes answers old at once, and half a year makes all of them old', () => {
  const screenedAt = '2026-11-24T05:00:00.000Z' as Instant
  const soon = '2026-11-24T06:00:00.000Z' as Instant
  expect(needsRecheck({ screenedAt, reopenedAt: null }, soon)).toBe(false)
  expect(needsRecheck({ screenedAt, reopenedAt: soon }, soon)).toBe(true)
  expect(needsFullScreening(screenedAt, '2027-05-23T04:59:59.999Z' as Instant)).toBe(false)
  expect(needsFullScreening(screenedAt, '2027-05-23T05:00:00.000Z' as Instant)).toBe(true)
})
