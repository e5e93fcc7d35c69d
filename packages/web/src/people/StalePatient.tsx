/** Mine and theirs, side by side, one choice for each difference. */
import { useState } from 'react'
import { Banner, Button, Segment } from '../design/index.ts'
import { differences, type PatientForm } from './patient-draft.ts'
import { PATIENT_WORDS as W, SEX_WORDS } from './people.words.ts'

type Props = {
  readonly mine: PatientForm
  /** As both found it. */
  readonly was: PatientForm
  readonly theirs: PatientForm
  /** What to go on with; not saved yet. */
  readonly onChosen: (form: PatientForm) => void
}

type Choice = Partial<Record<keyof PatientForm, 'mine' | 'theirs'>>

const FIELD_WORDS: Record<keyof PatientForm, string> = {
  name: W.name,
  birthOn: W.birthOn,
  sex: W.sex,
  phone: W.phone,
  email: W.email,
  emergencyName: `${W.emergency}: ${W.emergencyName}`,
  emergencyPhone: `${W.emergency}: ${W.emergencyPhone}`,
  emergencyRelation: `${W.emergency}: ${W.emergencyRelation}`,
  language: W.language,
  notes: W.notes,
}

export function StalePatient({ mine, was, theirs, onChosen }: Props) {
  const fields = differences(mine, theirs)
  // What only one of the two touched is theirs to keep; the rest is for the person to choose.
  const [choice, setChoice] = useState<Choice>(() => {
    const settled: Choice = {}
    for (const field of fields) {
      if (mine[field] === was[field]) settled[field] = 'theirs'
      else if (theirs[field] === was[field]) settled[field] = 'mine'
    }
    return settled
  })
  const open = fields.filter((field) => !choice[field])
  const chosen = () => {
    const kept = fields.filter((field) => choice[field] === 'mine').map((field) => [field, mine[field]])
    onChosen({ ...theirs, ...Object.fromEntries(kept) })
  }
  return (
    <>
      <Banner tone="warn" isUrgent>
        <b>{W.staleTitle}.</b> {W.staleBody}
      </Banner>
      <ul className="rows">
        {fields.map((field) => (
          <li key={field} className="stale-line">
            <p className="b">{FIELD_WORDS[field]}</p>
            <dl className="stale-two">
              <dt>{W.staleMine}</dt>
              <dd>{shown(field, mine)}</dd>
              <dt>{W.staleTheirs}</dt>
              <dd>{shown(field, theirs)}</dd>
            </dl>
            <Segment
              label={FIELD_WORDS[field]}
              isLabelHidden
              value={choice[field] ?? null}
              options={[
                { value: 'mine', words: W.staleMine },
                { value: 'theirs', words: W.staleTheirs },
              ]}
              onValue={(value) => setChoice({ ...choice, [field]: value })}
            />
          </li>
        ))}
      </ul>
      <div className="form-acts">
        <Button tone="pri" onClick={chosen} unavailable={open.length === 0 ? null : `${open.length} to choose`}>
          {W.staleSave}
        </Button>
        <Button tone="bare" onClick={() => onChosen(theirs)}>
          {W.staleDrop}
        </Button>
      </div>
    </>
  )
}

function shown(field: keyof PatientForm, form: PatientForm): string {
  if (field === 'sex') return SEX_WORDS[form.sex]
  return form[field] === '' ? W.empty : form[field]
}
