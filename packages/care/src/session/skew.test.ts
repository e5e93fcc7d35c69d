import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeviceId, epochMsOf, type EventId, type Instant, instantOf, type NeedleId } from '../kernel/index.ts'
import { decideEvent } from './decide.ts'
import type { SessionEvent, SessionFact } from './event.ts'
import { lateNeedlesLeft, unansweredLate } from './late.ts'
import { BARE_NEEDLE } from './needle.ts'
import { happenedAt, MAX_SKEW_MS, measureSkew } from './skew.ts'
import { emptySession } from './state.ts'
import { CLINICIAN, idNo, NOW, PATIENT, SESSION, siteAt, timeOut } from './table.fixture.ts'

const HOUR = 3_600_000

function made(no: number, fact: SessionFact, atMs: number, skewMs?: number, device = 1): SessionEvent {
  return {
    id: idNo<EventId>('event', no),
    session: SESSION,
    device: idNo<DeviceId>('device', device),
    actor: CLINICIAN,
    at: instantOf(epochMsOf(NOW) + atMs),
    ...(skewMs === undefined ? {} : { skewMs }),
    ...fact,
  }
}

function folded(events: readonly SessionEvent[], now: Instant = NOW) {
  return events.reduce((state, event) => {
    const decided = decideEvent(state, event, now)
    if (!decided.ok) throw new Error(decided.problem.code)
    return decided.value
  }, emptySession(SESSION))
}

test('a tablet whose clock is an hour ahead charts as any other, once it is known; and dwell is told by one clock', () => {
  const needle = idNo<NeedleId>('needle', 1)
  const inserted = {
    kind: 'needle-inserted',
    needle,
    site: siteAt('lumbar-multifidus', 'L4'),
    detail: BARE_NEEDLE,
    plan: null,
  } as const
  const state = folded([
    made(1, { kind: 'session-opened', patient: PATIENT, reason: '' }, HOUR - 60_000, HOUR),
    made(2, timeOut(), HOUR - 50_000, HOUR),
    made(3, inserted, HOUR - 40_000, HOUR),
    // Taken out on a second tablet that is ten minutes behind.
    made(4, { kind: 'needle-removed', needle }, -10 * 60_000 - 10_000, -10 * 60_000, 2),
  ])
  const [only] = state.needles
  expect(epochMsOf(only?.outAt ?? NOW) - epochMsOf(only?.insertedAt ?? NOW)).toBe(30_000)
})

test('without a measurement an entry an hour ahead is refused; a measurement of days is', () => {
  const open = (at: number, skewMs?: number) =>
    decideEvent(
      emptySession(SESSION),
      made(1, { kind: 'session-opened', patient: PATIENT, reason: '' }, at, skewMs),
      NOW,
    )
  expect(open(HOUR)).toMatchObject({ ok: false, problem: { code: 'event-ahead-of-clock' } })
  expect(open(HOUR, HOUR).ok).toBe(true)
  for (const skewMs of [MAX_SKEW_MS + 1, -MAX_SKEW_MS - 1, 0.5, Number.NaN]) {
    expect(open(0, skewMs)).toMatchObject({ ok: false, problem: { code: 'skew-out-of-range' } })
  }
})

test('the same entry with another measurement is the same entry', () => {
  const opened = made(1, { kind: 'session-opened', patient: PATIENT, reason: '' }, 0)
  const state = folded([opened])
  const again = decideEvent(state, { ...opened, skewMs: 90_000 }, NOW)
  expect(again).toEqual({ ok: true, value: state })
})

test('whatever the way there and back, a measured clock is off by at most half of it, and a steady one keeps its number', () => {
  let kept = 0
  fc.assert(
    fc.property(
      fc.integer({ min: -600_000, max: 600_000 }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 })), { minLength: 2 }),
      (trueSkewMs, ways) => {
        let known: number | null = null
        for (const [thereMs, backMs] of ways) {
          const serverMs = 1_000_000_000 + thereMs
          const sentMs = 1_000_000_000 + trueSkewMs
          const before: number | null = known
          known = measureSkew({ sentMs, gotMs: sentMs + thereMs + backMs, serverMs }, known)
          if (before !== null && known === before) kept += 1
          const wayMs = thereMs + backMs
          expect(Math.abs((known ?? Infinity) - trueSkewMs)).toBeLessThanOrEqual(Math.max(2000, wayMs) + wayMs / 2 + 1)
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(kept).toBeGreaterThan(300)
  // A clock that was set while we waited says nothing; one that is days off is no measurement.
  expect(measureSkew({ sentMs: 5000, gotMs: 1000, serverMs: 0 }, 70)).toBe(70)
  expect(measureSkew({ sentMs: 0, gotMs: 0, serverMs: MAX_SKEW_MS * 2 }, 70)).toBeNull()
  expect(happenedAt({ at: NOW })).toBe(NOW)
})

test('SES-8: a late entry stands until an addendum names it; a needle that it left in is counted', () => {
  const needle = idNo<NeedleId>('needle', 1)
  const receivedAt = NOW
  const inserted = made(
    1,
    { kind: 'needle-inserted', needle, site: siteAt('piriformis', null), detail: BARE_NEEDLE, plan: null },
    0,
  )
  const finding = made(2, { kind: 'finding-noted', text: 'tender' }, 0)
  const late = [inserted, finding].map((event) => ({ event, receivedAt }))
  expect(lateNeedlesLeft(late)).toBe(1)
  expect(lateNeedlesLeft([...late, { event: made(3, { kind: 'needle-removed', needle }, 1), receivedAt }])).toBe(0)
  const noted = { event: idNo<EventId>('event', 9), at: NOW, actor: CLINICIAN, text: 'x', authorName: 'R' }
  const state = { ...emptySession(SESSION), addenda: [{ ...noted, answers: [inserted.id] }] }
  expect(unansweredLate(emptySession(SESSION), late)).toEqual(late)
  expect(unansweredLate(state, late).map(({ event }) => event.id)).toEqual([finding.id])
})
