/**
 * Consent, as it is handed to the patient: the text on one side, what is agreed to and the signature on the other. *Not today*
 * is as large as *I agree and sign*. What is sent back is the hash of exactly the text that stood here.
 */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { asId, type PatientId } from '@unknot/care/kernel'
import { patientRoutes, type PatientView } from '@unknot/wire/people'
import type { ConsentView } from '@unknot/wire/consent'
import { ChevronLeft, Lock } from 'lucide-react'
import { useState } from 'react'
import { Segment, Skeleton } from '../design/index.ts'
import { Answered, dayWords, DeadEnd, PageTitle, useRead } from '../kernel/index.ts'
import { useMay } from '../people/index.ts'
import { ConsentDone } from './ConsentDone.tsx'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { choiceFrom } from './consent-choice.ts'
import { SignPanel } from './SignPanel.tsx'
import { TextPane } from './TextPane.tsx'
import './consent.css'

export function ConsentPage() {
  const patient = asId<PatientId>(useParams({ from: '/bare/patients/$patient/consent' }).patient)
  const mayTake = useMay('consent-take')
  const read = useRead(patientRoutes.readPatient, { params: { patient } })
  if (!mayTake) {
    return (
      <DeadEnd
        isBare
        Icon={Lock}
        title={W.notForYou}
        action={
          <Link className="btn" to="/patients/$patient" params={{ patient }}>
            {W.leave}
          </Link>
        }
      >
        {W.notForYouHint}
      </DeadEnd>
    )
  }
  return (
    <Answered isWholePage isBare read={read} skeleton={<Skeleton rows={10} rowHeight={40} />}>
      {(found) => <Consent patient={found} />}
    </Answered>
  )
}

function Consent({ patient }: { readonly patient: PatientView }) {
  const navigate = useNavigate()
  const search = useSearch({ from: '/bare/patients/$patient/consent' })
  const [choice, setChoice] = useState(() => choiceFrom(search))
  const [size, setSize] = useState<'normal' | 'large'>('normal')
  const [given, setGiven] = useState<ConsentView | null>(null)
  const toChart = () => void navigate({ to: '/patients/$patient', params: { patient: patient.id } })
  return (
    <main className={size === 'large' ? 'cs large' : 'cs'} id="page">
      <PageTitle title={W.title(patient.name)} />
      <header>
        <Link className="btn bare" to="/patients/$patient" params={{ patient: patient.id }}>
          <ChevronLeft className="i" aria-hidden="true" />
          {W.leave}
        </Link>
        <p className="grow cs-who">
          <b>{patient.name}</b>{' '}
          <span className="q">
            {W.born} {dayWords(patient.birthOn)}
          </span>
        </p>
        <Segment
          label={W.textSize}
          isLabelHidden
          value={size}
          options={[
            { value: 'normal', words: <TextSize words={W.normal} /> },
            { value: 'large', words: <TextSize words={W.large} isLarge /> },
          ]}
          onValue={setSize}
        />
      </header>
      {given ? (
        <ConsentDone consent={given} email={patient.email} onLeave={toChart} />
      ) : (
        <>
          <TextPane patient={patient.id} choice={choice} />
          <SignPanel patient={patient} choice={choice} onChoice={setChoice} onGiven={setGiven} onNotToday={toChart} />
        </>
      )}
    </main>
  )
}

function TextSize({ words, isLarge = false }: { readonly words: string; readonly isLarge?: boolean }) {
  return (
    <>
      <span aria-hidden="true" className={isLarge ? 'big-a' : ''}>
        A
      </span>
      <span className="vh">{words}</span>
    </>
  )
}
