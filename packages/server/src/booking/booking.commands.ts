/**
 * Holding, booking, moving and cancelling.
 *
 * Each runs in one transaction. A slot is judged by the very function that offered it, against what is taken at that moment;
 * the bookings of one clinic queue up for that, and the database's exclusion constraint stands behind it. Whoever loses gets a
 * definite answer. A deliberate overbook skips the judgement, by staff only, with a reason that stays on the booking.
 */
import {
  type Assignment,
  assign,
  type BookableClinician,
  type BookingId,
  type BookingStateProblem,
  checkCancelling,
  checkNextState,
  epochMsAtWall,
  isShown,
  leastBooked,
  lengthMinOf,
  overbook,
  readSupply,
  type Service,
  type ServiceId,
  slots,
  type Supply,
  type WallTime,
  wallMsOf,
  zoneClock,
} from '@unknot/care/booking'
import {
  type AccountId,
  type CalendarDay,
  type ClinicId,
  epochMsOf,
  err,
  type Instant,
  instantOf,
  type LocationId,
  must,
  ok,
  type PatientId,
  type Result,
} from '@unknot/care/kernel'
import type { Queries } from '../kernel/index.ts'
import {
  addBooking,
  addBookingEvent,
  changeBooking,
  expireHolds,
  findBooking,
  listOccupancy,
  type NamedBooking,
  queueForBooking,
  releaseOccupancy,
  standingOf,
  stateNow,
  type StoredBooking,
  takeOccupancy,
} from './booking.store.ts'
import { planMessages } from './message.commands.ts'
import { findSupply } from './supply.store.ts'

/** Who books, where and when. A handler's call gives it. */
export type Booker = {
  readonly clinic: ClinicId
  readonly at: Instant
  readonly newId: <Id extends string>() => Id
  /** Null: the patient, in public. */
  readonly actor: AccountId | null
  readonly by: 'patient' | 'staff'
}

export type WantedSlot = {
  readonly clinician: AccountId | 'anyone'
  readonly location: LocationId
  readonly wall: WallTime
  /** Staff only: books over whatever is there. */
  readonly overbookReason: string | null
}

export type SlotProblem =
  | { readonly code: 'service-unknown' }
  | { readonly code: 'location-unknown' }
  | { readonly code: 'clinician-unknown' }
  | { readonly code: 'wall-time-skipped' }
  | { readonly code: 'slot-past' }
  | { readonly code: 'slot-not-offered' }
  | { readonly code: 'slot-taken' }
  | { readonly code: 'overbook-needs-clinician' }

export type BookingProblem =
  | SlotProblem
  | BookingStateProblem
  | { readonly code: 'not-there' }
  | { readonly code: 'booking-id-reused' }
  | { readonly code: 'booking-changed-meanwhile' }

/** How long a slot is kept while somebody types. */
const HOLD_MS = 10 * 60_000
const MINUTE_MS = 60_000

/** Holds a slot. Sent again under the same id it is the same hold. */
export async function holdSlot(
  tx: Queries,
  booker: Booker,
  { id, service, ...wanted }: WantedSlot & { readonly id: BookingId; readonly service: ServiceId },
): Promise<Result<NamedBooking, BookingProblem>> {
  const known = await findBooking(tx, booker.clinic, id)
  if (known) return isSame(known, service, wanted) ? ok(known) : err({ code: 'booking-id-reused' })
  const found = await findSlot(tx, booker, service, wanted)
  if (!found.ok) return found
  const { slot, assignment } = found.value
  const booking: StoredBooking = {
    id,
    service,
    clinician: assignment.clinician,
    location: wanted.location,
    room: assignment.room,
    ...slot,
    state: 'held',
    heldUntil: instantOf(epochMsOf(booker.at) + HOLD_MS),
    patient: null,
    contact: null,
    note: '',
    overbookReason: wanted.overbookReason,
    cancelReason: null,
    sequence: 0,
    version: 1,
    createdAt: booker.at,
    createdBy: booker.actor,
    changedAt: booker.at,
  }
  if (!(await addBooking(tx, booker.clinic, booking))) return err({ code: 'booking-id-reused' })
  if (!(await take(tx, booker, id, assignment, wanted))) return err({ code: 'slot-taken' })
  await note(tx, booker, id, 'held', { overbookReason: wanted.overbookReason })
  return reread(tx, booker, id)
}

/** Books what is held. Sent twice it is booked once. */
export async function confirmBooking(
  tx: Queries,
  booker: Booker,
  {
    booking: id,
    patient,
    note: words,
  }: { readonly booking: BookingId; readonly patient: PatientId; readonly note: string },
): Promise<Result<NamedBooking, BookingProblem>> {
  const booking = await findBooking(tx, booker.clinic, id)
  if (!booking) return err({ code: 'not-there' })
  if (booking.state !== 'held') {
    if (booking.patient === patient && booking.state === 'booked') return ok(booking)
    return booking.state === 'expired' ? err({ code: 'hold-expired' }) : err({ code: 'booking-changed-meanwhile' })
  }
  const next = checkNextState(standingOf(booking), 'booked', epochMsOf(booker.at))
  if (!next.ok) return next
  return change(tx, booker, { ...booking, state: 'booked', heldUntil: null, patient, note: words }, ['booked', {}])
}

