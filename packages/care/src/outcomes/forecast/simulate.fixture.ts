/** Clinics whose truth is known: courses drawn from a population, with the levels that they really had. */
import { chanceFrom } from './chance.ts'
import { type Course, courseAt, type Population, type Score } from './model.ts'
import { at } from './small-matrix.ts'

export type Truth = {
  readonly course: Course
  readonly levelAt: (week: number) => number
  readonly later: (week: number) => number
}

export type Simulation = {
  readonly patients: number
  readonly seed: number
  readonly weeks: readonly number[]
  /** SD of the log of a patient's own noise variance. */
  readonly noiseSpread?: number
  /** Chance per point below 3 that a patient who is well stays away from then on. */
  readonly leavesWhenWell?: number
  /** Whole numbers within 0 to 10, as people answer; otherwise the model's own world. */
  readonly isRounded?: boolean
}

export function simulate(population: Population, simulation: Simulation): readonly Truth[] {
  const chance = chanceFrom(simulation.seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  return Array.from({ length: simulation.patients }, () => one(population, simulation, chance, normal))
}

function one(population: Population, simulation: Simulation, chance: () => number, normal: () => number): Truth {
  const [g11, g12, g22] = population.spread
  const first = normal()
  const own = at(population.fixed, 0) + Math.sqrt(g11) * first
  const rest = Math.sqrt(Math.max(0, g22 - g12 ** 2 / g11))
  const change = at(population.fixed, 1) + (g12 / Math.sqrt(g11)) * first + rest * normal()
  const noiseSd = Math.sqrt(population.residualVariance * Math.exp((simulation.noiseSpread ?? 0) * normal()))
  const levelAt = (week: number) => own + change * courseAt(week, population.shape.tauWeeks)
  const answer = (level: number) =>
    simulation.isRounded === false ? level : Math.min(10, Math.max(0, Math.round(level)))
  const scores: Score[] = []
  for (const week of simulation.weeks) {
    scores.push({ week, score: answer(levelAt(week) + noiseSd * normal()) })
    if (chance() < (simulation.leavesWhenWell ?? 0) * Math.max(0, 3 - (scores.at(-1)?.score ?? 0))) break
  }
  return { course: { scores }, levelAt, later: (week) => answer(levelAt(week) + noiseSd * normal()) }
}
