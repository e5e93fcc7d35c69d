/**
 * A zone's clock as spans of constant offset, and wall time on it.
 *
 * One stated rule for the hours that a clock change takes or gives (RFC 5545 section 3.3.5): a wall time that the clock skips is
 * read with the offset before the change, so it falls later by the gap; one that comes twice means the first. Hours, bookings
 * and calendar files all use it. The zone's law is the machine's zone data, which changes: see `replan.ts`.
 */
import { Temporal } from 'temporal-polyfill'
import { assert, type Brand, err, must, ok, parseDay, type Result } from '../kernel/index.ts'

/** What a wall clock shows, without zone and seconds: `2026-11-25T09:30`. */
export type WallTime = Brand<string, 'WallTime'>

/** From this instant on (ms since 1970) the clock is so many ms ahead of UTC, until the next span begins. */
export type OffsetSpan = { readonly fromMs: number; readonly offsetMs: number }

/** A zone's clock between two instants, in order. The first span also holds for earlier instants, the last for later ones. */
export type ZoneClock = { readonly zone: string; readonly spans: readonly OffsetSpan[] }

const DAY_MS = 86_400_000
/** No zone jumped by more than a day: wall times are looked for this far around. */
const REACH_MS = 2 * DAY_MS

/**
 * The zone's clock from one instant to another, both in ms since 1970, with two days to spare on either side.
 *
 * @param zone an IANA name that the machine's zone data knows; throws a RangeError else
 */
export function zoneClock(zone: string, fromMs: number, toMs: number): ZoneClock {
  let at = Temporal.Instant.fromEpochMilliseconds(fromMs - REACH_MS).toZonedDateTimeISO(zone)
  const spans = [{ fromMs: at.epochMilliseconds, offsetMs: at.offsetNanoseconds / 1e6 }]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds > toMs + REACH_MS) return { zone, spans }
    spans.push({ fromMs: next.epochMilliseconds, offsetMs: next.offsetNanoseconds / 1e6 })
    at = next
  }
}

/** The offset in force at an instant, in ms. */
function offsetMsAt({ spans }: ZoneClock, epochMs: number): number {
  return must(spans.findLast(({ fromMs }) => fromMs <= epochMs) ?? spans[0], 'a clock has a span').offsetMs
}

/** Reads `2026-11-25T09:30`. Refuses days that the calendar doesn't have, hours past 23 and anything longer. */
export function parseWallTime(text: string): Result<WallTime, { readonly code: 'not-a-wall-time' }> {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/.exec(text)
  const isOne = parts && parseDay(parts[1] ?? '').ok && Number(parts[2]) <= 23 && Number(parts[3]) <= 59
  return isOne ? ok(text as WallTime) : err({ code: 'not-a-wall-time' })
}

/** What the clock shows, as ms since 1970-01-01T00:00 on that clock. */
export function wallMsAt(clock: ZoneClock, epochMs: number): number {
  return epochMs + offsetMsAt(clock, epochMs)
}

/** What the clock shows at an instant, to the minute. */
export function wallTimeAt(clock: ZoneClock, epochMs: number): WallTime {
  return wallTimeOf(wallMsAt(clock, epochMs))
}

export function wallTimeOf(wallMs: number): WallTime {
  return new Date(wallMs).toISOString().slice(0, 16) as WallTime
}

export function wallMsOf(wall: WallTime): number {
  const wallMs = Date.parse(`${wall}:00Z`)
  assert(!Number.isNaN(wallMs), 'a wall time was parsed before')
  return wallMs
}

/** When the clock shows that, by the rule above. Ms since 1970. */
export function epochMsAtWall(clock: ZoneClock, wallMs: number): number {
  // The first span in which the clock comes to show it: so the first of two.
  for (const [index, span] of clock.spans.entries()) {
    const epochMs = wallMs - span.offsetMs
    const endMs = clock.spans[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY
    if (epochMs < endMs) {
      const isSkipped = index > 0 && epochMs < span.fromMs
      return isSkipped ? wallMs - must(clock.spans[index - 1], 'an earlier span').offsetMs : epochMs
    }
  }
  throw new RangeError('a clock without spans')
}

/** True when the clock shows this at some instant: false within a gap. */
export function isShown(clock: ZoneClock, wallMs: number): boolean {
  return wallMsAt(clock, epochMsAtWall(clock, wallMs)) === wallMs
}

/** True when the clock shows this at two instants, as in the hour before and after it goes back. */
export function isShownTwice({ spans }: ZoneClock, wallMs: number): boolean {
  const shown = spans.filter(({ fromMs, offsetMs }, index) => {
    const epochMs = wallMs - offsetMs
    return (index === 0 || epochMs >= fromMs) && epochMs < (spans[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY)
  })
  return shown.length > 1
}
