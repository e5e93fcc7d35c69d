/** Why a slot or a change of a booking was refused: what happened, what is safe, what to do. */
import type { RecurrenceProblem, ServiceProblem } from '@unknot/care/booking'
import { NOT_THERE, refusals } from '../kernel/index.ts'
import type { BookingProblem } from './booking.commands.ts'

export const refuseBooking = refusals<BookingProblem>({
  'not-there': NOT_THERE,
  'service-unknown': { status: 422, title: 'The clinic doesn’t offer that service. Nothing was booked.' },
  'location-unknown': { status: 422, title: 'The clinic has no such location. Nothing was booked.' },
  'clinician-unknown': { status: 422, title: 'That clinician can’t be booked. Nothing was booked.' },
  'wall-time-skipped': {
    status: 422,
    title: 'The clock skips that time on that day. Nothing was booked.',
    detail: 'It is changed to summer time then. Choose another time.',
  },
  'slot-past': { status: 422, title: 'That time is past. Nothing was booked.' },
  'slot-not-offered': {
    status: 409,
    title: 'That time is not offered. Nothing was booked.',
    detail: 'It lies outside the hours, or too near or too far ahead. Staff may overbook it, with a reason.',
  },
  'slot-taken': {
    status: 409,
    title: 'Somebody was faster: that time is taken. Nothing was booked.',
    detail: 'Look at the free times again and choose another.',
  },
  'overbook-needs-clinician': { status: 422, title: 'Say whom you overbook. Nothing was booked.' },
  'booking-id-reused': {
    status: 409,
    title: 'This id already belongs to another booking. Nothing was booked.',
    detail: 'Send it again under a new id.',
  },
  'booking-changed-meanwhile': {
    status: 409,
    title: 'Somebody changed this booking meanwhile. Nothing of yours was saved.',
    detail: 'Load it again.',
  },
  'booking-state-not-next': {
    status: 409,
    title: 'A booking can’t go there from where it is. Nothing was changed.',
    facts: ({ from, to }) => ({ from, to }),
  },
  'hold-expired': {
    status: 409,
    title: 'The time was held for ten minutes, and these are over. Nothing was booked.',
    detail: 'It may still be free: choose it again.',
  },
  'notice-too-short': {
    status: 409,
    title: 'It is too late to cancel this online. The booking stands.',
    detail: 'Please call the clinic.',
    facts: ({ noticeMin }) => ({ noticeMin }),
  },
  'reason-missing': { status: 422, title: 'A cancellation by the clinic needs a reason. The booking stands.' },
})

export type SupplyProblem =
  | ServiceProblem
  | (RecurrenceProblem & { readonly field: string })
  | { readonly code: 'not-there' }
  | { readonly code: 'hours-end-before-start'; readonly field: string }
  | { readonly code: 'location-not-there'; readonly field: string }

export const refuseSupply = refusals<SupplyProblem>({
  'not-there': NOT_THERE,
  'service-not-valid': {
    status: 422,
    title: 'This service can’t be given like that. Nothing was changed.',
    errors: ({ fields }) => fields,
  },
  'recurrence-not-understood': {
    status: 422,
    title: 'These hours recur in a way that Unknot doesn’t know. Nothing was changed.',
    errors: ({ field, part }) => [{ field, detail: `${part} is not understood` }],
  },
  'hours-end-before-start': {
    status: 422,
    title: 'Something ends before it begins. Nothing was changed.',
    errors: ({ field }) => [{ field, detail: 'must end after it begins' }],
  },
  'location-not-there': {
    status: 422,
    title: 'The clinic has no such location. Nothing was changed.',
    errors: ({ field }) => [{ field, detail: 'must be a location of the clinic' }],
  },
})
