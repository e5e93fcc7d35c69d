/** What crosses the network of supply and bookings, field by field. */
import { type Slot, wallTimeOf } from '@unknot/care/booking'
import { type Instant, instantOf } from '@unknot/care/kernel'
import type { BookingView, SlotView, SupplyView } from '@unknot/wire/booking'
import { type NamedBooking, stateNow } from './booking.store.ts'
import type { ClinicSupply } from './supply.store.ts'

export function presentSlot({ startMs, wallMs, location, clinicians }: Slot): SlotView {
  return { wall: wallTimeOf(wallMs), startAt: instantOf(startMs), location, clinicians: [...clinicians] }
}

export function presentBooking(booking: NamedBooking, at: Instant): BookingView {
  const state = stateNow(booking, at)
  return {
    id: booking.id,
    service: booking.service,
    serviceName: booking.serviceName,
    clinician: booking.clinician,
    clinicianName: booking.clinicianName,
    location: booking.location,
    locationName: booking.locationName,
    room: booking.room,
    roomName: booking.roomName,
    startAt: booking.startAt,
    endAt: booking.endAt,
    wall: booking.wall,
    zone: booking.zone,
    state,
    heldUntil: state === 'held' ? booking.heldUntil : null,
    patient: booking.patient,
    name: booking.patientName ?? booking.contact?.name ?? null,
    contact: booking.contact,
    note: booking.note,
    overbookReason: booking.overbookReason,
    cancelReason: booking.cancelReason,
    sequence: booking.sequence,
    version: booking.version,
    createdAt: booking.createdAt,
    changedAt: booking.changedAt,
  }
}

export function presentSupply(supply: ClinicSupply): SupplyView {
  return {
    zone: supply.zone,
    locations: supply.locations.map(({ id, name }) => ({ id, name })),
    services: supply.services.map((service) => ({
      ...service,
      phases: service.phases.map(({ kind, lengthMin }) => ({ kind, lengthMin })),
      requires: [...service.requires],
    })),
    rooms: supply.rooms.map(({ id, name, location, active }) => ({ id, name, location, active })),
    clinicians: supply.clinicians.map(({ id, name, trainedIn, patientsAtOnceMax, bookingsADayMax, hours }) => ({
      id,
      name,
      trainedIn: [...trainedIn],
      patientsAtOnceMax,
      bookingsADayMax,
      hours: hours.map(({ location, rrule, firstOn, fromMin, toMin }) => ({
        location,
        rrule,
        firstOn,
        fromMin,
        toMin,
      })),
    })),
    otherHours: supply.otherHours.map(({ clinician, on, hours }) => ({
      clinician,
      on,
      hours: hours.map(({ location, fromMin, toMin }) => ({ location, fromMin, toMin })),
    })),
    closures: supply.closures.map(({ id, location, fromOn, toOn, name }) => ({ id, location, fromOn, toOn, name })),
  }
}
