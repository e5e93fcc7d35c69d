/** The thread in which a clinic's courses are fitted. Gets a task, answers once, ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { FORECAST_SERIES, fit, learnNoiseSpread, NPRS_SCALE, PLAIN_SHAPE, priorFor } from '@unknot/care/outcomes'
import { ok } from '@unknot/care/kernel'
import type { Learned, LearnTask } from './learn.ts'

/** Fewer courses than this say nothing about how people differ in their noise. */
const LEAST_FOR_NOISE = 20

const { courses, measure } = workerData as LearnTask
const prior = priorFor(measure === 'peg' ? FORECAST_SERIES : measure, 'lasting', courses.length)
const fitted = fit(courses, { shape: PLAIN_SHAPE, scale: NPRS_SCALE, prior })
const learned: Learned = fitted.ok
  ? ok(courses.length < LEAST_FOR_NOISE ? fitted.value.population : learnNoiseSpread(courses, fitted.value.population))
  : fitted
parentPort?.postMessage(learned, [])
