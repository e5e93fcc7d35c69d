/**
 * Planning and sending a booking's messages.
 *
 * They are planned in the transaction of each change, and sent by a clerk that looks from time to time: the message is settled
 * and its mail queued in one transaction, so that there is exactly one of each, whatever dies in between.
 */
import { type BookingId, messagesFor, USUAL_MESSAGES, zoneClock } from '@unknot/care/booking'
import { type ClinicId, epochMsOf, type Instant, must } from '@unknot/care/kernel'
import { findClinic } from '../clinic/index.ts'
import { type Database, listClinics, type MailSource, type Queries, queueMail } from '../kernel/index.ts'
import { findPatient } from '../people/index.ts'
import { bookingMail, usefulUntil } from './booking-mail.ts'
import { findBooking, type NamedBooking, standingOf } from './booking.store.ts'
import { listSent, lockDueMessage, replaceDue, settleMessage, type StoredMessage } from './message.store.ts'
import { findLocation } from './supply.store.ts'

/** Says anew what is to be told of a booking, after it changed. */
export async function planMessages(
  tx: Queries,
  {
    clinic,
    at,
    newId,
  }: { readonly clinic: ClinicId; readonly at: Instant; readonly newId: <Id extends string>() => Id },
  booking: NamedBooking,
): Promise<void> {
  const nowMs = epochMsOf(at)
  const { startMs } = standingOf(booking)
  const clock = zoneClock(booking.zone, nowMs, startMs)
  const sent = await listSent(tx, clinic, booking.id)
  const due = messagesFor({ ...booking, startMs }, sent, { rules: USUAL_MESSAGES, clock, nowMs })
  await replaceDue(
    tx,
    clinic,
    booking.id,
    due.map((message) => ({ ...message, id: newId<BookingId>() })),
  )
}

export type ClerkNeeds = Omit<MailSource, 'clinic' | 'at'> & {
  readonly db: Database
  readonly now: () => Instant
  /** Whom calendars show as the organizer. */
  readonly from: string
}

/** Queues the mail of every message that is due. Says how many messages were settled. */
export async function sendDueMessages(needs: ClerkNeeds, isStopped: () => boolean = () => false): Promise<number> {
  let settled = 0
  for (const { id } of await listClinics(needs.db)) {
    while (!isStopped() && (await sendOne(needs, id))) settled += 1
  }
  return settled
}

async function sendOne(needs: ClerkNeeds, clinic: ClinicId): Promise<boolean> {
  return needs.db.inClinic(clinic, async (tx) => {
    const at = needs.now()
    const message = await lockDueMessage(tx, clinic, at)
    if (!message) return false
    const state = await queue(tx, needs, { clinic, at, message })
    await settleMessage(tx, clinic, message.id, { state, at })
    return true
  })
}

type Sending = { readonly clinic: ClinicId; readonly at: Instant; readonly message: StoredMessage }

async function queue(
  tx: Queries,
  needs: ClerkNeeds,
  { clinic, at, message }: Sending,
): Promise<'sent' | 'no-address' | 'too-late'> {
  const booking = must(await findBooking(tx, clinic, message.booking), 'a message has its booking')
  if (booking.startAt <= at) return 'too-late'
  const who = await recipientOf(tx, clinic, booking)
  if (!who) return 'no-address'
  const { name: clinicName } = must(await findClinic(tx, clinic), 'a clinic that has bookings')
  const location = must(await findLocation(tx, clinic, booking.location), 'a booking has its location')
  const { kind } = message
  const mail = bookingMail({ booking, kind, to: who.email, name: who.name, clinicName, location, from: needs.from })
  await queueMail(tx, { ...needs, clinic, at }, { ...mail, usefulUntil: usefulUntil(booking) })
  return 'sent'
}

async function recipientOf(tx: Queries, clinic: ClinicId, { patient, contact }: NamedBooking) {
  if (patient === null) return contact
  const found = await findPatient(tx, clinic, patient)
  return found?.email ? { name: found.name, email: found.email } : null
}
