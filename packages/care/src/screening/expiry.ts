/** How long answers last. Unreviewed: no source states a time. */
import { epochMsOf, type Instant, instantOf } from '../kernel/index.ts'

/** Answers are confirmed again before a session that begins later than this. Unreviewed. */
export const RECHECK_AFTER_HOURS = 24

export function recheckAt(screenedAt: Instant): Instant {
  return instantOf(epochMsOf(screenedAt) + RECHECK_AFTER_HOURS * 3_600_000)
}

/** True when the answers are too old for a session at that moment, or lie ahead of it. */
export function needsRecheck(screenedAt: Instant, sessionAt: Instant): boolean {
  return sessionAt >= recheckAt(screenedAt) || sessionAt < screenedAt
}
