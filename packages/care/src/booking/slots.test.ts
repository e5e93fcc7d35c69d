/** Slots on days that a clinic knows: gaps between bookings, resting needles, full days, clock changes. */
import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '../kernel/index.ts'
import { dayPartOf, earliestInEachPart } from './day-part.ts'
import { type Occupancy, occupancyOf, handsOf } from './occupancy.ts'
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
import type { Supply } from './supply.ts'
import { wallTimeOf } from './zone.ts'

const day = (text: string) => text as CalendarDay
const at = (text: string) => Date.parse(text)
const NEEDLING = serviceWith({
  phases: [
    { kind: 'contact', lengthMin: 15 },
    { kind: 'rest', lengthMin: 30 },
    { kind: 'contact', lengthMin: 15 },
  ],
})

function walls(supply: Supply, occupied: readonly Occupancy[], some: Partial<SlotQuery> = {}): string[] {
  const query: SlotQuery = {
    service: serviceWith(),
    clinician: 'anyone',
    location: null,
    fromOn: day('2026-11-25'),
    toOn: day('2026-11-25'),
    nowMs: at('2026-11-24T08:00Z'),
    by: 'patient',
    ...some,
  }
  return slots(supply, occupied, query).map(({ wallMs }) => wallTimeOf(wallMs).slice(11))
}

/** Open nine to eleven. */
const short = { hours: [hoursWith({ toMin: 11 * 60 })] }

test('starts lie on the grid, and the last one still fits into the hours', () => {
  expect(walls(supplyWith(short), [])).toEqual(['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30'])
})

test('a booking takes the clinician and its room, and what is left between bookings is offered to the minute', () => {
  const taken = [at('2026-11-25T09:30Z'), at('2026-11-25T10:30Z')].flatMap((startMs) =>
    occupancyOf({ service: serviceWith(), clinician: ROSA, place: 0, room: ROOM_1, startMs }),
  )
  expect(walls(supplyWith(short), taken)).toEqual(['09:00', '10:00'])
})

test('buffers take the clinician and the room, but not the patient’s time', () => {
  const service = serviceWith({ bufferBeforeMin: 10, bufferAfterMin: 20 })
  const startMs = at('2026-11-25T09:45Z')
  const taken = occupancyOf({ service, clinician: ROSA, place: 0, room: ROOM_1, startMs })
  // Taken from 9:35 to 10:35; a new one must be over and tidied by then: none before. After: 10:45 less 10 minutes is free.
  expect(walls(supplyWith({ hours: [hoursWith({ toMin: 12 * 60 })] }), taken, { service })).toEqual([
    '10:45',
    '11:00',
    '11:15',
    '11:30',
  ])
})

describe('while needles rest', () => {
  const startMs = at('2026-11-25T09:00Z')
  const taken = occupancyOf({ service: NEEDLING, clinician: ROSA, place: 0, room: ROOM_1, startMs })
  const rooms = [
    { id: ROOM_1, location: MAIN },
    { id: ROOM_2, location: MAIN },
  ]
  const two = [clinicianWith({ patientsAtOnceMax: 2 })]

  test('the clinician may start next door, when the clinic allows two at once', () => {
    const offered = walls(supplyWith({ ...short, rooms, clinicians: two }), taken, { service: NEEDLING })
    // 9:15 would need the hands at 10:00 to 10:15 and 9:15 to 9:30: both free. 9:30 needs 9:30 to 9:45, and 10:15.
    expect(offered).toEqual(['09:15', '09:30', '10:00'])
  })

  test('not with one at a time, and not without a second room', () => {
    expect(walls(supplyWith({ ...short, rooms }), taken, { service: NEEDLING })).toEqual(['10:00'])
    expect(walls(supplyWith({ ...short, clinicians: two }), taken, { service: NEEDLING })).toEqual(['10:00'])
  })

  test('a third patient finds no place', () => {
    const second = occupancyOf({
      service: NEEDLING,
      clinician: ROSA,
      place: 1,
      room: ROOM_2,
      startMs: startMs + 900_000,
    })
    const three = [...rooms, { id: 'room-3' as typeof ROOM_1, location: MAIN }]
    const offered = walls(supplyWith({ ...short, rooms: three, clinicians: two }), [...taken, ...second], {
      service: NEEDLING,
    })
    expect(offered).toEqual([])
  })
})

test('anyone: each start once, with everybody who could take it', () => {
  const clinicians = [clinicianWith(), clinicianWith({ id: TEO, trainedIn: ['needling'] })]
  const hours = [hoursWith({ toMin: 600 }), hoursWith({ clinician: TEO, fromMin: 570, toMin: 630 })]
  const supply = supplyWith({ clinicians, hours })
  const query = { service: serviceWith({ alignMin: 30 }), location: MAIN, clinician: 'anyone', by: 'patient' } as const
  const span = { fromOn: day('2026-11-25'), toOn: day('2026-11-25'), nowMs: at('2026-11-24T08:00Z') }
  expect(slots(supply, [], { ...query, ...span }).map(({ clinicians: who }) => who)).toEqual([
    [ROSA],
    [ROSA, TEO],
    [TEO],
  ])
  const trained = { ...query.service, requires: ['needling'] }
  expect(slots(supply, [], { ...query, ...span, service: trained }).every(({ clinicians: [who] }) => who === TEO)).toBe(
    true,
  )
})

