import { expect, test } from 'vitest'
import { REGIONS } from '../atlas/index.ts'
import { readingGrade } from '../kernel/index.ts'
import { CONSENT_EXTRAS, consentText, STANDARD_TEMPLATE } from './text.ts'

const jurisdiction = {
  notAcupunctureStatement: 'yes',
  consentWritten: 'yes',
  trainingHours: 50,
  emergencyNumber: '112',
} as const
const everything = consentText(STANDARD_TEMPLATE, {
  regions: REGIONS,
  electrical: true,
  extras: CONSENT_EXTRAS,
  forYou: [],
  jurisdiction,
})
const wordsOf = (sentences: readonly { readonly text: string }[]) => sentences.map(({ text }) => text).join('\n')

test('the whole text is for a reader of about twelve: grade 6 or easier', () => {
  expect(readingGrade(everything.parts.map(({ sentences }) => wordsOf(sentences)).join('\n'))).toBeLessThan(6)
})

test.each(everything.parts.map((part) => [part.id, part.sentences] as const))(
  'the part %s reads at grade 8 or easier by itself',
  (_id, sentences) => {
    expect(readingGrade(wordsOf(sentences))).toBeLessThan(8)
  },
)
