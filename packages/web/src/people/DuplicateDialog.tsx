/** Who is likely the same person, with the reasons. A person decides, never the score. */
import { Link } from '@tanstack/react-router'
import type { LikelyDuplicate } from '@unknot/wire/people'
import { Button, Dialog } from '../design/index.ts'
import { dayWords } from '../kernel/index.ts'
import { PATIENT_WORDS as W } from './people.words.ts'

type Props = {
  readonly likely: readonly LikelyDuplicate[]
  readonly to: '/patients/$patient' | '/patients/$patient/details'
  readonly onNobody: () => void
  readonly onClose: () => void
}

export function DuplicateDialog({ likely, to, onNobody, onClose }: Props) {
  return (
    <Dialog
      title={W.likelyTitle}
      isWide
      onClose={onClose}
      actions={
        <>
          <Button tone="bare" onClick={onClose}>
            {W.cancel}
          </Button>
          <Button onClick={onNobody}>{W.likelyNobody}</Button>
        </>
      }
    >
      <p>{W.likelyBody}</p>
      <ul className="rows">
        {likely.map(({ patient, reasons }) => (
          <li key={patient.id} className="likely">
            <div className="grow">
              <p>
                <b>{patient.name}</b>, {W.born} {dayWords(patient.birthOn)}
                {patient.phone ? ` · ${patient.phone}` : ''} · {W.number} {patient.number}
              </p>
              <p className="q sm">{reasons.join(', ')}</p>
            </div>
            <Link className="btn" to={to} params={{ patient: patient.id }}>
              {W.likelyOpen}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
