/** The time-out, SES-5: four checks, the position, the pain now. It comes before the first needle and can't be skipped. */
import {
  type ConsentFacts,
  POSITIONS,
  type Position,
  type ScreeningFacts,
  type SessionFact,
} from '@unknot/care/session'
import { type ReactNode, useState } from 'react'
import { Choices, PainTaps } from './Choices.tsx'
import { POSITION_WORDS } from './session.words.ts'

type Props = {
  readonly patientLine: string
  /** Null where there is none that may be used, with the reason and the way to it in `missing`. */
  readonly screening: ScreeningFacts | null
  readonly screeningLine: string
  readonly consent: ConsentFacts | null
  readonly consentLine: string
  readonly missing: ReactNode
  readonly act: (...facts: SessionFact[]) => void
}

const LYING: readonly Position[] = ['prone', 'supine', 'side-lying-left', 'side-lying-right']

export function TimeOut({ patientLine, screening, screeningLine, consent, consentLine, missing, act }: Props) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [position, setPosition] = useState<Position>('prone')
  const [pain0to10, setPain] = useState<number | 'not-asked' | null>(null)
  const isLying = LYING.includes(position)
  const checks = [
    { id: 'patient', words: 'Right patient', note: patientLine },
    { id: 'screening', words: 'Screening asked again', note: screeningLine },
    { id: 'consent', words: 'Consent covers the plan, and the patient says yes again', note: consentLine },
    { id: 'lying', words: 'Lying down', note: isLying ? POSITION_WORDS[position] : 'choose a lying position' },
  ]
  const open = checks.filter((check) => !ticked.includes(check.id)).length
  const why =
    screening === null || consent === null
      ? 'Screening and consent come first.'
      : !isLying
        ? 'Needling is done lying down.'
        : open > 0
          ? `${open} of 4 still to check.`
          : null

  function confirm(): void {
    if (why !== null || screening === null || consent === null) return
    const facts: SessionFact[] = [
      {
        kind: 'time-out-confirmed',
        checks: { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true },
        position,
        screening,
        consent,
      },
      // Asked again by word of mouth, each session.
      { kind: 'consent-reconfirmed', interpreter: null },
    ]
    if (pain0to10 !== null) facts.push({ kind: 'pain-scored', when: 'before', pain0to10 })
    act(...facts)
  }

  return (
    <>
      <h2>Time-out, before the first needle</h2>
      {missing}
      <div>
        {checks.map((check) => (
          <label key={check.id} className="tr-check">
            <input
              type="checkbox"
              checked={ticked.includes(check.id)}
              onChange={(event) =>
                setTicked(event.target.checked ? [...ticked, check.id] : ticked.filter((id) => id !== check.id))
              }
            />
            <span className="b">
              {check.words}
              <small className="q sm">{check.note}</small>
            </span>
          </label>
        ))}
      </div>
      <Choices
        legend="Position"
        size="wide"
        options={POSITIONS.map((value) => ({
          value,
          words: POSITION_WORDS[value],
          ...(LYING.includes(value) ? {} : { barred: 'needling is done lying down' }),
        }))}
        value={position}
        onChoose={setPosition}
      />
      <PainTaps legend="Pain before" value={pain0to10} onScore={setPain} />
      <div className="tr-actions">
        <button
          type="button"
          className="btn pri"
          aria-disabled={why !== null}
          aria-describedby="time-out-why"
          onClick={confirm}
        >
          Confirm time-out
        </button>
        <span className="hint" id="time-out-why">
          {why ?? (pain0to10 === null ? 'Pain before is not asked yet.' : '')}
        </span>
      </div>
    </>
  )
}
