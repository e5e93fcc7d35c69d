/**
 * One time for a session that several devices chart: each event keeps its device's own time, and beside it how far that
 * clock was off. What happened when is told by the server's clock; a device that is an hour wrong changes no dwell.
 */
import { epochMsOf, type Instant, instantOf } from '../kernel/index.ts'
import type { SessionEvent } from './event.ts'

/** A clock that is off by more than this was never set: nothing is put right by it. 36 hours cover every wrong time zone and day. */
export const MAX_SKEW_MS = 36 * 3_600_000

/** Two measurements closer than this are the same clock, seen through a network that takes its time. */
const SAME_CLOCK_MS = 2000

/** When it happened by the server's clock, as well as the device knew. An event without a measurement counts as it was dated. */
export function happenedAt({ at, skewMs }: Pick<SessionEvent, 'at' | 'skewMs'>): Instant {
  return skewMs ? instantOf(epochMsOf(at) - skewMs) : at
}

/**
 * How many milliseconds a device's clock is ahead of the server's (negative: behind), or null when nothing can be said.
 *
 * @param sentMs the device's clock when it asked; `gotMs` when it had the answer
 * @param serverMs the server's clock when it answered
 * @param knownMs what was measured before: kept while the new measurement differs by no more than the way there and back, so
 *   that the events of one steady clock all carry one number
 */
export function measureSkew(
  { sentMs, gotMs, serverMs }: { readonly sentMs: number; readonly gotMs: number; readonly serverMs: number },
  knownMs: number | null,
): number | null {
  const wayMs = gotMs - sentMs
  // The clock was set while we waited.
  if (wayMs < 0) return knownMs
  const skewMs = Math.round((sentMs + gotMs) / 2 - serverMs)
  if (Math.abs(skewMs) > MAX_SKEW_MS) return null
  const isSameClock = knownMs !== null && Math.abs(skewMs - knownMs) <= Math.max(SAME_CLOCK_MS, wayMs)
  return isSameClock ? knownMs : skewMs
}
