/** What a booking's mail says, as it stands at the moment of sending. As little of health as possible: mail is read by others. */
import { calendarFile, type MessageKind, type WallTime, wallMsOf, wallTimeAt, zoneClock } from '@unknot/care/booking'
import { epochMsOf, type Instant } from '@unknot/care/kernel'
import type { MailDraft } from '../kernel/index.ts'
import type { NamedBooking } from './booking.store.ts'

export type MailFacts = {
  readonly booking: NamedBooking
  readonly kind: MessageKind
  readonly to: string
  readonly name: string
  readonly clinicName: string
  readonly location: { readonly name: string; readonly address: string; readonly phone: string | null }
  /** Whom calendars show as the organizer. */
  readonly from: string
}

const SUBJECTS: Readonly<Record<MessageKind, (clinic: string, when: string) => string>> = {
  confirmation: (clinic, when) => `Your booking at ${clinic}: ${when}`,
  moved: (clinic, when) => `Your booking at ${clinic} has moved: ${when}`,
  cancelled: (clinic, when) => `Your booking at ${clinic} on ${when} is cancelled`,
  'reminder-first': (clinic, when) => `Reminder: ${clinic}, ${when}`,
  'reminder-last': (clinic, when) => `Today: ${clinic}, ${when}`,
}

const OPENINGS: Readonly<Record<MessageKind, string>> = {
  confirmation: 'your booking is made.',
  moved: 'your booking has moved. This is the new time:',
  cancelled: 'your booking is cancelled. You need not come.',
  'reminder-first': 'this is to remind you of your booking.',
  'reminder-last': 'see you soon.',
}

export function bookingMail(facts: MailFacts): Omit<MailDraft, 'usefulUntil'> {
  const { booking, kind, to, name, clinicName, location } = facts
  const when = inWords(booking.wall)
  const place = [location.name, location.address].filter((part) => part !== '').join(', ')
  const call = location.phone === null ? 'Please call us' : `Please call ${location.phone}`
  const body = [
    `Hello ${name},`,
    '',
    OPENINGS[kind],
    '',
    `${when} (time in ${booking.zone})`,
    place,
    `With ${booking.clinicianName}`,
    '',
    kind === 'cancelled' ? `${call} if you would like another time.` : `${call} if you can’t come.`,
    '',
    clinicName,
    '',
  ].join('\n')
  const attachments = kind.startsWith('reminder') ? [] : [calendarOf(facts)]
  return { kind: `booking-${kind}`, to, subject: SUBJECTS[kind](clinicName, when), body, attachments }
}

function calendarOf({ booking, kind, to, name, clinicName, location, from }: MailFacts) {
  const clock = zoneClock(booking.zone, epochMsOf(booking.startAt), epochMsOf(booking.endAt))
  const method = kind === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const text = calendarFile({
    method,
    organizer: { name: clinicName, email: from },
    attendee: { name, email: to },
    entries: [
      {
        uid: `${booking.id}@unknot`,
        // A cancellation must outrank the last thing that was sent.
        sequence: kind === 'cancelled' ? booking.sequence + 1 : booking.sequence,
        startWall: booking.wall,
        endWall: wallTimeAt(clock, epochMsOf(booking.endAt)),
        zone: booking.zone,
        summary: clinicName,
        location: [location.name, location.address].filter((part) => part !== '').join(', '),
        description: '',
        cancelled: kind === 'cancelled',
        changedAt: booking.changedAt,
      },
    ],
    clocks: [clock],
  })
  const type = `text/calendar; method=${method}; charset=utf-8`
  return { name: 'booking.ics', type, bytes: Buffer.from(text) }
}

/** `Thursday, 26 November 2026 at 09:00` */
function inWords(wall: WallTime): string {
  const date = new Date(wallMsOf(wall))
  const parts = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return `${new Intl.DateTimeFormat('en-GB', parts).format(date)} at ${wall.slice(11)}`
}

/** After this the mail helps nobody. */
export function usefulUntil(booking: NamedBooking): Instant {
  return booking.startAt
}
