/**
 * Slots: the starts at which a service can still be given. Pure; the same function serves the public page and the diary.
 *
 * A start is offered when, for one clinician at one location: the clinician is trained for the service; the patient's time lies in
 * the clinician's open hours; the hands are free whenever they are needed, buffers included; one of the clinician's places for a
 * patient is free throughout; one room is free throughout, when the service needs one; the day isn't full. Starts lie on the
 * service's grid of wall time. Of a wall time that comes twice on a day of a clock change only the first is offered, and one that
 * the clock skips never is, so that what is promised has one meaning.
 *
 * `anyone` gives each start once, with everybody who could take it.
 */
import { type AccountId, type CalendarDay, type LocationId, must } from '../kernel/index.ts'
import { handsNeeded, handsOf, type Occupancy, placeOf, type Resource, roomResource } from './occupancy.ts'
import { openTime } from './open-time.ts'
import { epochDayOf } from './recurrence.ts'
import { intersect, type Span, type Spans, spansOf, startsFitting, without } from './span.ts'
import {
  type BookableClinician,
  type BookableLocation,
  lengthMinOf,
  mayGive,
  type Service,
  type Supply,
} from './supply.ts'
import { epochMsAtWall, wallMsAt, type ZoneClock, zoneClock } from './zone.ts'

export type SlotQuery = {
  readonly service: Service
  readonly clinician: AccountId | 'anyone'
  /** Null: any. */
  readonly location: LocationId | null
  /** Days on the location's clock, both included. */
  readonly fromOn: CalendarDay
  readonly toOn: CalendarDay
  readonly nowMs: number
  /** Staff book past the lead time and the horizon, never into the past. */
  readonly by: 'patient' | 'staff'
}

