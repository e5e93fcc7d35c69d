/** Slots against a slow and obvious reference: every minute of the wall clock tried, every minute of a booking looked at. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { CalendarDay } from '../kernel/index.ts'
import { handsOf, type Occupancy, occupancyOf, placeOf, roomResource } from './occupancy.ts'
import { type SlotQuery, slots } from './slots.ts'
import {
  clinicianWith,
  hoursWith,
  MAIN,
  recurring,
  ROOM_1,
  ROOM_2,
  ROSA,
  serviceWith,
  supplyWith,
  TEO,
} from './supply.fixture.ts'
import type { Service, Supply } from './supply.ts'

const MIN = 60_000
const WHERE = [
  ['Europe/London', '2027-03-27'],
  ['Europe/London', '2027-10-30'],
  ['America/New_York', '2026-10-31'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Australia/Lord_Howe', '2027-04-03'],
  ['America/Sao_Paulo', '2018-11-03'],
  ['Africa/Casablanca', '2026-02-14'],
  ['Asia/Kathmandu', '2026-11-25'],
  ['Pacific/Apia', '2011-12-29'],
  ['America/Vancouver', '2026-03-07'],
] as const

const phases = fc.constantFrom<Service['phases']>(
  [{ kind: 'contact', lengthMin: 20 }],
  [
    { kind: 'contact', lengthMin: 10 },
    { kind: 'rest', lengthMin: 25 },
    { kind: 'contact', lengthMin: 5 },
  ],
)
const service = fc.record({
  phases,
  bufferBeforeMin: fc.constantFrom(0, 5),
  bufferAfterMin: fc.constantFrom(0, 10),
  alignMin: fc.constantFrom(10, 15, 60),
  leadMin: fc.constantFrom(0, 90),
  horizonDays: fc.constantFrom(1, 90),
  needsRoom: fc.boolean(),
})
const hours = fc.record({
  clinician: fc.constantFrom(ROSA, TEO),
  recurrence: fc.constantFrom(
    recurring('FREQ=DAILY'),
    recurring('FREQ=WEEKLY;BYDAY=SA,SU'),
    recurring('FREQ=DAILY;INTERVAL=2'),
  ),
  firstOn: fc.constant('2011-12-01' as CalendarDay),
  fromMin: fc.integer({ min: 0, max: 30 }).map((n) => n * 10),
  lengthMin: fc.integer({ min: 1, max: 50 }).map((n) => n * 10),
})
const booking = fc.record({
  clinician: fc.constantFrom(ROSA, TEO),
  place: fc.constantFrom(0, 1),
  room: fc.constantFrom(ROOM_1, ROOM_2, null),
  atMin: fc.integer({ min: -60, max: 60 * 47 }).map((n) => n - (n % 5)),
  phases,
})

test('the slots are those of the reference, on days of a clock change too', () => {
  let offered = 0
  fc.assert(
    fc.property(
      fc.record({
        where: fc.constantFrom(...WHERE),
        service,
        hours: fc.array(hours, { minLength: 1, maxLength: 3 }),
        bookings: fc.array(booking, { maxLength: 5 }),
        atOnce: fc.constantFrom(1, 2),
        dayMax: fc.constantFrom(null, 1, 2),
        by: fc.constantFrom('patient' as const, 'staff' as const),
        nowMin: fc.integer({ min: -200, max: 1000 }),
      }),
      (made) => {
        const [zone, on] = made.where
        const midnight = Temporal.PlainDate.from(on).toZonedDateTime(zone).epochMilliseconds
        const clinicians = [ROSA, TEO].map((id) =>
          clinicianWith({ id, patientsAtOnceMax: made.atOnce, bookingsADayMax: made.dayMax }),
        )
        const supply = supplyWith({
          zone,
          clinicians,
          rooms: [ROOM_1, ROOM_2].map((id) => ({ id, location: MAIN })),
          hours: made.hours.map(({ lengthMin, ...rest }) =>
            hoursWith({ ...rest, toMin: Math.min(1440, rest.fromMin + lengthMin) }),
          ),
        })
        const occupied = made.bookings.flatMap(({ atMin, ...rest }) =>
          occupancyOf({ ...rest, service: serviceWith({ phases: rest.phases }), startMs: midnight + atMin * MIN }),
        )
        const query: SlotQuery = {
          service: serviceWith(made.service),
          clinician: 'anyone',
          location: null,
          fromOn: on as CalendarDay,
          toOn: Temporal.PlainDate.from(on).add({ days: 1 }).toString() as CalendarDay,
          nowMs: midnight + made.nowMin * MIN,
          by: made.by,
        }
        const found = slots(supply, occupied, query).map(({ startMs, clinicians: who }) => ({ startMs, who }))
        offered += found.length
        expect(found).toEqual(reference(supply, occupied, query, zone))
      },
    ),
    { numRuns: 120 },
  )
  expect(offered).toBeGreaterThan(200)
})

/** Tries each minute of the wall clock of each day with Temporal, and looks at each minute that a booking would take. */
function reference(supply: Supply, occupied: readonly Occupancy[], query: SlotQuery, zone: string) {
  const { service: wanted, nowMs, by } = query
  const length = wanted.phases.reduce((sum, { lengthMin }) => sum + lengthMin, 0)
  const days = [-1, 0, 1, 2].map((shift) => Temporal.PlainDate.from(query.fromOn).add({ days: shift }))
  const windows = windowsOf(supply, zone, days)
  const found: { startMs: number; who: unknown[] }[] = []
  for (const on of [query.fromOn, query.toOn]) {
    for (let minute = 0; minute < 1440; minute += wanted.alignMin) {
      const plain = Temporal.PlainDate.from(on).toPlainDateTime().add({ minutes: minute })
      const zoned = plain.toZonedDateTime(zone)
      // Skipped by the clock.
      if (!zoned.toPlainDateTime().equals(plain)) continue
      const startMs = zoned.epochMilliseconds
      const earliest = by === 'staff' ? nowMs : nowMs + wanted.leadMin * MIN
      if (startMs < earliest || (by === 'patient' && startMs > nowMs + wanted.horizonDays * 86_400_000)) continue
      const roomIsFree = supply.rooms.some(({ id }) =>
        isFree(
          occupied,
          roomResource(id),
          startMs - wanted.bufferBeforeMin * MIN,
          startMs + (length + wanted.bufferAfterMin) * MIN,
        ),
      )
      if (wanted.needsRoom && !roomIsFree) continue
      const who = supply.clinicians.filter(
        (clinician) =>
          isOpen(windows, clinician.id, startMs, length) &&
          handsAreFree(occupied, wanted, clinician.id, startMs) &&
          [0, 1]
            .slice(0, clinician.patientsAtOnceMax)
            .some((place) => isFree(occupied, placeOf(clinician.id, place), startMs, startMs + length * MIN)) &&
          !isFull(occupied, clinician, on, zone),
      )
      if (who.length > 0) found.push({ startMs, who: who.map(({ id }) => id) })
    }
  }
  return found.sort((a, b) => a.startMs - b.startMs)
}

