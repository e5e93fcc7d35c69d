/** Who the chart is of, and the facts that screening and consent raised. */
import { Link } from '@tanstack/react-router'
import { instantOf } from '@unknot/care/kernel'
import type { ChartView } from '@unknot/wire/pathway'
import { CircleHelp, ShieldAlert, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Chip } from '../design/index.ts'
import { ageWords, dayAt, dayWords, focusHeading, PageTitle } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'

export function ChartHead({ chart }: { readonly chart: ChartView }) {
  const { patient, screening, consents } = chart
  const who = useMe()
  const [now] = useState(() => instantOf(Date.now()))
  const today = dayAt(now, who.clinic.timeZone)
  const consent = consents.find((each) => each.valid)
  return (
    <>
      <PageTitle title="Chart" />
      <header className="chart-head">
        <div className="grow">
          <h1 tabIndex={-1} ref={focusHeading}>
            {patient.name}
          </h1>
          <p className="facts">
            <span>{ageWords(patient.birthOn, today)}</span>
            <span>born {dayWords(patient.birthOn)}</span>
            <span>{SEX_WORDS[patient.sex]}</span>
            <span>No. {patient.number}</span>
            {patient.phone ? <span>{patient.phone}</span> : null}
          </p>
        </div>
        <Link className="btn" to="/patients/$patient/details" params={{ patient: patient.id }}>
          Details
        </Link>
      </header>
      <div className="chart-chips">
        {screening === null ? <Chip Icon={CircleHelp}>Never screened</Chip> : null}
        {screening?.result.precautions.map((words) => (
          <Chip key={words} tone="warn" Icon={TriangleAlert}>
            {words}
          </Chip>
        ))}
        {consent ? (
          <Chip tone="good" Icon={ShieldCheck}>
            Consent: {consent.regions.join(', ')}
          </Chip>
        ) : (
          <Chip Icon={ShieldAlert}>{consents.length > 0 ? 'Consent withdrawn' : 'No consent yet'}</Chip>
        )}
      </div>
    </>
  )
}

const SEX_WORDS: Record<ChartView['patient']['sex'], string> = {
  female: 'female',
  male: 'male',
  other: 'other sex',
  unknown: 'sex not known',
}
