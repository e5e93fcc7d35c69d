/** A letter made from the findings of a screening, before it is kept. */
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { asId, type LetterId, type PatientId, type ScreeningId } from '@unknot/care/kernel'
import { patientRoutes, type PatientView } from '@unknot/wire/people'
import { type LetterDraftView, letterRoutes } from '@unknot/wire/screening'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { Button, ProblemBanner, Skeleton } from '../design/index.ts'
import { Answered, newId, PageHead, problemOf, useRead, useWrite } from '../kernel/index.ts'
import { AskedSigns } from './AskedSigns.tsx'
import { LETTER_WORDS as W } from './letter.words.ts'
import { LetterForm, whyNotKept, wordsOf } from './LetterForm.tsx'
import './letter.css'

export function NewLetterPage() {
  const params = useParams({ from: '/framed/patients/$patient/screenings/$screening/letter' })
  const screening = asId<ScreeningId>(params.screening)
  const who = useRead(patientRoutes.readPatient, { params: { patient: asId<PatientId>(params.patient) } })
  const draft = useRead(letterRoutes.draftLetter, { params: { screening }, query: {} })
  return (
    <Answered isWholePage read={who} skeleton={<Skeleton rows={8} rowHeight={48} />}>
      {(patient) => (
        <Answered isWholePage read={draft} skeleton={<Skeleton rows={8} rowHeight={48} />}>
          {(found) => <Draft patient={patient} screening={screening} draft={found} />}
        </Answered>
      )}
    </Answered>
  )
}

type Props = { readonly patient: PatientView; readonly screening: ScreeningId; readonly draft: LetterDraftView }

function Draft({ patient, screening, draft }: Props) {
  const navigate = useNavigate()
  const [words, setWords] = useState(() => wordsOf(draft))
  const [id] = useState(() => newId<LetterId>())
  const write = useWrite(letterRoutes.writeLetter, [letterRoutes.listLetters])
  const keep = () =>
    write.mutate(
      { params: { patient: patient.id }, body: { id, screening, ...words } },
      {
        onSuccess: ({ id: letter }) =>
          void navigate({ to: '/patients/$patient/letters/$letter', params: { patient: patient.id, letter } }),
      },
    )
  return (
    <>
      <Link
        className="btn bare back"
        to="/patients/$patient/screenings/$screening"
        params={{ patient: patient.id, screening }}
      >
        <ChevronLeft className="i" aria-hidden="true" />
        {W.back}
      </Link>
      <PageHead title={W.newTitle(patient.name)} sub={W.newSub} />
      <div className="letter-cols">
        <div className="card letter-card">
          <LetterForm words={words} onWords={setWords} />
          <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
          <Button tone="pri" onClick={keep} unavailable={whyNotKept(words)} busy={write.isPending && W.keeping}>
            {W.keep}
          </Button>
        </div>
        <AskedSigns asked={draft.asked} />
      </div>
    </>
  )
}