/** Moves a booking. The old slot is freed only when the new one is taken. */
export async function moveBooking(
  tx: Queries,
  booker: Booker,
  { booking: id, version, ...wanted }: WantedSlot & { readonly booking: BookingId; readonly version: number },
): Promise<Result<NamedBooking, BookingProblem>> {
  const booking = await findBooking(tx, booker.clinic, id)
  if (!booking) return err({ code: 'not-there' })
  if (booking.version !== version) return err({ code: 'booking-changed-meanwhile' })
  const state = stateNow(booking, booker.at)
  if (state !== 'booked' && state !== 'late') return err({ code: 'booking-state-not-next', from: state, to: 'booked' })
  const found = await findSlot(tx, booker, booking.service, wanted, id)
  if (!found.ok) return found
  const { slot, assignment } = found.value
  await releaseOccupancy(tx, booker.clinic, id)
  if (!(await take(tx, booker, id, assignment, wanted))) return err({ code: 'slot-taken' })
  const moved = {
    ...booking,
    ...slot,
    state: 'booked' as const,
    clinician: assignment.clinician,
    location: wanted.location,
    room: assignment.room,
    overbookReason: wanted.overbookReason,
    sequence: booking.sequence + 1,
  }
  return change(tx, booker, moved, [
    'moved',
    { from: booking.startAt, to: moved.startAt, overbookReason: wanted.overbookReason },
  ])
}

/** Cancels a booking, or lets a hold go. What it took is free at once. */
export async function cancelBooking(
  tx: Queries,
  booker: Booker,
  { booking: id, version, reason }: { readonly booking: BookingId; readonly version: number; readonly reason: string },
): Promise<Result<NamedBooking, BookingProblem>> {
  const booking = await findBooking(tx, booker.clinic, id)
  if (!booking) return err({ code: 'not-there' })
  if (booking.state === 'cancelled') return ok(booking)
  if (booking.version !== version) return err({ code: 'booking-changed-meanwhile' })
  const service = await serviceOf(tx, booker, booking)
  const isHold = stateNow(booking, booker.at) === 'held'
  const { by, at } = booker
  const noticeMin = service?.cancelNoticeMin ?? 0
  const words = isHold && reason === '' ? 'let go' : reason
  const checked = checkCancelling(standingOf(booking), { by, reason: words, noticeMin, nowMs: epochMsOf(at) })
  if (!checked.ok) return checked
  await releaseOccupancy(tx, booker.clinic, id)
  return change(tx, booker, { ...booking, state: 'cancelled', heldUntil: null, cancelReason: words }, [
    'cancelled',
    { reason: words },
  ])
}

/** Late, arrived, in treatment, done, nobody came. */
export async function setBookingState(
  tx: Queries,
  booker: Booker,
  {
    booking: id,
    version,
    state,
  }: { readonly booking: BookingId; readonly version: number; readonly state: StoredBooking['state'] },
): Promise<Result<NamedBooking, BookingProblem>> {
  const booking = await findBooking(tx, booker.clinic, id)
  if (!booking) return err({ code: 'not-there' })
  const now = stateNow(booking, booker.at)
  // A hold becomes a booking with a patient, by its confirmation.
  if (now === 'held') return err({ code: 'booking-state-not-next', from: now, to: state })
  const next = checkNextState(standingOf(booking), state, epochMsOf(booker.at))
  if (!next.ok) return next
  if (now === state) return ok(booking)
  if (booking.version !== version) return err({ code: 'booking-changed-meanwhile' })
  return change(tx, booker, { ...booking, state }, [state, {}])
}

type PlacedSlot = {
  readonly slot: Pick<StoredBooking, 'startAt' | 'endAt' | 'zone' | 'wall'>
  readonly assignment: Assignment
}

/** Judges a slot with everything that is taken now, and says who and where. From here on nobody else books in this clinic. */
async function findSlot(
  tx: Queries,
  booker: Booker,
  serviceId: ServiceId,
  wanted: WantedSlot,
  moving: BookingId | null = null,
): Promise<Result<PlacedSlot, SlotProblem>> {
  const on = wanted.wall.slice(0, 10) as CalendarDay
  const found = await findSupply(tx, booker.clinic, on)
  const supply = readSupply(found)
  const service = found.services.find(({ id, active }) => id === serviceId && active)
  if (!service || (booker.by === 'patient' && !service.public)) return err({ code: 'service-unknown' })
  if (!supply.locations.some(({ id }) => id === wanted.location)) return err({ code: 'location-unknown' })
  const wallMs = wallMsOf(wanted.wall)
  const clock = zoneClock(found.zone, wallMs, wallMs)
  if (!isShown(clock, wallMs)) return err({ code: 'wall-time-skipped' })
  const startMs = epochMsAtWall(clock, wallMs)
  if (startMs < epochMsOf(booker.at)) return err({ code: 'slot-past' })

  const judged =
    wanted.overbookReason !== null && booker.by === 'staff'
      ? overbooked(supply, service, wanted, startMs)
      : await judge(tx, booker, { supply, service, wanted, startMs, on, moving })
  if (!judged.ok) return judged
  const endAt = instantOf(startMs + lengthMinOf(service) * MINUTE_MS)
  const slot = { startAt: instantOf(startMs), endAt, zone: found.zone, wall: wanted.wall }
  return ok({ slot, assignment: judged.value })
}

