/** The model against R's nlme, on 60 simulated patients, and against what a clinic may throw at it. */
import { expect, test } from 'vitest'
import { fit, type FitOptions } from './fit.ts'
import { type Course, NPRS_SCALE, PLAIN_SHAPE, type Population, type Spread } from './model.ts'
import { know, levelAt, posterior } from './posterior.ts'
import { predict } from './predict.ts'
import { populationOf, priorFor } from './prior.ts'
import answers from './r-answers.data.json' with { type: 'json' }
import { simulate } from './simulate.fixture.ts'

const OPTIONS: FitOptions = { shape: PLAIN_SHAPE, scale: NPRS_SCALE }
const courses = answers.courses.map(
  (scores): Course => ({ scores: scores.map(([week = 0, score = 0]) => ({ week, score })) }),
)

function fitted(given: readonly Course[], options: FitOptions = OPTIONS) {
  const result = fit(given, options)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

function rPopulation(method: 'ml' | 'reml'): Population {
  const { fixed, fixedCovariance, spread, residualVariance } = answers[method]
  return {
    shape: PLAIN_SHAPE,
    fixed,
    fixedCovariance,
    spread: spread as unknown as Spread,
    residualVariance,
    people: 60,
  }
}

test.each(['ml', 'reml'] as const)('%s: means, spread, noise and log-likelihood are R’s', (method) => {
  const { population, logLik, scores } = fitted(courses, { ...OPTIONS, method })
  const r = answers[method]
  for (const [i, b] of r.fixed.entries()) expect(Math.abs((population.fixed[i] ?? 0) - b)).toBeLessThan(1e-3)
  for (const [i, g] of r.spread.entries()) expect(population.spread[i]).toBeCloseTo(g, 3)
  for (const [i, c] of r.fixedCovariance.entries()) expect(population.fixedCovariance[i]).toBeCloseTo(c, 4)
  expect(population.residualVariance).toBeCloseTo(r.residualVariance, 4)
  expect(Math.abs(logLik / r.logLik - 1)).toBeLessThan(1e-8)
  expect(scores).toBe(360)
  expect(population.people).toBe(60)
})

test.each(['ml', 'reml'] as const)('%s: each patient’s deviation is R’s BLUP at R’s parameters', (method) => {
  for (const [i, course] of courses.entries()) {
    const found = posterior(course, rPopulation(method))
    if (!found.ok) throw new Error(found.problem.code)
    for (const [j, u] of (answers[method].deviations[i] ?? []).entries())
      expect(Math.abs((found.value.deviation[j] ?? 0) - u)).toBeLessThan(1e-9)
  }
})

test('a forecast’s mean and variance are R’s when the means are taken as known', () => {
  const sure = { ...rPopulation('reml'), fixedCovariance: [0, 0, 0, 0] }
  const forecast = predict(courses[0] as Course, sure, 12)
  if (!forecast.ok) throw new Error(forecast.problem.code)
  expect(forecast.value.normal.mean).toBeCloseTo(answers.firstPatientAtWeek12.mean, 9)
  expect(forecast.value.normal.sd ** 2).toBeCloseTo(answers.firstPatientAtWeek12.variance, 9)
})

test('nobody’s change differs: the spread ends at the edge, and the likelihood is no lower than without it', () => {
  const flat = { ...populationOf(priorFor('nprs.now', 'lasting', 20), PLAIN_SHAPE), spread: [2, 0, 0] as const }
  const truths = simulate(flat, { patients: 60, seed: 4, weeks: [0, 1, 2, 4, 6], isRounded: false })
  const inside = truths.filter(({ course }) => course.scores.every(({ score }) => score >= 0 && score <= 10))
  const { population } = fitted(inside.map(({ course }) => course))
  expect(population.spread[2]).toBeLessThan(0.6)
  expect(population.spread[0] * population.spread[2] - population.spread[1] ** 2).toBeGreaterThanOrEqual(-1e-9)
  const forecast = predict({ scores: [{ week: 0, score: 6 }] }, population, 6)
  expect(forecast.ok && Number.isFinite(forecast.value.normal.sd)).toBe(true)
})

test('the order of patients and of scores changes nothing', () => {
  const turned = courses.toReversed().map(({ scores }) => ({ scores: scores.toReversed() }))
  expect(fitted(turned).logLik).toBeCloseTo(fitted(courses).logLik, 8)
})

test('covariates shift the level, and a covariate that is the same for all is refused', () => {
  const shifted = courses.map(
    ({ scores }, i): Course => ({
      scores: scores.map(({ week, score }) => ({ week, score: Math.min(10, score + (i % 2)) })),
      covariates: [i % 2],
    }),
  )
  const plain = fitted(courses.map((course, i) => ({ ...course, covariates: [i % 2] }))).population.fixed[2] ?? 0
  const moved = fitted(shifted).population.fixed[2] ?? 0
  expect(moved - plain).toBeGreaterThan(0.7)
  expect(moved - plain).toBeLessThan(1.05)
  const same = fit(
    courses.map((course) => ({ ...course, covariates: [1] })),
    OPTIONS,
  )
  expect(same).toEqual({ ok: false, problem: { code: 'columns-depend' } })
  const some = fit([{ ...(courses[0] as Course), covariates: [1] }, courses[1] as Course], OPTIONS)
  expect(some.ok === false && some.problem.code).toBe('course-refused')
})

test.each([
  ['a score above the scale', [{ week: 0, score: 11 }], 'score-out-of-range'],
  ['a score that is no number', [{ week: 0, score: Number.NaN }], 'score-not-a-number'],
  ['a week that is no number', [{ week: Number.POSITIVE_INFINITY, score: 1 }], 'week-not-a-number'],
  ['a week before the first session', [{ week: -1, score: 1 }], 'week-out-of-range'],
  ['more scores than a life holds', Array.from({ length: 5001 }, () => ({ week: 0, score: 1 })), 'too-many-scores'],
])('%s is refused, by the number of its course', (_, scores, code) => {
  const result = fit([courses[0] as Course, { scores }], OPTIONS)
  expect(result).toMatchObject({ ok: false, problem: { code: 'course-refused', course: 1, problem: { code } } })
  expect(posterior({ scores }, rPopulation('ml'))).toMatchObject({ ok: false, problem: { code } })
})

test('one patient, nobody, and scores that never move are too little to fit, but not too little for the prior', () => {
  const still = Array.from({ length: 20 }, (): Course => ({ scores: [0, 1, 2].map((week) => ({ week, score: 5 })) }))
  for (const few of [[], courses.slice(0, 1), still])
    expect(fit(few, OPTIONS)).toMatchObject({ ok: false, problem: { code: 'too-little-to-fit' } })
  for (const few of [[], courses.slice(0, 1), still]) {
    const { population } = fitted(few, { ...OPTIONS, prior: priorFor('nprs.now', 'lasting', few.length) })
    expect(population.people).toBe(few.length)
    const forecast = predict({ scores: [{ week: 0, score: 5 }] }, population, 6)
    expect(forecast.ok && forecast.value.interval80[0] < forecast.value.interval80[1]).toBe(true)
  }
})

test('with nobody the MAP is the prior, and with many the prior is hardly felt', () => {
  const prior = priorFor('nprs.now', 'lasting', 0)
  const alone = fitted([], { ...OPTIONS, prior }).population
  expect(alone.fixed[0]).toBeCloseTo(5.5, 6)
  expect(alone.spread[0]).toBeCloseTo(prior.spread[0], 3)
  expect(alone.residualVariance).toBeCloseTo(prior.residualVariance, 4)
  const truth: Population = { ...rPopulation('reml'), fixed: [6, -1.8] }
  const many = simulate(truth, { patients: 1500, seed: 9, weeks: [0, 1, 2, 4, 6, 8], isRounded: false })
    .map(({ course }) => course)
    .filter(({ scores }) => scores.every(({ score }) => score >= 0 && score <= 10))
  const learned = fitted(many, { ...OPTIONS, prior }).population
  const free = fitted(many).population
  expect(learned.fixed[1]).toBeCloseTo(free.fixed[1] ?? 0, 1)
  expect(Math.abs(learned.spread[0] - free.spread[0])).toBeLessThan(0.25)
})

test('1,000 scores in a day leave a sane forecast, and with OU noise they don’t count as 1,000 witnesses', () => {
  const scores = Array.from({ length: 1000 }, (_, i) => ({ week: i / 7000, score: 4 + (i % 3) }))
  const plain = rPopulation('reml')
  const remembering: Population = {
    ...plain,
    shape: { tauWeeks: 3, residual: { kind: 'ou', lengthWeeks: 1, noiseShare: 0.3 } },
  }
  const sdOf = (population: Population) => {
    const known = know({ scores }, population, NPRS_SCALE)
    return known.ok ? levelAt(known.value, 0).sd : Number.NaN
  }
  expect(sdOf(plain)).toBeLessThan(0.1)
  expect(sdOf(remembering)).toBeGreaterThan(0.5)
  for (const population of [plain, remembering]) {
    const forecast = predict({ scores }, population, 6)
    expect(forecast.ok && forecast.value.normal.sd > 1 && forecast.value.normal.sd < 4).toBe(true)
  }
})

test('two scores at one time are two readings, or refused where noise has no noise of its own', () => {
  const scores = [
    { week: 0, score: 4 },
    { week: 0, score: 6 },
  ]
  expect(posterior({ scores }, rPopulation('ml')).ok).toBe(true)
  const pure = {
    ...rPopulation('ml'),
    shape: { tauWeeks: 3, residual: { kind: 'ou', lengthWeeks: 1, noiseShare: 0 } } as const,
  }
  expect(posterior({ scores }, pure)).toEqual({ ok: false, problem: { code: 'two-scores-at-one-time', week: 0 } })
})
