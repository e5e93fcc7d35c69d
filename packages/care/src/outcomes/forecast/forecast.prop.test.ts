/** Laws of the forecast, over whatever scores come. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibration } from './calibration.ts'
import { fold, pAtMost, pExceeds, quantileOf } from './fold.ts'
import { type Course, courseAt, NPRS_SCALE, type Population, type Residual } from './model.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { changeAt, changeBetween, know, levelAt } from './posterior.ts'
import { predict } from './predict.ts'
import { crps, crpsOfPmf } from './score-rules.ts'
import { invertSpd, times } from './small-matrix.ts'

const POPULATION: Population = {
  shape: { tauWeeks: 3, residual: { kind: 'independent' } },
  fixed: [5.5, -1.2],
  fixedCovariance: [0.1, -0.05, -0.05, 0.2],
  spread: [2.4, -0.8, 3.1],
  residualVariance: 1.3,
  people: 40,
}
const residuals = fc.oneof(
  fc.constant<Residual>({ kind: 'independent' }),
  fc.record({
    kind: fc.constant('ou' as const),
    lengthWeeks: fc.double({ min: 0.2, max: 6, noNaN: true }),
    noiseShare: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  }),
)
const courseArb = fc.array(
  fc.record({ week: fc.integer({ min: 0, max: 80 }).map((w) => w / 8), score: fc.integer({ min: 0, max: 10 }) }),
  {
    maxLength: 9,
  },
)

test('the fast way to a forecast gives what the whole matrices give, for every kind of noise', () => {
  fc.assert(
    fc.property(courseArb, residuals, fc.double({ min: 0, max: 20, noNaN: true }), (scores, residual, week) => {
      const population = { ...POPULATION, shape: { tauWeeks: 3, residual } }
      const fast = predict({ scores }, population, week)
      const slow = wholeMatrices(scores, population, week)
      expect(fast.ok && fast.value.normal.mean).toBeCloseTo(slow.mean, 6)
      expect(fast.ok && fast.value.normal.sd ** 2).toBeCloseTo(slow.variance, 6)
    }),
  )
})

/** The textbook: V = Z G Z′ + s² R, inverted as it stands. */
function wholeMatrices(scores: Course['scores'], population: Population, week: number) {
  const { residual, tauWeeks } = population.shape
  const [g11, g12, g22] = population.spread
  const corr = (a: number, b: number, same: boolean) =>
    same
      ? 1
      : residual.kind === 'ou'
        ? (1 - residual.noiseShare) * Math.exp(-Math.abs(a - b) / residual.lengthWeeks)
        : 0
  const cov = (a: number, b: number, same: boolean) => {
    const [x, z] = [courseAt(a, tauWeeks), courseAt(b, tauWeeks)]
    return g11 + g12 * (x + z) + g22 * x * z + population.residualVariance * corr(a, b, same)
  }
  const n = scores.length
  const v = scores.flatMap((a, i) => scores.map((b, j) => cov(a.week, b.week, i === j)))
  const k = scores.map(({ week: w }) => cov(w, week, false))
  const inverse = n === 0 ? [] : (invertSpd(v, n)?.inverse ?? [])
  const weights = n === 0 ? [] : times(inverse, k)
  const r = scores.map(({ week: w, score }) => score - 5.5 + 1.2 * courseAt(w, tauWeeks))
  const x = courseAt(week, tauWeeks)
  const off = [
    1 - weights.reduce((a, b) => a + b, 0),
    x - weights.reduce((a, b, i) => a + b * courseAt(scores[i]?.week ?? 0, tauWeeks), 0),
  ]
  const [a = 0, b = 0] = off
  const unsure = 0.1 * a * a - 0.1 * a * b + 0.2 * b * b
  const explained = weights.reduce((sum, weight, i) => sum + weight * (k[i] ?? 0), 0)
  return {
    mean: 5.5 - 1.2 * x + weights.reduce((sum, weight, i) => sum + weight * (r[i] ?? 0), 0),
    variance: cov(week, week, true) - explained + unsure,
  }
}

