/** Messages of bookings, through to a real e-mail server and read back: exactly one of each, and right when it is read. */
import type { BookingId, RoomId, ServiceId } from '@unknot/care/booking'
import { type Instant, instantOf, type LocationId } from '@unknot/care/kernel'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { type SeededClinic, seedClinic } from '@unknot/testkit/screening'
import type { BookingView } from '@unknot/wire/booking'
import ICAL from 'ical.js'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type App, recordClinic, sendDueMail, smtpDelivery, vaultOf } from '../kernel/index.ts'
import { bookingRoom, sendDueMessages } from './index.ts'

const store = withDatabase()
const clock = standingClock('2026-11-20T10:00:00.000Z' as Instant)
const vault = vaultOf(Buffer.alloc(32, 5))
const inbox: string[] = []
const peer = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _, done) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    stream.on('end', () => {
      inbox.push(text)
      done()
    })
  },
})
const port = await new Promise<number>((resolve) => {
  const listening = peer.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port))
})
afterAll(() => new Promise<void>((resolve) => peer.close(() => resolve())))

let app: App
let seeded: SeededClinic
const location = freshId<LocationId>()
const service = freshId<ServiceId>()

beforeAll(async () => {
  app = await store.app({ rooms: [bookingRoom], now: clock.now, vault })
})

beforeEach(async () => {
  inbox.length = 0
  clock.moveTo('2026-11-20T10:00:00.000Z' as Instant)
  await store.asAdmin('delete from kernel_mail')
  await store.asAdmin(`delete from booking_message`)
  seeded = await seedClinic(store)
  await store.db.inClinic(seeded.clinic, (tx) => recordClinic(tx, seeded.clinic, 'clinic'))
  await store.asAdmin(`update people_patient set email = 'zoe@home.example' where clinic_id = $1`, [seeded.clinic])
  await store.asAdmin(
    `insert into clinic_location (clinic_id, id, name, address, phone, created_at)
     values ($1, $2, 'Quay', '1 Wood Quay, Dublin', '01 234 5678', now())`,
    [seeded.clinic, location],
  )
  await ask('POST', '/api/booking/services', 'owner', {
    id: service,
    name: 'Dry needling',
    phases: [{ kind: 'contact', lengthMin: 45 }],
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    alignMin: 15,
    leadMin: 0,
    horizonDays: 200,
    cancelNoticeMin: 0,
    needsRoom: true,
    requires: [],
    public: true,
    active: true,
  })
  await ask('POST', '/api/booking/rooms', 'owner', { id: freshId<RoomId>(), location, name: 'Room', active: true })
  await ask('PUT', `/api/booking/clinicians/${seeded.clinician}`, 'owner', {
    trainedIn: [],
    patientsAtOnceMax: 1,
    bookingsADayMax: null,
    hours: [{ location, rrule: 'FREQ=DAILY', firstOn: '2026-01-01', fromMin: 480, toMin: 1200 }],
  })
})

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, role: 'owner' | 'desk', body?: object) {
  const headers = { authorization: `Bearer ${seeded.tokens[role]}` }
  const answer = await app.http.inject({ method, url, headers, ...(body ? { payload: body } : {}) })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}

async function book(wall: string): Promise<BookingView> {
  const id = freshId<BookingId>()
  await ask('POST', '/api/bookings', 'desk', { id, service, clinician: 'anyone', location, wall })
  return ask('POST', `/api/bookings/${id}/confirmation`, 'desk', { patient: seeded.patient })
}

/** Lets the time come, with three servers at once, twice: as jobs do. */
async function comes(at: string): Promise<readonly string[]> {
  clock.moveTo(instantOf(Date.parse(at)))
  inbox.length = 0
  const clerk = () =>
    sendDueMessages({ db: store.db, vault, now: clock.now, newId: freshId, from: 'hello@quay.example' })
  const post = () =>
    sendDueMail({
      db: store.db,
      vault,
      now: clock.now,
      deliver: smtpDelivery(`smtp://127.0.0.1:${port}?from=hello@quay.example`),
    })
  for (let i = 0; i < 2; i += 1) {
    await Promise.all([clerk(), clerk(), clerk()])
    await Promise.all([post(), post()])
  }
  return inbox.map((mail) => /^Subject: (.*(?:\r\n\s.*)*)/m.exec(mail)?.[1]?.replaceAll(/\r\n\s/g, ' ') ?? '')
}

