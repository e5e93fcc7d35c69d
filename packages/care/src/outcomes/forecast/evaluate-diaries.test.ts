import { expect, test } from 'vitest'
import { readDiaryCsv } from './diary-csv.ts'
import { type Diary, evaluateDiaries } from './evaluate-diaries.ts'
import { PLAIN_SHAPE, type Population } from './model.ts'
import { simulate } from './simulate.fixture.ts'

const TRUTH: Population = {
  shape: PLAIN_SHAPE,
  fixed: [5.7, -1],
  fixedCovariance: [0, 0, 0, 0],
  spread: [2.2, -0.4, 3.2],
  residualVariance: 2,
  people: 0,
}
const WEEKS = [0, 1, 2, 3, 4, 5, 6, 7, 8]

function diaries(seed: number, noiseSpread: number): readonly Diary[] {
  return simulate(TRUTH, { patients: 150, seed, weeks: WEEKS, noiseSpread }).map(({ course }, i) => ({
    patient: `p${i}`,
    scores: course.scores,
  }))
}

test('the figures keep the protocol: who is used, what is seen, what is forecast', () => {
  const told = [...diaries(1, 0), { patient: 'few', scores: WEEKS.slice(0, 5).map((week) => ({ week, score: 5 })) }]
  const found = evaluateDiaries(told, { folds: 5, seed: 1 })
  if (!found.ok) throw new Error(found.problem.code)
  expect(found.value.patients).toBe(150)
  expect(found.value.forecasts).toBe(750)
  expect(found.value.bySeen.map(({ seen, forecasts }) => [seen, forecasts])).toEqual(
    [1, 2, 3, 4, 5].map((k) => [k, 150]),
  )
  // The last value of week k − 1 against the score of week k + 2, without any model.
  const plain = told
    .slice(0, 150)
    .flatMap(({ scores }) =>
      [1, 2, 3, 4, 5].map((k) => Math.abs((scores[k - 1]?.score ?? 0) - (scores[k + 2]?.score ?? 0))),
    )
  expect(found.value.lastValue.mae).toBeCloseTo(plain.reduce((a, b) => a + b, 0) / plain.length, 12)
})

test('on simulated diaries the model beats the last value and keeps its word', () => {
  const found = evaluateDiaries(diaries(2, 0.8), { folds: 5, seed: 3 })
  if (!found.ok) throw new Error(found.problem.code)
  const { model, lastValue, runningMean, folded } = found.value
  expect(model.mae).toBeLessThan(lastValue.mae)
  expect(model.crps).toBeLessThan(Math.min(lastValue.crps, runningMean.crps))
  expect(folded.crps).toBeLessThan(model.crps)
  expect(Math.abs(model.coverage80 - 0.8)).toBeLessThan(0.04)
  expect(Math.abs(model.coverage95 - 0.95)).toBeLessThan(0.03)
})

test('no patient is forecast by a population that saw that patient', () => {
  const told = diaries(3, 0)
  const seen: Set<string>[] = []
  const keyOf = (scores: Diary['scores']) => scores.map(({ week, score }) => `${week}:${score}`).join()
  evaluateDiaries(told, { folds: 5, seed: 1 }, (courses) => {
    const mine = new Set(courses.map(({ scores }) => keyOf(scores)))
    seen.push(mine)
    return () => ({ mean: 5, sd: 1 })
  })
  expect(seen).toHaveLength(5)
  for (const { scores } of told) expect(seen.filter((fold) => fold.has(keyOf(scores)))).toHaveLength(4)
})

test('the same seed gives the same figures, another seed other folds', () => {
  const told = diaries(4, 0)
  const of = (seed: number) => evaluateDiaries(told, { folds: 5, seed })
  expect(of(1)).toEqual(of(1))
  expect(of(1)).not.toEqual(of(2))
})

test('ragged diaries, weeks with fractions and a handful of patients are evaluated; none and one are refused', () => {
  const ragged = diaries(5, 0)
    .slice(0, 8)
    .map(({ patient, scores }, i) => ({
      patient,
      scores: scores.filter((_, j) => (i + j) % 4 !== 0).map(({ week, score }) => ({ week: week + 0.3, score })),
    }))
  const found = evaluateDiaries(ragged, { folds: 2, seed: 1 })
  expect(found.ok && Number.isFinite(found.value.model.crps)).toBe(true)
  const still = ragged.map(({ patient, scores }) => ({
    patient,
    scores: scores.map(({ week }) => ({ week, score: 7 })),
  }))
  const calm = evaluateDiaries(still, { folds: 2, seed: 1 })
  expect(calm.ok && calm.value.model.mae < 1).toBe(true)
  expect(evaluateDiaries([], { folds: 5, seed: 1 })).toEqual({
    ok: false,
    problem: { code: 'folds-out-of-range', patients: 0 },
  })
  const early = ragged.map(({ patient }) => ({
    patient,
    scores: [0, 0.1, 0.2, 0.3, 0.4, 0.5].map((week) => ({ week, score: 7 })),
  }))
  expect(evaluateDiaries(early, { folds: 2, seed: 1 })).toEqual({
    ok: false,
    problem: { code: 'no-forecast-possible' },
  })
})

test('a file is read with columns in any order, quotes, extra columns, other line ends and missing scores', () => {
  const read = readDiaryCsv('\uFEFFweek,note,Score,patient\r\n0,"a, ""b""",5,x\r\n0.5,,NA,x\r\n1,,6.5,"x"\r\n\r\n')
  expect(read).toEqual({
    ok: true,
    value: {
      diaries: [
        {
          patient: 'x',
          scores: [
            { week: 0, score: 5 },
            { week: 1, score: 6.5 },
          ],
        },
      ],
      missingScores: 1,
    },
  })
})

test('what can’t be true is refused by the number of its line', () => {
  const read = readDiaryCsv('patient,week,score\na,0,11\na,x,3\n,1,2\na,1,0x2\n"b,1,2\na,2\na,3,4\na,3,5\n')
  const problem = read.ok ? null : read.problem
  expect(problem?.code === 'bad-lines' && problem.lines.map(({ line, problem: { code } }) => [line, code])).toEqual([
    [2, 'score-out-of-range'],
    [3, 'week-not-a-number'],
    [4, 'no-patient'],
    [5, 'score-not-a-number'],
    [6, 'quote-not-closed'],
    [7, 'too-few-columns'],
    [9, 'week-twice'],
  ])
  expect(readDiaryCsv('\n \n')).toEqual({ ok: false, problem: { code: 'empty-file' } })
  expect(readDiaryCsv('patient,score\n')).toEqual({
    ok: false,
    problem: { code: 'columns-missing', missing: ['week'] },
  })
})
