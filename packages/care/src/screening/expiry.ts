/**
 * How long answers last: a day, then they are confirmed again; half a year, then everything is asked again; and no longer than
 * to the next event that reopens them. Unreviewed: no source states a time. Safety facts 5a asks to screen again each visit.
 */
import { epochMsOf, type Instant, instantOf } from '../kernel/index.ts'

const HOUR_MS = 3_600_000

/** Answers are confirmed again before a session that begins later than this. Unreviewed. */
const RECHECK_AFTER_HOURS = 24
/** A confirmation rests on a full screening no older than this. Unreviewed. */
const FULL_AGAIN_AFTER_DAYS = 180

export type Dated = {
  readonly screenedAt: Instant
  /** The first event after it that reopened it; null when nothing did. */
  readonly reopenedAt: Instant | null
}

export function recheckAt(screenedAt: Instant): Instant {
  return instantOf(epochMsOf(screenedAt) + RECHECK_AFTER_HOURS * HOUR_MS)
}

/** True when the answers are too old for a session at that moment, were reopened, or lie ahead of it. */
export function needsRecheck({ screenedAt, reopenedAt }: Dated, sessionAt: Instant): boolean {
  return reopenedAt !== null || sessionAt >= recheckAt(screenedAt) || sessionAt < screenedAt
}

/** True when a confirmation isn't enough: the full screening that it would rest on is too old. */
export function needsFullScreening(fullAt: Instant, at: Instant): boolean {
  return epochMsOf(at) - epochMsOf(fullAt) >= FULL_AGAIN_AFTER_DAYS * 24 * HOUR_MS
}

/** What reopens a screening between sessions. */
export const REOPENING_KINDS = ['adverse-event', 'hospital-stay', 'new-diagnosis', 'check-in'] as const
export type ReopeningKind = (typeof REOPENING_KINDS)[number]
