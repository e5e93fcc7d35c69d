/** What a clinic offers: services, rooms, clinicians with their hours, closures. The owner writes it, all staff read it. */
import type { RoomId, ServiceId } from '@unknot/care/booking'
import type { AccountId, LocationId } from '@unknot/care/kernel'
import * as z from 'zod/mini'
import { day, defineRoutes, idOf, text } from '../kernel/index.ts'

const account = idOf<AccountId>()
const location = idOf<LocationId>()
const service = idOf<ServiceId>()
const room = idOf<RoomId>()
const everybody = ['owner', 'clinician', 'desk'] as const

function whole(min: number, max: number) {
  const within = `must be a whole number from ${min} to ${max}`
  return z.int({ error: within }).check(z.minimum(min, within), z.maximum(max, within))
}

const phases = z
  .array(z.strictObject({ kind: z.enum(['contact', 'rest']), lengthMin: whole(1, 480) }))
  .check(z.minLength(1, 'must hold a phase'), z.maxLength(9, 'must hold at most 9 phases'))
const trainings = z.array(text({ min: 1, max: 60 })).check(z.maxLength(20, 'must hold at most 20'))

const serviceFields = {
  name: text({ min: 1, max: 200 }),
  phases,
  bufferBeforeMin: whole(0, 240),
  bufferAfterMin: whole(0, 240),
  /** Starts lie on multiples of this after midnight. */
  alignMin: whole(1, 1440),
  leadMin: whole(0, 60 * 24 * 60),
  horizonDays: whole(1, 730),
  cancelNoticeMin: whole(0, 60 * 24 * 60),
  needsRoom: z.boolean(),
  requires: trainings,
  public: z.boolean(),
  active: z.boolean(),
}
const openMinutes = { fromMin: whole(0, 1439), toMin: whole(1, 1440) }
const hoursFields = {
  location,
  /** RFC 5545: daily, weekly or monthly, such as `FREQ=WEEKLY;BYDAY=MO,WE`. */
  rrule: text({ min: 1, max: 200 }),
  firstOn: day,
  ...openMinutes,
}
const roomFields = { name: text({ min: 1, max: 100 }), location, active: z.boolean() }
const dayHours = z.array(z.strictObject({ location, ...openMinutes })).check(z.maxLength(8, 'must hold at most 8'))
const closureFields = {
  /** Null: the whole clinic. */
  location: z.nullable(location),
  fromOn: day,
  toOn: day,
  name: text({ min: 1, max: 200 }),
}
const clinicianFields = {
  trainedIn: trainings,
  patientsAtOnceMax: whole(1, 6),
  bookingsADayMax: z.nullable(whole(1, 200)),
}

const serviceView = z.object({ id: service, ...serviceFields })
export type ServiceView = z.output<typeof serviceView>

export const supplyView = z.object({
  /** The clinic's zone: all hours and wall times are on its clock. */
  zone: z.string(),
  locations: z.array(z.object({ id: location, name: z.string() })),
  services: z.array(serviceView),
  rooms: z.array(z.object({ id: room, ...roomFields })),
  clinicians: z.array(
    z.object({ id: account, name: z.string(), ...clinicianFields, hours: z.array(z.object(hoursFields)) }),
  ),
  otherHours: z.array(z.object({ clinician: account, on: day, hours: dayHours })),
  closures: z.array(z.object({ id: idOf(), ...closureFields })),
})
export type SupplyView = z.output<typeof supplyView>

export const supplyRoutes = defineRoutes({
  readSupply: {
    method: 'GET',
    path: '/api/booking/supply',
    access: everybody,
    summary: 'What can be booked: services, rooms, clinicians with their hours, closures',
    answer: supplyView,
  },
  putService: {
    method: 'POST',
    path: '/api/booking/services',
    access: ['owner'],
    summary: 'Offer a service, or change the one of that id; bookings that stand keep their time',
    body: z.strictObject({ id: service, ...serviceFields }),
    answer: supplyView,
  },
  putRoom: {
    method: 'POST',
    path: '/api/booking/rooms',
    access: ['owner'],
    summary: 'Add a room or a table, or change the one of that id',
    body: z.strictObject({ id: room, ...roomFields }),
    answer: supplyView,
  },
  putClinician: {
    method: 'PUT',
    path: '/api/booking/clinicians/:account',
    access: ['owner'],
    summary: 'Make a clinician bookable, with all their recurring hours',
    params: z.strictObject({ account }),
    body: z.strictObject({
      ...clinicianFields,
      hours: z.array(z.strictObject(hoursFields)).check(z.maxLength(40, 'must hold at most 40')),
    }),
    answer: supplyView,
  },
  putDayHours: {
    method: 'PUT',
    path: '/api/booking/clinicians/:account/day',
    access: ['owner', 'desk'],
    summary: 'Other hours on one day; none is a day off, null takes the usual hours back',
    params: z.strictObject({ account }),
    body: z.strictObject({ on: day, hours: z.nullable(dayHours) }),
    answer: supplyView,
  },
  putClosure: {
    method: 'POST',
    path: '/api/booking/closures',
    access: ['owner'],
    summary: 'Close a location, or the whole clinic, for some days, or change the closure of that id',
    body: z.strictObject({ id: idOf(), ...closureFields }),
    answer: supplyView,
  },
  dropClosure: {
    method: 'DELETE',
    path: '/api/booking/closures/:closure',
    access: ['owner'],
    summary: 'Open again',
    params: z.strictObject({ closure: idOf() }),
    status: 204,
  },
})
