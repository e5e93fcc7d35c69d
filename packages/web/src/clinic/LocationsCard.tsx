/** Where the clinic treats. */
import type { LocationId } from '@unknot/care/kernel'
import { clinicRoutes } from '@unknot/wire/clinic'
import { type FormEvent, useState } from 'react'
import { Button, Card, ProblemBanner, TextField } from '../design/index.ts'
import { Answered, fieldError, newId, problemOf, useRead, useWrite } from '../kernel/index.ts'
import { CLINIC_WORDS as W } from './clinic.words.ts'

export function LocationsCard({ mayAdd }: { readonly mayAdd: boolean }) {
  const read = useRead(clinicRoutes.listLocations, {})
  const [isAdding, setAdding] = useState(false)
  return (
    <Card title={W.locations}>
      <Answered read={read}>
        {({ locations }) =>
          locations.length === 0 ? (
            <p className="q">{W.noLocation}</p>
          ) : (
            <ul className="lines">
              {locations.map((location) => (
                <li key={location.id}>
                  <span className="grow">
                    <span className="b">{location.name}</span>
                    <span className="q sm block">{[location.address, location.phone].filter(Boolean).join(' · ')}</span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {isAdding ? <AddLocation onDone={() => setAdding(false)} /> : null}
      {mayAdd && !isAdding ? (
        <p className="card-foot">
          <Button onClick={() => setAdding(true)}>{W.addLocation}</Button>
        </p>
      ) : null}
    </Card>
  )
}

function AddLocation({ onDone }: { readonly onDone: () => void }) {
  const [id] = useState(() => newId<LocationId>())
  const [form, setForm] = useState({ name: '', address: '', phone: '' })
  const write = useWrite(clinicRoutes.addLocation, [clinicRoutes.listLocations])
  const problem = write.error ? problemOf(write.error) : null
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (write.isPending) return
    const phone = form.phone.trim() === '' ? null : form.phone
    write.mutate({ body: { id, name: form.name, address: form.address, phone } }, { onSuccess: onDone })
  }
  return (
    <form className="card-form card-foot" onSubmit={add} noValidate>
      <TextField
        label={W.locationName}
        isFirst
        value={form.name}
        onValue={(name) => setForm({ ...form, name })}
        error={fieldError(problem, '/name')}
      />
      <TextField
        label={W.address}
        isOptional
        value={form.address}
        onValue={(address) => setForm({ ...form, address })}
        error={fieldError(problem, '/address')}
      />
      <TextField
        label={W.phone}
        isOptional
        type="tel"
        value={form.phone}
        onValue={(phone) => setForm({ ...form, phone })}
        error={fieldError(problem, '/phone')}
      />
      {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
      <div className="form-acts">
        <Button type="submit" tone="pri" busy={write.isPending && W.saving}>
          {W.save}
        </Button>
        <Button tone="bare" onClick={onDone}>
          {W.cancel}
        </Button>
      </div>
    </form>
  )
}
