/** A time that isn't free, on purpose: whom, when, and why. */
import { parseWallTime, type WallTime } from '@unknot/care/booking'
import type { AccountId, CalendarDay, LocationId } from '@unknot/care/kernel'
import type { SupplyView } from '@unknot/wire/booking'
import { useState } from 'react'
import { Button, Disclosure, SelectField, TextField } from '../design/index.ts'
import { BOOKING_WORDS as W } from './booking.words.ts'

export type OverbookSlot = {
  readonly wall: WallTime
  readonly location: LocationId
  readonly clinician: AccountId
  readonly overbookReason: string
}

type Props = {
  readonly supply: SupplyView
  readonly from: CalendarDay
  readonly busy: boolean
  readonly onOverbook: (slot: OverbookSlot) => void
}

export function OverbookForm({ supply, from, busy, onOverbook }: Props) {
  const [draft, setDraft] = useState({ clinician: '', on: from as string, time: '', reason: '' })
  const wall = parseWallTime(`${draft.on}T${draft.time}`)
  const clinician = supply.clinicians.find(({ id }) => id === draft.clinician)
  const location = supply.locations[0]
  const reason = draft.reason.trim()
  const slot =
    wall.ok && clinician && location && reason !== ''
      ? { wall: wall.value, clinician: clinician.id, location: location.id, overbookReason: reason }
      : null
  return (
    <Disclosure words={W.overbook}>
      <p className="hint">{W.overbookHint}</p>
      <div className="overbook">
        <SelectField
          label={W.clinician}
          value={draft.clinician}
          onValue={(to) => setDraft({ ...draft, clinician: to })}
        >
          <option value="">{W.choose}</option>
          {supply.clinicians.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField label={W.date} type="date" value={draft.on} onValue={(on) => setDraft({ ...draft, on })} />
        <TextField label={W.time} type="time" value={draft.time} onValue={(time) => setDraft({ ...draft, time })} />
        <TextField
          label={W.reason}
          maxLength={500}
          value={draft.reason}
          onValue={(to) => setDraft({ ...draft, reason: to })}
        />
      </div>
      <Button
        unavailable={slot ? null : W.needOverbook}
        busy={busy && W.saving}
        onClick={() => slot && onOverbook(slot)}
      >
        {W.overbookIt}
      </Button>
    </Disclosure>
  )
}
