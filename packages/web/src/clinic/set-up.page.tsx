/** A clinic and its owner, in one form. What a device and a country tell is filled in; what isn't known is asked. */
import { Link, useNavigate } from '@tanstack/react-router'
import { checkPassword } from '@unknot/care/people'
import { clinicRoutes } from '@unknot/wire/clinic'
import { type FormEvent, useState } from 'react'
import { Button, Card, Choice, Logo, PasswordField, ProblemBanner, TextField } from '../design/index.ts'
import {
  Answered,
  deviceZone,
  fieldError,
  PageTitle,
  problemOf,
  queryClient,
  useRead,
  useWrite,
} from '../kernel/index.ts'
import { nowSignedIn, passwordWords } from '../people/index.ts'
import { SET_UP_WORDS as W } from './clinic.words.ts'
import { deviceCountry, PlaceFields, placeOf, type Places } from './PlaceFields.tsx'

export function SetUpPage() {
  const read = useRead(clinicRoutes.jurisdictions, {})
  return (
    <main className="solo set-up" id="page">
      <PageTitle title={W.title} />
      <Link to="/welcome" className="plain" aria-label="Unknot, first page">
        <Logo />
      </Link>
      <h1>{W.title}</h1>
      <p className="lead">{W.lead}</p>
      <Answered read={read} skeleton={<div className="sk welcome-sk" />}>
        {(places) => <SetUpForm places={places} />}
      </Answered>
    </main>
  )
}

function SetUpForm({ places }: { readonly places: Places }) {
  const navigate = useNavigate()
  const [owner, setOwner] = useState({ name: '', email: '', password: '', registration: '' })
  const [treats, setTreats] = useState(true)
  const [clinic, setClinic] = useState({ name: '', locationName: '' })
  const [place, setPlace] = useState(() => placeOf(places, deviceCountry(places), deviceZone()))
  const write = useWrite(clinicRoutes.setUpClinic)
  const problem = write.error ? problemOf(write.error) : null
  const judged = owner.password === '' ? null : checkPassword(owner.password, [owner.email, owner.name, clinic.name])
  const weak = judged && !judged.ok ? passwordWords(judged.problem) : undefined
  const missing = [
    owner.name.trim() === '' && W.name,
    owner.email.trim() === '' && W.email,
    owner.password === '' && W.password,
    clinic.name.trim() === '' && W.clinicName,
    place.country === '' && W.country,
    place.emergencyNumber.trim() === '' && W.emergencyNumber,
    place.jurisdiction === '' && W.jurisdiction,
  ].filter((what) => what !== false)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (missing.length > 0 || write.isPending) return
    write.mutate(
      {
        body: {
          clinic: {
            name: clinic.name,
            ...place,
            ...(clinic.locationName.trim() === '' ? {} : { locationName: clinic.locationName }),
          },
          owner: {
            name: owner.name,
            email: owner.email,
            password: owner.password,
            treats,
            registration: owner.registration.trim() === '' ? null : owner.registration,
          },
        },
      },
      {
        onSuccess: ({ me }) => {
          queryClient.clear()
          nowSignedIn(me)
          void navigate({ to: '/' })
        },
      },
    )
  }
  return (
    <form className="stack5" onSubmit={submit} noValidate>
      <Card title={W.you}>
        <div className="form">
          <TextField
            label={W.name}
            autoComplete="name"
            isFirst
            value={owner.name}
            onValue={(name) => setOwner({ ...owner, name })}
            error={fieldError(problem, '/owner/name')}
          />
          <TextField
            label={W.email}
            hint={W.emailHint}
            type="email"
            autoComplete="username"
            value={owner.email}
            onValue={(email) => setOwner({ ...owner, email })}
            error={fieldError(problem, '/owner/email')}
          />
          <PasswordField
            label={W.password}
            hint={W.passwordHint}
            autoComplete="new-password"
            value={owner.password}
            onValue={(password) => setOwner({ ...owner, password })}
            error={fieldError(problem, '/owner/password') ?? weak}
          />
          <Choice type="checkbox" isChosen={treats} onChosen={setTreats} words={W.treats} hint={W.treatsHint} />
          {treats ? (
            <TextField
              label={W.registration}
              hint={W.registrationHint}
              isOptional
              value={owner.registration}
              onValue={(registration) => setOwner({ ...owner, registration })}
              error={fieldError(problem, '/owner/registration')}
            />
          ) : null}
        </div>
      </Card>
      <Card title={W.clinic}>
        <div className="form">
          <div className="form-two">
            <TextField
              label={W.clinicName}
              autoComplete="organization"
              value={clinic.name}
              onValue={(name) => setClinic({ ...clinic, name })}
              error={fieldError(problem, '/clinic/name')}
            />
            <TextField
              label={W.location}
              hint={W.locationHint}
              isOptional
              value={clinic.locationName}
              onValue={(locationName) => setClinic({ ...clinic, locationName })}
              error={fieldError(problem, '/clinic/locationName')}
            />
          </div>
          <PlaceFields places={places} form={place} onForm={setPlace} problem={problem} prefix="/clinic" />
        </div>
      </Card>
      <ProblemBanner problem={problem} />
      <div className="stack2">
        <Button
          type="submit"
          tone="pri"
          size="big"
          className="full"
          unavailable={missing.length === 0 ? null : W.missing(missing.join(', '))}
          busy={write.isPending && W.going}
        >
          {W.go}
        </Button>
      </div>
    </form>
  )
}
