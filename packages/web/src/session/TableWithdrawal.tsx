/**
 * The patient takes consent back while on the table: all of it, or a part. All of it with needles in calls all out at once,
 * so that they are listed, taken out and counted.
 */
import type { ConsentFacts, NarrowedScope, SessionFact } from '@unknot/care/session'
import { useState } from 'react'
import { Choice, Segment } from '../design/index.ts'
import { scopeWords } from './session.words.ts'

/** What the consent covers now; null before the time-out. */
export type TableConsent = {
  readonly covers: Pick<ConsentFacts, 'regions' | 'electrical'> | null
  readonly inBodyCount: number
  readonly isAllOut: boolean
}

type Props = {
  readonly consent: TableConsent
  readonly act: (...facts: SessionFact[]) => void
  readonly onClose: () => void
}

export function TableWithdrawal({ consent, act, onClose }: Props) {
  const [what, setWhat] = useState<'all' | 'part'>('all')
  const [ticked, setTicked] = useState<readonly NarrowedScope[]>([])
  const [reason, setReason] = useState('')
  const scopes: readonly NarrowedScope[] = consent.covers
    ? [...consent.covers.regions, ...(consent.covers.electrical ? (['electrical'] as const) : [])]
    : []
  const regionsLeft = consent.covers?.regions.filter((region) => !ticked.includes(region)) ?? []
  // With the last region the whole of it goes.
  const isWhole = what === 'all' || regionsLeft.length === 0
  const why = what === 'part' && ticked.length === 0 ? 'Tick what is taken back.' : null

  function record(): void {
    if (why !== null) return
    const note = reason.trim()
    if (!isWhole) act({ kind: 'consent-narrowed', scopes: [...ticked], by: 'patient', reason: note })
    else if (consent.inBodyCount === 0 || consent.isAllOut)
      act({ kind: 'consent-withdrawn', by: 'patient', reason: note })
    else {
      act(
        { kind: 'consent-withdrawn', by: 'patient', reason: note },
        { kind: 'all-out-called', reason: 'patient-asked', note: 'Consent withdrawn' },
      )
    }
    onClose()
  }

  return (
    <div className="card stack">
      <h3>Consent withdrawn</h3>
      <p>No needle goes in there after this. Take out what is in. Everything so far stays in the record.</p>
      {scopes.length > 1 ? (
        <Segment
          label="What is taken back"
          value={what}
          options={[
            { value: 'all', words: 'All of it' },
            { value: 'part', words: 'Only a part' },
          ]}
          onValue={setWhat}
        />
      ) : null}
      {what === 'part' ? (
        <div className="stack">
          {scopes.map((scope) => (
            <Choice
              key={scope}
              type="checkbox"
              isChosen={ticked.includes(scope)}
              onChosen={(isTicked) =>
                setTicked(isTicked ? [...ticked, scope] : ticked.filter((other) => other !== scope))
              }
              words={scopeWords(scope)}
            />
          ))}
        </div>
      ) : null}
      <label className="field">
        <span className="lbl">Reason, if given</span>
        <input className="in" value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </label>
      <div className="tr-actions">
        <button
          type="button"
          className="btn"
          aria-disabled={why !== null}
          aria-describedby="withdraw-why"
          onClick={record}
        >
          Record withdrawal
        </button>
        <button type="button" className="btn bare" onClick={onClose}>
          Cancel
        </button>
        <span className="hint" id="withdraw-why">
          {why ?? ''}
        </span>
      </div>
    </div>
  )
}
