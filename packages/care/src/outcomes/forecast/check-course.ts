/** What a course must be before the model looks at it. Nothing is mended in silence. */
import { err, ok, type Result } from '../../kernel/index.ts'
import type { Course, Residual, Scale } from './model.ts'

export type CourseProblem =
  | { readonly code: 'score-not-a-number'; readonly at: number }
  | { readonly code: 'score-out-of-range'; readonly at: number; readonly lowest: number; readonly highest: number }
  | { readonly code: 'week-not-a-number'; readonly at: number }
  | { readonly code: 'week-out-of-range'; readonly at: number; readonly maxWeeks: number }
  | { readonly code: 'too-many-scores'; readonly max: number }
  | { readonly code: 'covariates-differ'; readonly expected: number; readonly given: number }
  | { readonly code: 'covariate-not-a-number'; readonly at: number }
  | { readonly code: 'two-scores-at-one-time'; readonly week: number }

const MAX_SCORES = 5_000
const MAX_WEEKS = 520

/**
 * The course as given, or the first thing that is wrong with it (`at` counts scores from 0).
 *
 * Two scores at one time are two readings under independent noise. The plain OU process has no noise of its own, so that
 * two different values at one time can't be: there they are refused.
 */
export function checkCourse(
  course: Course,
  scale: Scale,
  residual: Residual,
  covariateCount: number,
): Result<Course, CourseProblem> {
  const covariates = course.covariates ?? []
  if (covariates.length !== covariateCount)
    return err({ code: 'covariates-differ', expected: covariateCount, given: covariates.length })
  const badCovariate = covariates.findIndex((value) => !Number.isFinite(value))
  if (badCovariate >= 0) return err({ code: 'covariate-not-a-number', at: badCovariate })
  if (course.scores.length > MAX_SCORES) return err({ code: 'too-many-scores', max: MAX_SCORES })
  for (const [index, { week, score }] of course.scores.entries()) {
    if (!Number.isFinite(week)) return err({ code: 'week-not-a-number', at: index })
    if (week < 0 || week > MAX_WEEKS) return err({ code: 'week-out-of-range', at: index, maxWeeks: MAX_WEEKS })
    if (!Number.isFinite(score)) return err({ code: 'score-not-a-number', at: index })
    if (score < scale.lowest || score > scale.highest) return err({ code: 'score-out-of-range', at: index, ...scale })
  }
  const twice = residual.kind === 'ou' && residual.noiseShare === 0 ? repeatedWeek(course) : null
  return twice === null ? ok(course) : err({ code: 'two-scores-at-one-time', week: twice })
}

function repeatedWeek({ scores }: Course): number | null {
  const seen = new Set<number>()
  for (const { week } of scores) {
    if (seen.has(week)) return week
    seen.add(week)
  }
  return null
}
