/** Bookings on a real PostgreSQL: what is offered can be held, nobody is booked twice, and each try gets a definite answer. */
import type { AccountId, ClinicId, LocationId, PatientId } from '@unknot/care/kernel'
import { instantOf } from '@unknot/care/kernel'
import type { BookingId, RoomId, ServiceId } from '@unknot/care/booking'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { type SeededClinic, seedClinic } from '@unknot/testkit/screening'
import type { BookingView, SupplyView } from '@unknot/wire/booking'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { App } from '../kernel/index.ts'
import { bookingRoom } from './index.ts'

const store = withDatabase()
// A Wednesday morning in Dublin.
const clock = standingClock(instantOf(Date.parse('2026-11-25T08:00:00Z')))
let app: App
let seeded: SeededClinic
let location: LocationId
const service = freshId<ServiceId>()
const rooms = [freshId<RoomId>(), freshId<RoomId>()]

beforeAll(async () => {
  app = await store.app({ rooms: [bookingRoom], now: clock.now })
})

beforeEach(async () => {
  clock.moveTo(instantOf(Date.parse('2026-11-25T08:00:00Z')))
  seeded = await seedClinic(store)
  location = freshId<LocationId>()
  await store.asAdmin(
    `insert into clinic_location (clinic_id, id, name, address, created_at) values ($1, $2, 'Quay', '', now())`,
    [seeded.clinic, location],
  )
  await ask('POST', '/api/booking/services', 'owner', {
    id: service,
    name: 'Needling session',
    phases: [
      { kind: 'contact', lengthMin: 15 },
      { kind: 'rest', lengthMin: 15 },
      { kind: 'contact', lengthMin: 15 },
    ],
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    alignMin: 15,
    leadMin: 60,
    horizonDays: 90,
    cancelNoticeMin: 1440,
    needsRoom: true,
    requires: [],
    public: true,
    active: true,
  })
  for (const [index, id] of rooms.entries()) {
    await ask('POST', '/api/booking/rooms', 'owner', { id, location, name: `Room ${index + 1}`, active: true })
  }
  await open(seeded.clinician)
})

