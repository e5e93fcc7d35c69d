/** Wall time against Temporal, on the days and in the zones where others went wrong. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { HARD_ZONES } from './hard-zones.fixture.ts'
import { epochMsAtWall, isShown, parseWallTime, wallMsOf, wallTimeAt, type WallTime, zoneClock } from './zone.ts'

const FROM = Date.UTC(2008, 0, 1)
const TO = Date.UTC(2030, 0, 1)

test('a wall time falls on the instant that Temporal names, in gaps, overlaps and everywhere else', () => {
  const minute = fc.integer({ min: FROM / 60_000, max: TO / 60_000 })
  let gaps = 0
  fc.assert(
    fc.property(fc.constantFrom(...HARD_ZONES), minute, fc.boolean(), (zone, at, near) => {
      const next = Temporal.Instant.fromEpochMilliseconds(at * 60_000)
        .toZonedDateTimeISO(zone)
        .getTimeZoneTransition('next')
      // Every other case within two hours of a change of the clock.
      const epochMs = near && next ? next.epochMilliseconds + ((at % 240) - 120) * 60_000 : at * 60_000
      const plain = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('UTC').toPlainDateTime()
      const expected = plain.toZonedDateTime(zone).epochMilliseconds
      const clock = zoneClock(zone, epochMs - 86_400_000, epochMs + 86_400_000)
      expect(epochMsAtWall(clock, epochMs)).toBe(expected)
      const shown = Temporal.Instant.fromEpochMilliseconds(expected).toZonedDateTimeISO(zone).toPlainDateTime()
      expect(wallTimeAt(clock, expected)).toBe(shown.toString({ smallestUnit: 'minute' }))
      expect(isShown(clock, epochMs)).toBe(shown.equals(plain))
      if (!shown.equals(plain)) gaps += 1
    }),
    { numRuns: 1500 },
  )
  expect(gaps).toBeGreaterThan(0)
})

test.each([
  ['Europe/London', '2027-03-28T01:30', '2027-03-28T01:30:00.000Z'],
  ['Europe/London', '2027-10-31T01:30', '2027-10-31T00:30:00.000Z'],
  ['Australia/Lord_Howe', '2027-04-04T01:45', '2027-04-03T14:45:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:40:00.000Z'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
  // Samoa left out the whole of 30 December 2011.
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-25T09:00', '2026-11-25T03:15:00.000Z'],
  // Brazil gave summer time up in 2019.
  ['America/Sao_Paulo', '2026-11-25T09:00', '2026-11-25T12:00:00.000Z'],
])('%s: %s is %s', (zone, wall, instant) => {
  const wallMs = wallMsOf(wall as WallTime)
  expect(new Date(epochMsAtWall(zoneClock(zone, wallMs, wallMs), wallMs)).toISOString()).toBe(instant)
})

test.each(['2026-02-30T09:00', '2026-11-25T24:00', '2026-11-25T09:60', '2026-11-25 09:00', '2026-11-25T09:00Z', ''])(
  '%s is no wall time',
  (text) => {
    expect(parseWallTime(text)).toEqual({ ok: false, problem: { code: 'not-a-wall-time' } })
  },
)
