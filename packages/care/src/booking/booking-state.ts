/**
 * The life of a booking: held while somebody types, booked, and then what became of it.
 *
 * A hold that runs out is over by itself: whoever looks at it later sees it as expired. Cancelled and expired bookings take
 * nothing; all others do, also one that nobody came to, since its time is past when that is known.
 */
import { type Brand, err, ok, type Result } from '../kernel/index.ts'

export type BookingId = Brand<string, 'BookingId'>

export const BOOKING_STATES = [
  'held',
  'booked',
  'late',
  'arrived',
  'in-treatment',
  'done',
  'no-show',
  'cancelled',
  'expired',
] as const
export type BookingState = (typeof BOOKING_STATES)[number]

/** What may follow. The desk corrects a slip: arrived by mistake goes back to booked, a no-show may still come. */
const NEXT: Readonly<Record<BookingState, readonly BookingState[]>> = {
  held: ['booked', 'cancelled', 'expired'],
  booked: ['late', 'arrived', 'in-treatment', 'no-show', 'cancelled'],
  late: ['booked', 'arrived', 'in-treatment', 'no-show', 'cancelled'],
  arrived: ['booked', 'in-treatment', 'done', 'cancelled'],
  'in-treatment': ['arrived', 'done'],
  done: ['in-treatment'],
  'no-show': ['booked', 'late', 'arrived'],
  cancelled: [],
  expired: [],
}

export type BookingStateProblem =
  | { readonly code: 'booking-state-not-next'; readonly from: BookingState; readonly to: BookingState }
  | { readonly code: 'hold-expired' }
  | { readonly code: 'notice-too-short'; readonly noticeMin: number }
  | { readonly code: 'reason-missing' }

export type BookingStanding = {
  readonly state: BookingState
  readonly startMs: number
  /** Until when a hold holds. Null unless held. */
  readonly heldUntilMs: number | null
}

/** The state as it is now: a hold that ran out is expired. */
export function stateAt({ state, heldUntilMs }: BookingStanding, nowMs: number): BookingState {
  return state === 'held' && heldUntilMs !== null && heldUntilMs <= nowMs ? 'expired' : state
}

/** True when it takes clinician, place and room. */
export function takesTime(state: BookingState): boolean {
  return state !== 'cancelled' && state !== 'expired'
}

/** Whether a booking may go on to a state. */
export function checkNextState(
  booking: BookingStanding,
  to: BookingState,
  nowMs: number,
): Result<BookingState, BookingStateProblem> {
  const from = stateAt(booking, nowMs)
  if (from === 'expired') return err({ code: 'hold-expired' })
  // Said twice is said once.
  return from === to || NEXT[from].includes(to) ? ok(to) : err({ code: 'booking-state-not-next', from, to })
}

export type Cancelling = {
  readonly by: 'patient' | 'staff'
  readonly reason: string
  /** Patients cancel up to so many minutes before the start; later they call. */
  readonly noticeMin: number
  readonly nowMs: number
}

/** Staff cancel at any time, with a reason; patients up to the clinic's notice, without owing one. */
export function checkCancelling(
  booking: BookingStanding,
  { by, reason, noticeMin, nowMs }: Cancelling,
): Result<BookingState, BookingStateProblem> {
  if (by === 'staff' && reason.trim() === '') return err({ code: 'reason-missing' })
  const isTooLate = nowMs > booking.startMs - noticeMin * 60_000
  if (by === 'patient' && stateAt(booking, nowMs) === 'booked' && isTooLate) {
    return err({ code: 'notice-too-short', noticeMin })
  }
  return checkNextState(booking, 'cancelled', nowMs)
}
