/** Who works when: a week's table for each clinician. */
import type { LocationId } from '@unknot/care/kernel'
import { bookingRoutes, type SupplyView } from '@unknot/wire/booking'
import { accountRoutes, type StaffMember } from '@unknot/wire/people'
import { type FormEvent, useId, useState } from 'react'
import { Button, Card, Dialog, ProblemBanner, SelectField, TextField } from '../design/index.ts'
import { Answered, problemOf, useRead, useToday, useWrite } from '../kernel/index.ts'
import { OFFER_WORDS as W } from './offer.words.ts'
import { NO_HOURS, readWeek, type TimeRange, type WeekHours, writeWeek } from './weekly-hours.ts'

export function OfferHours({ supply }: { readonly supply: SupplyView }) {
  const read = useRead(accountRoutes.listStaff, {})
  const [open, setOpen] = useState<StaffMember | null>(null)
  return (
    <Card title={W.hours}>
      <Answered read={read}>
        {({ staff }) => {
          const clinicians = staff.filter(({ roles, active }) => active && roles.includes('clinician'))
          return clinicians.length === 0 ? (
            <p className="q">{W.noClinicians}</p>
          ) : (
            <ul className="lines">
              {clinicians.map((person) => (
                <li key={person.id}>
                  <span className="grow">
                    <span className="b">{person.name}</span>
                    <span className="q sm block">{summaryOf(supply, person)}</span>
                  </span>
                  <Button
                    tone="bare"
                    aria-label={`${W.change}: ${W.hoursOf(person.name)}`}
                    onClick={() => setOpen(person)}
                  >
                    {W.change}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }}
      </Answered>
      {open ? <HoursForm supply={supply} person={open} onClose={() => setOpen(null)} /> : null}
    </Card>
  )
}

function summaryOf({ clinicians }: SupplyView, { id }: StaffMember): string {
  const found = clinicians.find((clinician) => clinician.id === id)
  if (!found) return W.notBookable
  const read = readWeek(found.hours)
  return read ? W.weekly(read.week.filter((ranges) => ranges.some(({ from }) => from !== '')).length) : W.otherRules
}

type FormProps = { readonly supply: SupplyView; readonly person: StaffMember; readonly onClose: () => void }

function HoursForm({ supply, person, onClose }: FormProps) {
  const form = useId()
  const found = supply.clinicians.find(({ id }) => id === person.id)
  const read = readWeek(found?.hours ?? [])
  const [week, setWeek] = useState<WeekHours>(read?.week ?? NO_HOURS)
  const [location, setLocation] = useState<LocationId | null>(read?.location ?? supply.locations[0]?.id ?? null)
  const [atOnce, setAtOnce] = useState(String(found?.patientsAtOnceMax ?? 1))
  const today = useToday(supply.zone)
  const write = useWrite(bookingRoutes.putClinician, [bookingRoutes.readSupply, bookingRoutes.listSlots])
  const problem = write.error ? problemOf(write.error) : null
  const hours = location === null ? null : writeWeek(week, location, today)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (hours === null || write.isPending) return
    const body = {
      trainedIn: [...(found?.trainedIn ?? [])],
      patientsAtOnceMax: Number(atOnce),
      bookingsADayMax: found?.bookingsADayMax ?? null,
      hours: [...hours],
    }
    write.mutate({ params: { account: person.id }, body }, { onSuccess: onClose })
  }
  if (read === null) {
    return (
      <Dialog title={W.hoursOf(person.name)} onClose={onClose} actions={<Button onClick={onClose}>{W.cancel}</Button>}>
        <p>{W.otherRules}</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={W.hoursOf(person.name)}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button tone="bare" onClick={onClose}>
            {W.cancel}
          </Button>
          <Button
            type="submit"
            form={form}
            tone="pri"
            unavailable={hours === null ? W.badTimes : null}
            busy={write.isPending && W.saving}
          >
            {W.save}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={save} noValidate>
        {problem ? <ProblemBanner problem={problem} /> : null}
        <SelectField label={W.place} value={location ?? ''} onValue={(value) => setLocation(value as LocationId)}>
          {supply.locations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <div className="week-hours">
          {week.map((ranges, day) => (
            <DayRow
              key={W.days[day]}
              name={W.days[day] ?? ''}
              ranges={ranges}
              onRanges={(next) => setWeek(week.map((old, at) => (at === day ? next : old)))}
            />
          ))}
        </div>
        <TextField
          label={W.atOnce}
          hint={W.atOnceHint}
          type="number"
          min={1}
          max={6}
          value={atOnce}
          onValue={setAtOnce}
        />
      </form>
    </Dialog>
  )
}

type DayProps = {
  readonly name: string
  readonly ranges: readonly TimeRange[]
  readonly onRanges: (ranges: readonly TimeRange[]) => void
}

function DayRow({ name, ranges, onRanges }: DayProps) {
  return (
    <fieldset className="day-hours">
      <legend>{name}</legend>
      {ranges.map((range, index) => {
        const which = index === 0 ? W.morning : W.afternoon
        const change = (next: Partial<TimeRange>) =>
          onRanges(ranges.map((old, at) => (at === index ? { ...old, ...next } : old)))
        return (
          <span key={which} className="time-range">
            <input
              className="in"
              type="time"
              aria-label={`${name}, ${which} ${W.from}`}
              value={range.from}
              onChange={(event) => change({ from: event.target.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              className="in"
              type="time"
              aria-label={`${name}, ${which} ${W.to}`}
              value={range.to}
              onChange={(event) => change({ to: event.target.value })}
            />
          </span>
        )
      })}
    </fieldset>
  )
}