/** The calendar file in a mail, as another program reads it. */
function invitation(mail: string) {
  const [, encoded = ''] = /text\/calendar[\s\S]*?base64[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail) ?? []
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(encoded, 'base64').toString()))
  const event = calendar.getFirstSubcomponent('vevent')
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (!event || !zone) throw new Error('no invitation')
  const start = event.getFirstPropertyValue('dtstart') as InstanceType<typeof ICAL.Time>
  start.zone = new ICAL.Timezone(zone)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    summary: event.getFirstPropertyValue('summary'),
    startAt: instantOf(start.toJSDate().getTime()),
  }
}

test('confirmed once, reminded twice, never twice the same, however often the jobs run', async () => {
  const booking = await book('2026-11-26T14:00')
  expect(await comes('2026-11-20T10:02:59Z')).toEqual([])
  expect(await comes('2026-11-20T10:03:00Z')).toEqual([
    'Your booking at Riverside Physiotherapy: Thursday, 26 November 2026 at 14:00',
  ])
  expect(inbox[0]).toContain('01 234 5678')
  expect(invitation(inbox[0] ?? '')).toEqual({
    method: 'REQUEST',
    uid: `${booking.id}@unknot`,
    sequence: 0,
    summary: 'Riverside Physiotherapy',
    startAt: booking.startAt,
  })
  expect(await comes('2026-11-24T14:00:00Z')).toEqual([
    'Reminder: Riverside Physiotherapy, Thursday, 26 November 2026 at 14:00',
  ])
  expect(await comes('2026-11-26T11:00:00Z')).toEqual([
    'Today: Riverside Physiotherapy, Thursday, 26 November 2026 at 14:00',
  ])
  expect(await comes('2026-11-27T11:00:00Z')).toEqual([])
  const { messages } = await ask('GET', `/api/bookings/${booking.id}`, 'desk')
  expect(messages.map(({ state }: { state: string }) => state)).toEqual(['sent', 'sent', 'sent'])
})

test('a slip that is undone in time is never mailed; a real move is, with a higher sequence, at the right hour after a clock change', async () => {
  const booking = await book('2027-03-26T14:00')
  const move = (wall: string, version: number) =>
    ask('POST', `/api/bookings/${booking.id}/move`, 'desk', { clinician: 'anyone', location, wall, version })
  const slip = await move('2027-03-27T14:00', booking.version)
  const back = await move('2027-03-26T14:00', slip.version)
  expect(await comes('2026-11-20T10:05:00Z')).toEqual([
    'Your booking at Riverside Physiotherapy: Friday, 26 March 2027 at 14:00',
  ])
  // Beyond the change to summer time in Dublin on 28 March.
  const moved = await move('2027-03-30T14:00', back.version)
  expect(moved.startAt).toBe('2027-03-30T13:00:00.000Z')
  expect(await comes('2026-11-20T10:09:00Z')).toEqual([
    'Your booking at Riverside Physiotherapy has moved: Tuesday, 30 March 2027 at 14:00',
  ])
  expect(invitation(inbox[0] ?? '')).toMatchObject({
    method: 'REQUEST',
    sequence: 3,
    startAt: '2027-03-30T13:00:00.000Z',
  })
  const cancel = { version: moved.version, reason: 'Clinician ill' }
  await ask('POST', `/api/bookings/${booking.id}/cancellation`, 'desk', cancel)
  expect(await comes('2026-11-20T10:13:00Z')).toEqual([
    'Your booking at Riverside Physiotherapy on Tuesday, 30 March 2027 at 14:00 is cancelled',
  ])
  expect(invitation(inbox[0] ?? '')).toMatchObject({ method: 'CANCEL', uid: `${booking.id}@unknot`, sequence: 4 })
  expect(await comes('2027-03-30T12:00:00Z')).toEqual([])
})

test('cancelled before anybody was told: nobody is told', async () => {
  const booking = await book('2026-11-26T14:00')
  await ask('POST', `/api/bookings/${booking.id}/cancellation`, 'desk', { version: booking.version, reason: 'slip' })
  expect(await comes('2026-11-20T11:00:00Z')).toEqual([])
})

test('without an address the desk sees that nobody was told', async () => {
  await store.asAdmin('update people_patient set email = null where clinic_id = $1', [seeded.clinic])
  const booking = await book('2026-11-26T14:00')
  expect(await comes('2026-11-20T11:00:00Z')).toEqual([])
  const { messages } = await ask('GET', `/api/bookings/${booking.id}`, 'desk')
  expect(messages[0]).toMatchObject({ kind: 'confirmation', state: 'no-address' })
})
