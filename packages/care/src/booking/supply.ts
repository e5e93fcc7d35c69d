/**
 * What a clinic has to offer: services, clinicians with their hours, rooms, locations and the days on which all is closed.
 *
 * Hours are wall time in the location's zone; a service says how long the clinician's hands are needed and how long needles only
 * rest, so that a clinician may start next door meanwhile, with as many patients at once as the clinic allows.
 */
import {
  type AccountId,
  type Brand,
  type CalendarDay,
  err,
  type LocationId,
  must,
  ok,
  type Result,
} from '../kernel/index.ts'
import type { FieldProblem } from '../people/index.ts'
import { parseRecurrence, type Recurrence } from './recurrence.ts'

export type RoomId = Brand<string, 'RoomId'>
export type ServiceId = Brand<string, 'ServiceId'>

/** While `contact` lasts the clinician is there; while `rest` lasts needles rest and the clinician may be next door. */
export type Phase = { readonly kind: 'contact' | 'rest'; readonly lengthMin: number }

export type Service = {
  readonly id: ServiceId
  readonly name: string
  /** At least one, the first and the last of them contact. */
  readonly phases: readonly Phase[]
  /** The clinician and the room are taken so long before and after, the patient is not. */
  readonly bufferBeforeMin: number
  readonly bufferAfterMin: number
  /** Starts lie on multiples of this after midnight. Divides 1440. */
  readonly alignMin: number
  /** Patients book at least so long ahead, and at most so many days. Staff may do otherwise. */
  readonly leadMin: number
  readonly horizonDays: number
  /** Patients cancel by themselves up to so long before. */
  readonly cancelNoticeMin: number
  readonly needsRoom: boolean
  /** What a clinician must be trained in, each of them. */
  readonly requires: readonly string[]
}

export type BookableClinician = {
  readonly id: AccountId
  readonly trainedIn: readonly string[]
  /** How many patients may be under care at one time: 1, or more when needles rest. */
  readonly patientsAtOnceMax: number
  readonly bookingsADayMax: number | null
}

export type BookableLocation = { readonly id: LocationId; readonly zone: string }
export type Room = { readonly id: RoomId; readonly location: LocationId }

/** Minutes after midnight on the location's clock, 0 to 1440. */
export type OpenMinutes = { readonly fromMin: number; readonly toMin: number }

export type Hours = OpenMinutes & {
  readonly clinician: AccountId
  readonly location: LocationId
  readonly recurrence: Recurrence
  readonly firstOn: CalendarDay
}

/** On this day the clinician's hours are these instead. None: a day off. */
export type OtherHours = {
  readonly clinician: AccountId
  readonly on: CalendarDay
  readonly hours: readonly (OpenMinutes & { readonly location: LocationId })[]
}

/** Days on which a location, or the whole clinic (null), is closed. Both days are included. */
export type Closure = {
  readonly location: LocationId | null
  readonly fromOn: CalendarDay
  readonly toOn: CalendarDay
}

export type Supply = {
  readonly locations: readonly BookableLocation[]
  readonly rooms: readonly Room[]
  readonly clinicians: readonly BookableClinician[]
  readonly hours: readonly Hours[]
  readonly otherHours: readonly OtherHours[]
  readonly closures: readonly Closure[]
}

/** A supply as it is stored and sent: with the recurrence as text, switched-off rooms too. */
export type WrittenSupply = {
  readonly zone: string
  readonly locations: readonly { readonly id: LocationId }[]
  readonly rooms: readonly (Room & { readonly active: boolean })[]
  readonly clinicians: readonly (BookableClinician & {
    readonly hours: readonly (Omit<Hours, 'clinician' | 'recurrence'> & { readonly rrule: string })[]
  })[]
  readonly otherHours: readonly OtherHours[]
  readonly closures: readonly Closure[]
}

/** As the rules take it. Stored hours were checked before, so a recurrence that can't be read is a bug. */
export function readSupply(written: WrittenSupply): Supply {
  return {
    locations: written.locations.map(({ id }) => ({ id, zone: written.zone })),
    rooms: written.rooms.filter(({ active }) => active).map(({ id, location }) => ({ id, location })),
    clinicians: written.clinicians,
    hours: written.clinicians.flatMap(({ id, hours }) =>
      hours.map(({ rrule, ...rest }) => {
        const read = parseRecurrence(rrule)
        return { ...rest, clinician: id, recurrence: must(read.ok ? read.value : null, 'stored hours were checked') }
      }),
    ),
    otherHours: written.otherHours,
    closures: written.closures,
  }
}

/** How long the patient is there, in minutes. */
export function lengthMinOf({ phases }: Service): number {
  return phases.reduce((sum, { lengthMin }) => sum + lengthMin, 0)
}

/** Trained in everything that the service requires. */
export function mayGive(clinician: BookableClinician, service: Service): boolean {
  return service.requires.every((training) => clinician.trainedIn.includes(training))
}

export type ServiceProblem = { readonly code: 'service-not-valid'; readonly fields: readonly FieldProblem[] }

const LONGEST_MIN = 480

/** Names each field that can't be true, all at once. */
export function checkService(service: Service): Result<Service, ServiceProblem> {
  const { phases } = service
  const [first, last] = [phases[0], phases.at(-1)]
  const problems: (FieldProblem | null)[] = [
    first?.kind === 'contact' && last?.kind === 'contact'
      ? null
      : { field: 'phases', detail: 'must begin and end with contact: somebody puts needles in and takes them out' },
    phases.every(({ lengthMin }) => isMinutes(lengthMin, 1, LONGEST_MIN)) && lengthMinOf(service) <= LONGEST_MIN
      ? null
      : { field: 'phases', detail: `must last whole minutes, together at most ${LONGEST_MIN}` },
    1440 % service.alignMin === 0
      ? null
      : { field: 'alignMin', detail: 'must divide a day, such as 5, 10, 15, 20 or 30' },
  ]
  const fields = problems.filter((problem) => problem !== null)
  return fields.length === 0 ? ok(service) : err({ code: 'service-not-valid', fields })
}

function isMinutes(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}
