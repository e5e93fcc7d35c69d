/** The diary: a day or a week of bookings, by clinician. On a phone it is a list. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { calendarDayOf, epochDayOf, readSupply, type Supply } from '@unknot/care/booking'
import type { CalendarDay } from '@unknot/care/kernel'
import { bookingRoutes, type BookingView, type SupplyView } from '@unknot/wire/booking'
import { CalendarDays, ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, EmptyState, Segment } from '../design/index.ts'
import { Answered, dayWords, PageHead, useRead, useToday } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { BookDialog } from './BookDialog.tsx'
import { BookingDialog } from './BookingDialog.tsx'
import { BOOKING_WORDS as W } from './booking.words.ts'
import { longDay } from './long-day.ts'
import { DiaryGrid } from './DiaryGrid.tsx'
import { DiaryList } from './DiaryList.tsx'
import { diaryDay, mondayOf, shownHours } from './diary-layout.ts'
import './booking.css'

/** Another desk may book meanwhile. */
const LOOK_EVERY_MS = 15_000

export function DiaryPage() {
  const { timeZone } = useMe().clinic
  const today = useToday(timeZone)
  const { on = today, view = 'day' } = useSearch({ from: '/framed/diary' })
  const navigate = useNavigate()
  const [open, setOpen] = useState<BookingView | null>(null)
  const [isBooking, setBooking] = useState(false)
  const isWeek = view === 'week'
  const first = isWeek ? mondayOf(on) : epochDayOf(on)
  const days = Array.from({ length: isWeek ? 7 : 1 }, (_, index) => calendarDayOf(first + index))
  const last = days.at(-1) ?? on
  const supply = useRead(bookingRoutes.readSupply, {})
  const diary = useRead(
    bookingRoutes.listBookings,
    { query: { from: days[0] ?? on, to: last } },
    { keepsLast: true, everyMs: LOOK_EVERY_MS },
  )
  const go = (day: CalendarDay, to = view) => void navigate({ to: '/diary', search: { on: day, view: to } })
  const step = isWeek ? 7 : 1
  const title = isWeek ? weekWords(days[0] ?? on, last) : longDay(on)
  // What was opened stays open, also when it moved to a day that isn't shown.
  const opened = open && (diary.data?.bookings.find(({ id }) => id === open.id) ?? open)
  return (
    <>
      <PageHead title={title}>
        <div className="diary-tools no-print">
          <button
            type="button"
            className="btn ico bare"
            aria-label={W.before(isWeek)}
            onClick={() => go(calendarDayOf(epochDayOf(on) - step))}
          >
            <ChevronLeft className="i" aria-hidden="true" />
          </button>
          <Button onClick={() => go(today)}>{W.today}</Button>
          <button
            type="button"
            className="btn ico bare"
            aria-label={W.after(isWeek)}
            onClick={() => go(calendarDayOf(epochDayOf(on) + step))}
          >
            <ChevronRight className="i" aria-hidden="true" />
          </button>
          <Segment
            label={W.view}
            isLabelHidden
            value={view}
            options={[
              { value: 'day', words: W.day },
              { value: 'week', words: W.week },
            ]}
            onValue={(to) => go(on, to)}
          />
          <Button tone="pri" onClick={() => setBooking(true)}>
            <Plus className="i" aria-hidden="true" />
            {W.book}
          </Button>
        </div>
      </PageHead>
      <Answered read={supply}>
        {(offered) =>
          isEmpty(offered) ? (
            <NothingOffered />
          ) : (
            <Answered read={diary}>
              {({ bookings }) => (
                <Days
                  supply={offered}
                  days={days}
                  bookings={bookings}
                  today={today}
                  onOpen={(id) => setOpen(bookings.find((one) => one.id === id) ?? null)}
                />
              )}
            </Answered>
          )
        }
      </Answered>
      {isBooking && supply.data ? (
        <BookDialog supply={supply.data} from={on < today ? today : on} onClose={() => setBooking(false)} />
      ) : null}
      {opened && supply.data ? (
        <BookingDialog
          booking={opened}
          supply={supply.data}
          onMoved={(moved) => {
            setOpen(moved)
            go(moved.wall.slice(0, 10) as CalendarDay)
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  )
}

type DaysProps = {
  readonly supply: SupplyView
  readonly days: readonly CalendarDay[]
  readonly bookings: readonly BookingView[]
  readonly today: CalendarDay
  readonly onOpen: (booking: string) => void
}

function Days({ supply, days, bookings, today, onOpen }: DaysProps) {
  const rules: Supply = useMemo(() => readSupply(supply), [supply])
  const hours = shownHours(rules, days, bookings)
  const shown = days.map((day) => diaryDay(rules, day, bookings, hours))
  const who = new Map(supply.clinicians.map(({ id, name }) => [id, name]))
  return (
    <>
      <DiaryGrid days={shown} hours={hours} who={who} today={today} zone={supply.zone} onOpen={onOpen} />
      <DiaryList days={shown} who={who} today={today} onOpen={onOpen} />
    </>
  )
}

function NothingOffered() {
  const isOwner = useMe().roles.includes('owner')
  const door = (
    <Link className="btn pri" to="/clinic/booking">
      {W.nothingLink}
    </Link>
  )
  return (
    <EmptyState Icon={CalendarDays} title={W.nothing} {...(isOwner ? { action: door } : {})}>
      {W.nothingHint}
    </EmptyState>
  )
}

function isEmpty({ services, clinicians }: SupplyView): boolean {
  return services.length === 0 || clinicians.length === 0
}

/** `23–29 Nov 2026` */
function weekWords(from: CalendarDay, to: CalendarDay): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  return isOneMonth ? `${Number(from.slice(8))}–${dayWords(to)}` : `${dayWords(from)} – ${dayWords(to)}`
}
