/** What else is noted at the table: findings, a turn to another position, a withdrawal of consent. */
import { POSITIONS, type Position, type SessionFact } from '@unknot/care/session'
import { type FormEvent, useState } from 'react'
import { PainTaps, Taps } from './Choices.tsx'
import { POSITION_WORDS } from './session.words.ts'

type Props = {
  readonly position: Position | null
  readonly painBefore: number | 'not-asked' | null
  readonly findings: readonly string[]
  readonly act: (...facts: SessionFact[]) => void
}

export function Notes({ position, painBefore, findings, act }: Props) {
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
        <Withdrawal act={act} onClose={() => setWithdrawing(false)} />
      ) : (
        <button type="button" className="btn bare" onClick={() => setWithdrawing(true)}>
          Patient withdraws consent
        </button>
      )}
    </section>
  )
}

function Withdrawal({ act, onClose }: { readonly act: Props['act']; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <div className="card stack">
      <h3>Consent withdrawn</h3>
      <p>No needle goes in after this. Take out what is in. Everything so far stays in the record.</p>
      <label className="field">
        <span className="lbl">Reason, if given</span>
        <input className="in" value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </label>
      <div className="tr-actions">
        <button
          type="button"
          className="btn"
          onClick={() => {
            act({ kind: 'consent-withdrawn', by: 'patient', reason: reason.trim() })
            onClose()
          }}
        >
          Record withdrawal
        </button>
        <button type="button" className="btn bare" onClick={onClose}>
          Cancel
        </button>
      </div>
    </div>
  )
}
