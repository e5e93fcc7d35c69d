/** Everybody who is registered, found as one types. Nothing clinical stands here: the front desk works with it. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { patientRoutes } from '@unknot/wire/people'
import { Search, UserPlus, Users } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { EmptyState } from '../design/index.ts'
import { Answered, PageHead, useRead } from '../kernel/index.ts'
import { PatientList } from './PatientList.tsx'
import { PATIENT_WORDS as W } from './people.words.ts'

export function PatientsPage() {
  const { q: first = '' } = useSearch({ from: '/framed/patients' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState(first)
  const q = useDeferredValue(typed.trim())
  const read = useRead(
    patientRoutes.findPatients,
    { query: { ...(q === '' ? {} : { q }), limit: '30' } },
    { keepsLast: true },
  )
  const type = (value: string) => {
    setTyped(value)
    // So that Back from a chart finds the search as it was.
    void navigate({ to: '/patients', search: value.trim() === '' ? {} : { q: value.trim() }, replace: true })
  }
  const newPatient = (
    <Link className="btn pri" to="/patients/new">
      <UserPlus className="i" aria-hidden="true" />
      {W.add}
    </Link>
  )
  return (
    <>
      <PageHead title={W.title}>{newPatient}</PageHead>
      <div className="field finder">
        <label htmlFor="find-patient" className="vh">
          {W.search}
        </label>
        <Search className="i" aria-hidden="true" />
        <input
          id="find-patient"
          className="in"
          type="search"
          placeholder={W.search}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={typed}
          aria-describedby="find-hint"
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              const line = document.querySelector<HTMLElement>('.patient-line')
              event.preventDefault()
              if (event.key === 'Enter' && q === typed.trim() && !read.isPlaceholderData) line?.click()
              else line?.focus()
            }
          }}
        />
        <p id="find-hint" className="hint">
          {W.searchHint}
        </p>
      </div>
      <Answered read={read}>
        {({ patients, more }) =>
          patients.length > 0 ? (
            <PatientList
              patients={patients}
              title={q === '' ? W.newest : W.found(patients.length, more)}
              hasMore={more}
            />
          ) : q === '' ? (
            <EmptyState Icon={Users} title={W.nobody} action={newPatient}>
              {W.nobodyHint}
            </EmptyState>
          ) : (
            <EmptyState Icon={Search} title={W.noMatch(q)}>
              {W.noMatchHint}
            </EmptyState>
          )
        }
      </Answered>
    </>
  )
}
