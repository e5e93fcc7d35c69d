/** What a clinic offers, in the database. */
import {
  type BookableClinician,
  type Closure,
  type OpenMinutes,
  type OtherHours,
  type Phase,
  type RoomId,
  type Service,
  type ServiceId,
} from '@unknot/care/booking'
import { type CalendarDay, type ClinicId, type LocationId, must } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type OfferedService = Service & { readonly public: boolean; readonly active: boolean }
export type NamedRoom = {
  readonly id: RoomId
  readonly location: LocationId
  readonly name: string
  readonly active: boolean
}
export type HoursRow = OpenMinutes & {
  readonly location: LocationId
  readonly rrule: string
  readonly firstOn: CalendarDay
}
export type NamedClinician = BookableClinician & { readonly name: string; readonly hours: readonly HoursRow[] }
export type NamedClosure = Closure & { readonly id: string; readonly name: string }

export type ClinicSupply = {
  readonly zone: string
  readonly locations: readonly { readonly id: LocationId; readonly name: string }[]
  readonly services: readonly OfferedService[]
  readonly rooms: readonly NamedRoom[]
  readonly clinicians: readonly NamedClinician[]
  readonly otherHours: readonly OtherHours[]
  readonly closures: readonly NamedClosure[]
}

type ServiceRow = {
  id: ServiceId
  name: string
  phases: Phase[]
  buffer_before_min: number
  buffer_after_min: number
  align_min: number
  lead_min: number
  horizon_days: number
  cancel_notice_min: number
  needs_room: boolean
  requires: string[]
  public: boolean
  active: boolean
}

type SupplyRow = {
  zone: string
  locations: { id: LocationId; name: string }[]
  services: ServiceRow[]
  rooms: NamedRoom[]
  clinicians: (Omit<NamedClinician, 'hours'> & { hours: HoursRow[] })[]
  other_hours: OtherHours[]
  closures: NamedClosure[]
}

/** Everything that the clinic offers, in one statement. Days off and closures that are long past are left out. */
export async function findSupply(queries: Queries, clinic: ClinicId, since: CalendarDay): Promise<ClinicSupply> {
  const { rows } = await sql<SupplyRow>`
    select
      (select time_zone from clinic_clinic where clinic_id = ${clinic}) as zone,
      coalesce((select json_agg(json_build_object('id', id, 'name', name) order by created_at, id)
        from clinic_location where clinic_id = ${clinic}), '[]') as locations,
      coalesce((select json_agg(s order by s.name, s.id) from booking_service s where s.clinic_id = ${clinic}), '[]') as services,
      coalesce((select json_agg(json_build_object('id', id, 'location', location, 'name', name, 'active', active)
        order by name, id) from booking_room where clinic_id = ${clinic}), '[]') as rooms,
      coalesce((select json_agg(json_build_object('id', c.account, 'name', a.name, 'trainedIn', c.trained_in,
        'patientsAtOnceMax', c.patients_at_once_max, 'bookingsADayMax', c.bookings_a_day_max,
        'hours', coalesce((select json_agg(json_build_object('location', h.location, 'rrule', h.rrule,
          'firstOn', h.first_on::text, 'fromMin', h.from_min, 'toMin', h.to_min) order by h.from_min, h.id)
          from booking_hours h where h.clinic_id = ${clinic} and h.account = c.account), '[]')) order by a.name, a.id)
        from booking_clinician c join people_account a on a.clinic_id = c.clinic_id and a.id = c.account and a.active
        where c.clinic_id = ${clinic}), '[]') as clinicians,
      coalesce((select json_agg(json_build_object('clinician', account, 'on', on_day::text, 'hours', hours)
        order by on_day, account)
        from booking_other_hours where clinic_id = ${clinic} and on_day >= ${since}), '[]') as other_hours,
      coalesce((select json_agg(json_build_object('id', id, 'location', location, 'fromOn', from_on::text,
        'toOn', to_on::text, 'name', name) order by from_on, id)
        from booking_closure where clinic_id = ${clinic} and to_on >= ${since}), '[]') as closures`.execute(queries)
  const row = must(rows[0], 'a statement of one row')
  return { ...row, otherHours: row.other_hours, services: row.services.map(serviceOf) }
}

export async function findLocation(
  queries: Queries,
  clinic: ClinicId,
  location: LocationId,
): Promise<{ readonly name: string; readonly address: string; readonly phone: string | null } | null> {
  const { rows } = await sql<{ name: string; address: string; phone: string | null }>`
    select name, address, phone from clinic_location where clinic_id = ${clinic} and id = ${location}`.execute(queries)
  return rows[0] ?? null
}

