/** Changing the clinic's details. What somebody else set meanwhile is shown before anything is overwritten. */
import { clinicRoutes, type ClinicView } from '@unknot/wire/clinic'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Card, ProblemBanner, TextField } from '../design/index.ts'
import { call, fieldError, problemOf, useWrite } from '../kernel/index.ts'
import { askWhoAgain } from '../people/index.ts'
import { CLINIC_WORDS as W } from './clinic.words.ts'
import { type PlaceForm, PlaceFields, type Places } from './PlaceFields.tsx'

type Props = { readonly clinic: ClinicView; readonly places: Places; readonly onDone: () => void }

export function ChangeClinic({ clinic, places, onDone }: Props) {
  const [base, setBase] = useState(clinic)
  const [name, setName] = useState(clinic.name)
  const [place, setPlace] = useState<PlaceForm>(() => ({
    country: clinic.country,
    timeZone: clinic.timeZone,
    emergencyNumber: clinic.emergencyNumber,
    jurisdiction: clinic.jurisdiction,
  }))
  const [theirs, setTheirs] = useState<ClinicView | null>(null)
  const write = useWrite(clinicRoutes.changeClinic, [clinicRoutes.readClinic])
  const problem = write.error ? problemOf(write.error) : null
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (write.isPending) return
    const { jurisdiction, ...rest } = place
    write.mutate(
      {
        body: {
          version: base.version,
          name,
          ...rest,
          // Sent only when chosen anew: it takes over that entry's rules.
          ...(jurisdiction === base.jurisdiction ? {} : { jurisdiction }),
        },
      },
      {
        onSuccess: () => {
          void askWhoAgain()
          onDone()
        },
        onError: async (error) => {
          if (problemOf(error).code !== 'clinic-changed-meanwhile') return
          const now = await call(clinicRoutes.readClinic)
          setTheirs(now)
          setBase(now)
        },
      },
    )
  }
  return (
    <Card title={W.details}>
      <form className="form" onSubmit={save} noValidate>
        {theirs ? (
          <Banner tone="warn" isUrgent>
            <b>{W.stale}</b> {theirs.name} · {theirs.country} · {theirs.timeZone} · {theirs.emergencyNumber} ·{' '}
            {theirs.jurisdictionName}
          </Banner>
        ) : (
          <ProblemBanner problem={problem} />
        )}
        <TextField label={W.name} value={name} onValue={setName} error={fieldError(problem, '/name')} isFirst />
        <PlaceFields places={places} form={place} onForm={setPlace} problem={problem} prefix="" />
        <div className="form-acts">
          <Button type="submit" tone="pri" busy={write.isPending && W.saving}>
            {W.save}
          </Button>
          <Button tone="bare" onClick={onDone}>
            {W.cancel}
          </Button>
        </div>
      </form>
    </Card>
  )
}
