/** The chart in words: what the picture says, no more. Read out, printed, and shown under it. */
import type { ExpectedPoint } from './expected-course.ts'

export type CourseWordsFacts = {
  readonly point: ExpectedPoint | null
  /** Probability of an improvement that people notice by then; null where the measure has no such figure. */
  readonly pImportant: number | null
  readonly people: number
}

/** `null` = not enough data yet. "Most people" are four in five: the 80 % interval. */
export function courseSentences({ point, pImportant, people }: CourseWordsFacts): readonly string[] | null {
  if (!point?.forecast) return null
  const [from, to] = point.forecast.interval80
  const when = point.after.unit === 'week' ? `by week ${point.after.number}` : `after session ${point.after.number}`
  const where = from === to ? `at ${from}` : `between ${from} and ${to}`
  return [
    `Most people with scores like yours were ${where} ${when}.`,
    ...(pImportant === null ? [] : [`${outOf20(pImportant)} of 20 reached an improvement that people notice.`]),
    people === 0
      ? 'Based on published courses and no finished course of this clinic yet.'
      : `Based on ${people} ${people === 1 ? 'course' : 'courses'}.`,
  ]
}

/** Never "0 of 20" or "20 of 20" where something else is possible. */
function outOf20(p: number): string {
  const count = Math.round(20 * p)
  if (count === 0 && p > 0) return 'Fewer than 1'
  return count === 20 && p < 1 ? 'More than 19' : String(count)
}
