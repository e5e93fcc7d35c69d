/**
 * A patient's details. When somebody else was faster, both versions are shown and the person chooses for each difference:
 * nothing is overwritten unseen, and nothing that was typed is lost.
 */
import { Link, useParams } from '@tanstack/react-router'
import { asId, type PatientId } from '@unknot/care/kernel'
import { patientRoutes, type PatientView } from '@unknot/wire/people'
import { type FormEvent, useState } from 'react'
import { Banner, Button, ProblemBanner } from '../design/index.ts'
import { Answered, call, PageHead, problemOf, useRead, useWrite, whenWords } from '../kernel/index.ts'
import { PatientFields } from './PatientFields.tsx'
import { bodyOf, differences, formOf } from './patient-draft.ts'
import { PATIENT_WORDS as W } from './people.words.ts'
import { StalePatient } from './StalePatient.tsx'
import { useMay, useMe } from './who.ts'

export function PatientDetailsPage() {
  const patient = asId<PatientId>(useParams({ from: '/framed/patients/$patient/details' }).patient)
  const read = useRead(patientRoutes.readPatient, { params: { patient } })
  return (
    <Answered
      isWholePage
      read={read}
      skeleton={
        <PageHead title={W.details}>
          <span className="sk head-sk" />
        </PageHead>
      }
    >
      {(found) => <DetailsForm key={found.id} found={found} />}
    </Answered>
  )
}

function DetailsForm({ found }: { readonly found: PatientView }) {
  const { timeZone } = useMe().clinic
  const seesChart = useMay('record-read')
  const [base, setBase] = useState(found)
  const [form, setForm] = useState(() => formOf(found))
  const [theirs, setTheirs] = useState<PatientView | null>(null)
  const write = useWrite(patientRoutes.changePatient, [patientRoutes.readPatient, patientRoutes.findPatients])
  const problem = write.error ? problemOf(write.error) : null
  const changed = differences(form, formOf(base))

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (changed.length === 0 || write.isPending) return
    write.mutate(
      { params: { patient: base.id }, body: { version: base.version, ...bodyOf(form) } },
      {
        onSuccess: (saved) => {
          setBase(saved)
          setForm(formOf(saved))
        },
        onError: async (error) => {
          if (problemOf(error).code !== 'patient-changed-meanwhile') return
          setTheirs(await call(patientRoutes.readPatient, { params: { patient: base.id } }))
        },
      },
    )
  }
  return (
    <>
      <PageHead
        title={base.name}
        sub={`${W.number} ${base.number} · ${W.changed(whenWords(base.changedAt, timeZone))}`}
      >
        {seesChart ? (
          <Link className="btn" to="/patients/$patient" params={{ patient: base.id }}>
            {W.toChart}
          </Link>
        ) : null}
      </PageHead>
      <form className="form" onSubmit={save} noValidate>
        {theirs ? null : <ProblemBanner problem={problem} />}
        {theirs ? (
          <StalePatient
            mine={form}
            was={formOf(base)}
            theirs={formOf(theirs)}
            onChosen={(chosen) => {
              setBase(theirs)
              setForm(chosen)
              setTheirs(null)
              write.reset()
            }}
          />
        ) : (
          <>
            <PatientFields form={form} onForm={setForm} problem={problem} />
            <div className="form-acts">
              <Button
                type="submit"
                tone="pri"
                unavailable={changed.length === 0 && !write.isSuccess ? W.unchanged : null}
                busy={write.isPending && W.saving}
              >
                {W.save}
              </Button>
              {write.isSuccess && changed.length === 0 ? <Banner tone="good">{W.saved}</Banner> : null}
            </div>
          </>
        )}
      </form>
    </>
  )
}
