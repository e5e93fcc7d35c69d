/**
 * What a booking takes, as rows of one resource each: the clinician's hands, one of the clinician's places for a patient under
 * care, and a room. No two rows of one resource may overlap. The server lets the database hold that (an exclusion constraint
 * over these very rows), and the slots are what these rows leave free: one rule, kept twice.
 */
import type { AccountId } from '../kernel/index.ts'
import type { Span } from './span.ts'
import { lengthMinOf, type RoomId, type Service } from './supply.ts'

/** `hands:…`, `place:…:0` or `room:…` */
export type Resource = string

export type Occupancy = { readonly resource: Resource; readonly during: Span }

export function handsOf(clinician: AccountId): Resource {
  return `hands:${clinician}`
}

/** A clinician with two patients at once has places 0 and 1. */
export function placeOf(clinician: AccountId, place: number): Resource {
  return `place:${clinician}:${place}`
}

export function roomResource(room: RoomId): Resource {
  return `room:${room}`
}

const MINUTE_MS = 60_000

/** When the clinician's hands are needed, in ms after the start; the buffers are at the ends, so it may begin below 0. */
export function handsNeeded(service: Service): readonly Span[] {
  const needed: Span[] = []
  let atMin = 0
  for (const [index, { kind, lengthMin }] of service.phases.entries()) {
    const endMin = atMin + lengthMin
    if (kind === 'contact') {
      const before = index === 0 ? service.bufferBeforeMin : 0
      const after = index === service.phases.length - 1 ? service.bufferAfterMin : 0
      needed.push({ fromMs: (atMin - before) * MINUTE_MS, toMs: (endMin + after) * MINUTE_MS })
    }
    atMin = endMin
  }
  return needed
}

export type Taking = {
  readonly service: Service
  readonly clinician: AccountId
  readonly place: number
  readonly room: RoomId | null
  readonly startMs: number
}

/** Every row that a booking at that instant takes. */
export function occupancyOf({ service, clinician, place, room, startMs }: Taking): readonly Occupancy[] {
  const endMs = startMs + lengthMinOf(service) * MINUTE_MS
  const hands = handsNeeded(service).map(({ fromMs, toMs }) => ({
    resource: handsOf(clinician),
    during: { fromMs: startMs + fromMs, toMs: startMs + toMs },
  }))
  const patient = { resource: placeOf(clinician, place), during: { fromMs: startMs, toMs: endMs } }
  if (room === null) return [...hands, patient]
  const during = {
    fromMs: startMs - service.bufferBeforeMin * MINUTE_MS,
    toMs: endMs + service.bufferAfterMin * MINUTE_MS,
  }
  return [...hands, patient, { resource: roomResource(room), during }]
}
