/** Every public sentence has a source or says that it has none, claims nothing that isn't known, and is easy to read. */
import { expect, test } from 'vitest'
import { isCited } from '../evidence/index.ts'
import { readingGrade } from '../kernel/index.ts'
import type { Claim } from './claim.ts'
import { checkClaims } from './claim-check.ts'
import type { PublicQuestion } from './question.ts'
import { CERTAINTY_WORDS, PUBLIC_QUESTIONS, publicQuestion } from './questions.ts'

const claimsOf = ({ short, parts }: PublicQuestion): readonly Claim[] => [
  ...short,
  ...parts.flatMap(({ claims }) => claims),
]

test('each question that people bring has its page, under an address of its own', () => {
  expect(PUBLIC_QUESTIONS).toHaveLength(10)
  expect(new Set(PUBLIC_QUESTIONS.map(({ id }) => id)).size).toBe(10)
  for (const { id } of PUBLIC_QUESTIONS) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(publicQuestion(id)?.id).toBe(id)
  }
  expect(publicQuestion('constructor')).toBeNull()
})

test.each(PUBLIC_QUESTIONS.map((question) => [question.question, question] as const))(
  '%s: each sentence has a source in the register, or says that it is unreviewed',
  (_, question) => {
    for (const { text, sources, unreviewed, certainty } of claimsOf(question)) {
      expect(sources.length === 0, text).toBe(unreviewed)
      expect(sources.every(isCited), text).toBe(true)
      expect(CERTAINTY_WORDS[certainty]).not.toBe('')
      expect(text).toMatch(/[.?]$/)
      // What no source supports is never called sure.
      if (unreviewed) expect(['opinion', 'unknown', 'very-low']).toContain(certainty)
    }
  },
)

test.each(PUBLIC_QUESTIONS.map((question) => [question.question, question] as const))(
  '%s: claims nothing that isn’t known, and is read at about age twelve',
  (_, question) => {
    const text = claimsOf(question)
      .map((claim) => claim.text)
      .join('\n')
    expect(checkClaims(`${question.question}\n${text}`)).toEqual([])
    expect(readingGrade(text)).toBeLessThan(6.5)
  },
)
