import { expect, test } from 'vitest'
import { type MuscleId, REGIONS } from '../atlas/index.ts'
import { isCited } from '../evidence/index.ts'
import {
  CONSENT_EXTRAS,
  type ConsentChoice,
  canonicalText,
  consentAgeIn,
  consentText,
  neededFor,
  STANDARD_TEMPLATE,
} from './text.ts'

const jurisdiction = {
  notAcupunctureStatement: 'unknown',
  consentWritten: 'unknown',
  trainingHours: null,
  emergencyNumber: '112',
} as const
const lumbar: ConsentChoice = { regions: ['lumbar'], electrical: false, extras: [], forYou: [], jurisdiction }
const everything: ConsentChoice = {
  regions: REGIONS,
  electrical: true,
  extras: CONSENT_EXTRAS,
  forYou: [],
  jurisdiction: { ...jurisdiction, consentWritten: 'yes', trainingHours: 50 },
}
const textOf = (choice: ConsentChoice) => consentText(STANDARD_TEMPLATE, choice)
const idsOf = (choice: ConsentChoice) => textOf(choice).parts.map((part) => part.id)
const wordsOf = (choice: ConsentChoice) => canonicalText(textOf(choice))

test('each sentence names citations that exist, or is marked unreviewed', () => {
  for (const part of textOf(everything).parts) {
    expect(part.sentences.length, part.id).toBeGreaterThan(0)
    for (const sentence of part.sentences) {
      for (const source of sentence.sources) expect(isCited(source), source).toBe(true)
      // What is agreed to is no claim.
      const isClaim = part.id !== 'agreement'
      expect(sentence.unreviewed, sentence.text).toBe(isClaim && sentence.sources.length === 0)
    }
  }
})

test('each published rate has its source, and the number of treatments stands with it', () => {
  const rates = textOf(everything)
    .parts.flatMap((part) => part.sentences)
    .filter(({ figure }) => figure !== null)
  expect(rates.length).toBeGreaterThan(7)
  for (const rate of rates) expect(rate.sources.length, rate.text).toBeGreaterThan(0)
  for (const n of ['7,629', '20,464', '5,407,378']) expect(wordsOf(everything)).toContain(n)
})

test.each([
  ['thoracic', 'near-the-lungs'],
  ['shoulder', 'near-the-lungs'],
  ['cervical', 'near-the-lungs'],
  ['cervical', 'neck'],
  ['thoracic', 'near-the-spine'],
  ['lumbar', 'near-the-spine'],
  ['gluteal', 'buttock'],
  ['thigh', 'thigh'],
  ['abdomen', 'abdomen'],
] as const)('%s adds the part %s', (region, part) => {
  expect(idsOf({ ...lumbar, regions: [region] })).toContain(part)
})

test('the lower back alone says nothing of lungs, current, pregnancy, students or pictures', () => {
  const ids = idsOf(lumbar)
  for (const part of ['near-the-lungs', 'electrical', 'pregnancy', 'student', 'photographs']) {
    expect(ids).not.toContain(part)
  }
  expect(idsOf({ ...lumbar, electrical: true })).toContain('electrical')
  for (const extra of CONSENT_EXTRAS) expect(idsOf({ ...lumbar, extras: [extra] })).toContain(extra)
})

test('the lungs come with their figures, their late signs and the emergency number', () => {
  const text = wordsOf({ ...lumbar, regions: ['thoracic'] })
  for (const words of ['1.75 in a million', 'days later', 'short breath', 'dry cough', '112']) {
    expect(text).toContain(words)
  }
})

test('every text names alternatives, doing nothing, the right to stop, and what to do afterwards', () => {
  const text = wordsOf(lumbar)
  expect(text).toContain('You can do nothing.')
  expect(text).toContain('stop at any moment')
  expect(text).toContain('take this consent back at any time')
  expect(text).toContain('112')
  expect(idsOf(lumbar)).toEqual(expect.arrayContaining(['alternatives', 'your-rights', 'afterwards']))
})

test('what is not agreed to is said, too', () => {
  const text = wordsOf({ ...lumbar, extras: ['student'] })
  expect(text).toContain('You agree to a student who watches.')
  expect(text).toContain('You do not agree to pictures')
  expect(text).toContain('You do not agree to electrical current')
})

test('the lines of the place: acupuncture unless a rule says no, writing and training when a rule asks', () => {
  expect(wordsOf(lumbar)).toContain('not an acupuncture')
  const withRules = (rules: Partial<ConsentChoice['jurisdiction']>) =>
    wordsOf({ ...lumbar, jurisdiction: { ...jurisdiction, ...rules } })
  expect(withRules({ notAcupunctureStatement: 'no' })).not.toContain('not an acupuncture')
  expect(withRules({})).not.toContain('in writing')
  expect(withRules({ consentWritten: 'yes' })).toContain('in writing')
  expect(withRules({ trainingHours: 54 })).toContain('at least 54 hours of training')
  expect(withRules({})).toContain('You get a copy of this.')
})

test('what screening says for this patient stands right after what is agreed to', () => {
  const note = { text: 'You bruise more.', sources: ['S10'], unreviewed: false }
  expect(idsOf({ ...lumbar, forYou: [note] }).slice(0, 3)).toEqual(['agreement', 'for-you', 'what-happens'])
  expect(wordsOf({ ...lumbar, forYou: [note] })).toContain('You bruise more.')
})

test("what a plan's sites need: their regions by muscle and level, and current if one of them uses it", () => {
  const site = (muscle: string, level: 'T8' | 'L4' | null) => {
    return { muscle: muscle as MuscleId, side: 'left', level, point: null } as const
  }
  const plan = [
    { site: site('gluteus-medius', null), electrical: false },
    { site: site('lumbar-multifidus', 'L4'), electrical: true },
  ]
  expect(neededFor(plan)).toEqual({ regions: ['lumbar', 'gluteal'], electrical: true })
  expect(neededFor([])).toEqual({ regions: [], electrical: false })
})

test('the order of the regions makes no difference to the text, what is agreed does', () => {
  const one = wordsOf({ ...lumbar, regions: ['lumbar', 'gluteal'] })
  expect(wordsOf({ ...lumbar, regions: ['gluteal', 'lumbar'] })).toBe(one)
  expect(wordsOf(lumbar)).not.toBe(one)
  expect(wordsOf({ ...lumbar, electrical: true })).not.toBe(wordsOf(lumbar))
})

test("DN-2.0 is published, so its words don't change: a new word is a new version", () => {
  expect(wordsOf(everything)).toMatchSnapshot()
})

test('no sentence promises a result', () => {
  expect(wordsOf(everything)).not.toMatch(/proven|guarantee|toxin|reset|\bsafe\b|painless/i)
})

test('the age of consent is 16 where that is the habit and 18 where we know nothing', () => {
  expect([consentAgeIn('GB'), consentAgeIn('IE'), consentAgeIn('US'), consentAgeIn('XX')]).toEqual([16, 16, 18, 18])
})