async function open(account: AccountId, patientsAtOnceMax = 2) {
  const hours = [
    { location, rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', firstOn: '2026-01-01', fromMin: 540, toMin: 720 },
  ]
  return ask('PUT', `/api/booking/clinicians/${account}`, 'owner', {
    trainedIn: [],
    patientsAtOnceMax,
    bookingsADayMax: null,
    hours,
  })
}

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  role: 'owner' | 'desk' = 'desk',
  body?: object,
) {
  const answer = await app.http.inject({
    method,
    url,
    headers: { authorization: `Bearer ${seeded.tokens[role]}` },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const hold = (wall: string, some: object = {}) =>
  ask('POST', '/api/bookings', 'desk', {
    id: freshId<BookingId>(),
    service,
    clinician: 'anyone',
    location,
    wall,
    ...some,
  })

async function book(wall: string, some: object = {}): Promise<BookingView> {
  const held = await hold(wall, some)
  expect(held.status, JSON.stringify(held.body)).toBe(201)
  const booked = await ask('POST', `/api/bookings/${held.body.id}/confirmation`, 'desk', { patient: seeded.patient })
  expect(booked.status, JSON.stringify(booked.body)).toBe(200)
  return booked.body as BookingView
}

async function walls(on = '2026-11-26'): Promise<string[]> {
  const { body } = await ask('GET', `/api/booking/slots?service=${service}&from=${on}&to=${on}`)
  return body.slots.map(({ wall }: { wall: string }) => wall.slice(11))
}

/** Pairs of rows of one resource that overlap though neither is a deliberate overbook: there must be none. */
async function doubles(clinic: ClinicId): Promise<number> {
  const [row] = await store.asAdmin<{ n: string }>(
    `select count(*) as n from booking_occupancy a join booking_occupancy b
       on a.clinic_id = b.clinic_id and a.resource = b.resource and a.id < b.id
       and a.from_at < b.to_at and b.from_at < a.to_at
     where a.clinic_id = $1 and not a.overbooked and not b.overbooked`,
    [clinic],
  )
  return Number(row?.n)
}

test('what is offered can be held and booked, and is then no longer offered', async () => {
  expect(await walls()).toEqual([
    '09:00',
    '09:15',
    '09:30',
    '09:45',
    '10:00',
    '10:15',
    '10:30',
    '10:45',
    '11:00',
    '11:15',
  ])
  const booking = await book('2026-11-26T09:00')
  expect(booking).toMatchObject({
    state: 'booked',
    startAt: '2026-11-26T09:00:00.000Z',
    endAt: '2026-11-26T09:45:00.000Z',
  })
  // While the needles rest from 9:15 to 9:30 the next patient begins next door.
  expect(await walls()).toEqual(['09:15', '09:45', '10:00', '10:15', '10:30', '10:45', '11:00', '11:15'])
})

test('a hold keeps the slot for ten minutes; then it is free, and the hold can no longer be booked', async () => {
  await open(seeded.clinician, 1)
  const held = await hold('2026-11-26T09:00')
  expect(held.body).toMatchObject({ state: 'held', heldUntil: '2026-11-25T08:10:00.000Z' })
  expect((await hold('2026-11-26T09:00')).body).toMatchObject({ code: 'slot-taken' })
  clock.moveTo(instantOf(Date.parse('2026-11-25T08:10:00Z')))
  const late = await ask('POST', `/api/bookings/${held.body.id}/confirmation`, 'desk', { patient: seeded.patient })
  expect([late.status, late.body.code]).toEqual([409, 'hold-expired'])
  expect((await hold('2026-11-26T09:00')).status).toBe(201)
})

test('sent twice it is held once and booked once', async () => {
  const id = freshId<BookingId>()
  const [one, two] = [await hold('2026-11-26T09:00', { id }), await hold('2026-11-26T09:00', { id })]
  expect([one.status, two.status, two.body.id]).toEqual([201, 201, id])
  const confirm = () => ask('POST', `/api/bookings/${id}/confirmation`, 'desk', { patient: seeded.patient })
  const [first, second] = [await confirm(), await confirm()]
  expect(second.body).toEqual(first.body)
  expect((await hold('2026-11-26T10:00', { id })).body.code).toBe('booking-id-reused')
  const [{ n } = { n: '0' }] = await store.asAdmin<{ n: string }>(
    'select count(*) as n from booking_booking where id = $1',
    [id],
  )
  expect(n).toBe('1')
})

test('moved, the new time is taken and the old one free; cancelled, it is free at once', async () => {
  await open(seeded.clinician, 1)
  const booking = await book('2026-11-26T09:00')
  const to = { clinician: seeded.clinician, location, wall: '2026-11-26T09:30', version: booking.version }
  const moved = await ask('POST', `/api/bookings/${booking.id}/move`, 'desk', to)
  expect(moved.body).toMatchObject({ startAt: '2026-11-26T09:30:00.000Z', sequence: 1, state: 'booked' })
  // To a time that overlaps its own old one, too.
  expect(await walls()).toEqual(['10:15', '10:30', '10:45', '11:00', '11:15'])
  const again = await ask('POST', `/api/bookings/${booking.id}/move`, 'desk', to)
  expect(again.body.code).toBe('booking-changed-meanwhile')
  const cancel = { version: moved.body.version, reason: 'Ill' }
  expect((await ask('POST', `/api/bookings/${booking.id}/cancellation`, 'desk', cancel)).body.state).toBe('cancelled')
  expect(await walls()).toHaveLength(10)
  const { body } = await ask('GET', `/api/bookings/${booking.id}`)
  expect(body.events.map(({ what }: { what: string }) => what)).toEqual(['held', 'booked', 'moved', 'cancelled'])
})

test('a move that is refused leaves the booking where it was', async () => {
  await open(seeded.clinician, 1)
  const booking = await book('2026-11-26T09:00')
  await book('2026-11-26T10:00')
  const to = { clinician: 'anyone', location, wall: '2026-11-26T10:15', version: booking.version }
  expect((await ask('POST', `/api/bookings/${booking.id}/move`, 'desk', to)).body.code).toBe('slot-taken')
  expect((await ask('GET', `/api/bookings/${booking.id}`)).body.booking).toMatchObject({
    wall: '2026-11-26T09:00',
    version: booking.version,
  })
  expect(await walls()).not.toContain('09:00')
})

test('staff overbook on purpose: with a reason, marked, and it blocks nothing by constraint', async () => {
  await open(seeded.clinician, 1)
  await book('2026-11-26T09:00')
  const over = { clinician: seeded.clinician, overbookReason: 'Acute, promised on the phone' }
  expect(await book('2026-11-26T09:00', over)).toMatchObject({ overbookReason: 'Acute, promised on the phone' })
  expect((await hold('2026-11-26T09:00', { overbookReason: 'x' })).body.code).toBe('overbook-needs-clinician')
  expect((await hold('2026-11-26T09:00')).body.code).toBe('slot-taken')
})

test('what can’t be promised is refused in words', async () => {
  const codes = async (wall: string, some: object = {}) => (await hold(wall, some)).body.code
  expect(await codes('2026-11-25T07:59')).toBe('slot-past')
  expect(await codes('2026-11-26T08:45')).toBe('slot-not-offered')
  expect(await codes('2026-11-26T09:05')).toBe('slot-not-offered')
  expect(await codes('2026-11-28T09:00')).toBe('slot-not-offered')
  expect(await codes('2027-03-28T01:30')).toBe('wall-time-skipped')
  expect(await codes('2026-11-26T09:00', { service: freshId<ServiceId>() })).toBe('service-unknown')
  expect(await codes('2026-11-26T09:00', { location: freshId<LocationId>() })).toBe('location-unknown')
  expect(await codes('2026-11-26T09:00Z')).toBe('bad-input')
})

test('hours and services that can’t be are refused by field', async () => {
  const put = (hours: object) =>
    ask('PUT', `/api/booking/clinicians/${seeded.clinician}`, 'owner', {
      trainedIn: [],
      patientsAtOnceMax: 1,
      bookingsADayMax: null,
      hours: [{ location, rrule: 'FREQ=DAILY', firstOn: '2026-01-01', fromMin: 540, toMin: 720, ...hours }],
    })
  expect((await put({ rrule: 'FREQ=YEARLY' })).body).toMatchObject({ errors: [{ field: '/hours/0/rrule' }] })
  expect((await put({ toMin: 500 })).body).toMatchObject({ errors: [{ field: '/hours/0/toMin' }] })
  const supply = (await ask('GET', '/api/booking/supply')).body as SupplyView
  expect(supply.clinicians[0]?.hours).toHaveLength(1)
})

test('states follow each other, and a no-show may still come', async () => {
  const booking = await book('2026-11-26T09:00')
  let { version } = booking
  const set = async (state: string) => {
    const answer = await ask('POST', `/api/bookings/${booking.id}/state`, 'desk', { version, state })
    if (answer.status === 200) version = answer.body.version
    return answer.status === 200 ? answer.body.state : answer.body.code
  }
  expect(await set('late')).toBe('late')
  expect(await set('no-show')).toBe('no-show')
  expect(await set('arrived')).toBe('arrived')
  expect(await set('in-treatment')).toBe('in-treatment')
  expect(await set('no-show')).toBe('booking-state-not-next')
  expect(await set('done')).toBe('done')
})

test('240 tries at once for 40 slots on two servers: each gets an answer, and nobody and no room is booked twice', async () => {
  const other = await store.app({ rooms: [bookingRoom], now: clock.now })
  const days = ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01']
  const starts = await walls()
  const tries = Array.from({ length: 240 }, (_, index) => {
    const wall = `${days[index % 4]}T${starts[Math.floor(index / 4) % starts.length]}`
    return { id: freshId<BookingId>(), service, clinician: index % 3 ? 'anyone' : seeded.clinician, location, wall }
  })
  const answers = await Promise.all(
    tries.map((payload, index) =>
      (index % 2 ? app : other).http.inject({
        method: 'POST',
        url: '/api/bookings',
        headers: { authorization: `Bearer ${seeded.tokens.desk}` },
        payload,
      }),
    ),
  )
  const held = answers.filter(({ statusCode }) => statusCode === 201)
  const refused = answers.filter(({ statusCode }) => statusCode === 409)
  expect(held.length + refused.length).toBe(tries.length)
  expect(refused.every((answer) => answer.json().code === 'slot-taken')).toBe(true)
  expect(await doubles(seeded.clinic)).toBe(0)
  const [{ n } = { n: '0' }] = await store.asAdmin<{ n: string }>(
    `select count(*) as n from booking_booking where clinic_id = $1 and state = 'held'`,
    [seeded.clinic],
  )
  expect(Number(n)).toBe(held.length)
  // Each was tried six times, so nothing that could be had is left.
  for (const on of days) expect(await walls(on)).toEqual([])
}, 60_000)

test('the database itself refuses a second patient, whatever the program believes', async () => {
  await book('2026-11-26T09:00')
  await expect(
    store.asAdmin(
      `insert into booking_occupancy (clinic_id, id, booking, resource, from_at, to_at, overbooked)
       select clinic_id, gen_random_uuid(), booking, resource, from_at, to_at, false from booking_occupancy
       where clinic_id = $1`,
      [seeded.clinic],
    ),
  ).rejects.toThrow(/booking_occupancy_once/)
})

test('the clinician with the fewest bookings that day gets “anyone”', async () => {
  const second = freshId<AccountId>()
  await store.asAdmin(
    `insert into people_account (clinic_id, id, name, email, email_hash, password_hash, password_temporary, roles, active, created_at)
     values ($1, $2, 'Ada', 'ada@example.org', sha256('ada'), '$argon2id$none', false, '{clinician}', true, now())`,
    [seeded.clinic, second],
  )
  await open(second)
  const who = new Set<AccountId>()
  for (const wall of ['09:00', '10:00']) who.add((await book(`2026-11-26T${wall}`)).clinician)
  expect(who.size).toBe(2)
})

test('a patient of another clinic can’t be booked', async () => {
  const stranger = await seedClinic(store)
  const held = await hold('2026-11-26T09:00')
  const booked = await ask('POST', `/api/bookings/${held.body.id}/confirmation`, 'desk', {
    patient: stranger.patient as PatientId,
  })
  expect(booked.status).toBe(404)
})
