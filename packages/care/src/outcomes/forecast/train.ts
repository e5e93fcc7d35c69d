/** From courses to forecasts: chooses the shape, learns the population, and hands out a forecaster. */
import { must } from '../../kernel/index.ts'
import { chooseShape } from './choose-shape.ts'
import { fit } from './fit.ts'
import { type Course, type Normal, NPRS_SCALE, PLAIN_SHAPE, type Population, type Shape } from './model.ts'
import { learnNoiseSpread } from './noise-spread.ts'
import { know } from './posterior.ts'
import { ratingAt } from './predict.ts'
import { populationOf, priorFor } from './prior.ts'

/** What forecasts the next rating of a checked course at a week. */
export type Forecaster = (course: Course, week: number) => Normal

/** Closer than this in the middle, ratings remember each other's noise. methods.md, 1: four days. */
const CLOSE_WEEKS = 4 / 7

/** Learns from checked courses of momentary ratings; leans on the shipped prior where they are too few to stand alone. */
export function trainForecaster(courses: readonly Course[]): Forecaster {
  const population = populationFrom(courses)
  return (course, week) => {
    const known = know(course, population, NPRS_SCALE)
    return ratingAt(must(known.ok ? known.value : null, 'a checked course'), week)
  }
}

function populationFrom(courses: readonly Course[]): Population {
  const fitted = fit(courses, { shape: shapeFor(courses), scale: NPRS_SCALE })
  if (fitted.ok) return learnNoiseSpread(courses, fitted.value.population)
  const prior = priorFor('nprs.now', 'lasting', courses.length)
  const leaning = fit(courses, { shape: PLAIN_SHAPE, scale: NPRS_SCALE, prior })
  return leaning.ok ? leaning.value.population : populationOf(prior, PLAIN_SHAPE)
}

function shapeFor(courses: readonly Course[]): Shape {
  const gaps = courses
    .flatMap(({ scores }) => scores.map(({ week }, i) => week - (scores[i - 1]?.week ?? Number.NaN)))
    .filter((gap) => !Number.isNaN(gap))
    .toSorted((a, b) => a - b)
  const middle = gaps[Math.floor(gaps.length / 2)] ?? Infinity
  return middle < CLOSE_WEEKS ? chooseShape(courses, NPRS_SCALE, PLAIN_SHAPE) : PLAIN_SHAPE
}
