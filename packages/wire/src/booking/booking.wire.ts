/**
 * Slots and bookings for the staff of a clinic.
 *
 * The one who books makes the id, so that a booking sent twice is one. A slot is a wall time on the clinic's clock: what the
 * patient is promised. The server holds it against everything taken, inside one transaction.
 */
import {
  BOOKING_STATES,
  parseWallTime,
  type BookingId,
  type RoomId,
  type ServiceId,
  type WallTime,
} from '@unknot/care/booking'
import type { AccountId, LocationId, PatientId } from '@unknot/care/kernel'
import * as z from 'zod/mini'
import { day, defineRoutes, idOf, instant, text } from '../kernel/index.ts'

const account = idOf<AccountId>()
const booking = idOf<BookingId>()
const location = idOf<LocationId>()
const patient = idOf<PatientId>()
const service = idOf<ServiceId>()
const everybody = ['owner', 'clinician', 'desk'] as const

const wallTime = z
  .string({ error: 'must be a wall time such as 2026-11-25T09:30' })
  .check(
    z.refine((value) => parseWallTime(value).ok, 'must be a wall time to the minute, such as 2026-11-25T09:30'),
  ) as unknown as z.ZodMiniType<WallTime, string>

const slotView = z.object({
  wall: wallTime,
  startAt: instant,
  location,
  /** Everybody who could take it. */
  clinicians: z.array(account),
})
export type SlotView = z.output<typeof slotView>

export const bookingView = z.object({
  id: booking,
  service,
  serviceName: z.string(),
  clinician: account,
  clinicianName: z.string(),
  location,
  locationName: z.string(),
  room: z.nullable(idOf<RoomId>()),
  roomName: z.nullable(z.string()),
  startAt: instant,
  endAt: instant,
  /** What was promised: this wall time on this zone's clock. */
  wall: wallTime,
  zone: z.string(),
  /** As it is now: a hold that ran out is `expired`. */
  state: z.enum(BOOKING_STATES),
  heldUntil: z.nullable(instant),
  patient: z.nullable(patient),
  /** The patient's name, or that of the contact. */
  name: z.nullable(z.string()),
  contact: z.nullable(z.object({ name: z.string(), email: z.string(), phone: z.nullable(z.string()) })),
  note: z.string(),
  overbookReason: z.nullable(z.string()),
  cancelReason: z.nullable(z.string()),
  /** Counts the moves. */
  sequence: z.number(),
  /** Send it back with a change; another number means that somebody was faster. */
  version: z.number(),
  createdAt: instant,
  changedAt: instant,
})
export type BookingView = z.output<typeof bookingView>

const version = z.int().check(z.minimum(1, 'must be 1 or more'))
const reason = text({ max: 500 })
const where = {
  /** An account, or `anyone`: then whoever has the fewest bookings that day. */
  clinician: z.union([z.literal('anyone'), account]),
  location,
  wall: wallTime,
}
/** Left out: only a free slot is taken. Given: it is booked over whatever is there, marked, with this reason. */
const overbookReason = z.optional(text({ min: 1, max: 500 }))

export const bookingRoutes = defineRoutes({
  listSlots: {
    method: 'GET',
    path: '/api/booking/slots',
    access: everybody,
    summary: 'Free slots of a service, at most 92 days at once',
    query: z.strictObject({
      service,
      clinician: z.optional(z.union([z.literal('anyone'), account])),
      location: z.optional(location),
      from: day,
      to: day,
    }),
    answer: z.object({ zone: z.string(), slots: z.array(slotView) }),
  },
  holdSlot: {
    method: 'POST',
    path: '/api/bookings',
    access: everybody,
    summary: 'Hold a slot for ten minutes while the rest is asked',
    body: z.strictObject({ id: booking, service, ...where, overbookReason }),
    status: 201,
    answer: bookingView,
  },
  confirmBooking: {
    method: 'POST',
    path: '/api/bookings/:booking/confirmation',
    access: everybody,
    summary: 'Book what is held, for a patient; sent twice it is booked once',
    params: z.strictObject({ booking }),
    body: z.strictObject({ patient, note: z.optional(text({ max: 1000 })) }),
    answer: bookingView,
  },
  moveBooking: {
    method: 'POST',
    path: '/api/bookings/:booking/move',
    access: everybody,
    summary: 'Move a booking to another slot; the old one is freed only when the new one is taken',
    params: z.strictObject({ booking }),
    body: z.strictObject({ version, ...where, overbookReason }),
    answer: bookingView,
  },
  cancelBooking: {
    method: 'POST',
    path: '/api/bookings/:booking/cancellation',
    access: everybody,
    summary: 'Cancel a booking, or let a hold go',
    params: z.strictObject({ booking }),
    body: z.strictObject({ version, reason }),
    answer: bookingView,
  },
  setBookingState: {
    method: 'POST',
    path: '/api/bookings/:booking/state',
    access: everybody,
    summary: 'Late, arrived, in treatment, done, no-show',
    params: z.strictObject({ booking }),
    body: z.strictObject({
      version,
      state: z.enum(['booked', 'late', 'arrived', 'in-treatment', 'done', 'no-show']),
    }),
    answer: bookingView,
  },
  listBookings: {
    method: 'GET',
    path: '/api/bookings',
    access: everybody,
    summary: 'The diary of some days, at most 42 at once, cancelled bookings too',
    query: z.strictObject({ from: day, to: day }),
    answer: z.object({ zone: z.string(), bookings: z.array(bookingView) }),
  },
  readBooking: {
    method: 'GET',
    path: '/api/bookings/:booking',
    access: everybody,
    summary: 'One booking with what happened to it',
    params: z.strictObject({ booking }),
    answer: z.object({
      booking: bookingView,
      /** In the order in which they are due. */
      messages: z.array(
        z.object({
          kind: z.enum(['confirmation', 'moved', 'cancelled', 'reminder-first', 'reminder-last']),
          dueAt: instant,
          state: z.enum(['due', 'sent', 'no-address', 'too-late']),
          settledAt: z.nullable(instant),
        }),
      ),
      events: z.array(
        z.object({
          at: instant,
          actorName: z.nullable(z.string()),
          what: z.string(),
          detail: z.record(z.string(), z.nullable(z.string())),
        }),
      ),
    }),
  },
})
