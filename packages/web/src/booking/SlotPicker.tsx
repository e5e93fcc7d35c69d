/** Free times of two weeks: the first in each part of each day, more on demand. */
import { calendarDayOf, dayPartOf, epochDayOf, wallMsOf } from '@unknot/care/booking'
import type { AccountId, CalendarDay, LocationId } from '@unknot/care/kernel'
import { bookingRoutes, type SlotView, type SupplyView } from '@unknot/wire/booking'
import { CalendarX } from 'lucide-react'
import { useState } from 'react'
import { Button, EmptyState, SelectField, Skeleton } from '../design/index.ts'
import { Answered, useRead } from '../kernel/index.ts'
import { BOOKING_WORDS as W } from './booking.words.ts'
import { longDay } from './long-day.ts'

export type ChosenSlot = {
  readonly wall: SlotView['wall']
  readonly location: LocationId
  readonly clinician: AccountId | 'anyone'
}

type Props = {
  readonly supply: SupplyView
  readonly service: SupplyView['services'][number]['id']
  readonly from: CalendarDay
  readonly busy: string | false
  readonly onSlot: (slot: ChosenSlot) => void
}

const DAYS = 14
const PARTS = ['morning', 'afternoon', 'evening'] as const

export function SlotPicker({ supply, service, from: firstDay, busy, onSlot }: Props) {
  const [clinician, setClinician] = useState<AccountId | 'anyone'>('anyone')
  const [from, setFrom] = useState(firstDay)
  const to = calendarDayOf(epochDayOf(from) + DAYS - 1)
  const read = useRead(bookingRoutes.listSlots, { query: { service, clinician, from, to } }, { keepsLast: true })
  return (
    <div className="slots">
      <SelectField label={W.clinician} value={clinician} onValue={(value) => setClinician(value as AccountId)}>
        <option value="anyone">{W.anyone}</option>
        {supply.clinicians.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="slot-steps">
        {from > firstDay ? (
          <Button tone="bare" onClick={() => setFrom(calendarDayOf(epochDayOf(from) - DAYS))}>
            {W.earlier}
          </Button>
        ) : null}
        <span className="grow" />
        <Button tone="bare" onClick={() => setFrom(calendarDayOf(epochDayOf(from) + DAYS))}>
          {W.later}
        </Button>
      </div>
      <Answered read={read} skeleton={<Skeleton rows={4} rowHeight={72} />}>
        {({ slots }) =>
          slots.length === 0 ? (
            <EmptyState Icon={CalendarX} title={W.noSlots}>
              {W.noSlotsHint}
            </EmptyState>
          ) : (
            <div aria-busy={busy !== false}>
              {[...byDay(slots)].map(([day, ofDay]) => (
                <SlotDay
                  key={day}
                  day={day}
                  slots={ofDay}
                  onSlot={(slot) => onSlot({ wall: slot.wall, location: slot.location, clinician })}
                />
              ))}
            </div>
          )
        }
      </Answered>
    </div>
  )
}

type DayProps = {
  readonly day: CalendarDay
  readonly slots: readonly SlotView[]
  readonly onSlot: (slot: SlotView) => void
}

function SlotDay({ day, slots, onSlot }: DayProps) {
  const [isOpen, setOpen] = useState(false)
  const parts = PARTS.map((part) => ({ part, ofPart: slots.filter((slot) => partOf(slot) === part) }))
  const shown = parts.map(({ part, ofPart }) => ({ part, ofPart: isOpen ? ofPart : ofPart.slice(0, 2) }))
  const hidden = slots.length - shown.reduce((sum, { ofPart }) => sum + ofPart.length, 0)
  return (
    <section className="slot-day" aria-label={longDay(day)}>
      <h3>{longDay(day)}</h3>
      {shown.map(({ part, ofPart }) =>
        ofPart.length === 0 ? null : (
          <div key={part} className="slot-part">
            <span className="q sm">{W.part[part]}</span>
            <span className="slot-times">
              {ofPart.map((slot) => (
                <button
                  key={slot.startAt + slot.location}
                  type="button"
                  className="btn"
                  aria-label={`${slot.wall.slice(11)}, ${longDay(day)}`}
                  onClick={() => onSlot(slot)}
                >
                  {slot.wall.slice(11)}
                </button>
              ))}
            </span>
          </div>
        ),
      )}
      {hidden > 0 ? (
        <Button tone="bare" onClick={() => setOpen(true)}>
          {W.allTimes(hidden)}
        </Button>
      ) : null}
    </section>
  )
}

function partOf(slot: SlotView): (typeof PARTS)[number] {
  return dayPartOf({ wallMs: wallMsOf(slot.wall) })
}

function byDay(slots: readonly SlotView[]): ReadonlyMap<CalendarDay, readonly SlotView[]> {
  const days = new Map<CalendarDay, SlotView[]>()
  for (const slot of slots) {
    const day = slot.wall.slice(0, 10) as CalendarDay
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return days
}