export type Slot = {
  readonly startMs: number
  /** What the location's clock shows then, as ms since 1970 on that clock. */
  readonly wallMs: number
  readonly location: LocationId
  /** Everybody who could take it, in the supply's order. Never empty. */
  readonly clinicians: readonly AccountId[]
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const EVER: Spans = [{ fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }]

/** In order of start; at one instant in the supply's order of locations. */
export function slots(supply: Supply, occupied: readonly Occupancy[], query: SlotQuery): readonly Slot[] {
  const taken = takenBy(occupied)
  const suitable = supply.clinicians.filter(
    (clinician) =>
      (query.clinician === 'anyone' || query.clinician === clinician.id) && mayGive(clinician, query.service),
  )
  return supply.locations
    .filter(({ id }) => query.location === null || query.location === id)
    .flatMap((location) => slotsAt({ supply, taken, query, location, suitable }))
    .sort((a, b) => a.startMs - b.startMs)
}

type Search = {
  readonly supply: Supply
  readonly taken: Taken
  readonly query: SlotQuery
  readonly location: BookableLocation
  readonly suitable: readonly BookableClinician[]
}

function slotsAt(search: Search): readonly Slot[] {
  const { query, location, suitable } = search
  const [fromMs, toMs] = [epochDayOf(query.fromOn) * DAY_MS, (epochDayOf(query.toOn) + 1) * DAY_MS]
  const clock = zoneClock(location.zone, fromMs, toMs)
  const bookable = intersect(
    [{ fromMs: epochMsAtWall(clock, fromMs), toMs: epochMsAtWall(clock, toMs) }],
    bookableTime(query),
  )
  const inRooms = startsInRooms(search)
  const found = new Map<number, AccountId[]>()
  for (const clinician of suitable) {
    const starts = [startsOf(search, clinician, clock), inRooms].reduce(intersect, bookable)
    for (const startMs of alignedStarts(clock, starts, query.service.alignMin * MINUTE_MS)) {
      const others = found.get(startMs)
      if (others) others.push(clinician.id)
      else found.set(startMs, [clinician.id])
    }
  }
  return [...found].map(([startMs, clinicians]) => ({
    startMs,
    wallMs: wallMsAt(clock, startMs),
    location: location.id,
    clinicians,
  }))
}

function bookableTime({ service, nowMs, by }: SlotQuery): Spans {
  if (by === 'staff') return [{ fromMs: nowMs, toMs: Number.POSITIVE_INFINITY }]
  return [{ fromMs: nowMs + service.leadMin * MINUTE_MS, toMs: nowMs + service.horizonDays * DAY_MS + 1 }]
}

/** When one clinician could start at the location, rooms left aside. */
function startsOf(search: Search, clinician: BookableClinician, clock: ZoneClock): Spans {
  const { supply, taken, query, location } = search
  const lengthMs = lengthMinOf(query.service) * MINUTE_MS
  // A day more on either side: hours may run up to midnight and go on.
  const days = { fromOn: epochDayOf(query.fromOn) - 1, toOn: epochDayOf(query.toOn) + 1 }
  let starts = startsFitting(openTime(supply, clinician.id, { location, clock }, days), 0, lengthMs)
  if (starts.length === 0) return []
  const freeHands = taken.free(handsOf(clinician.id))
  for (const { fromMs, toMs } of handsNeeded(query.service)) {
    starts = intersect(starts, startsFitting(freeHands, fromMs, toMs))
  }
  const places = Array.from({ length: clinician.patientsAtOnceMax }, (_, place) => placeOf(clinician.id, place))
  starts = intersect(starts, startsInAny(taken, places, 0, lengthMs))
  return without(starts, fullDays(taken, clinician, places, clock))
}

function startsInRooms({ supply, taken, query: { service }, location }: Search): Spans {
  if (!service.needsRoom) return EVER
  const rooms = supply.rooms.filter((room) => room.location === location.id).map(({ id }) => roomResource(id))
  const endMs = (lengthMinOf(service) + service.bufferAfterMin) * MINUTE_MS
  return startsInAny(taken, rooms, -service.bufferBeforeMin * MINUTE_MS, endMs)
}

/** When one of several alike is free throughout: the same one from beginning to end. */
function startsInAny(taken: Taken, resources: readonly Resource[], sinceMs: number, untilMs: number): Spans {
  return spansOf(resources.flatMap((resource) => startsFitting(taken.free(resource), sinceMs, untilMs)))
}

/** Days on the location's clock on which the clinician has as many bookings as may be. */
function fullDays(
  taken: Taken,
  { bookingsADayMax }: BookableClinician,
  places: readonly Resource[],
  clock: ZoneClock,
): Spans {
  if (bookingsADayMax === null) return []
  const counts = new Map<number, number>()
  for (const place of places) {
    for (const { fromMs } of taken.bookings(place)) {
      const day = Math.floor(wallMsAt(clock, fromMs) / DAY_MS)
      counts.set(day, (counts.get(day) ?? 0) + 1)
    }
  }
  const full = [...counts].filter(([, count]) => count >= bookingsADayMax)
  return spansOf(
    full.map(([day]) => ({
      fromMs: epochMsAtWall(clock, day * DAY_MS),
      toMs: epochMsAtWall(clock, (day + 1) * DAY_MS),
    })),
  )
}

/** Every start on the grid of wall time, second showings of a wall time left out. */
function alignedStarts(clock: ZoneClock, starts: Spans, alignMs: number): number[] {
  const aligned: number[] = []
  for (const [index, { fromMs, offsetMs }] of clock.spans.entries()) {
    const endMs = clock.spans[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY
    const shownMs = index === 0 ? Number.NEGATIVE_INFINITY : fromMs + must(clock.spans[index - 1], 'a span').offsetMs
    const spanFromMs = index === 0 ? Number.NEGATIVE_INFINITY : fromMs
    for (const start of starts) {
      const untilMs = Math.min(start.toMs, endMs)
      const firstMs = Math.max(start.fromMs, spanFromMs, shownMs - offsetMs)
      for (
        let wallMs = Math.ceil((firstMs + offsetMs) / alignMs) * alignMs;
        wallMs - offsetMs < untilMs;
        wallMs += alignMs
      ) {
        aligned.push(wallMs - offsetMs)
      }
    }
  }
  return aligned
}

type Taken = {
  /** When a resource is free. */
  readonly free: (resource: Resource) => Spans
  /** Taken time of a resource, one span for each booking. */
  readonly bookings: (resource: Resource) => readonly Span[]
}

function takenBy(occupied: readonly Occupancy[]): Taken {
  const groups = new Map<Resource, Span[]>()
  for (const { resource, during } of occupied) {
    const group = groups.get(resource)
    if (group) group.push(during)
    else groups.set(resource, [during])
  }
  const bookings = (resource: Resource) => groups.get(resource) ?? []
  // A clinician is asked for at each location.
  const known = new Map<Resource, Spans>()
  const free = (resource: Resource) => {
    const spans = known.get(resource) ?? without(EVER, spansOf(bookings(resource)))
    known.set(resource, spans)
    return spans
  }
  return { bookings, free }
}
