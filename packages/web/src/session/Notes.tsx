/** What else is noted at the table: findings, a turn to another position, a withdrawal of consent. */
import { POSITIONS, type Position, type SessionFact } from '@unknot/care/session'
import { type FormEvent, useState } from 'react'
import { PainTaps, Taps } from './Choices.tsx'
import { POSITION_WORDS } from './session.words.ts'
import { type TableConsent, TableWithdrawal } from './TableWithdrawal.tsx'

type Props = {
  readonly position: Position | null
  readonly painBefore: number | 'not-asked' | null
  readonly findings: readonly string[]
  readonly consent: TableConsent
  readonly act: (...facts: SessionFact[]) => void
}

export function Notes({ position, painBefore, findings, consent, act }: Props) {
  const [text, setText] = useState('')
  const [isWithdrawing, setWithdrawing] = useState(false)

  function note(event: FormEvent): void {
    event.preventDefault()
    if (text.trim() === '') return
    act({ kind: 'finding-noted', text: text.trim() })
    setText('')
  }

  return (
    <section className="stack" aria-label="Position and notes">
      <Taps
        legend="Position"
        size="wide"
        options={POSITIONS.filter((value) => value !== 'standing' && value !== 'seated').map((value) => ({
          value,
          words: POSITION_WORDS[value],
        }))}
        value={position}
        onChoose={(value) => act({ kind: 'position-changed', position: value })}
      />
      {typeof painBefore === 'number' ? null : (
        <PainTaps
          legend="Pain before"
          value={painBefore}
          onScore={(pain0to10) => act({ kind: 'pain-scored', when: 'before', pain0to10 })}
        />
      )}
      <form onSubmit={note} className="field">
        <label className="lbl" htmlFor="finding">
          Finding
        </label>
        {findings.map((finding) => (
          <p key={finding} className="q">
            {finding}
          </p>
        ))}
        <div className="row">
          <input
            id="finding"
            className="in"
            value={text}
            maxLength={2000}
            autoComplete="off"
            placeholder="Such as taut band L4, reproduces her pain"
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="btn" aria-disabled={text.trim() === ''}>
            Note
          </button>
        </div>
      </form>
      {isWithdrawing ? (
        <TableWithdrawal consent={consent} act={act} onClose={() => setWithdrawing(false)} />
      ) : (
        <button type="button" className="btn bare" onClick={() => setWithdrawing(true)}>
          Patient withdraws consent
        </button>
      )}
    </section>
  )
}
