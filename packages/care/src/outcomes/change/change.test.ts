import { expect, test } from 'vitest'
import { PLAIN_SHAPE } from '../forecast/model.ts'
import { know } from '../forecast/posterior.ts'
import { populationOf, priorFor } from '../forecast/prior.ts'
import { measureOf } from '../measures/measures.ts'
import { changeOf, saysImproved } from './change.ts'
import { changeProbabilities } from './probability.ts'

const pain = measureOf('nprs.avg7d')

test.each([
  [10, 9.1, 'below'],
  [10, 9, 'minimal'],
  [10, 7.1, 'minimal'],
  [10, 7, 'moderate'],
  [10, 5, 'substantial'],
  [5, 6, 'below'],
] as const)('IMMPACT: from %d to %d is %s', (before, after, verdict) => {
  expect(changeOf(pain, before, after).immpact).toBe(verdict)
})

test('below a baseline of 3 there is no percentage, and nothing that hangs on one', () => {
  expect(changeOf(pain, 2, 0)).toMatchObject({
    percent: null,
    immpact: null,
    important: { byPoints: true, byPercent: null },
  })
  expect(changeOf(pain, 3, 0)).toMatchObject({ percent: 100, immpact: 'substantial', recovered: true })
})

test('a change is reliable beyond 1.96 standard errors of a difference: 2.83 points of pain', () => {
  expect(changeOf(pain, 7, 7 - 2.82).reliable?.verdict).toBe('within-error')
  expect(changeOf(pain, 7, 7 - 2.83).reliable?.verdict).toBe('better')
  expect(changeOf(pain, 4, 7).reliable?.verdict).toBe('worse')
  expect(changeOf(measureOf('peg'), 7, 2).reliable).toBeNull()
})

test('important by points and by percent stand side by side and may differ', () => {
  expect(changeOf(pain, 8, 6).important).toEqual({ byPoints: true, byPercent: false })
  expect(changeOf(pain, 4, 2.5).important).toEqual({ byPoints: false, byPercent: true })
})

test('where higher is better, up is improvement', () => {
  expect(changeOf(measureOf('psfs'), 4, 7)).toMatchObject({
    points: 3,
    improvement: 3,
    percent: 75,
    important: { byPoints: true },
  })
})

test('the patient’s own word counts from much improved, and from 4 on the 15 points', () => {
  expect([2, 3].map((value) => saysImproved(measureOf('pgic'), value))).toEqual([true, false])
  expect([4, 3].map((value) => saysImproved(measureOf('groc15'), value))).toEqual([true, false])
  expect(saysImproved(pain, 0)).toBeNull()
})

test('probabilities come from the modelled baseline: a first score that was high by chance is not all improvement', () => {
  const population = populationOf(priorFor('nprs.avg7d', 'lasting', 20), PLAIN_SHAPE)
  const of = (scores: readonly number[]) => {
    const known = know({ scores: scores.map((score, week) => ({ week, score })) }, population, {
      lowest: 0,
      highest: 10,
    })
    if (!known.ok) throw new Error(known.problem.code)
    return changeProbabilities(known.value, pain, 6)
  }
  const better = of([8, 6, 4, 3])
  const still = of([6, 6, 6, 6])
  expect(better.important).toBeGreaterThan(0.95)
  expect(still.important).toBeLessThan(0.2)
  expect(better.percent10).toBeGreaterThan(better.percent30 ?? 1)
  expect(better.percent30).toBeGreaterThan(better.percent50 ?? 1)
  // From 8 to 6 is two points on paper; the model sees a level nearer 7 and is less sure.
  expect(of([8, 6, 6, 6]).important).toBeLessThan(0.6)
  expect(of([1, 1, 2, 1]).percent30).toBeNull()
})
