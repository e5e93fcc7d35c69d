/** The demo's diary: what is offered, and bookings of yesterday, today and the days after, made by the same commands as in use. */
import type { BookingId, RoomId, ServiceId, WallTime } from '@unknot/care/booking'
import { calendarDayOf, epochDayOf } from '@unknot/care/booking'
import { type CalendarDay, type Instant, instantOf, type LocationId, must, type PatientId } from '@unknot/care/kernel'
import {
  confirmBooking,
  findSupply,
  holdSlot,
  putClinician,
  putRoom,
  putService,
  setBookingState,
} from '../../booking/index.ts'
import { dayIn } from '../../people/index.ts'
import { type DemoHand, done, later } from './demo-hand.ts'

type Demo = { readonly hand: DemoHand; readonly at: Instant; readonly patients: readonly PatientId[] }

/** Starts in hours after midnight, by days from today. A day on which the clinic is closed gets none. */
const STARTS: readonly (readonly [day: number, starts: readonly string[]])[] = [
  [0, ['08:30', '09:30', '10:00', '11:00', '13:30', '14:15', '15:30', '16:30']],
  [1, ['09:00', '09:45', '11:00', '13:00', '14:30', '16:00']],
  [2, ['08:30', '10:15', '11:15', '15:00']],
  [3, ['09:00', '13:30', '14:30']],
  [7, ['09:30', '10:30', '14:00']],
]

const SERVICES = [
  { name: 'First consultation', phases: [60], alignMin: 30 },
  { name: 'Needling session', phases: [15, -15, 15], alignMin: 15 },
  { name: 'Review', phases: [30], alignMin: 15 },
] as const

export async function bookDemo({ hand, at, patients }: Demo): Promise<void> {
  const today = dayIn(hand.clinic.timeZone, at)
  const { locations } = await findSupply(hand.tx, hand.clinic.id, today)
  const location = must(locations[0], 'the demo has a location').id
  const services = await offer(hand, { at, location, today })
  let next = 0
  for (const [ahead, starts] of STARTS) {
    const day = calendarDayOf(epochDayOf(today) + ahead)
    for (const [index, start] of starts.entries()) {
      const service = must(services[index % 4 === 0 ? 0 : index % 4 === 3 ? 2 : 1], 'the demo has services')
      const patient = must(patients[next % patients.length], 'the demo has patients')
      const wall = `${day}T${start}` as WallTime
      if (await book(hand, { at, service, location, wall, patient })) next += 1
    }
  }
}

async function offer(
  { tx, clinic, clinician, idAt }: DemoHand,
  { at, location, today }: { readonly at: Instant; readonly location: LocationId; readonly today: CalendarDay },
): Promise<readonly ServiceId[]> {
  const ids: ServiceId[] = []
  for (const { name, phases, alignMin } of SERVICES) {
    const id = idAt<ServiceId>(at)
    ids.push(id)
    await putService(tx, clinic.id, {
      id,
      name,
      phases: phases.map((length) => ({ kind: length > 0 ? 'contact' : 'rest', lengthMin: Math.abs(length) })),
      bufferBeforeMin: 0,
      bufferAfterMin: name === 'Review' ? 0 : 5,
      alignMin,
      leadMin: 120,
      horizonDays: 60,
      cancelNoticeMin: 24 * 60,
      needsRoom: true,
      requires: [],
      public: true,
      active: true,
    })
  }
  for (const name of ['Room 1', 'Room 2']) {
    await putRoom(tx, clinic.id, { id: idAt<RoomId>(at), location, name, active: true })
  }
  const hours = [
    [8 * 60 + 30, 12 * 60],
    [13 * 60, 17 * 60 + 30],
  ].map(([fromMin = 0, toMin = 0]) => ({ id: idAt(at), location, rrule: 'FREQ=DAILY', firstOn: today, fromMin, toMin }))
  await putClinician(tx, clinic.id, {
    id: clinician.account,
    trainedIn: ['dry needling'],
    patientsAtOnceMax: 2,
    bookingsADayMax: null,
    hours,
  })
  return ids
}

type Wanted = {
  readonly at: Instant
  readonly service: ServiceId
  readonly location: LocationId
  readonly wall: WallTime
  readonly patient: PatientId
}

/** False when that time is taken already: the demo's list isn't shaped to fit. What is past by now has its end. */
async function book(hand: DemoHand, { at, service, location, wall, patient }: Wanted): Promise<boolean> {
  // Booked the day before, so that today's early ones could be.
  const booker = {
    clinic: hand.clinic.id,
    at: later(at, -24 * 60),
    newId: <Id extends string>() => hand.idAt<Id>(at),
    actor: hand.desk.account,
    by: 'staff',
  } as const
  const id = hand.idAt<BookingId>(at)
  const held = await holdSlot(hand.tx, booker, {
    id,
    service,
    clinician: 'anyone',
    location,
    wall,
    overbookReason: null,
  })
  if (!held.ok) return false
  const booked = done(await confirmBooking(hand.tx, booker, { booking: id, patient, note: '' }), 'a booking')
  const minutesPast = (Date.parse(at) - Date.parse(booked.startAt)) / 60_000
  if (minutesPast < 0) return true
  const state = minutesPast < 10 ? 'arrived' : minutesPast < 60 ? 'in-treatment' : 'done'
  const steps = state === 'done' ? (['arrived', 'in-treatment', 'done'] as const) : ([state] as const)
  let { version } = booked
  for (const step of steps) {
    const set = await setBookingState(
      hand.tx,
      { ...booker, at: instantOf(Date.parse(at)) },
      { booking: id, version, state: step },
    )
    version = done(set, step).version
  }
  return true
}
