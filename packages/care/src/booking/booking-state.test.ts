/** The life of a booking, on both sides of each rule. */
import { expect, test } from 'vitest'
import {
  BOOKING_STATES,
  type BookingStanding,
  checkCancelling,
  checkNextState,
  stateAt,
  takesTime,
} from './booking-state.ts'

const NOW = Date.parse('2026-11-25T09:00Z')
const booked: BookingStanding = { state: 'booked', startMs: NOW + 24 * 3_600_000, heldUntilMs: null }
const held: BookingStanding = { ...booked, state: 'held', heldUntilMs: NOW }

test('a hold holds until its last millisecond and is over at the next', () => {
  expect(stateAt(held, NOW - 1)).toBe('held')
  expect(checkNextState(held, 'booked', NOW - 1)).toEqual({ ok: true, value: 'booked' })
  expect(stateAt(held, NOW)).toBe('expired')
  expect(checkNextState(held, 'booked', NOW)).toEqual({ ok: false, problem: { code: 'hold-expired' } })
})

test('patients cancel up to the notice, staff at any time with a reason', () => {
  const cancelling = { by: 'patient', reason: '', noticeMin: 24 * 60, nowMs: NOW } as const
  expect(checkCancelling(booked, cancelling).ok).toBe(true)
  const late = { ...cancelling, nowMs: NOW + 1 }
  expect(checkCancelling(booked, late)).toEqual({ ok: false, problem: { code: 'notice-too-short', noticeMin: 1440 } })
  expect(checkCancelling(booked, { ...late, by: 'staff', reason: 'ill' }).ok).toBe(true)
  expect(checkCancelling(booked, { ...late, by: 'staff', reason: ' ' })).toEqual({
    ok: false,
    problem: { code: 'reason-missing' },
  })
})

test('what is over stays over, and whatever was said twice is said once', () => {
  for (const to of BOOKING_STATES) {
    if (to !== 'cancelled') expect(checkNextState({ ...booked, state: 'cancelled' }, to, NOW).ok).toBe(false)
    expect(checkNextState({ ...booked, state: to }, to, NOW).ok).toBe(to !== 'expired')
  }
  expect(checkNextState({ ...booked, state: 'done' }, 'cancelled', NOW)).toEqual({
    ok: false,
    problem: { code: 'booking-state-not-next', from: 'done', to: 'cancelled' },
  })
})

test('only cancelled and expired bookings take nothing', () => {
  expect(BOOKING_STATES.filter((state) => !takesTime(state))).toEqual(['cancelled', 'expired'])
})
