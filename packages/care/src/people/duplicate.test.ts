import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDay } from '../kernel/index.ts'
import { type Comparable, LIKELY_FROM, likelyDuplicates, nameKey, phoneKey, swappedDay } from './duplicate.ts'

const person = (
  name: string,
  birthOn: string,
  phone: string | null = null,
  email: string | null = null,
): Comparable => ({
  name,
  birthOn: birthOn as CalendarDay,
  phone,
  email,
})
const reasonsFor = (one: Comparable, other: Comparable) => likelyDuplicates(one, [other])[0]?.reasons ?? []

test.each([
  [
    'the same name, accents and case aside',
    person('Zoë Kelly', '1992-03-31'),
    person('ZOE KELLY', '1992-03-31'),
    ['same name', 'same birth date'],
  ],
  [
    'names swapped',
    person('Kelly Zoe', '1992-03-31'),
    person('Zoe Kelly', '1992-03-31'),
    ['same names in another order', 'same birth date'],
  ],
  [
    'a letter missed',
    person('Catherine Walsh', '1970-01-05'),
    person('Catherine Walsch', '1970-01-05'),
    ['names one letter apart', 'same birth date'],
  ],
  [
    'two letters swapped',
    person('Brain Walsh', '1970-01-05'),
    person('Brian Walsh', '1970-01-05'),
    ['names one letter apart', 'same birth date'],
  ],
  [
    'day and month swapped',
    person('Ann Lee', '1970-03-05'),
    person('Ann Lee', '1970-05-03'),
    ['same name', 'birth dates with day and month swapped'],
  ],
  [
    'one digit of the birth date',
    person('Ann Lee', '1970-03-05'),
    person('Ann Lee', '1971-03-05'),
    ['same name', 'birth dates one digit apart'],
  ],
  [
    'the same phone, once with its country code',
    person('Ann Lee', '1970-03-05', '+353 87 123 4567'),
    person('Ann Lee', '1950-09-09', '087 1234567'),
    ['same name', 'same phone'],
  ],
  [
    'a middle name left out',
    person('Ann Marie Lee', '1970-03-05'),
    person('Ann Lee', '1970-03-05'),
    ['one name holds the other', 'same birth date'],
  ],
])('PPL-4 likely: %s', (_, one, other, reasons) => {
  expect(reasonsFor(one, other)).toEqual(reasons)
})

test.each([
  ['the same name alone', person('Mary Murphy', '1970-03-05'), person('Mary Murphy', '1948-11-20')],
  ['the same birth date alone', person('Mary Murphy', '1970-03-05'), person('John Byrne', '1970-03-05')],
  [
    'a family’s phone and e-mail',
    person('Mary Murphy', '1970-03-05', '0871234567', 'm@x.ie'),
    person('Tom Murphy', '2001-07-07', '0871234567', 'm@x.ie'),
  ],
  ['short names two changes apart', person('Ann Lee', '1970-03-05'), person('Jan Lee', '1970-03-05')],
])('not likely: %s', (_, one, other) => {
  expect(reasonsFor(one, other)).toEqual([])
})

test('the likeliest stands first', () => {
  const found = likelyDuplicates(person('Ann Lee', '1970-03-05', '0871234567'), [
    person('Anne Lee', '1970-03-05'),
    person('Ann Lee', '1970-03-05', '0871234567'),
  ])
  expect(found.map(({ score0to100 }) => score0to100)).toEqual([100, 65])
})

const words = fc.constantFrom('Ann', 'Anne', 'Lee', 'Leigh', 'Catherine', 'Catharine', 'Murphy', 'Ó Briain', 'Marie')
const people = fc.record({
  name: fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
  birthOn: fc.constantFrom(
    '1970-03-05',
    '1970-05-03',
    '1971-03-05',
    '1970-03-15',
    '1948-11-20',
  ) as fc.Arbitrary<CalendarDay>,
  phone: fc.constantFrom(null, '0871234567', '+353871234567', '12345'),
  email: fc.constantFrom(null, 'a@b.ie', 'A@B.ie'),
})

test('whoever is likely shares what the server looks up: birth date, all names, phone or e-mail', () => {
  let likelyCount = 0
  fc.assert(
    fc.property(people, people, (one, other) => {
      if (likelyDuplicates(one, [other]).length === 0) return
      likelyCount += 1
      const shares =
        one.birthOn === other.birthOn ||
        swappedDay(one.birthOn) === other.birthOn ||
        nameKey(one.name) === nameKey(other.name) ||
        (phoneKey(one.phone) !== null && phoneKey(one.phone) === phoneKey(other.phone)) ||
        (one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase())
      expect(shares).toBe(true)
    }),
    { numRuns: 3000 },
  )
  expect(likelyCount).toBeGreaterThan(300)
})

test('likeness is the same from either side, within its bounds, and never without a reason', () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const [there, back] = [likelyDuplicates(one, [other])[0], likelyDuplicates(other, [one])[0]]
      expect(there?.score0to100).toBe(back?.score0to100)
      if (!there) return
      expect(there.score0to100).toBeGreaterThanOrEqual(LIKELY_FROM)
      expect(there.score0to100).toBeLessThanOrEqual(100)
      expect(there.reasons.length).toBeGreaterThan(0)
    }),
  )
})
