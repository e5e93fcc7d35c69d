import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureOf } from '../measures/measures.ts'
import { watchForecasts } from '../watch/watch.ts'
import { exactCount, exactShare } from './exact.ts'
import { adverseRate, practiceFigures, type PracticeCourse } from './practice.ts'

test('exact intervals are those of the books', () => {
  // R: binom.test(7, 20), binom.test(0, 10), poisson.test(3)
  expect(exactShare(7, 20).from).toBeCloseTo(0.1539092, 6)
  expect(exactShare(7, 20).to).toBeCloseTo(0.5921885, 6)
  expect(exactShare(0, 10)).toEqual({ from: 0, to: expect.closeTo(0.3084971, 6) })
  expect(exactCount(3).from).toBeCloseTo(0.6186721, 6)
  expect(exactCount(3).to).toBeCloseTo(8.7672731, 6)
  expect(exactCount(0)).toEqual({ from: 0, to: expect.closeTo(3.6888795, 6) })
})

test('an exact interval always holds what was seen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (count, of) => {
      const seen = Math.min(count, of)
      const { from, to } = exactShare(seen, of)
      expect(from).toBeLessThanOrEqual(seen / of)
      expect(to).toBeGreaterThanOrEqual(seen / of)
    }),
  )
})

const pain = measureOf('nprs.avg7d')
const course = (first: number, last: number, change: Partial<PracticeCourse> = {}): PracticeCourse => {
  return { first, last, scoreCount: 4, weeksSinceLast: 1, ended: false, ...change }
}

test('below five nothing is told, at five it is', () => {
  expect(practiceFigures(pain, Array(4).fill(course(7, 4)))).toMatchObject({ courses: null, dropOut: null })
  expect(practiceFigures(pain, Array(5).fill(course(7, 4))).courses).toBe(5)
  expect(adverseRate(1, 4)).toBeNull()
  expect(adverseRate(2, 1000)?.per1000).toBe(2)
})

test('those who stayed away are left out of the response and counted beside it', () => {
  const away = { weeksSinceLast: 9 }
  const courses = [
    ...Array(6).fill(course(7, 4)),
    ...Array(2).fill(course(7, 7)),
    ...Array(4).fill(course(7, 5, away)),
    course(7, 2, { ...away, ended: true }),
  ]
  const figures = practiceFigures(pain, courses as PracticeCourse[])
  expect(figures.dropOut).toMatchObject({ count: 4, of: 13 })
  expect(figures.response[0]?.share).toMatchObject({ count: 7, of: 9 })
  expect(figures.sensitivity.atLastScore).toMatchObject({ count: 11, of: 13 })
  expect(figures.sensitivity.atBaseline).toMatchObject({ count: 7, of: 13 })
})

test('the watch falls back outside 70 to 90 %, and says nothing about few', () => {
  const tests = (within: number, of: number) =>
    Array.from({ length: of }, (_, i) => ({ forecast: { mean: 5, sd: 1 }, lastValue: 6, score: i < within ? 5 : 9 }))
  expect(watchForecasts([])).toMatchObject({ state: 'too-few', figures: null })
  expect(watchForecasts(tests(10, 39)).state).toBe('too-few')
  expect(watchForecasts(tests(28, 40)).state).toBe('holds')
  expect(watchForecasts(tests(27, 40)).state).toBe('fell-back')
  expect(watchForecasts(tests(36, 40)).state).toBe('holds')
  expect(watchForecasts(tests(37, 40)).state).toBe('fell-back')
})
