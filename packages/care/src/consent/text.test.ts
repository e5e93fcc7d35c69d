import { expect, test } from 'vitest'
import { REGIONS } from '../atlas/index.ts'
import { isCited } from '../evidence/index.ts'
import { type ConsentChoice, canonicalText, consentAgeIn, consentText } from './text.ts'

const jurisdiction = { notAcupunctureStatement: 'unknown', emergencyNumber: '112' } as const
const lumbar: ConsentChoice = { regions: ['lumbar'], electrical: false, jurisdiction }
const everything: ConsentChoice = { regions: REGIONS, electrical: true, jurisdiction }
const idsOf = (choice: ConsentChoice) => consentText(choice).parts.map((part) => part.id)

test('each sentence names citations that exist, or is marked unreviewed', () => {
  for (const part of consentText(everything).parts) {
    expect(part.sentences.length, part.id).toBeGreaterThan(0)
    for (const sentence of part.sentences) {
      for (const source of sentence.sources) expect(isCited(source), source).toBe(true)
      expect(sentence.unreviewed, sentence.text).toBe(sentence.sources.length === 0)
    }
  }
})

test('each published rate stands with its number of treatments and its source', () => {
  const risks = consentText(everything).parts.find((part) => part.id === 'what-may-go-wrong')
  const rates = risks?.sentences.filter((sentence) => /\d/.test(sentence.text)) ?? []
  expect(rates.length).toBeGreaterThan(3)
  for (const rate of rates) expect(rate.sources.length, rate.text).toBeGreaterThan(0)
  expect(canonicalText(consentText(everything))).toContain('5,407,378')
})

test.each([
  ['thoracic', 'near-the-lungs'],
  ['shoulder', 'near-the-lungs'],
  ['cervical', 'near-the-lungs'],
  ['lumbar', 'near-the-spine'],
  ['gluteal', 'buttock'],
] as const)('%s adds the part %s', (region, part) => {
  expect(idsOf({ ...lumbar, regions: [region] })).toContain(part)
})

test('the lower back alone says nothing of lungs or current', () => {
  expect(idsOf(lumbar)).not.toContain('near-the-lungs')
  expect(idsOf(lumbar)).not.toContain('electrical')
  expect(idsOf({ ...lumbar, electrical: true })).toContain('electrical')
})

test('every text names alternatives, doing nothing, and the right to stop', () => {
  const text = canonicalText(consentText(lumbar))
  expect(text).toContain('You can do nothing.')
  expect(text).toContain('stop at any moment')
  expect(text).toContain('112')
})

test('unless a rule says no, the patient is told that this is not acupuncture', () => {
  expect(canonicalText(consentText(lumbar))).toContain('not an acupuncture')
  const not = { ...lumbar, jurisdiction: { ...jurisdiction, notAcupunctureStatement: 'no' as const } }
  expect(canonicalText(consentText(not))).not.toContain('not an acupuncture')
})

test('the order of the regions makes no difference to the text, what is agreed does', () => {
  const one = canonicalText(consentText({ ...lumbar, regions: ['lumbar', 'gluteal'] }))
  expect(canonicalText(consentText({ ...lumbar, regions: ['gluteal', 'lumbar'] }))).toBe(one)
  expect(canonicalText(consentText(lumbar))).not.toBe(one)
  expect(canonicalText(consentText({ ...lumbar, electrical: true }))).not.toBe(canonicalText(consentText(lumbar)))
})

test("DN-1.0 is published, so its words don't change: a new word is a new version", () => {
  expect(canonicalText(consentText(everything)).length).toMatchInlineSnapshot(`5571`)
})

test('no sentence promises a result', () => {
  expect(canonicalText(consentText(everything))).not.toMatch(/proven|guarantee|toxin|reset|\bsafe\b|painless/i)
})

test('the age of consent is 16 where that is the habit and 18 where we know nothing', () => {
  expect([consentAgeIn('GB'), consentAgeIn('IE'), consentAgeIn('US'), consentAgeIn('XX')]).toEqual([16, 16, 18, 18])
})
