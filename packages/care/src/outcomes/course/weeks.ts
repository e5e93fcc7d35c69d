/** Time as a course counts it: weeks since the first session. */
import { epochMsOf, type Instant } from '../../kernel/index.ts'

const WEEK_MS = 7 * 24 * 3600 * 1000

/** Weeks from the start to an instant; what was asked before the first session counts as week 0. */
export function weeksSince(startAt: Instant, at: Instant): number {
  return Math.max(0, (epochMsOf(at) - epochMsOf(startAt)) / WEEK_MS)
}

/** How far sessions lie apart, in weeks: 1 where there was only one, never less than half a day. */
export function sessionSpacing(weeks: readonly number[]): number {
  const [first, last] = [Math.min(...weeks), Math.max(...weeks)]
  return weeks.length < 2 ? 1 : Math.max(1 / 14, (last - first) / (weeks.length - 1))
}
