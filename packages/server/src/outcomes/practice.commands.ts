/** The practice's own figures: how courses went, what went wrong, and whether its forecasts kept their word. */
import {
  adverseRate,
  type MeasureId,
  measureOf,
  practiceFigures,
  PUBLISHED_RATES,
  type Share,
  watchForecasts,
  WATCH_WINDOW,
  weeksSince,
} from '@unknot/care/outcomes'
import type { AccountId, ClinicId, Instant } from '@unknot/care/kernel'
import type { PracticeView } from '@unknot/wire/outcomes'
import type { Queries } from '../kernel/index.ts'
import { cutoffsOf } from './course.commands.ts'
import { countAdverse, listCourses, newestTests } from './forecast.store.ts'

export async function readPractice(
  queries: Queries,
  clinic: ClinicId,
  { measure: id, clinician }: { readonly measure: MeasureId; readonly clinician: AccountId | null },
  at: Instant,
): Promise<PracticeView> {
  const measure = measureOf(id)
  const courses = (await listCourses(queries, clinic, id)).filter(
    (one) => clinician === null || one.clinician === clinician,
  )
  const figures = practiceFigures(
    measure,
    courses.map(({ scores, ended }) => ({
      first: scores[0]?.value ?? 0,
      last: scores.at(-1)?.value ?? 0,
      scoreCount: scores.length,
      weeksSinceLast: weeksSince(scores.at(-1)?.at ?? at, at),
      ended,
    })),
  )
  const adverse = await countAdverse(queries, clinic, clinician)
  const rate = adverseRate(adverse.reactions, adverse.sessions)
  const {
    state,
    figures: watched,
    crpsLastValue,
  } = watchForecasts(await newestTests(queries, clinic, id, WATCH_WINDOW, clinician))
  return {
    measure: id,
    courses: figures.courses,
    response: figures.response.map(({ definition, share }) => ({ definition, share: share && presentShare(share) })),
    dropOut: figures.dropOut && presentShare(figures.dropOut),
    sensitivity: {
      atLastScore: figures.sensitivity.atLastScore && presentShare(figures.sensitivity.atLastScore),
      atBaseline: figures.sensitivity.atBaseline && presentShare(figures.sensitivity.atBaseline),
    },
    adverse: {
      // How many there were tells of persons where there were few.
      sessions: adverse.sessions,
      reactions: rate ? adverse.reactions : 0,
      per1000: rate?.per1000 ?? null,
      from: rate?.from ?? null,
      to: rate?.to ?? null,
      published: PUBLISHED_RATES.map(({ text, source }) => ({ text, source })),
    },
    calibration: {
      state,
      forecasts: watched?.forecasts ?? 0,
      coverage50: watched?.coverage50 ?? null,
      coverage80: watched?.coverage80 ?? null,
      coverage95: watched?.coverage95 ?? null,
      crps: watched?.crps ?? null,
      crpsLastValue,
      pitMean: watched?.pitMean ?? null,
      pitVariance: watched?.pitVariance ?? null,
    },
    cutoffs: await cutoffsOf(queries, clinic),
  }
}

function presentShare({ count, of, from, to }: Share) {
  return { count, of, from, to }
}
