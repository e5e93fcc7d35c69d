/** One booking: what it is, what became of it, and what can be done with it. */
import { Link } from '@tanstack/react-router'
import { type CalendarDay, epochMsOf } from '@unknot/care/kernel'
import { checkNextState } from '@unknot/care/booking'
import { bookingRoutes, type BookingView, type SupplyView } from '@unknot/wire/booking'
import { useState } from 'react'
import { Button, Dialog, ProblemBanner, Segment, TextField } from '../design/index.ts'
import { problemOf, useRead, useToday, useWrite, whenWords } from '../kernel/index.ts'
import { useMay } from '../people/index.ts'
import { BOOKING_WORDS as W } from './booking.words.ts'
import { longDay } from './long-day.ts'
import { lengthMinOf } from './diary-layout.ts'
import { SlotPicker } from './SlotPicker.tsx'

type Props = {
  readonly booking: BookingView
  readonly supply: SupplyView
  /** As it now stands, so that the diary can show its day. */
  readonly onMoved: (moved: BookingView) => void
  readonly onClose: () => void
}

const SETTABLE = ['booked', 'late', 'arrived', 'in-treatment', 'done', 'no-show'] as const
const CHANGES = [bookingRoutes.listBookings, bookingRoutes.listSlots, bookingRoutes.readBooking]

export function BookingDialog({ booking, supply, onMoved, onClose }: Props) {
  const [doing, setDoing] = useState<'look' | 'move' | 'cancel'>('look')
  const look = () => setDoing('look')
  if (doing === 'move') return <Move booking={booking} supply={supply} onMoved={onMoved} onClose={look} />
  if (doing === 'cancel') return <Cancel booking={booking} onKeep={() => setDoing('look')} onClose={onClose} />
  return (
    <Look booking={booking} onMove={() => setDoing('move')} onCancel={() => setDoing('cancel')} onClose={onClose} />
  )
}

type LookProps = {
  readonly booking: BookingView
  readonly onMove: () => void
  readonly onCancel: () => void
  readonly onClose: () => void
}

function Look({ booking, onMove, onCancel, onClose }: LookProps) {
  const set = useWrite(bookingRoutes.setBookingState, CHANGES)
  const problem = set.error ? problemOf(set.error) : null
  const next = nextStates(booking)
  const canMove = booking.state === 'booked' || booking.state === 'late'
  return (
    <Dialog
      title={booking.name ?? W.nobody}
      onClose={onClose}
      isWide
      actions={
        <>
          {next.includes('cancelled') ? (
            <Button tone="bare" onClick={onCancel}>
              {W.cancelIt}
            </Button>
          ) : null}
          {canMove ? <Button onClick={onMove}>{W.move}</Button> : null}
          <Button tone="pri" onClick={onClose} data-first="">
            {W.close}
          </Button>
        </>
      }
    >
      <div className="form">
        {problem ? <ProblemBanner problem={problem} /> : null}
        <Facts booking={booking} />
        {booking.state === 'held' ||
        SETTABLE.every((state) => state === booking.state || !next.includes(state)) ? null : (
          <Segment
            label={W.setState}
            value={SETTABLE.find((state) => state === booking.state) ?? null}
            options={SETTABLE.filter((state) => state === booking.state || next.includes(state)).map((value) => ({
              value,
              words: W.state(value),
            }))}
            onValue={(state) =>
              set.mutate({ params: { booking: booking.id }, body: { version: booking.version, state } })
            }
          />
        )}
        <Messages booking={booking} />
        <ToPatient booking={booking} />
      </div>
    </Dialog>
  )
}

