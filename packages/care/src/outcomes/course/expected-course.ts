/**
 * The expected course under this care: what is asked for (after 1, 3, 4, 6 and 8 sessions, at 6, 12, 26 and 52 weeks), as far
 * as courses reach; beyond that "not enough data", because a curve can be drawn anywhere and means nothing there.
 */
import type { Course, Population, Scale } from '../forecast/model.ts'
import { type Known, levelAt } from '../forecast/posterior.ts'
import { type Forecast, foldedForecast } from '../forecast/predict.ts'

export const FORECAST_SESSIONS = [1, 3, 4, 6, 8] as const
export const FORECAST_WEEKS = [6, 12, 26, 52] as const

/** The diaries behind the shipped prior end at week 8. */
export const PRIOR_REACH_WEEKS = 8
/** A week is reached by the data when so many people were still scoring then. Unreviewed. */
const PEOPLE_AT_REACH = 10

/** The last week at which enough of these people had a score, and never less than the prior's. */
export function reachOf(courses: readonly Course[]): number {
  const lasts = courses.map(({ scores }) => Math.max(0, ...scores.map(({ week }) => week))).toSorted((a, b) => b - a)
  return Math.max(PRIOR_REACH_WEEKS, lasts[PEOPLE_AT_REACH - 1] ?? 0)
}

export type ExpectedPoint = {
  readonly after: { readonly unit: 'session' | 'week'; readonly number: number }
  readonly week: number
  /** Of the underlying level; null = not enough data yet. */
  readonly forecast: Forecast | null
}

/** The week at which a session falls, when they come evenly; the first is week 0. */
export function weekOfSession(session: number, weeksPerSession: number): number {
  return (session - 1) * weeksPerSession
}

/**
 * The points that are still ahead of `nowWeek`. `weeksPerSession`: how far sessions of this patient lie apart (1 where
 * there was only one).
 */
export function expectedCourse(
  known: Known,
  population: Population,
  scale: Scale,
  when: { readonly nowWeek: number; readonly weeksPerSession: number; readonly reachWeeks: number },
): readonly ExpectedPoint[] {
  const sessions = FORECAST_SESSIONS.map((number) => ({
    after: { unit: 'session' as const, number },
    week: weekOfSession(number, when.weeksPerSession),
  }))
  const weeks = FORECAST_WEEKS.map((number) => ({ after: { unit: 'week' as const, number }, week: number }))
  return [...sessions, ...weeks]
    .filter(({ week }) => week > when.nowWeek)
    .map(({ after, week }) => ({
      after,
      week,
      forecast: week > when.reachWeeks ? null : levelForecast(known, population, scale, week),
    }))
}

/** The band of the chart: the underlying level from week to week, as far as data reach. */
export function courseBand(
  known: Known,
  population: Population,
  scale: Scale,
  weeks: readonly number[],
): readonly Forecast[] {
  return weeks.map((week) => levelForecast(known, population, scale, week))
}

function levelForecast(known: Known, population: Population, scale: Scale, week: number): Forecast {
  return foldedForecast(week, levelAt(known, week), scale, known.course.scores.length, population.people)
}
