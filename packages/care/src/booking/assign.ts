/** Which place and which room a booking gets: the first that is free throughout. The slots offer exactly what this can assign. */
import type { AccountId } from '../kernel/index.ts'
import { type Occupancy, occupancyOf, placeOf } from './occupancy.ts'
import type { BookableClinician, RoomId, Service } from './supply.ts'

export type Assignment = {
  readonly clinician: AccountId
  readonly place: number
  readonly room: RoomId | null
  readonly occupancy: readonly Occupancy[]
}

export type Wanted = {
  readonly service: Service
  readonly clinician: BookableClinician
  /** The rooms of the location. */
  readonly rooms: readonly RoomId[]
  readonly startMs: number
}

/** Null when the clinician can't take it then. Looks at what is taken only: open hours are the slots' matter. */
export function assign(
  { service, clinician, rooms, startMs }: Wanted,
  occupied: readonly Occupancy[],
): Assignment | null {
  for (let place = 0; place < clinician.patientsAtOnceMax; place += 1) {
    for (const room of service.needsRoom ? rooms : [null]) {
      const occupancy = occupancyOf({ service, clinician: clinician.id, place, room, startMs })
      if (!occupancy.some((wanted) => meets(wanted, occupied)))
        return { clinician: clinician.id, place, room, occupancy }
    }
  }
  return null
}

/**
 * A deliberate overbook: it takes the first place and the given room whatever else is there. Staff only, with a reason.
 */
export function overbook({ service, clinician, rooms, startMs }: Wanted): Assignment {
  const room = service.needsRoom ? (rooms[0] ?? null) : null
  const taking = { service, clinician: clinician.id, place: 0, room, startMs }
  return { clinician: clinician.id, place: 0, room, occupancy: occupancyOf(taking) }
}

/** Who has the fewest bookings among what is taken comes first; else the given order stays. */
export function leastBooked(
  clinicians: readonly BookableClinician[],
  occupied: readonly Occupancy[],
): readonly BookableClinician[] {
  const bookings = ({ id, patientsAtOnceMax }: BookableClinician) => {
    const places = Array.from({ length: patientsAtOnceMax }, (_, place) => placeOf(id, place))
    return occupied.filter(({ resource }) => places.includes(resource)).length
  }
  const counted = clinicians.map((clinician) => ({ clinician, count: bookings(clinician) }))
  return counted.sort((a, b) => a.count - b.count).map(({ clinician }) => clinician)
}

function meets(wanted: Occupancy, occupied: readonly Occupancy[]): boolean {
  return occupied.some(
    ({ resource, during }) =>
      resource === wanted.resource && during.fromMs < wanted.during.toMs && wanted.during.fromMs < during.toMs,
  )
}
