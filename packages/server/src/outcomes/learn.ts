/**
 * A clinic learns from its own courses: the shipped prior and the clinic's patients in one fit (MAP).
 *
 * The fit runs in a thread of its own, some seconds after the last score, and never in the way of a request.
 */
import { Worker } from 'node:worker_threads'
import {
  type Course,
  type FitProblem,
  type MeasureId,
  type Population,
  reachOf,
  weeksSince,
} from '@unknot/care/outcomes'
import type { ClinicId, Instant, Result } from '@unknot/care/kernel'
import type { Database } from '../kernel/index.ts'
import { addPopulation, listCourses } from './forecast.store.ts'
import { FORECAST_MEASURES } from './known-course.ts'

/** Courses of fewer scores say too little about change. */
const LEAST_SCORES = 3

export type LearnTask = { readonly courses: readonly Course[]; readonly measure: MeasureId }
export type Learned = Result<Population, FitProblem>

type Needs = { readonly db: Database; readonly now: () => Instant; readonly newId: <Id extends string>() => Id }

/** Learns each series of a clinic anew. Says how many populations were kept. */
export async function learnFrom({ db, now, newId }: Needs, clinic: ClinicId): Promise<number> {
  let kept = 0
  for (const measure of FORECAST_MEASURES) {
    const all = await db.onClinic(clinic, (queries) => listCourses(queries, clinic, measure))
    const courses = all
      .filter(({ scores }) => scores.length >= LEAST_SCORES)
      .map(
        ({ startAt, scores }): Course => ({
          scores: scores.map(({ at, value }) => ({ week: weeksSince(startAt, at), score: value })),
        }),
      )
    if (courses.length === 0) continue
    const learned = await inThread({ courses, measure })
    if (!learned.ok) continue
    const population = { id: newId<string>(), measure, population: learned.value, reachWeeks: reachOf(courses) }
    await db.onClinic(clinic, (queries) => addPopulation(queries, clinic, { ...population, learnedAt: now() }))
    kept += 1
  }
  return kept
}

function inThread(task: LearnTask): Promise<Learned> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./learn.thread.ts', import.meta.url), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.unref()
  })
}

const WAIT_MS = 20_000

export type Learner = { readonly scoreCame: (clinic: ClinicId) => void; readonly stop: () => void }

/** Learns some seconds after the last score of a clinic; many scores in a row are one occasion. */
export function startLearner(needs: Needs, onFailure: (error: unknown) => void): Learner {
  const waiting = new Map<ClinicId, NodeJS.Timeout>()
  return {
    scoreCame: (clinic) => {
      clearTimeout(waiting.get(clinic))
      const timer = setTimeout(() => {
        waiting.delete(clinic)
        learnFrom(needs, clinic).catch(onFailure)
      }, WAIT_MS)
      timer.unref()
      waiting.set(clinic, timer)
    },
    stop: () => {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
