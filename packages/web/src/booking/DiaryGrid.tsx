/** The grid: days, in each a lane for each clinician, bookings where their time is. */
import type { AccountId, CalendarDay } from '@unknot/care/kernel'
import type { BookingView } from '@unknot/wire/booking'
import type { CSSProperties, ReactNode } from 'react'
import { BOOKING_WORDS as W } from './booking.words.ts'
import { bookingRest, initialsOf } from './booking-label.ts'
import { type DiaryDay, type Hours, hourWords, type Lane, lengthMinOf, type Placed, wallNow } from './diary-layout.ts'
import { useMinute } from './use-minute.ts'

type Props = {
  readonly days: readonly DiaryDay[]
  readonly hours: Hours
  readonly who: ReadonlyMap<AccountId, string>
  readonly today: CalendarDay
  readonly zone: string
  readonly onOpen: (booking: string) => void
}

export function DiaryGrid({ days, hours, who, today, zone, onOpen }: Props) {
  const marks = Array.from({ length: (hours.toMin - hours.fromMin) / 60 }, (_, index) => hours.fromMin + index * 60)
  const style = { '--hours': marks.length, '--days': days.length } as CSSProperties
  return (
    <div className="diary" style={style}>
      <div className="diary-hours" aria-hidden="true">
        {marks.map((minute) => (
          <span key={minute}>{hourWords(minute)}</span>
        ))}
      </div>
      {days.map((day) => (
        <section key={day.day} className="diary-day" aria-label={dayName(day.day)}>
          <h2>
            <b>{weekday(day.day)}</b> {Number(day.day.slice(8))}{' '}
            {day.day === today ? <span>{W.today.toLowerCase()}</span> : null}
          </h2>
          <div className="diary-lanes">
            {day.lanes.map((lane, index) => (
              <DiaryLane
                key={lane.clinician}
                lane={lane}
                name={who.get(lane.clinician) ?? ''}
                tint={index % 4}
                onOpen={onOpen}
              >
                {day.day === today ? <NowLine hours={hours} zone={zone} /> : null}
              </DiaryLane>
            ))}
          </div>
        </section>
      ))}
      <p className="diary-key">
        <span className="key-booked">{W.key.booked}</span>
        <span className="key-held">{W.key.held}</span>
        <span className="key-over">{W.key.over}</span>
        <span className="key-off">{W.key.off}</span>
        <span className="grow" />
        <span>{zone}</span>
      </p>
    </div>
  )
}

type LaneProps = {
  readonly lane: Lane
  readonly name: string
  readonly tint: number
  readonly onOpen: Props['onOpen']
  readonly children: ReactNode
}

function DiaryLane({ lane, name, tint, onOpen, children }: LaneProps) {
  return (
    <div className={`diary-lane tint${tint}`}>
      <h3 title={name}>
        <span aria-hidden="true">{initialsOf(name)}</span>
        <span className="vh">{name}</span>
      </h3>
      {lane.off.map(({ top, height }) => (
        <div key={top} className="diary-off" style={{ top: percent(top), height: percent(height) }} />
      ))}
      {lane.placed.map((placed) => (
        <DiaryBooking key={placed.booking.id} placed={placed} onOpen={onOpen} />
      ))}
      {children}
    </div>
  )
}

function DiaryBooking({ placed, onOpen }: { readonly placed: Placed; readonly onOpen: Props['onOpen'] }) {
  const { booking, top, height, column, columns } = placed
  const style = {
    top: percent(top),
    height: percent(height),
    left: percent(column / columns),
    width: percent(1 / columns),
  }
  return (
    <button type="button" className={classOf(booking)} style={style} onClick={() => onOpen(booking.id)}>
      <b>{booking.name ?? W.nobody}</b>
      <span>
        {booking.wall.slice(11)} {booking.state === 'booked' ? booking.serviceName : W.state(booking.state)}
      </span>
      <span className="vh">{bookingRest(booking)}</span>
    </button>
  )
}

function NowLine({ hours, zone }: { readonly hours: Hours; readonly zone: string }) {
  const { minute } = wallNow(zone, useMinute())
  const at = (minute - hours.fromMin) / (hours.toMin - hours.fromMin)
  return at < 0 || at > 1 ? null : <div className="diary-now" style={{ top: percent(at) }} aria-hidden="true" />
}

function classOf(booking: BookingView): string {
  const isShort = lengthMinOf(booking) <= SHORT_MIN
  const marks = [isShort ? 'is-short' : '', booking.overbookReason === null ? '' : 'is-over']
  return ['diary-booking', `is-${booking.state}`, ...marks].filter(Boolean).join(' ')
}

/** Up to so long there is room for one line. */
const SHORT_MIN = 30

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}

function weekday(day: CalendarDay): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' }).format(new Date(`${day}T12:00:00Z`))
}

function dayName(day: CalendarDay): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T12:00:00Z`),
  )
}
