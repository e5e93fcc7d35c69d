/** Bookings and what they take, in the database. */
import {
  type BookingId,
  type BookingState,
  type Occupancy,
  type RoomId,
  type ServiceId,
  stateAt,
  type WallTime,
} from '@unknot/care/booking'
import {
  type AccountId,
  type ClinicId,
  epochMsOf,
  type Instant,
  instantOf,
  type LocationId,
  type PatientId,
} from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type Contact = { readonly name: string; readonly email: string; readonly phone: string | null }

export type StoredBooking = {
  readonly id: BookingId
  readonly service: ServiceId
  readonly clinician: AccountId
  readonly location: LocationId
  readonly room: RoomId | null
  readonly startAt: Instant
  readonly endAt: Instant
  readonly zone: string
  readonly wall: WallTime
  /** As it was written: ask `stateAt` for what it is now. */
  readonly state: BookingState
  readonly heldUntil: Instant | null
  readonly patient: PatientId | null
  readonly contact: Contact | null
  readonly note: string
  readonly overbookReason: string | null
  readonly cancelReason: string | null
  readonly sequence: number
  readonly version: number
  readonly createdAt: Instant
  readonly createdBy: AccountId | null
  readonly changedAt: Instant
}

export type NamedBooking = StoredBooking & {
  readonly serviceName: string
  readonly clinicianName: string
  readonly locationName: string
  readonly roomName: string | null
  readonly patientName: string | null
}

type Row = {
  id: BookingId
  service: ServiceId
  clinician: AccountId
  location: LocationId
  room: RoomId | null
  start_at: Date
  end_at: Date
  zone: string
  wall: WallTime
  state: BookingState
  held_until: Date | null
  patient: PatientId | null
  contact: Contact | null
  note: string
  overbook_reason: string | null
  cancel_reason: string | null
  sequence: number
  version: number
  created_at: Date
  created_by: AccountId | null
  changed_at: Date
  service_name: string
  clinician_name: string
  location_name: string
  room_name: string | null
  patient_name: string | null
}

const named = sql`
  select b.id, b.service, b.clinician, b.location, b.room, b.start_at, b.end_at, b.zone, b.wall, b.state, b.held_until,
    b.patient, b.contact, b.note, b.overbook_reason, b.cancel_reason, b.sequence, b.version, b.created_at, b.created_by,
    b.changed_at, s.name as service_name, a.name as clinician_name, l.name as location_name, r.name as room_name,
    p.name as patient_name
  from booking_booking b
  join booking_service s on s.clinic_id = b.clinic_id and s.id = b.service
  join people_account a on a.clinic_id = b.clinic_id and a.id = b.clinician
  join clinic_location l on l.clinic_id = b.clinic_id and l.id = b.location
  left join booking_room r on r.clinic_id = b.clinic_id and r.id = b.room
  left join people_patient p on p.clinic_id = b.clinic_id and p.id = b.patient`

/** Bookings of one clinic queue up here until the transaction ends, so that each sees what the one before it took. */
export async function queueForBooking(tx: Queries, clinic: ClinicId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking ${clinic}`}, 0))`.execute(tx)
}

