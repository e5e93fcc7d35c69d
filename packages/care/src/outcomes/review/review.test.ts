/** REV-1 to REV-10, on both sides of each boundary. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCited } from '../../evidence/index.ts'
import { PLAIN_SHAPE } from '../forecast/model.ts'
import { know } from '../forecast/posterior.ts'
import { populationOf, priorFor } from '../forecast/prior.ts'
import { measureOf } from '../measures/measures.ts'
import { checkCutoffs, DEFAULT_CUTOFFS, reviewCourse, type ReviewFacts } from './review.ts'

const population = populationOf(priorFor('nprs.avg7d', 'lasting', 20), PLAIN_SHAPE)

function facts(scores: readonly number[], change: Partial<ReviewFacts> = {}): ReviewFacts {
  const known = know({ scores: scores.map((score, week) => ({ week, score })) }, population, { lowest: 0, highest: 10 })
  return {
    measure: measureOf('nprs.avg7d'),
    known: known.ok ? known.value : null,
    sessions: scores.length,
    nowWeek: scores.length - 1,
    weeksPerSession: 1,
    plannedEndWeek: 8,
    goal: null,
    redFlags: [],
    cutoffs: DEFAULT_CUTOFFS,
    ...change,
  }
}

test('REV-1 a red flag speaks before every number, and before there are any', () => {
  const best = facts([8, 5, 3, 1], { redFlags: ['Numbness of the saddle'] })
  expect(reviewCourse(best)).toMatchObject({ advice: 'stop-and-refer', rule: 'REV-1', numbers: null })
  expect(reviewCourse(facts([], { redFlags: ['Fever'] }))).toMatchObject({
    rule: 'REV-1',
    reason: expect.stringContaining('Fever'),
  })
})

test('REV-2 probably two points worse than at the start: stop, at any session', () => {
  expect(reviewCourse(facts([3, 9, 9]))).toMatchObject({ advice: 'stop-and-refer', rule: 'REV-2' })
  expect(reviewCourse(facts([5, 6, 6])).rule).not.toBe('REV-2')
})

test('REV-3 fewer than two scores are no course, and before session 3 nobody is advised to stop', () => {
  expect(reviewCourse(facts([6])).advice).toBe('not-enough-data')
  expect(reviewCourse(facts([6, 6]))).toMatchObject({ advice: 'continue', rule: 'REV-3' })
})

test('REV-4 and REV-5 a course that will probably reach its aim goes on', () => {
  expect(reviewCourse(facts([8, 6, 5]))).toMatchObject({ advice: 'continue', rule: 'REV-4' })
  expect(reviewCourse(facts([8, 7, 6], { sessions: 6 }))).toMatchObject({ advice: 'continue', rule: 'REV-5' })
})

test('REV-6 between the cut-offs it goes on with a change', () => {
  const between = facts([7, 6, 6], {
    cutoffs: { ...DEFAULT_CUTOFFS, continueFrom: 0.95, changeFrom: 0.05, plateauBelow: 0.01 },
  })
  expect(reviewCourse(between)).toMatchObject({ advice: 'continue-with-a-change', rule: 'REV-6' })
})

test('REV-7 and REV-8 an aim out of reach is re-assessed at the review and stopped at the decision', () => {
  expect(reviewCourse(facts([6, 6, 6, 6]))).toMatchObject({ advice: 're-assess', rule: 'REV-7' })
  expect(reviewCourse(facts([6, 6, 6, 6, 6, 6]))).toMatchObject({ advice: 'stop-and-refer', rule: 'REV-8' })
  // Six weeks are gone, but two sessions were had: no advice to stop for lack of effect.
  expect(reviewCourse(facts([6, 6, 6, 6, 6, 6, 6], { sessions: 2 }))).toMatchObject({
    advice: 're-assess',
    rule: 'REV-7',
  })
})

test('REV-9 and REV-10 a plateau ends well when the goal is reached, and is looked at again when it isn’t', () => {
  expect(reviewCourse(facts([7, 4, 3, 2, 2, 2, 2], { nowWeek: 12 }))).toMatchObject({ advice: 'finish', rule: 'REV-9' })
  const short = facts([8, 6, 5, 5, 5, 5, 5, 5], { nowWeek: 14, plannedEndWeek: 14, goal: 4.3 })
  expect(reviewCourse(short)).toMatchObject({ advice: 're-assess', rule: 'REV-10' })
})

test('a goal of the patient’s own is aimed at when it asks for more than the smallest important change', () => {
  expect(reviewCourse(facts([8, 6, 5], { goal: 1 })).numbers?.aimPoints).toBeGreaterThan(5)
  expect(reviewCourse(facts([8, 6, 5], { goal: 7 })).numbers?.aimPoints).toBe(2)
})

test('cut-offs that make no sense are refused by name', () => {
  expect(checkCutoffs(DEFAULT_CUTOFFS).ok).toBe(true)
  const bad = (change: object) => {
    const result = checkCutoffs({ ...DEFAULT_CUTOFFS, ...change })
    return result.ok ? null : result.problem.field
  }
  expect(bad({ changeFrom: 0.5 })).toBe('changeFrom')
  expect(bad({ continueFrom: 1 })).toBe('continueFrom')
  expect(bad({ firstReviewSession: 2 })).toBe('firstReviewSession')
  expect(bad({ decisionSession: 3 })).toBe('decisionSession')
  expect(bad({ plateauBelow: Number.NaN })).toBe('plateauBelow')
})

test('whatever the course: advice has a reason and known sources, and never stops for lack of effect before session 3', () => {
  let stops = 0
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 8 }),
      (scores, sessions) => {
        const review = reviewCourse(facts(scores, { sessions }))
        expect(review.reason.length).toBeGreaterThan(20)
        expect(review.sources.every(isCited)).toBe(true)
        if (review.rule === 'REV-8') expect(sessions).toBeGreaterThanOrEqual(3)
        if (review.advice === 'stop-and-refer') stops += 1
      },
    ),
    { numRuns: 300 },
  )
  expect(stops).toBeGreaterThan(5)
})
