/** What another device charted and sent after the signature: shown in words, and answered by one addendum. */
import type { Instant } from '@unknot/care/kernel'
import { happenedAt, type LateEntry, lateNeedlesLeft, type SessionEvent } from '@unknot/care/session'
import { type FormEvent, useState } from 'react'
import { Banner } from '../design/index.ts'
import type { AddendumFact } from './addendum-drafts.ts'
import { entryWords } from './entry-words.ts'
import { countWords, LATE_WORDS as W } from './session.words.ts'

type Props = {
  readonly late: readonly LateEntry[]
  /** The session's accepted entries, in which a needle's site is looked up. */
  readonly events: readonly SessionEvent[]
  readonly timeWords: (at: Instant) => string
  readonly authorName: string
  /** False when it was refused; what was typed stays. */
  readonly onAdd: (fact: AddendumFact) => Promise<boolean>
}

export function LateEntries({ late, events, timeWords, authorName, onAdd }: Props) {
  if (late.length === 0) return null
  const around = [...events, ...late.map(({ event }) => event)]
  const lines = late.map(({ event }) => `${timeWords(happenedAt(event))} ${entryWords(event, around)}`)
  const left = lateNeedlesLeft(late)
  return (
    <section className="card stack" aria-label={W.title}>
      <h2>{W.title}</h2>
      <p>{W.what(late.length)}</p>
      {left > 0 ? (
        <Banner tone="dan" isUrgent>
          {W.needlesLeft(countWords(left, 'needle'))}
        </Banner>
      ) : null}
      <ul className="lines">
        {late.map(({ event, receivedAt }, at) => (
          <li key={event.id}>
            <span className="grow">
              {lines[at]} <span className="q sm">{W.came(timeWords(receivedAt))}</span>
            </span>
          </li>
        ))}
      </ul>
      <AnswerForm
        key={late.map(({ event }) => event.id).join()}
        draft={W.draft(lines)}
        onAnswer={(text) =>
          onAdd({ kind: 'addendum-added', text, authorName, answers: late.map(({ event }) => event.id) })
        }
      />
    </section>
  )
}

type FormProps = { readonly draft: string; readonly onAnswer: (text: string) => Promise<boolean> }

function AnswerForm({ draft, onAnswer }: FormProps) {
  const [text, setText] = useState(draft)
  const [state, setState] = useState<'idle' | 'sending' | 'refused'>('idle')
  const isEmpty = text.trim() === ''

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isEmpty || state === 'sending') return
    setState('sending')
    setState((await onAnswer(text.trim())) ? 'idle' : 'refused')
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span className="lbl">{W.addendum}</span>
        <textarea
          className="in"
          rows={4}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p className="hint">{W.hint}</p>
      {state === 'refused' ? (
        <p className="errt" role="alert">
          {W.refused}
        </p>
      ) : null}
      <button type="submit" className="btn pri" aria-disabled={isEmpty || state === 'sending'}>
        {state === 'sending' ? W.adding : W.add}
      </button>
    </form>
  )
}
