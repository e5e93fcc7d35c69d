/** Patients one under the other; arrow keys go up and down, Enter opens. */
import { Link } from '@tanstack/react-router'
import type { PatientLine } from '@unknot/wire/people'
import type { KeyboardEvent } from 'react'
import { ageWords, dayWords, useToday } from '../kernel/index.ts'
import { PATIENT_WORDS as W } from './people.words.ts'
import { useMay, useMe } from './who.ts'

type Props = {
  readonly title: string
  readonly patients: readonly PatientLine[]
  readonly hasMore: boolean
}

export function PatientList({ title, patients, hasMore }: Props) {
  const { timeZone } = useMe().clinic
  // The desk sees names and contacts, never the chart.
  const to = useMay('record-read') ? '/patients/$patient' : '/patients/$patient/details'
  const today = useToday(timeZone)
  return (
    <section aria-label={title}>
      <p className="eyebrow list-title" aria-live="polite">
        {title}
      </p>
      <ul className="rows patient-rows">
        {patients.map((patient) => (
          <li key={patient.id}>
            <Link className="patient-line" to={to} params={{ patient: patient.id }} onKeyDown={moveFocus}>
              <span className="who">
                <span className="b">{patient.name}</span>
                <span className="q sm">
                  {W.born} {dayWords(patient.birthOn)} · {ageWords(patient.birthOn, today)}
                </span>
              </span>
              <span className="q sm phone-no">{patient.phone}</span>
              <span className="q sm no">
                {W.number} {patient.number}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasMore ? <p className="hint list-more">{W.more}</p> : null}
    </section>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const lines = [...document.querySelectorAll<HTMLElement>('.patient-line')]
  const here = lines.indexOf(event.currentTarget)
  const next =
    event.key === 'ArrowDown' ? lines[here + 1] : (lines[here - 1] ?? document.getElementById('find-patient'))
  event.preventDefault()
  next?.focus()
}