type Judging = {
  readonly supply: Supply
  readonly service: Service
  readonly wanted: WantedSlot
  readonly startMs: number
  readonly on: CalendarDay
  readonly moving: BookingId | null
}

async function judge(
  tx: Queries,
  booker: Booker,
  { supply, service, wanted, startMs, on, moving }: Judging,
): Promise<Result<Assignment, SlotProblem>> {
  const query = {
    service,
    clinician: wanted.clinician,
    location: wanted.location,
    fromOn: on,
    toOn: on,
    nowMs: epochMsOf(booker.at),
    by: booker.by,
  }
  const offered = (occupied: Parameters<typeof slots>[1]) =>
    slots(supply, occupied, query).find((slot) => slot.startMs === startMs)
  if (!offered([])) return err({ code: 'slot-not-offered' })
  const around = { from: instantOf(startMs - DAY_MS), to: instantOf(startMs + DAY_MS), at: booker.at }
  // A look before queueing up: most of those who come too late are told so at once.
  if (!offered(await listOccupancy(tx, booker.clinic, around, moving))) return err({ code: 'slot-taken' })
  await queueForBooking(tx, booker.clinic)
  await expireHolds(tx, booker.clinic, booker.at)
  const occupied = await listOccupancy(tx, booker.clinic, around, moving)
  const slot = offered(occupied)
  const able = supply.clinicians.filter(({ id }) => slot?.clinicians.includes(id))
  for (const clinician of leastBooked(able, occupied)) {
    const assignment = assign(wantedOf(supply, service, clinician, wanted, startMs), occupied)
    if (assignment) return ok(assignment)
  }
  return err({ code: 'slot-taken' })
}

const DAY_MS = 24 * 60 * MINUTE_MS

function overbooked(
  supply: Supply,
  service: Service,
  wanted: WantedSlot,
  startMs: number,
): Result<Assignment, SlotProblem> {
  if (wanted.clinician === 'anyone') return err({ code: 'overbook-needs-clinician' })
  const clinician = supply.clinicians.find(({ id }) => id === wanted.clinician)
  if (!clinician) return err({ code: 'clinician-unknown' })
  return ok(overbook(wantedOf(supply, service, clinician, wanted, startMs)))
}

function wantedOf(
  supply: Supply,
  service: Service,
  clinician: BookableClinician,
  { location }: WantedSlot,
  startMs: number,
) {
  const rooms = supply.rooms.filter((room) => room.location === location).map(({ id }) => id)
  return { service, clinician, rooms, startMs }
}

async function take(
  tx: Queries,
  { clinic, newId }: Booker,
  booking: BookingId,
  { occupancy }: Assignment,
  { overbookReason }: WantedSlot,
): Promise<boolean> {
  return takeOccupancy(tx, clinic, { booking, occupancy, overbooked: overbookReason !== null, newId })
}

async function change(
  tx: Queries,
  booker: Booker,
  next: StoredBooking,
  [what, detail]: readonly [string, Readonly<Record<string, string | null>>],
): Promise<Result<NamedBooking, BookingProblem>> {
  const changed = { ...next, version: next.version + 1, changedAt: booker.at }
  if (!(await changeBooking(tx, booker.clinic, changed))) return err({ code: 'booking-changed-meanwhile' })
  await note(tx, booker, next.id, what, detail)
  const now = await reread(tx, booker, next.id)
  if (now.ok) await planMessages(tx, booker, now.value)
  return now
}

async function note(
  tx: Queries,
  { clinic, newId, at, actor }: Booker,
  booking: BookingId,
  what: string,
  detail: Readonly<Record<string, string | null>>,
): Promise<void> {
  await addBookingEvent(tx, clinic, { id: newId(), booking, at, actor, what, detail })
}

async function reread(tx: Queries, { clinic }: Booker, booking: BookingId): Promise<Result<NamedBooking, never>> {
  return ok(must(await findBooking(tx, clinic, booking), 'a booking that was just written'))
}

async function serviceOf(tx: Queries, booker: Booker, booking: StoredBooking): Promise<Service | undefined> {
  const { services } = await findSupply(tx, booker.clinic, booking.wall.slice(0, 10) as CalendarDay)
  return services.find(({ id }) => id === booking.service)
}

function isSame(known: StoredBooking, service: ServiceId, { clinician, location, wall }: WantedSlot): boolean {
  const isWho = clinician === 'anyone' || clinician === known.clinician
  return isWho && known.service === service && known.location === location && known.wall === wall
}
