/** Slots and bookings over HTTP, for staff. */
import { epochMsAtWall, readSupply, slots, type WallTime, wallMsOf, zoneClock } from '@unknot/care/booking'
import { type CalendarDay, epochMsOf, err, type Instant, instantOf, must, ok } from '@unknot/care/kernel'
import { bookingRoutes } from '@unknot/wire/booking'
import { findClinic } from '../clinic/index.ts'
import { type App, audit, badInput, type Call, notThere, type Queries, type Refusal, serve } from '../kernel/index.ts'
import { findPatient } from '../people/index.ts'
import {
  type Booker,
  type BookingProblem,
  cancelBooking,
  confirmBooking,
  holdSlot,
  moveBooking,
  setBookingState,
} from './booking.commands.ts'
import { presentBooking, presentSlot } from './booking.presenter.ts'
import { refuseBooking } from './booking.refusals.ts'
import { findBooking, listBookingEvents, listBookings, listOccupancy, type NamedBooking } from './booking.store.ts'
import { listMessages } from './message.store.ts'
import { findSupply } from './supply.store.ts'
import { supplyRoom } from './supply.routes.ts'

const SLOT_DAYS_MAX = 92
const DIARY_DAYS_MAX = 42
const DAY_MS = 86_400_000

export function bookingRoom(app: App): void {
  supplyRoom(app)

  serve(app, bookingRoutes.listSlots, async (call) => {
    const { service: id, clinician = 'anyone', location = null, from: fromOn, to: toOn } = call.query
    const refused = checkDays(fromOn, toOn, SLOT_DAYS_MAX)
    if (refused) return err(refused)
    return call.db.inClinic(call.clinic, async (tx) => {
      const found = await findSupply(tx, call.clinic, fromOn)
      const service = found.services.find((one) => one.id === id && one.active)
      if (!service) return notThere()
      const { from, to } = instantsOf(found.zone, fromOn, toOn)
      const occupied = await listOccupancy(tx, call.clinic, { from, to, at: call.at })
      const query = { service, clinician, location, fromOn, toOn, nowMs: epochMsOf(call.at), by: 'staff' } as const
      return ok({ zone: found.zone, slots: slots(readSupply(found), occupied, query).map(presentSlot) })
    })
  })

  serve(app, bookingRoutes.holdSlot, async (call) =>
    changing(call, 'booking-held', (tx, booker) => {
      const { overbookReason = null, ...body } = call.body
      return holdSlot(tx, booker, { ...body, overbookReason })
    }),
  )

  serve(app, bookingRoutes.confirmBooking, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.body.patient)
      if (!patient) return notThere()
      const { note = '' } = call.body
      const booked = await confirmBooking(tx, bookerOf(call), {
        booking: call.params.booking,
        patient: patient.id,
        note,
      })
      return booked.ok ? audited(tx, call, 'booking-booked', booked.value) : refuseBooking(booked.problem)
    }),
  )

  serve(app, bookingRoutes.moveBooking, async (call) =>
    changing(call, 'booking-moved', (tx, booker) => {
      const { overbookReason = null, ...body } = call.body
      return moveBooking(tx, booker, { ...body, booking: call.params.booking, overbookReason })
    }),
  )

  serve(app, bookingRoutes.cancelBooking, async (call) =>
    changing(call, 'booking-cancelled', (tx, booker) =>
      cancelBooking(tx, booker, { ...call.body, booking: call.params.booking }),
    ),
  )

  serve(app, bookingRoutes.setBookingState, async (call) =>
    changing(call, 'booking-state-set', (tx, booker) =>
      setBookingState(tx, booker, { ...call.body, booking: call.params.booking }),
    ),
  )

  serve(app, bookingRoutes.listBookings, async (call) => {
    const { from: fromOn, to: toOn } = call.query
    const refused = checkDays(fromOn, toOn, DIARY_DAYS_MAX)
    if (refused) return err(refused)
    return call.db.inClinic(call.clinic, async (tx) => {
      const clinic = must(await findClinic(tx, call.clinic), 'a sign-in without its clinic')
      const bookings = await listBookings(tx, call.clinic, instantsOf(clinic.timeZone, fromOn, toOn))
      await audit(tx, call, { action: 'diary-read', subject: `${fromOn} ${toOn}` })
      return ok({ zone: clinic.timeZone, bookings: bookings.map((booking) => presentBooking(booking, call.at)) })
    })
  })

  serve(app, bookingRoutes.readBooking, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const booking = await findBooking(tx, call.clinic, call.params.booking)
      if (!booking) return notThere()
      const events = await listBookingEvents(tx, call.clinic, booking.id)
      const messages = await listMessages(tx, call.clinic, booking.id)
      await audit(tx, call, { action: 'booking-read', patient: booking.patient, subject: booking.id })
      return ok({
        booking: presentBooking(booking, call.at),
        messages: messages.map(({ kind, dueAt, state, settledAt }) => ({ kind, dueAt, state, settledAt })),
        events: events.map(({ at, actorName, what, detail }) => ({ at, actorName, what, detail: { ...detail } })),
      })
    }),
  )
}

type Changed =
  | { readonly ok: true; readonly value: NamedBooking }
  | { readonly ok: false; readonly problem: BookingProblem }

async function changing(call: Call, action: string, change: (tx: Queries, booker: Booker) => Promise<Changed>) {
  return call.db.inClinic(call.clinic, async (tx) => {
    const changed = await change(tx, bookerOf(call))
    return changed.ok ? audited(tx, call, action, changed.value) : refuseBooking(changed.problem)
  })
}

async function audited(tx: Queries, call: Call, action: string, booking: NamedBooking) {
  await audit(tx, call, { action, patient: booking.patient, subject: booking.id })
  return ok(presentBooking(booking, call.at))
}

function bookerOf({ clinic, at, newId, actor }: Call): Booker {
  return { clinic, at, newId, actor: actor.account, by: 'staff' }
}

function checkDays(fromOn: CalendarDay, toOn: CalendarDay, daysMax: number): Refusal | null {
  const days = (Date.parse(toOn) - Date.parse(fromOn)) / DAY_MS + 1
  if (days >= 1 && days <= daysMax) return null
  return badInput([{ field: '/to', detail: `must lie 0 to ${daysMax - 1} days after the first day` }])
}

/** From the first day's midnight to the midnight after the last, on the zone's clock. */
function instantsOf(
  zone: string,
  fromOn: CalendarDay,
  toOn: CalendarDay,
): { readonly from: Instant; readonly to: Instant } {
  const [fromMs, toMs] = [wallMsOf(`${fromOn}T00:00` as WallTime), wallMsOf(`${toOn}T00:00` as WallTime) + DAY_MS]
  const clock = zoneClock(zone, fromMs, toMs)
  return { from: instantOf(epochMsAtWall(clock, fromMs)), to: instantOf(epochMsAtWall(clock, toMs)) }
}
