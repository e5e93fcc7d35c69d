import type { CourseView } from '@unknot/wire/outcomes'
import { expect, test } from 'vitest'
import { bandPath, frameOf, linePath, spokenPoint } from './chart-shape.ts'

const forecast = (week: number) => ({
  week,
  median: 4,
  interval50: [3, 5] as [number, number],
  interval80: [2, 5] as [number, number],
  interval95: [1, 7] as [number, number],
  curve: { low: 2.1, middle: 3.9, high: 5.4 },
})
const course = {
  measure: { lowest: 0, highest: 10 },
  scores: [{ week: 0 }, { week: 2.6 }],
  sessions: [{ week: 9.2 }],
  expected: {
    band: [forecast(0), forecast(4), forecast(8)],
    points: [
      { unit: 'session', number: 4, week: 3, forecast: forecast(3) },
      { unit: 'week', number: 6, week: 6, forecast: forecast(6) },
      { unit: 'week', number: 12, week: 12, forecast: null },
    ],
  },
} as unknown as CourseView

test('the frame reaches as far as anything on it, and the ends of the scale lie at its top and bottom', () => {
  const frame = frameOf(course, 700)
  expect(frame.endWeek).toBe(10)
  expect(frame.y(10)).toBeLessThan(frame.y(0))
  expect(frame.valueTicks).toEqual([0, 2, 4, 6, 8, 10])
  expect(frame.x(10)).toBeLessThanOrEqual(700)
  expect(frameOf(course, 340).weekTicks.length).toBeLessThanOrEqual(6)
})

test('a score stands higher the higher it is, and paths hold numbers only', () => {
  const frame = frameOf(course, 700)
  expect(
    linePath([
      [1, 2],
      [3, 4.55],
    ]),
  ).toBe('M1.0 2.0L3.0 4.5')
  expect(bandPath(course, frame)).not.toContain('NaN')
  expect(bandPath({ ...course, expected: null }, frame)).toBe('')
})

test('the words speak of the next week that data reach', () => {
  expect(spokenPoint(course)).toMatchObject({ unit: 'week', number: 6 })
  expect(spokenPoint({ ...course, expected: null })).toBeNull()
})