test('a full day offers nothing more, the next one does', () => {
  const supply = supplyWith({ ...short, clinicians: [clinicianWith({ bookingsADayMax: 1 })] })
  const startMs = at('2026-11-25T10:30Z')
  const taken = occupancyOf({ service: serviceWith(), clinician: ROSA, place: 0, room: ROOM_1, startMs })
  expect(walls(supply, taken)).toEqual([])
  expect(walls(supply, taken, { fromOn: day('2026-11-26'), toOn: day('2026-11-26') })).toHaveLength(7)
})

test('lead time and horizon hold for patients; staff book what is not past', () => {
  const service = serviceWith({ leadMin: 120, horizonDays: 10 })
  const nowMs = at('2026-11-25T08:00Z')
  expect(walls(supplyWith(short), [], { service, nowMs })).toEqual(['10:00', '10:15', '10:30'])
  expect(walls(supplyWith(short), [], { service, nowMs: at('2026-11-25T09:20Z'), by: 'staff' })[0]).toBe('09:30')
  const far = { service, fromOn: day('2026-12-06'), toOn: day('2026-12-06') }
  expect(walls(supplyWith(short), [], { ...far, nowMs })).toEqual([])
  expect(walls(supplyWith(short), [], { ...far, nowMs, by: 'staff' })).toHaveLength(7)
})

test('other hours on one day replace its hours, and closures close', () => {
  const on = day('2026-11-25')
  const otherHours = [{ clinician: ROSA, on, hours: [{ location: MAIN, fromMin: 600, toMin: 645 }] }]
  expect(walls(supplyWith({ ...short, otherHours }), [])).toEqual(['10:00', '10:15'])
  expect(walls(supplyWith({ ...short, otherHours: [{ clinician: ROSA, on, hours: [] }] }), [])).toEqual([])
  expect(walls(supplyWith({ ...short, closures: [{ location: null, fromOn: on, toOn: on }] }), [])).toEqual([])
})

test('busy time from elsewhere takes the hands', () => {
  const during = { fromMs: at('2026-11-25T09:00Z'), toMs: at('2026-11-25T10:20Z') }
  expect(walls(supplyWith(short), [{ resource: handsOf(ROSA), during }])).toEqual(['10:30'])
})

test.each([
  // At one the clock goes on to two: nothing is offered in between, and the wall times stay those of the hours.
  ['Europe/London', '2027-03-28', 0, 240, ['00:00', '00:30', '02:00', '02:30', '03:00', '03:30']],
  // At two it goes back to one: the second half past one is not offered, since the promise would mean two instants.
  ['Europe/London', '2027-10-31', 60, 180, ['01:00', '01:30', '02:00', '02:30']],
  // Half an hour only.
  ['Australia/Lord_Howe', '2026-10-04', 60, 210, ['01:00', '01:30', '02:30', '03:00']],
  ['Australia/Lord_Howe', '2027-04-04', 60, 150, ['01:00', '01:30', '02:00']],
  ['Asia/Kathmandu', '2026-11-25', 540, 600, ['09:00', '09:30']],
  ['America/Sao_Paulo', '2026-11-01', 0, 60, ['00:00', '00:30']],
  // Samoa left this day out altogether.
  ['Pacific/Apia', '2011-12-30', 540, 600, []],
] as const)('%s on %s from minute %i to %i', (zone, on, fromMin, toMin, expected) => {
  const hours = [hoursWith({ firstOn: day('2011-01-01'), fromMin, toMin })]
  const query = {
    service: serviceWith({ alignMin: 30, horizonDays: 9 }),
    fromOn: day(on),
    toOn: day(on),
    nowMs: at(on) - 172_800_000,
  }
  expect(walls(supplyWith({ zone, hours }), [], query)).toEqual(expected)
})

test('the earliest in each part of each day', () => {
  const hours = [hoursWith({ fromMin: 690, toMin: 18 * 60, recurrence: recurring('FREQ=WEEKLY;BYDAY=WE,TH') })]
  const query = {
    service: serviceWith({ alignMin: 60 }),
    clinician: ROSA,
    location: null,
    fromOn: day('2026-11-25'),
    toOn: day('2026-12-01'),
    nowMs: at('2026-11-24T08:00Z'),
    by: 'patient',
  } as const
  const found = earliestInEachPart(slots(supplyWith({ hours }), [], query))
  expect(found.map((slot) => [wallTimeOf(slot.wallMs), dayPartOf(slot)])).toEqual([
    ['2026-11-25T12:00', 'afternoon'],
    ['2026-11-25T17:00', 'evening'],
    ['2026-11-26T12:00', 'afternoon'],
    ['2026-11-26T17:00', 'evening'],
  ])
})
