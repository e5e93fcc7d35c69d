/**
 * Registering a patient. Whoever is likely the same person is shown before anything is made (PPL-4); the person at the desk
 * decides. The id is made once, so that a second press or a lost answer doesn't make a second patient.
 */
import { Link, useNavigate } from '@tanstack/react-router'
import type { PatientId } from '@unknot/care/kernel'
import { type LikelyDuplicate, patientRoutes } from '@unknot/wire/people'
import { type FormEvent, useState } from 'react'
import { Button, ProblemBanner } from '../design/index.ts'
import { call, newId, PageHead, problemOf, useWrite } from '../kernel/index.ts'
import { DuplicateDialog } from './DuplicateDialog.tsx'
import { PatientFields } from './PatientFields.tsx'
import { bodyOf, EMPTY_PATIENT } from './patient-draft.ts'
import { PATIENT_WORDS as W } from './people.words.ts'
import { useMay } from './who.ts'

export function NewPatientPage() {
  const navigate = useNavigate()
  const to = useMay('record-read') ? '/patients/$patient' : '/patients/$patient/details'
  const [id] = useState(() => newId<PatientId>())
  const [form, setForm] = useState(EMPTY_PATIENT)
  const [likely, setLikely] = useState<readonly LikelyDuplicate[]>([])
  const write = useWrite(patientRoutes.registerPatient, [patientRoutes.findPatients])
  const problem = write.error ? problemOf(write.error) : null
  const isLikely = problem?.code === 'likely-duplicate'

  const register = (notDuplicateOf: readonly PatientId[]) =>
    write.mutate(
      { body: { id, ...bodyOf(form), ...(notDuplicateOf.length > 0 ? { notDuplicateOf: [...notDuplicateOf] } : {}) } },
      {
        onSuccess: (patient) => navigate({ to, params: { patient: patient.id } }),
        onError: (error) => {
          if (problemOf(error).code === 'likely-duplicate') void showLikely()
        },
      },
    )
  const showLikely = async () => {
    const { name, birthOn, phone, email } = bodyOf(form)
    const found = await call(patientRoutes.checkDuplicates, { body: { name, birthOn, phone, email } })
    setLikely(found.duplicates)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!write.isPending) register([])
  }
  const missing = form.name.trim() === '' ? W.needName : form.birthOn === '' ? W.needBirth : null
  return (
    <>
      <PageHead title={W.add} />
      <form className="form" onSubmit={submit} noValidate>
        <ProblemBanner problem={isLikely ? null : problem} />
        <PatientFields form={form} onForm={setForm} problem={problem} isNew />
        <div className="form-acts">
          <Button type="submit" tone="pri" unavailable={missing} busy={write.isPending && W.registering}>
            {W.register}
          </Button>
          <Link className="btn bare" to="/patients">
            {W.cancel}
          </Link>
        </div>
      </form>
      {likely.length > 0 ? (
        <DuplicateDialog
          likely={likely}
          to={to}
          onNobody={() => {
            setLikely([])
            register(likely.map(({ patient }) => patient.id))
          }}
          onClose={() => setLikely([])}
        />
      ) : null}
    </>
  )
}
