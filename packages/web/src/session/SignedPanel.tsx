/** After the signature: that it is locked, the way to the record, and the addendum. */
import { Link } from '@tanstack/react-router'
import type { Instant, PatientId, SessionId } from '@unknot/care/kernel'
import type { SessionFact } from '@unknot/care/session'
import { AddendumForm } from './AddendumForm.tsx'
import { ForThePatient } from './ForThePatient.tsx'
import { LateEntries } from './LateEntries.tsx'
import type { Room } from './room-view.ts'

type Props = {
  readonly room: Room
  readonly ids: { readonly patient: PatientId; readonly session: SessionId }
  readonly authorName: string
  readonly timeWords: (at: Instant) => string
  readonly onAdd: (fact: Extract<SessionFact, { kind: 'addendum-added' }>) => Promise<boolean>
}

export function SignedPanel({ room, ids, authorName, timeWords, onAdd }: Props) {
  const { signed, addenda } = room.state
  if (signed === null) return null
  return (
    <>
      <h2>Signed and locked</h2>
      <p>
        {signed.signerName}, {timeWords(signed.at)}. What comes now is an addendum.
      </p>
      <div className="tr-actions">
        <Link className="btn pri" to="/patients/$patient/sessions/$session/record" params={ids}>
          Open the record
        </Link>
        <Link className="btn" to="/patients/$patient" params={{ patient: ids.patient }}>
          Back to the chart
        </Link>
      </div>
      <ForThePatient sites={room.state.needles.map(({ site }) => site)} />
      <LateEntries late={room.late} events={room.events} timeWords={timeWords} authorName={authorName} onAdd={onAdd} />
      {addenda.map((addendum) => (
        <p key={addendum.event} className="card">
          <b>{addendum.authorName}</b>, {timeWords(addendum.at)}: {addendum.text}
        </p>
      ))}
      <AddendumForm authorName={authorName} onAdd={onAdd} />
    </>
  )
}