function isFree(occupied: readonly Occupancy[], resource: string, fromMs: number, toMs: number): boolean {
  return !occupied.some((row) => row.resource === resource && row.during.fromMs < toMs && fromMs < row.during.toMs)
}

function handsAreFree(occupied: readonly Occupancy[], wanted: Service, who: typeof ROSA, startMs: number): boolean {
  let at = 0
  return wanted.phases.every(({ kind, lengthMin }, index) => {
    const from = at - (index === 0 ? wanted.bufferBeforeMin : 0)
    at += lengthMin
    const to = at + (index === wanted.phases.length - 1 ? wanted.bufferAfterMin : 0)
    return kind === 'rest' || isFree(occupied, handsOf(who), startMs + from * MIN, startMs + to * MIN)
  })
}

/** Every minute of the patient's time lies within some hours of that clinician. */
function isOpen(windows: readonly Window[], who: typeof ROSA, startMs: number, lengthMin: number): boolean {
  return Array.from({ length: lengthMin }, (_, minute) => startMs + minute * MIN).every((at) =>
    windows.some((window) => window.who === who && window.fromMs <= at && at < window.toMs),
  )
}

type Window = { readonly who: typeof ROSA; readonly fromMs: number; readonly toMs: number }

function windowsOf(supply: Supply, zone: string, days: readonly Temporal.PlainDate[]): Window[] {
  return supply.hours.flatMap((rule) =>
    days.flatMap((date) => {
      const { freq, interval, byDay } = rule.recurrence
      const age = date.since(rule.firstOn).days
      const recurs =
        freq === 'DAILY' ? age % interval === 0 : byDay.some(({ weekday }) => weekday === date.dayOfWeek - 1)
      const wall = (minutes: number) => date.toPlainDateTime().add({ minutes }).toZonedDateTime(zone).epochMilliseconds
      return recurs ? [{ who: rule.clinician, fromMs: wall(rule.fromMin), toMs: wall(rule.toMin) }] : []
    }),
  )
}

function isFull(
  occupied: readonly Occupancy[],
  { id, bookingsADayMax, patientsAtOnceMax }: Supply['clinicians'][number],
  on: string,
  zone: string,
) {
  if (bookingsADayMax === null) return false
  const places = Array.from({ length: patientsAtOnceMax }, (_, place) => placeOf(id, place))
  const booked = occupied.filter(
    ({ resource, during }) =>
      places.includes(resource) &&
      Temporal.Instant.fromEpochMilliseconds(during.fromMs).toZonedDateTimeISO(zone).toPlainDate().toString() === on,
  )
  return booked.length >= bookingsADayMax
}
