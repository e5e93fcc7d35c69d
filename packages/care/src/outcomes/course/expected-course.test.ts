import { expect, test } from 'vitest'
import { PLAIN_SHAPE } from '../forecast/model.ts'
import { know } from '../forecast/posterior.ts'
import { populationOf, priorFor } from '../forecast/prior.ts'
import { courseSentences } from './course-words.ts'
import { expectedCourse, reachOf } from './expected-course.ts'

const population = populationOf(priorFor('nprs.avg7d', 'lasting', 0), PLAIN_SHAPE)
const scale = { lowest: 0, highest: 10 }

function known(scores: readonly number[]) {
  const found = know({ scores: scores.map((score, week) => ({ week, score })) }, population, scale)
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}

test('what lies behind is not forecast, and beyond the data stands "not enough data"', () => {
  const points = expectedCourse(known([7, 6, 6]), population, scale, { nowWeek: 2, weeksPerSession: 1, reachWeeks: 8 })
  expect(points.map(({ after, forecast }) => [after.unit, after.number, forecast !== null])).toEqual([
    ['session', 4, true],
    ['session', 6, true],
    ['session', 8, true],
    ['week', 6, true],
    ['week', 12, false],
    ['week', 26, false],
    ['week', 52, false],
  ])
})

test('data reach as far as ten people were still scoring, and never less than the prior', () => {
  const course = (last: number) => ({ scores: [0, last].map((week) => ({ week, score: 5 })) })
  expect(reachOf([])).toBe(8)
  expect(reachOf(Array.from({ length: 9 }, () => course(30)))).toBe(8)
  expect(reachOf([...Array.from({ length: 10 }, () => course(30)), course(60)])).toBe(30)
})

test('the words say what the picture says, with the people behind it', () => {
  const point =
    expectedCourse(known([7, 6, 6]), population, scale, { nowWeek: 2, weeksPerSession: 1, reachWeeks: 8 })[3] ?? null
  const [from, to] = point?.forecast?.interval80 ?? [0, 0]
  expect(courseSentences({ point, pImportant: 0.7, people: 212 })).toEqual([
    `Most people with scores like yours were between ${from} and ${to} by week 6.`,
    '14 of 20 reached an improvement that people notice.',
    'Based on 212 courses.',
  ])
  expect(courseSentences({ point, pImportant: 0.001, people: 0 })?.slice(1)).toEqual([
    'Fewer than 1 of 20 reached an improvement that people notice.',
    'Based on published courses and no finished course of this clinic yet.',
  ])
  const beyond =
    expectedCourse(known([7]), population, scale, { nowWeek: 20, weeksPerSession: 1, reachWeeks: 8 })[0] ?? null
  expect(courseSentences({ point: beyond, pImportant: 0.5, people: 212 })).toBeNull()
})
