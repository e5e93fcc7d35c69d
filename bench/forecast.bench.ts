/**
 * What a forecast and a refit cost, and whether the intervals hold what they promise in clinics whose truth is known: after
 * 0, 5, 20 and 200 finished courses, with people unlike the prior, and when those who are well stay away.
 *
 *     npm run bench forecast
 */
import {
  calibration,
  type Course,
  fit,
  know,
  learnNoiseSpread,
  PLAIN_SHAPE,
  pImproves,
  type Population,
  populationOf,
  predict,
  priorFor,
  ratingAt,
  type Scale,
  type Tested,
} from '@unknot/care/outcomes'
import { simulate, type Truth } from '../packages/care/src/outcomes/forecast/simulate.fixture.ts'
import { sumsOf } from '../packages/care/src/outcomes/forecast/sums.ts'

/** The model's own world has no ends. */
const OPEN: Scale = { lowest: -100, highest: 100 }
const NOW: Population = {
  shape: PLAIN_SHAPE,
  fixed: [5.5, -1.2],
  fixedCovariance: [0, 0, 0, 0],
  spread: [1.96, -0.84, 4],
  residualVariance: 1.45 ** 2,
  people: 0,
}
const OTHER: Population = { ...NOW, fixed: [3.5, 1.5], spread: [1.96, 0.84, 9] }
const SEEN = [0, 1, 2, 3]
const WHOLE = [0, 1, 2, 3, 4, 6]

benchForecast()
benchRefit()
console.log('\nIntervals for week 6 after four scores, 10,000 patients each; 50, 80 and 95 of 100 are right')
for (const finished of [0, 5, 20, 200]) cover(`${finished} finished courses`, NOW, finished, {})
cover('unlike the prior, no course yet', OTHER, 0, {})
cover('unlike the prior, 20 courses', OTHER, 20, {})
cover('unlike the prior, 200 courses', OTHER, 200, {})
cover('those who are well stay away, 200', NOW, 200, { leavesWhenWell: 0.15 })

/** Of the processor, not of the clock: other work may share the machine. */
function processorMs(work: () => void): number {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

function benchForecast(): void {
  const course: Course = { scores: WHOLE.map((week) => ({ week, score: 6 - (week % 3) })) }
  const population = { ...NOW, fixedCovariance: [0.1, -0.05, -0.05, 0.2] }
  for (const noiseSpread of [0, 0.75]) {
    const model = { ...population, noiseSpread }
    for (let i = 0; i < 5_000; i++) predict(course, model, 8)
    const rounds = 20_000
    const ms = processorMs(() => {
      for (let i = 0; i < rounds; i++) predict(course, model, 8 + (i % 3))
    })
    const us = (ms * 1000) / rounds
    console.log(`a forecast${noiseSpread > 0 ? ', noise of one’s own' : ''}: ${us.toFixed(1)} µs (aim: 50)`)
  }
}

function benchRefit(): void {
  for (const patients of [1_000, 10_000, 40_000]) {
    const courses = simulate(NOW, { patients, seed: 3, weeks: WHOLE }).map(({ course }) => course)
    const options = { shape: PLAIN_SHAPE, scale: OPEN, prior: priorFor('nprs.now', 'lasting', patients) }
    const fitted = fit(courses, options)
    if (!fitted.ok) throw new Error(fitted.problem.code)
    const fitMs = processorMs(() => fit(courses, options))
    const noiseMs = processorMs(() => learnNoiseSpread(courses, fitted.value.population))
    const bytes = sumsOf(courses, PLAIN_SHAPE).data.byteLength / patients
    console.log(
      `refit of ${patients} patients: ${fitMs.toFixed(0)} ms, their noise ${noiseMs.toFixed(0)} ms (aim at 10,000: 2,000), ${bytes} bytes of sums a patient`,
    )
  }
}

function cover(name: string, truth: Population, finished: number, change: { readonly leavesWhenWell?: number }): void {
  const own = simulate(truth, { patients: finished, seed: 5, weeks: WHOLE, isRounded: false, ...change })
  const prior = priorFor('nprs.now', 'lasting', finished)
  const courses = own.map(({ course }) => course)
  const fitted = finished === 0 ? null : fit(courses, { shape: PLAIN_SHAPE, scale: OPEN, prior })
  const population = fitted?.ok ? fitted.value.population : populationOf(prior, PLAIN_SHAPE)
  const patients = simulate(truth, { patients: 10_000, seed: 77, weeks: SEEN, isRounded: false, ...change })
  const figures = calibration(patients.map((one) => tested(population, one)))
  if (!figures) throw new Error('nothing was tested')
  const { coverage50, coverage80, coverage95, bias, reliabilitySlope } = figures
  const shares = [coverage50, coverage80, coverage95].map((share) => (100 * share).toFixed(1).padStart(5)).join(' ')
  console.log(
    `${name.padEnd(34)} ${shares}   bias ${bias.toFixed(2).padStart(5)}   slope of reaching two points ${reliabilitySlope?.toFixed(2)}`,
  )
}

function tested(population: Population, { course, later, levelAt }: Truth): Tested {
  const known = know(course, population, OPEN)
  if (!known.ok) throw new Error(known.problem.code)
  const probability = pImproves(known.value, { from: 0, to: 6 }, 2, 'lower-better')
  return {
    forecast: ratingAt(known.value, 6),
    score: later(6),
    said: { probability, came: levelAt(0) - levelAt(6) >= 2 },
  }
}