export async function putService(queries: Queries, clinic: ClinicId, service: OfferedService): Promise<void> {
  await sql`
    insert into booking_service (clinic_id, id, name, phases, buffer_before_min, buffer_after_min, align_min, lead_min,
      horizon_days, cancel_notice_min, needs_room, requires, public, active)
    values (${clinic}, ${service.id}, ${service.name}, ${JSON.stringify(service.phases)}, ${service.bufferBeforeMin},
      ${service.bufferAfterMin}, ${service.alignMin}, ${service.leadMin}, ${service.horizonDays},
      ${service.cancelNoticeMin}, ${service.needsRoom}, ${[...service.requires]}, ${service.public}, ${service.active})
    on conflict (clinic_id, id) do update set (name, phases, buffer_before_min, buffer_after_min, align_min, lead_min,
      horizon_days, cancel_notice_min, needs_room, requires, public, active) = (excluded.name, excluded.phases,
      excluded.buffer_before_min, excluded.buffer_after_min, excluded.align_min, excluded.lead_min,
      excluded.horizon_days, excluded.cancel_notice_min, excluded.needs_room, excluded.requires, excluded.public,
      excluded.active)`.execute(queries)
}

export async function putRoom(queries: Queries, clinic: ClinicId, room: NamedRoom): Promise<void> {
  await sql`
    insert into booking_room (clinic_id, id, location, name, active)
    values (${clinic}, ${room.id}, ${room.location}, ${room.name}, ${room.active})
    on conflict (clinic_id, id) do update set (location, name, active) = (excluded.location, excluded.name,
      excluded.active)`.execute(queries)
}

/** With all their recurring hours; earlier ones fall away. */
export async function putClinician(
  queries: Queries,
  clinic: ClinicId,
  clinician: Omit<NamedClinician, 'name' | 'hours'> & {
    readonly hours: readonly (HoursRow & { readonly id: string })[]
  },
): Promise<void> {
  await sql`
    insert into booking_clinician (clinic_id, account, trained_in, patients_at_once_max, bookings_a_day_max)
    values (${clinic}, ${clinician.id}, ${[...clinician.trainedIn]}, ${clinician.patientsAtOnceMax},
      ${clinician.bookingsADayMax})
    on conflict (clinic_id, account) do update set (trained_in, patients_at_once_max, bookings_a_day_max) =
      (excluded.trained_in, excluded.patients_at_once_max, excluded.bookings_a_day_max)`.execute(queries)
  await sql`delete from booking_hours where clinic_id = ${clinic} and account = ${clinician.id}`.execute(queries)
  for (const { id, location, rrule, firstOn, fromMin, toMin } of clinician.hours) {
    await sql`
      insert into booking_hours (clinic_id, id, account, location, rrule, first_on, from_min, to_min)
      values (${clinic}, ${id}, ${clinician.id}, ${location}, ${rrule}, ${firstOn}, ${fromMin}, ${toMin})`.execute(
      queries,
    )
  }
}

/** Null takes the usual hours back. */
export async function putDayHours(
  queries: Queries,
  clinic: ClinicId,
  { clinician, on, hours }: Omit<OtherHours, 'hours'> & { readonly hours: OtherHours['hours'] | null },
): Promise<void> {
  if (hours === null) {
    await sql`
      delete from booking_other_hours where clinic_id = ${clinic} and account = ${clinician} and on_day = ${on}`.execute(
      queries,
    )
    return
  }
  await sql`
    insert into booking_other_hours (clinic_id, account, on_day, hours)
    values (${clinic}, ${clinician}, ${on}, ${JSON.stringify(hours)})
    on conflict (clinic_id, account, on_day) do update set hours = excluded.hours`.execute(queries)
}

export async function putClosure(queries: Queries, clinic: ClinicId, closure: NamedClosure): Promise<void> {
  await sql`
    insert into booking_closure (clinic_id, id, location, from_on, to_on, name)
    values (${clinic}, ${closure.id}, ${closure.location}, ${closure.fromOn}, ${closure.toOn}, ${closure.name})
    on conflict (clinic_id, id) do update set (location, from_on, to_on, name) = (excluded.location, excluded.from_on,
      excluded.to_on, excluded.name)`.execute(queries)
}

/** False when there is none. */
export async function dropClosure(queries: Queries, clinic: ClinicId, closure: string): Promise<boolean> {
  const dropped = await sql`
    delete from booking_closure where clinic_id = ${clinic} and id = ${closure}`.execute(queries)
  return dropped.numAffectedRows === 1n
}

function serviceOf(row: ServiceRow): OfferedService {
  return {
    id: row.id,
    name: row.name,
    phases: row.phases,
    bufferBeforeMin: row.buffer_before_min,
    bufferAfterMin: row.buffer_after_min,
    alignMin: row.align_min,
    leadMin: row.lead_min,
    horizonDays: row.horizon_days,
    cancelNoticeMin: row.cancel_notice_min,
    needsRoom: row.needs_room,
    requires: row.requires,
    public: row.public,
    active: row.active,
  }
}
