/** The same bookings one under the other: on a phone, and on paper. */
import type { AccountId, CalendarDay } from '@unknot/care/kernel'
import { Tag, type Tone } from '../design/index.ts'
import type { BookingView } from '@unknot/wire/booking'
import { BOOKING_WORDS as W } from './booking.words.ts'
import type { DiaryDay } from './diary-layout.ts'

type Props = {
  readonly days: readonly DiaryDay[]
  readonly who: ReadonlyMap<AccountId, string>
  readonly today: CalendarDay
  readonly onOpen: (booking: string) => void
}

const TONES: Readonly<Partial<Record<BookingView['state'], Tone>>> = {
  held: 'warn',
  late: 'warn',
  arrived: 'pri',
  'in-treatment': 'pri',
  done: 'good',
  'no-show': 'dan',
}

export function DiaryList({ days, who, today, onOpen }: Props) {
  return (
    <div className="diary-list">
      {days.map(({ day, lanes }) => {
        const bookings = lanes
          .flatMap(({ placed }) => placed.map(({ booking }) => booking))
          .sort((a, b) => a.wall.localeCompare(b.wall))
        return (
          <section key={day}>
            {days.length > 1 ? (
              <h2 className="eyebrow list-title">
                {nameOf(day)} {day === today ? `· ${W.today.toLowerCase()}` : ''}
              </h2>
            ) : null}
            {bookings.length === 0 ? (
              <p className="q">{W.empty}</p>
            ) : (
              <ul className="rows">
                {bookings.map((booking) => (
                  <li key={booking.id}>
                    <button type="button" className="diary-line" onClick={() => onOpen(booking.id)}>
                      <span className="b">{booking.wall.slice(11)}</span>
                      <span className="grow">
                        <span className="b block">{booking.name ?? W.nobody}</span>
                        <span className="q sm">
                          {booking.serviceName} · {who.get(booking.clinician)}
                        </span>
                      </span>
                      <Tag tone={booking.overbookReason === null ? (TONES[booking.state] ?? 'q') : 'warn'}>
                        {booking.overbookReason === null ? W.state(booking.state) : W.overbooked}
                      </Tag>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

function nameOf(day: CalendarDay): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(',', '')
}