export async function findBooking(
  queries: Queries,
  clinic: ClinicId,
  booking: BookingId,
): Promise<NamedBooking | null> {
  const { rows } = await sql<Row>`
    ${named} where b.clinic_id = ${clinic} and b.id = ${booking}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** Those that begin in a span, in order. At most 5,000. */
export async function listBookings(
  queries: Queries,
  clinic: ClinicId,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<readonly NamedBooking[]> {
  const { rows } = await sql<Row>`
    ${named} where b.clinic_id = ${clinic} and b.start_at >= ${from} and b.start_at < ${to}
    order by b.start_at, a.name, b.id limit 5000`.execute(queries)
  return rows.map(fromRow)
}

/** What is taken in a span, by bookings whose hold has not run out and by busy time from elsewhere. */
export async function listOccupancy(
  queries: Queries,
  clinic: ClinicId,
  { from, to, at }: { readonly from: Instant; readonly to: Instant; readonly at: Instant },
  except: BookingId | null = null,
): Promise<readonly Occupancy[]> {
  const { rows } = await sql<{ resource: string; from_ms: string; to_ms: string }>`
    select o.resource, extract(epoch from o.from_at) * 1000 as from_ms, extract(epoch from o.to_at) * 1000 as to_ms
    from booking_occupancy o
    left join booking_booking b on b.clinic_id = o.clinic_id and b.id = o.booking
    where o.clinic_id = ${clinic} and o.from_at > ${from}::timestamptz - interval '1 day' and o.from_at < ${to}
      and o.to_at > ${from} and (b.held_until is null or b.held_until > ${at})
      and (${except}::uuid is null or o.booking is distinct from ${except}::uuid)`.execute(queries)
  return rows.map((row) => ({
    resource: row.resource,
    during: { fromMs: Number(row.from_ms), toMs: Number(row.to_ms) },
  }))
}

/** Holds that ran out are over: written down, and what they took is free. */
export async function expireHolds(tx: Queries, clinic: ClinicId, at: Instant): Promise<void> {
  await sql`
    with expired as (
      update booking_booking set state = 'expired', held_until = null, version = version + 1, changed_at = ${at}
      where clinic_id = ${clinic} and state = 'held' and held_until <= ${at} returning id)
    delete from booking_occupancy o using expired e where o.clinic_id = ${clinic} and o.booking = e.id`.execute(tx)
}

/** Adds it and says true; false when the id is taken. */
export async function addBooking(tx: Queries, clinic: ClinicId, booking: StoredBooking): Promise<boolean> {
  const contact = booking.contact ? JSON.stringify(booking.contact) : null
  const added = await sql`
    insert into booking_booking (clinic_id, id, service, clinician, location, room, start_at, end_at, zone, wall, state,
      held_until, patient, contact, note, overbook_reason, cancel_reason, sequence, version, created_at, created_by,
      changed_at)
    values (${clinic}, ${booking.id}, ${booking.service}, ${booking.clinician}, ${booking.location}, ${booking.room},
      ${booking.startAt}, ${booking.endAt}, ${booking.zone}, ${booking.wall}, ${booking.state}, ${booking.heldUntil},
      ${booking.patient}, ${contact}, ${booking.note}, ${booking.overbookReason}, ${booking.cancelReason},
      ${booking.sequence}, ${booking.version}, ${booking.createdAt}, ${booking.createdBy}, ${booking.changedAt})
    on conflict (clinic_id, id) do nothing`.execute(tx)
  return added.numAffectedRows === 1n
}

/** Writes it over the version before it; false when that one is no longer there. */
export async function changeBooking(tx: Queries, clinic: ClinicId, booking: StoredBooking): Promise<boolean> {
  const contact = booking.contact ? JSON.stringify(booking.contact) : null
  const changed = await sql`
    update booking_booking set clinician = ${booking.clinician}, location = ${booking.location}, room = ${booking.room},
      start_at = ${booking.startAt}, end_at = ${booking.endAt}, zone = ${booking.zone}, wall = ${booking.wall},
      state = ${booking.state}, held_until = ${booking.heldUntil}, patient = ${booking.patient}, contact = ${contact},
      note = ${booking.note}, overbook_reason = ${booking.overbookReason}, cancel_reason = ${booking.cancelReason},
      sequence = ${booking.sequence}, version = ${booking.version}, changed_at = ${booking.changedAt}
    where clinic_id = ${clinic} and id = ${booking.id} and version = ${booking.version - 1}`.execute(tx)
  return changed.numAffectedRows === 1n
}

/** Takes what a booking needs and says true; false when somebody has any of it: then nothing is taken. */
export async function takeOccupancy(
  tx: Queries,
  clinic: ClinicId,
  {
    booking,
    occupancy,
    overbooked,
    newId,
  }: {
    readonly booking: BookingId
    readonly occupancy: readonly Occupancy[]
    readonly overbooked: boolean
    readonly newId: () => string
  },
): Promise<boolean> {
  const rows = sql.join(
    occupancy.map(
      ({ resource, during }) => sql`(${clinic}::uuid, ${newId()}::uuid, ${booking}::uuid, ${resource}::text,
        ${instantOf(during.fromMs)}::timestamptz, ${instantOf(during.toMs)}::timestamptz, ${overbooked}::boolean)`,
    ),
  )
  const taken = await sql`
    insert into booking_occupancy (clinic_id, id, booking, resource, from_at, to_at, overbooked) values ${rows}
    on conflict do nothing`.execute(tx)
  if (taken.numAffectedRows === BigInt(occupancy.length)) return true
  await releaseOccupancy(tx, clinic, booking)
  return false
}

export async function releaseOccupancy(tx: Queries, clinic: ClinicId, booking: BookingId): Promise<void> {
  await sql`delete from booking_occupancy where clinic_id = ${clinic} and booking = ${booking}`.execute(tx)
}

export type BookingEvent = {
  readonly id: string
  readonly booking: BookingId
  readonly at: Instant
  readonly actor: AccountId | null
  readonly what: string
  readonly detail: Readonly<Record<string, string | null>>
}

export async function addBookingEvent(tx: Queries, clinic: ClinicId, event: BookingEvent): Promise<void> {
  await sql`
    insert into booking_event (clinic_id, id, booking, at, actor, what, detail)
    values (${clinic}, ${event.id}, ${event.booking}, ${event.at}, ${event.actor}, ${event.what},
      ${JSON.stringify(event.detail)})`.execute(tx)
}

/** Oldest first. */
export async function listBookingEvents(
  queries: Queries,
  clinic: ClinicId,
  booking: BookingId,
): Promise<readonly (Omit<BookingEvent, 'id' | 'booking' | 'actor'> & { readonly actorName: string | null })[]> {
  const { rows } = await sql<{ at: Date; actor_name: string | null; what: string; detail: BookingEvent['detail'] }>`
    select e.at, a.name as actor_name, e.what, e.detail
    from booking_event e left join people_account a on a.clinic_id = e.clinic_id and a.id = e.actor
    where e.clinic_id = ${clinic} and e.booking = ${booking} order by e.id limit 500`.execute(queries)
  return rows.map(({ at, actor_name, what, detail }) => ({
    at: instantOf(at.getTime()),
    actorName: actor_name,
    what,
    detail,
  }))
}

/** Its state as it is now. */
export function stateNow(booking: StoredBooking, at: Instant): BookingState {
  return stateAt(standingOf(booking), epochMsOf(at))
}

export function standingOf({ state, startAt, heldUntil }: StoredBooking) {
  return { state, startMs: epochMsOf(startAt), heldUntilMs: heldUntil === null ? null : epochMsOf(heldUntil) }
}

function fromRow(row: Row): NamedBooking {
  return {
    id: row.id,
    service: row.service,
    clinician: row.clinician,
    location: row.location,
    room: row.room,
    startAt: instantOf(row.start_at.getTime()),
    endAt: instantOf(row.end_at.getTime()),
    zone: row.zone,
    wall: row.wall,
    state: row.state,
    heldUntil: row.held_until && instantOf(row.held_until.getTime()),
    patient: row.patient,
    contact: row.contact,
    note: row.note,
    overbookReason: row.overbook_reason,
    cancelReason: row.cancel_reason,
    sequence: row.sequence,
    version: row.version,
    createdAt: instantOf(row.created_at.getTime()),
    createdBy: row.created_by,
    changedAt: instantOf(row.changed_at.getTime()),
    serviceName: row.service_name,
    clinicianName: row.clinician_name,
    locationName: row.location_name,
    roomName: row.room_name,
    patientName: row.patient_name,
  }
}
