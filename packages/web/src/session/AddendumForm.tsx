/** A signed record is only added to: one addendum with its author and its time. */
import { type FormEvent, useState } from 'react'
import type { AddendumFact } from './addendum-drafts.ts'

type Props = {
  readonly authorName: string
  /** False when it was refused; what was typed stays. */
  readonly onAdd: (fact: AddendumFact) => Promise<boolean>
}

export function AddendumForm({ authorName, onAdd }: Props) {
  const [text, setText] = useState('')
  const [state, setState] = useState<'idle' | 'sending' | 'refused'>('idle')
  const isEmpty = text.trim() === ''

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isEmpty || state === 'sending') return
    setState('sending')
    const isAdded = await onAdd({ kind: 'addendum-added', text: text.trim(), authorName })
    setState(isAdded ? 'idle' : 'refused')
    if (isAdded) setText('')
  }

  return (
    <form className="rec-add card stack" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span className="lbl">Addendum</span>
        <textarea
          className="in"
          rows={3}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {state === 'refused' ? (
        <p className="errt" role="alert">
          The addendum was not added. What you typed is still here: try again.
        </p>
      ) : null}
      <div className="row">
        <button type="submit" className="btn" aria-disabled={isEmpty || state === 'sending'}>
          {state === 'sending' ? 'Adding' : 'Add addendum'}
        </button>
        <span className="hint">It will stand below the record with your name, {authorName}, and the time.</span>
      </div>
    </form>
  )
}