function Facts({ booking }: { readonly booking: BookingView }) {
  const place = [booking.roomName, booking.locationName].filter(Boolean).join(', ')
  const rows: readonly (readonly [string, string | null])[] = [
    [W.when, `${longDay(dayOf(booking))}, ${booking.wall.slice(11)}, ${W.minutes(lengthMinOf(booking))}`],
    [W.service, booking.serviceName],
    [W.with, booking.clinicianName],
    [W.where, place],
    [W.note, booking.note === '' ? null : booking.note],
    [W.why, booking.overbookReason],
    [W.cancelledWhy, booking.cancelReason],
  ]
  return (
    <dl className="facts">
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Messages({ booking }: { readonly booking: BookingView }) {
  const read = useRead(bookingRoutes.readBooking, { params: { booking: booking.id } })
  const messages = read.data?.messages ?? []
  if (messages.length === 0) return null
  return (
    <section aria-label={W.messages}>
      <h3>{W.messages}</h3>
      <ul className="plain-list">
        {messages.map(({ kind, dueAt, state, settledAt }) => (
          <li key={`${kind}${dueAt}`}>
            {W.message(kind)}:{' '}
            <span className="q">
              {W.messageState(state)}, {whenWords(settledAt ?? dueAt, booking.zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ToPatient({ booking: { patient } }: { readonly booking: BookingView }) {
  const maySee = useMay('record-read')
  if (patient === null) return null
  const to = maySee ? '/patients/$patient' : '/patients/$patient/details'
  return (
    <p>
      <Link className="btn" to={to} params={{ patient }}>
        {maySee ? W.chart : W.details}
      </Link>
    </p>
  )
}

function Move({ booking, supply, onMoved, onClose }: Props) {
  const move = useWrite(bookingRoutes.moveBooking, CHANGES)
  const today = useToday(booking.zone)
  const problem = move.error ? problemOf(move.error) : null
  const done = (moved: BookingView) => {
    onClose()
    onMoved(moved)
  }
  return (
    <Dialog
      title={W.moveTitle}
      onClose={onClose}
      isWide
      actions={
        <Button tone="bare" onClick={onClose}>
          {W.keep}
        </Button>
      }
    >
      <div className="form">
        {problem ? <ProblemBanner problem={problem} /> : null}
        <p className="hint">{W.moved}</p>
        <SlotPicker
          supply={supply}
          service={booking.service}
          from={today}
          busy={move.isPending && W.saving}
          onSlot={(slot) =>
            move.mutate(
              { params: { booking: booking.id }, body: { version: booking.version, ...slot } },
              { onSuccess: (moved) => done(moved) },
            )
          }
        />
      </div>
    </Dialog>
  )
}

function Cancel({
  booking,
  onKeep,
  onClose,
}: {
  readonly booking: BookingView
  readonly onKeep: () => void
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const cancel = useWrite(bookingRoutes.cancelBooking, CHANGES)
  const problem = cancel.error ? problemOf(cancel.error) : null
  const isHold = booking.state === 'held'
  return (
    <Dialog
      title={W.cancelTitle}
      onClose={onKeep}
      actions={
        <>
          <Button onClick={onKeep}>{W.keep}</Button>
          <Button
            tone="dan"
            unavailable={isHold || reason.trim() !== '' ? null : W.needReason}
            busy={cancel.isPending && W.saving}
            onClick={() =>
              cancel.mutate(
                { params: { booking: booking.id }, body: { version: booking.version, reason } },
                { onSuccess: onClose },
              )
            }
          >
            {W.cancelIt}
          </Button>
        </>
      }
    >
      <div className="form">
        {problem ? <ProblemBanner problem={problem} /> : null}
        <p>{W.cancelHint}</p>
        <TextField label={W.reason} hint={W.reasonHint} isFirst maxLength={500} value={reason} onValue={setReason} />
      </div>
    </Dialog>
  )
}

function nextStates(booking: BookingView) {
  const standing = {
    state: booking.state,
    startMs: epochMsOf(booking.startAt),
    heldUntilMs: booking.heldUntil === null ? null : epochMsOf(booking.heldUntil),
  }
  return [...SETTABLE, 'cancelled' as const].filter((to) => checkNextState(standing, to, Date.now()).ok)
}

function dayOf({ wall }: BookingView) {
  return wall.slice(0, 10) as CalendarDay
}
