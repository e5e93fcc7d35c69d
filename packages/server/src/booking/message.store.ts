/** Messages of bookings in the database: due, and settled one way or another. */
import type { BookingId, DueMessage, MessageKind, SentMessage } from '@unknot/care/booking'
import { type ClinicId, type Instant, instantOf } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type MessageState = 'due' | 'sent' | 'no-address' | 'too-late'

export type StoredMessage = {
  readonly id: string
  readonly booking: BookingId
  readonly kind: MessageKind
  readonly sequence: number
  readonly dueAt: Instant
  readonly state: MessageState
  readonly settledAt: Instant | null
}

type Row = {
  id: string
  booking: BookingId
  kind: MessageKind
  sequence: number
  due_at: Date
  state: MessageState
  settled_at: Date | null
}

/** In the order in which they are due. */
export async function listMessages(
  queries: Queries,
  clinic: ClinicId,
  booking: BookingId,
): Promise<readonly StoredMessage[]> {
  const { rows } = await sql<Row>`
    select id, booking, kind, sequence, due_at, state, settled_at from booking_message
    where clinic_id = ${clinic} and booking = ${booking} order by due_at, id`.execute(queries)
  return rows.map(fromRow)
}

/** What was told of a booking so far. */
export async function listSent(
  queries: Queries,
  clinic: ClinicId,
  booking: BookingId,
): Promise<readonly SentMessage[]> {
  const { rows } = await sql<SentMessage>`
    select kind, sequence from booking_message
    where clinic_id = ${clinic} and booking = ${booking} and state = 'sent'`.execute(queries)
  return rows
}

/** These are due from now on, and nothing else. What was settled stays, and isn't due a second time. */
export async function replaceDue(
  tx: Queries,
  clinic: ClinicId,
  booking: BookingId,
  messages: readonly (DueMessage & { readonly id: string })[],
): Promise<void> {
  await sql`
    delete from booking_message where clinic_id = ${clinic} and booking = ${booking} and state = 'due'`.execute(tx)
  for (const { id, kind, sequence, dueMs } of messages) {
    await sql`
      insert into booking_message (clinic_id, id, booking, kind, sequence, due_at, state)
      values (${clinic}, ${id}, ${booking}, ${kind}, ${sequence}, ${instantOf(dueMs)}, 'due')
      on conflict (clinic_id, booking, kind, sequence) do nothing`.execute(tx)
  }
}

/** The one that has been due longest, held until the transaction ends: no other server takes it meanwhile. */
export async function lockDueMessage(tx: Queries, clinic: ClinicId, at: Instant): Promise<StoredMessage | null> {
  const { rows } = await sql<Row>`
    select id, booking, kind, sequence, due_at, state, settled_at from booking_message
    where clinic_id = ${clinic} and state = 'due' and due_at <= ${at}
    order by due_at, id limit 1 for update skip locked`.execute(tx)
  return rows[0] ? fromRow(rows[0]) : null
}

export async function settleMessage(
  tx: Queries,
  clinic: ClinicId,
  id: string,
  { state, at }: { readonly state: Exclude<MessageState, 'due'>; readonly at: Instant },
): Promise<void> {
  await sql`
    update booking_message set state = ${state}, settled_at = ${at} where clinic_id = ${clinic} and id = ${id}`.execute(
    tx,
  )
}

function fromRow(row: Row): StoredMessage {
  return {
    id: row.id,
    booking: row.booking,
    kind: row.kind,
    sequence: row.sequence,
    dueAt: instantOf(row.due_at.getTime()),
    state: row.state,
    settledAt: row.settled_at && instantOf(row.settled_at.getTime()),
  }
}
