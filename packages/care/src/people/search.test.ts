import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarDay, foldText } from '../kernel/index.ts'
import { MOST_SUFFIXES, searchSuffixes, searchWords } from './search.ts'

const zoe = { name: 'Zoë Ó Briain', number: 107, birthOn: '1992-03-31' as CalendarDay }
/** As the database answers: every word is a beginning of a key, with or without the space that marks a whole word. */
const finds = (typed: string, patient = zoe): boolean => {
  const keys = searchSuffixes(patient)
  const words = searchWords(typed)
  return (
    words.length > 0 && words.every((word) => keys.some((key) => key.startsWith(word) || key.startsWith(` ${word}`)))
  )
}

test.each([
  'zoe',
  'ZOË',
  'oe',
  'bria',
  'riain',
  'briain zoe',
  'ó b',
  '107',
  '07',
  '31.03.1992',
  '31/3/1992',
  '1992-03-31',
  '1992-03',
  '31.3.',
  '03/31/1992',
  '3/31',
  '1992',
  '19920331',
  '92',
  'zoe 1992',
])('found by %s', (typed) => {
  expect(finds(typed)).toBe(true)
})

test.each(['zoa', 'zoe kelly', '108', '30.03.1992', '1993', '---', ' ', '%', 'zoebriain'])(
  'not found by %s',
  (typed) => {
    expect(finds(typed)).toBe(false)
  },
)

test('whole words carry a space in front, so that they can be shown first', () => {
  const keys = searchSuffixes({ name: 'Zoë', number: 7, birthOn: '1992-03-31' as CalendarDay })
  expect(keys.slice(0, 4)).toEqual([' zoe', 'oe', 'e', ' 7'])
  expect(keys).toEqual(expect.arrayContaining([' 19920331', ' 31031992', ' 03311992', '331', '1992']))
})

test('any stretch of any word of a name finds it, and no name makes more keys than the bound', () => {
  let triedCount = 0
  const names = fc.string({ unit: fc.constantFrom(...'abzß ëŁøﷺ李-’', 'fi'), minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(names, fc.nat(), fc.nat(), (name, from, length) => {
      const patient = { ...zoe, name }
      const keys = searchSuffixes(patient)
      expect(keys.length).toBeLessThanOrEqual(MOST_SUFFIXES)
      expect(new Set(keys).size).toBe(keys.length)
      const all = foldText(name).split(' ')
      const word = [...(all[from % all.length] ?? '')]
      if (word.length === 0 || all.join('').length > 250) return
      const start = from % word.length
      const part = word.slice(start, start + 1 + (length % 8)).join('')
      triedCount += 1
      expect(finds(part, patient)).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(triedCount).toBeGreaterThan(300)
})
