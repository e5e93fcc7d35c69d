/**
 * How a practice's courses went: response by each definition in use, drop-out beside it, and what the figures would be if
 * those who stayed away were counted otherwise. Groups below 5 are hidden: they would tell of persons.
 *
 * Improvement here is what people had, with the needle, with time and with everything else: never the needle's effect.
 */
import { changeOf } from '../change/change.ts'
import type { Measure } from '../measures/measure.ts'
import { exactCount, exactShare } from './exact.ts'

const LEAST_SHOWN = 5
/** No score for so long, and no ending: that patient stayed away. Unreviewed. */
const AWAY_AFTER_WEEKS = 6

export type PracticeCourse = {
  readonly first: number
  readonly last: number
  readonly scoreCount: number
  readonly weeksSinceLast: number
  /** A review that ended in finish, or stop and refer. */
  readonly ended: boolean
}

export type Share = { readonly count: number; readonly of: number; readonly from: number; readonly to: number }

/** Null where fewer than 5 stand behind it. */
function shareOf(count: number, of: number): Share | null {
  return of < LEAST_SHOWN ? null : { count, of, ...exactShare(count, of) }
}

export type ResponseDefinition = 'important-by-points' | 'percent-30' | 'percent-50' | 'reliable' | 'recovered'

export type PracticeFigures = {
  readonly courses: number | null
  readonly response: readonly { readonly definition: ResponseDefinition; readonly share: Share | null }[]
  readonly dropOut: Share | null
  readonly sensitivity: { readonly atLastScore: Share | null; readonly atBaseline: Share | null }
}

/** Figures over courses with at least two scores. Those who stayed away are left out of the response, and counted beside it. */
export function practiceFigures(measure: Measure, courses: readonly PracticeCourse[]): PracticeFigures {
  const told = courses.filter(({ scoreCount }) => scoreCount >= 2)
  const away = told.filter(({ ended, weeksSinceLast }) => !ended && weeksSinceLast > AWAY_AFTER_WEEKS)
  const stayed = told.filter((course) => !away.includes(course))
  const responded = (course: PracticeCourse) => reaches(measure, course, 'important-by-points') === true
  const count = (list: readonly PracticeCourse[]) => list.filter(responded).length
  const definitions = ['important-by-points', 'percent-30', 'percent-50', 'reliable', 'recovered'] as const
  return {
    courses: told.length < LEAST_SHOWN ? null : told.length,
    response: definitions.map((definition) => {
      const judged = stayed.map((course) => reaches(measure, course, definition)).filter((one) => one !== null)
      return { definition, share: shareOf(judged.filter(Boolean).length, judged.length) }
    }),
    dropOut: shareOf(away.length, told.length),
    sensitivity: {
      atLastScore: shareOf(count(told), told.length),
      atBaseline: shareOf(count(stayed), told.length),
    },
  }
}

/** Null where the definition doesn't apply: a baseline below 3 has no percentage, some measures have no error. */
function reaches(measure: Measure, { first, last }: PracticeCourse, definition: ResponseDefinition): boolean | null {
  const change = changeOf(measure, first, last)
  switch (definition) {
    case 'important-by-points':
      return change.important?.byPoints ?? change.important?.byPercent ?? null
    case 'percent-30':
      return change.percent === null ? null : change.percent >= 30
    case 'percent-50':
      return change.percent === null ? null : change.percent >= 50
    case 'reliable':
      return change.reliable && change.reliable.verdict === 'better'
    case 'recovered':
      return change.recovered
  }
}

export type AdverseRate = { readonly per1000: number; readonly from: number; readonly to: number }

/** Events per 1,000 sessions with their exact interval; null below 5 sessions. */
export function adverseRate(events: number, sessions: number): AdverseRate | null {
  if (sessions < LEAST_SHOWN) return null
  const { from, to } = exactCount(events)
  const scale = 1000 / sessions
  return { per1000: events * scale, from: from * scale, to: to * scale }
}

/** What others published, to stand beside one's own. Both were reported by the clinicians themselves. */
export const PUBLISHED_RATES: readonly { readonly text: string; readonly source: string }[] = [
  { text: '192 of 1,000 treatments had a mild event; none was significant (7,629 treatments)', source: 'S41' },
  { text: '367 of 1,000 sessions had a minor event, 1 in 1,024 a major one (20,464 sessions)', source: 'S42' },
]
