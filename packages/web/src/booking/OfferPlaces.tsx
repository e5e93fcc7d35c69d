/** Rooms and tables, and the days on which the clinic is closed. */
import type { RoomId } from '@unknot/care/booking'
import { parseDay } from '@unknot/care/kernel'
import { bookingRoutes, type SupplyView } from '@unknot/wire/booking'
import { type FormEvent, useState } from 'react'
import { Button, Card, ProblemBanner, TextField } from '../design/index.ts'
import { dayWords, fieldError, newId, problemOf, useWrite } from '../kernel/index.ts'
import { OFFER_WORDS as W } from './offer.words.ts'

type Props = { readonly supply: SupplyView; readonly mayChange: boolean }

export function OfferRooms({ supply, mayChange }: Props) {
  return (
    <Card title={W.rooms}>
      {supply.rooms.length === 0 ? <p className="q">{W.noRoom}</p> : null}
      <ul className="lines">
        {supply.rooms.map(({ id, name, active }) => (
          <li key={id}>
            <span className="grow b">{name}</span>
            {active ? null : <span className="q sm">{W.off}</span>}
          </li>
        ))}
      </ul>
      {mayChange ? <AddRoom supply={supply} /> : null}
    </Card>
  )
}

function AddRoom({ supply }: { readonly supply: SupplyView }) {
  const [name, setName] = useState('')
  const write = useWrite(bookingRoutes.putRoom, [bookingRoutes.readSupply, bookingRoutes.listSlots])
  const problem = write.error ? problemOf(write.error) : null
  const location = supply.locations[0]
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!location || write.isPending) return
    const body = { id: newId<RoomId>(), location: location.id, name, active: true }
    write.mutate({ body }, { onSuccess: () => setName('') })
  }
  return (
    <form className="card-form card-foot" onSubmit={add} noValidate>
      {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
      <TextField label={W.room} value={name} onValue={setName} error={fieldError(problem, '/name')} />
      <div className="form-acts">
        <Button type="submit" busy={write.isPending && W.saving}>
          {W.addRoom}
        </Button>
      </div>
    </form>
  )
}

export function OfferClosures({ supply, mayChange }: Props) {
  const drop = useWrite(bookingRoutes.dropClosure, [bookingRoutes.readSupply, bookingRoutes.listSlots])
  return (
    <Card title={W.closures}>
      {supply.closures.length === 0 ? <p className="q">{W.noClosure}</p> : null}
      <ul className="lines">
        {supply.closures.map(({ id, name, fromOn, toOn }) => (
          <li key={id}>
            <span className="grow">
              <span className="b">{name}</span>
              <span className="q sm block">
                {fromOn === toOn ? dayWords(fromOn) : `${dayWords(fromOn)} – ${dayWords(toOn)}`}
              </span>
            </span>
            {mayChange ? (
              <Button
                tone="bare"
                aria-label={`${W.open}: ${name}`}
                onClick={() => drop.mutate({ params: { closure: id } })}
              >
                {W.open}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? <AddClosure /> : null}
    </Card>
  )
}

function AddClosure() {
  const [draft, setDraft] = useState({ first: '', last: '', name: '' })
  const write = useWrite(bookingRoutes.putClosure, [bookingRoutes.readSupply, bookingRoutes.listSlots])
  const problem = write.error ? problemOf(write.error) : null
  const [first, last] = [parseDay(draft.first), parseDay(draft.last === '' ? draft.first : draft.last)]
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!first.ok || !last.ok || write.isPending) return
    const body = { id: newId<never>(), location: null, fromOn: first.value, toOn: last.value, name: draft.name }
    write.mutate({ body }, { onSuccess: () => setDraft({ first: '', last: '', name: '' }) })
  }
  return (
    <form className="card-form card-foot" onSubmit={add} noValidate>
      {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
      <TextField
        label={W.first}
        type="date"
        value={draft.first}
        onValue={(to) => setDraft({ ...draft, first: to })}
        error={fieldError(problem, '/fromOn')}
      />
      <TextField
        label={W.last}
        isOptional
        type="date"
        value={draft.last}
        onValue={(to) => setDraft({ ...draft, last: to })}
        error={fieldError(problem, '/toOn')}
      />
      <TextField
        label={W.why}
        value={draft.name}
        onValue={(name) => setDraft({ ...draft, name })}
        error={fieldError(problem, '/name')}
      />
      <div className="form-acts">
        <Button type="submit" busy={write.isPending && W.saving}>
          {W.close}
        </Button>
      </div>
    </form>
  )
}
