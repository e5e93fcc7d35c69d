/** A needle that can't be counted out: what became of it, in words, and a second person's name. SES-3. */
import { INCIDENT_KINDS, type IncidentKind, type Needle, type SessionFact } from '@unknot/care/session'
import { type FormEvent, useState } from 'react'
import { Choices } from './Choices.tsx'
import { INCIDENT_WORDS } from './session.words.ts'

type Props = {
  readonly needle: Needle
  readonly name: string
  readonly act: (...facts: SessionFact[]) => void
  readonly onClose: () => void
}

/** What to do first. safety.md 3d; unreviewed. */
const FIRST: Record<IncidentKind, string> = {
  broken: 'Keep the patient still. Mark the skin. If no end stands out of the skin, send for imaging.',
  retained: 'Keep the patient still. Tell them now that a needle is still in the body.',
  dropped: 'Count it, photograph it, put it in the sharps box.',
  missing: 'Keep the patient where they are. Look on the skin, the couch, the floor and the clothes.',
}

export function IncidentForm({ needle, name, act, onClose }: Props) {
  const [incident, setIncident] = useState<IncidentKind>('broken')
  const [what, setWhat] = useState('')
  const [secondPerson, setSecondPerson] = useState('')
  const missing =
    what.trim() === '' ? 'Say what happened.' : secondPerson.trim() === '' ? 'Name the second person.' : null

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (missing !== null) return
    act({ kind: 'needle-accounted', needle: needle.id, incident, what: what.trim(), secondPerson: secondPerson.trim() })
    onClose()
  }

  return (
    <form className="danger" onSubmit={submit} aria-label={`Needle ${needle.number}, ${name}, can’t be counted out`}>
      <header>
        Needle {needle.number}, {name}
      </header>
      <div className="stack">
        <Choices
          legend="What became of it"
          options={INCIDENT_KINDS.map((kind) => ({ value: kind, words: INCIDENT_WORDS[kind] }))}
          value={incident}
          onChoose={setIncident}
        />
        <p>
          {FIRST[incident]} <span className="q sm">Unreviewed</span>
        </p>
        <label className="field">
          <span className="lbl">What happened</span>
          <textarea className="in" rows={2} maxLength={2000} value={what} onChange={(e) => setWhat(e.target.value)} />
        </label>
        <label className="field">
          <span className="lbl">Second person who saw or looked</span>
          <input
            className="in"
            maxLength={200}
            value={secondPerson}
            onChange={(e) => setSecondPerson(e.target.value)}
          />
        </label>
        <div className="tr-actions">
          <button
            type="submit"
            className="btn pri"
            aria-disabled={missing !== null}
            aria-describedby={`why-${needle.id}`}
          >
            Record incident
          </button>
          <button type="button" className="btn bare" onClick={onClose}>
            Cancel
          </button>
          <span className="hint" id={`why-${needle.id}`}>
            {missing ?? ''}
          </span>
        </div>
      </div>
    </form>
  )
}
