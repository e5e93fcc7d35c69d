/**
 * *All out now*, SES-4: what is in, in the order of removal, one tap each; the faint checklist; and still the count.
 * It stays until the count is reconciled.
 */
import {
  ALL_OUT_REASONS,
  type AllOutReason,
  type ChartedNeedle,
  type SessionFact,
  VASOVAGAL_CHECKLIST,
} from '@unknot/care/session'
import { useState } from 'react'
import { Taps } from './Choices.tsx'
import { NumberField } from './NeedleSettings.tsx'
import { ALL_OUT_WORDS, countWords } from './session.words.ts'

type Props = {
  readonly reason: AllOutReason
  readonly isReasonSaid: boolean
  readonly left: readonly ChartedNeedle[]
  readonly nameOf: (needle: ChartedNeedle) => string
  readonly ticked: ReadonlySet<string>
  readonly counts: { readonly in: number; readonly out: number; readonly accounted: number }
  readonly isCounted: boolean
  readonly hasReaction: boolean
  readonly act: (...facts: SessionFact[]) => void
}

export function AllOut(props: Props) {
  const { left, act, counts } = props
  return (
    <section className="danger" aria-labelledby="all-out-head">
      <header>
        <h2 id="all-out-head">{left.length > 0 ? `All out: ${left.length} to take out` : 'All out: count them'}</h2>
      </header>
      <div className="stack">
        {left.length > 0 ? (
          <>
            <p className="q">Clocks have stopped. Take them out in this order:</p>
            <ol className="tr-muscles">
              {left.map((needle) => (
                <li key={needle.id}>
                  <button
                    type="button"
                    className="btn full tr-outbtn"
                    onClick={() => act({ kind: 'needle-removed', needle: needle.id })}
                  >
                    <span className="badge">{needle.number}</span>
                    <span>{props.nameOf(needle)}</span>
                    <span className="sp" />
                    Out
                  </button>
                </li>
              ))}
            </ol>
            {left.length > 1 ? (
              <button
                type="button"
                className="btn pri full"
                onClick={() => act(...left.map((needle) => ({ kind: 'needle-removed', needle: needle.id }) as const))}
              >
                All {left.length} are out
              </button>
            ) : null}
          </>
        ) : null}
        <Taps
          legend="Why"
          options={ALL_OUT_REASONS.map((reason) => ({ value: reason, words: ALL_OUT_WORDS[reason] }))}
          value={props.isReasonSaid ? props.reason : null}
          onChoose={(reason) => act({ kind: 'all-out-called', reason, note: '' })}
        />
        <FaintChecklist ticked={props.ticked} act={act} />
        {left.length === 0 && !props.isCounted ? (
          <button
            type="button"
            className="btn pri full"
            onClick={() =>
              act({
                kind: 'count-confirmed',
                inCount: counts.in,
                outCount: counts.out,
                accountedCount: counts.accounted,
              })
            }
          >
            I counted {countWords(counts.out, 'needle')} out
            {counts.accounted > 0 ? `, ${counts.accounted} accounted for` : ''}
          </button>
        ) : null}
        {props.reason === 'felt-faint' && !props.hasReaction ? <Recovery act={act} /> : null}
      </div>
    </section>
  )
}

function FaintChecklist({ ticked, act }: { readonly ticked: ReadonlySet<string>; readonly act: Props['act'] }) {
  return (
    <div>
      <h3>If faint: legs up, talk, stay</h3>
      {VASOVAGAL_CHECKLIST.map(({ item, words, unreviewed }) => (
        <label key={item} className="tr-check">
          <input
            type="checkbox"
            checked={ticked.has(item)}
            onChange={(event) => act({ kind: 'checklist-ticked', item, done: event.target.checked })}
          />
          <span>{words}</span>
          {unreviewed ? <span className="q sm">unreviewed</span> : null}
        </label>
      ))}
    </div>
  )
}

/** How long it took; the reaction stands in the record with it. */
function Recovery({ act }: { readonly act: Props['act'] }) {
  const [minutes, setMinutes] = useState<number | null>(null)
  const [fainted, setFainted] = useState(false)
  return (
    <div className="stack">
      <NumberField
        label="Recovered after, minutes"
        value={minutes}
        min={0}
        max={600}
        placeholder="Not yet"
        onChange={setMinutes}
      />
      <label className="tr-check">
        <input type="checkbox" checked={fainted} onChange={(event) => setFainted(event.target.checked)} />
        <span>Lost consciousness</span>
      </label>
      <button
        type="button"
        className="btn full"
        onClick={() =>
          act({
            kind: 'reaction-recorded',
            reaction: fainted ? 'fainted' : 'felt-faint',
            grade: fainted ? 'significant' : 'mild',
            needle: null,
            action: 'All needles out, lying flat, legs raised',
            recoveredAfterMin: minutes,
          })
        }
      >
        {minutes === null ? 'Record, not recovered yet' : `Record, recovered after ${minutes} min`}
      </button>
    </div>
  )
}
