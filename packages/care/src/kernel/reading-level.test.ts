import { expect, test } from 'vitest'
import { readingGrade } from './reading-level.ts'

test('short words in short sentences are plain, long ones are not', () => {
  expect(readingGrade('The cat sat on the mat. It was a big cat.')).toBeLessThan(1)
  const hard = 'Iatrogenic pneumothorax necessitates immediate radiological evaluation and hospitalisation.'
  expect(readingGrade(hard)).toBeGreaterThan(15)
})

test('a known passage has the grade of the formula: 13 words, 2 sentences, 14 syllables', () => {
  expect(readingGrade('You lie down for it. Each needle is used once and then binned.')).toBeCloseTo(
    0.39 * (13 / 2) + 11.8 * (14 / 13) - 15.59,
    5,
  )
})

test('no words have no grade', () => {
  expect(readingGrade(' … ')).toBeNull()
})
