import { expect, test } from 'vitest'
import { suggestShorthand } from './suggest.ts'

const texts = (line: string, caret = line.length) => suggestShorthand(line, caret).map((suggestion) => suggestion.text)

test('a begun muscle is completed, over several words too', () => {
  expect(texts('r glu')).toEqual(['gluteus maximus', 'gluteus medius', 'gluteus minimus'])
  const [first] = suggestShorthand('r glut me', 9)
  expect(first).toMatchObject({ text: 'gluteus medius', start: 2, end: 9, meaning: 'muscle', words: 'Gluteus medius' })
})

test('after a space comes what the needle still lacks', () => {
  expect(texts('')).toEqual(['l', 'r', 'bilat'])
  expect(texts('r ql ')).toEqual(['L1', 'L2', 'L3', 'L4'])
  expect(texts('r ql l3 ')[0]).toMatch(/^\.\d\dx\d+$/)
  expect(texts('r ql l3 .30x50 ')).toContain('piston')
  expect(texts('r ql l3 .30x50 piston ')).toContain('no ltr')
})

test('what was said is not offered again, and a needle has one muscle', () => {
  expect(texts('r ql l3 pi')).toEqual(['piston'])
  expect(texts('r ql l3 piston p')).not.toContain('piston')
})

test('a later needle of the line starts anew', () => {
  expect(texts('r ql l3 .30x50; ')).toEqual(['l', 'r', 'bilat'])
})

test('the cursor may stand in the middle, and every suggestion says what it would mean', () => {
  const offers = suggestShorthand('r pir .30x50', 5)
  expect(offers[0]).toMatchObject({ text: 'piriformis', start: 2, end: 5 })
  expect(offers.every((offer) => offer.words !== '')).toBe(true)
})
