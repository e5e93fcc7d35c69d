/** Ending a session: the count, any reaction, pain after, aftercare, and the signature; what is missing stands with its reason. */
import { REACTION_KINDS, type ReactionGrade, type ReactionKind, type SessionFact } from '@unknot/care/session'
import { type ReactNode, useState } from 'react'
import { Choices, PainTaps, Taps } from './Choices.tsx'
import { NumberField } from './NeedleSettings.tsx'
import {
  AFTERCARE_HOW_WORDS,
  AFTERCARE_LINES,
  AFTERCARE_SHEET,
  countWords,
  GRADE_WORDS,
  REACTION_WORDS,
} from './session.words.ts'

export type FinishFacts = {
  readonly counts: { readonly in: number; readonly out: number; readonly accounted: number; readonly left: number }
  readonly isCounted: boolean
  readonly reactions: readonly string[]
  readonly isNoReaction: boolean
  readonly painAfter: number | 'not-asked' | null
  readonly aftercare: string | null
  /** What still keeps the session from being signed, in words, with the part of this panel that mends it. */
  readonly missing: readonly { readonly words: string; readonly part: string }[]
  readonly signerName: string
  readonly registration: string | null
}

type Props = {
  readonly facts: FinishFacts
  readonly act: (...facts: SessionFact[]) => void
  /** Null when no needle may go in any more. */
  readonly onClose: (() => void) | null
}

export function Finish({ facts, act, onClose }: Props) {
  const { counts } = facts
  return (
    <>
      <div className="row">
        <h2>Finish the session</h2>
        <span className="sp" />
        {onClose === null ? null : (
          <button type="button" className="btn bare" onClick={onClose}>
            Back to needles
          </button>
        )}
      </div>
      <Part id="count" title="Count">
        {counts.left > 0 ? (
          <p>{countWords(counts.left, 'needle')} still in the body.</p>
        ) : facts.isCounted ? (
          <p>
            Counted: in {counts.in}, out {counts.out}
            {counts.accounted > 0 ? `, accounted for otherwise ${counts.accounted}` : ''}.
          </p>
        ) : (
          <button
            type="button"
            className="btn full"
            onClick={() =>
              act({
                kind: 'count-confirmed',
                inCount: counts.in,
                outCount: counts.out,
                accountedCount: counts.accounted,
              })
            }
          >
            I counted: in {counts.in}, out {counts.out}
            {counts.accounted > 0 ? `, accounted for otherwise ${counts.accounted}` : ''}
          </button>
        )}
      </Part>
      <Reactions facts={facts} act={act} />
      <Part id="pain" title="">
        <PainTaps
          legend="Pain after"
          value={facts.painAfter}
          onScore={(pain0to10) => act({ kind: 'pain-scored', when: 'after', pain0to10 })}
        />
      </Part>
      <Part id="aftercare" title="">
        <Taps
          legend="Aftercare given"
          options={(['told', 'printed', 'sent'] as const).map((how) => ({
            value: how,
            words: AFTERCARE_HOW_WORDS[how],
          }))}
          value={facts.aftercare as 'told' | 'printed' | 'sent' | null}
          onChoose={(how) =>
            act({
              kind: 'aftercare-given',
              sheet: AFTERCARE_SHEET,
              how,
              advice: AFTERCARE_LINES.map((line) => line.words),
            })
          }
        />
        <details className="tr-more">
          <summary>What the sheet says</summary>
          <ul>
            {AFTERCARE_LINES.map((line) => (
              <li key={line.words}>
                {line.words} <span className="q sm">{line.source ?? 'unreviewed'}</span>
              </li>
            ))}
          </ul>
        </details>
      </Part>
      <Sign facts={facts} act={act} />
    </>
  )
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section id={`finish-${id}`} tabIndex={-1} className="stack">
      {title === '' ? null : <h3>{title}</h3>}
      {children}
    </section>
  )
}

function Reactions({ facts, act }: { readonly facts: FinishFacts; readonly act: Props['act'] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Part id="reaction" title="Any reaction?">
      {facts.reactions.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isOpen ? (
        <ReactionForm act={act} onClose={() => setOpen(false)} />
      ) : (
        <div className="tr-actions">
          {facts.reactions.length === 0 ? (
            <button
              type="button"
              className="tr-opt"
              aria-pressed={facts.isNoReaction}
              onClick={() => {
                if (!facts.isNoReaction) act({ kind: 'no-reaction-confirmed' })
              }}
            >
              Asked: no reaction
            </button>
          ) : null}
          <button type="button" className="tr-opt" onClick={() => setOpen(true)}>
            {facts.reactions.length === 0 ? 'Yes, record it' : 'Record another'}
          </button>
        </div>
      )}
    </Part>
  )
}

function ReactionForm({ act, onClose }: { readonly act: Props['act']; readonly onClose: () => void }) {
  const [reaction, setReaction] = useState<ReactionKind>('bleeding')
  const [grade, setGrade] = useState<ReactionGrade>('mild')
  const [action, setAction] = useState('')
  const [minutes, setMinutes] = useState<number | null>(null)
  return (
    <div className="card stack">
      <Choices
        legend="Reaction"
        size="wide"
        options={REACTION_KINDS.map((kind) => ({ value: kind, words: REACTION_WORDS[kind] }))}
        value={reaction}
        onChoose={setReaction}
      />
      <Choices
        legend="How bad"
        options={(['mild', 'significant', 'serious'] as const).map((value) => ({ value, words: GRADE_WORDS[value] }))}
        value={grade}
        onChoose={setGrade}
      />
      <label className="field">
        <span className="lbl">What was done</span>
        <input className="in" maxLength={500} value={action} onChange={(event) => setAction(event.target.value)} />
      </label>
      <NumberField
        label="Recovered after, minutes"
        value={minutes}
        min={0}
        max={600}
        placeholder="Not yet"
        onChange={setMinutes}
      />
      <div className="tr-actions">
        <button
          type="button"
          className="btn"
          onClick={() => {
            act({
              kind: 'reaction-recorded',
              reaction,
              grade,
              needle: null,
              action: action.trim(),
              recoveredAfterMin: minutes,
            })
            onClose()
          }}
        >
          Record reaction
        </button>
        <button type="button" className="btn bare" onClick={onClose}>
          Cancel
        </button>
      </div>
    </div>
  )
}

function Sign({ facts, act }: { readonly facts: FinishFacts; readonly act: Props['act'] }) {
  const isReady = facts.missing.length === 0
  return (
    <section aria-label="Sign" className="stack">
      {isReady ? null : (
        <div>
          <h3>Missing before you can sign</h3>
          <ul className="tr-missing">
            {facts.missing.map((gap) => (
              <li key={gap.words}>
                {gap.words}
                <button type="button" className="btn" onClick={() => jumpTo(gap.part)}>
                  Go to it
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <button
        type="button"
        className="btn pri full"
        aria-disabled={!isReady}
        aria-describedby="sign-what"
        onClick={() => {
          if (isReady) act({ kind: 'session-signed', signerName: facts.signerName, registration: facts.registration })
        }}
      >
        Sign as {facts.signerName}
      </button>
      <p className="hint" id="sign-what">
        {isReady
          ? 'Signed is locked. Later changes are addenda with your name and the time.'
          : 'Signing opens when nothing is missing.'}
      </p>
    </section>
  )
}

function jumpTo(part: string): void {
  const place = document.getElementById(`finish-${part}`)
  place?.scrollIntoView({ block: 'center' })
  place?.focus()
}