test('a folded forecast is a distribution on the scale, and its intervals stay there and nest', () => {
  fc.assert(
    fc.property(courseArb, fc.double({ min: 0, max: 60, noNaN: true }), (scores, week) => {
      const forecast = predict({ scores }, { ...POPULATION, noiseSpread: 0.75 }, week)
      if (!forecast.ok) throw new Error(forecast.problem.code)
      const { pmf, interval50: i50, interval80: i80, interval95: i95, median } = forecast.value
      expect(pmf.p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      expect(Math.min(...pmf.p)).toBeGreaterThanOrEqual(0)
      const ordered = [0, i95[0], i80[0], i50[0], median, i50[1], i80[1], i95[1], 10]
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
      expect(pExceeds(pmf, 3) + pAtMost(pmf, 3)).toBeCloseTo(1, 12)
      expect(pAtMost(pmf, quantileOf(pmf, 0.8))).toBeGreaterThanOrEqual(0.8 - 1e-9)
    }),
  )
})

test('more scores never make the underlying level less known; changes add up', () => {
  fc.assert(
    fc.property(courseArb, fc.integer({ min: 0, max: 10 }), (scores, score) => {
      const knownBy = (given: Course['scores']) => {
        const known = know({ scores: given }, { ...POPULATION, fixedCovariance: [0, 0, 0, 0] }, NPRS_SCALE)
        if (!known.ok) throw new Error(known.problem.code)
        return known.value
      }
      const before = knownBy(scores)
      expect(levelAt(knownBy([...scores, { week: 2, score }]), 6).sd).toBeLessThanOrEqual(levelAt(before, 6).sd + 1e-9)
      expect(changeAt(before, 4).mean).toBeCloseTo(levelAt(before, 4).mean - levelAt(before, 0).mean, 9)
      expect(changeAt(before, 2).mean + changeBetween(before, 2, 6).mean).toBeCloseTo(changeAt(before, 6).mean, 9)
    }),
  )
})

test('the normal distribution and its quantile undo each other', () => {
  expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14)
  expect(normalCdf(-6) / 9.865876450376981e-10).toBeCloseTo(1, 9)
  expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 13)
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(1.1)]).toEqual([-Infinity, Infinity, Number.NaN])
  fc.assert(
    fc.property(
      fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
      (p) => Math.abs(normalCdf(normalQuantile(p)) - p) < 1e-12,
    ),
  )
})

test('CRPS is the integral that it stands for', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -2, max: 12, noNaN: true }),
      fc.double({ min: 0.2, max: 4, noNaN: true }),
      fc.integer({ min: 0, max: 10 }),
      (mean, sd, score) => {
        let sum = 0
        const step = 0.01
        for (let x = -30; x < 40; x += step)
          sum += (normalCdf((x + step / 2 - mean) / sd) - Number(x + step / 2 >= score)) ** 2 * step
        expect(crps({ mean, sd }, score)).toBeCloseTo(sum, 2)
        const pmf = fold({ mean, sd }, NPRS_SCALE)
        const ranked = pmf.p
          .slice(0, -1)
          .reduce((total, _, k) => total + (pAtMost(pmf, k) - Number(k >= score)) ** 2, 0)
        expect(crpsOfPmf(pmf, score)).toBeCloseTo(ranked, 9)
      },
    ),
    { numRuns: 30 },
  )
})

test('calibration: forecasts that are certain and right are seen as such, and none gives no figures', () => {
  expect(calibration([])).toBeNull()
  const tested = Array.from({ length: 200 }, (_, i) => {
    const forecast = { mean: 5, sd: 1 }
    const score = 5 + normalQuantile((i + 0.5) / 200)
    return { forecast, score, said: { probability: i < 100 ? 0.2 : 0.8, came: i < 100 ? i < 20 : i < 180 } }
  })
  const found = calibration(tested)
  expect(found).toMatchObject({
    forecasts: 200,
    coverage50: 0.5,
    coverage80: 0.8,
    coverage95: 0.95,
    pitBins: Array(10).fill(20),
    slope: null,
  })
  expect(found?.pitVariance).toBeCloseTo(1 / 12, 3)
  expect(found?.reliabilitySlope).toBeCloseTo(1, 9)
  expect(found?.brier).toBeCloseTo(0.16, 9)
})
