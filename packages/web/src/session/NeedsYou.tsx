/** Entries that the server did not take, each with its words and its reason. They stay until somebody has read them. */
import type { EventId } from '@unknot/care/kernel'
import type { SessionEvent } from '@unknot/care/session'
import type { RefusedEvent } from './session-engine.ts'

type Props = {
  readonly refused: readonly RefusedEvent[]
  readonly isDeviceFull: boolean
  readonly nameOf: (event: SessionEvent) => string
  readonly reasonOf: (problem: RefusedEvent['problem']) => string
  readonly onPutAside: (event: EventId) => void
}

export function NeedsYou({ refused, isDeviceFull, nameOf, reasonOf, onPutAside }: Props) {
  if (refused.length === 0 && !isDeviceFull) return null
  return (
    <section className="tr-needs" aria-label="Needs you">
      <b>Needs you</b>
      <ul>
        {isDeviceFull ? (
          <li>
            This device could not store the last entry. It is on the screen and is being sent: keep this page open until
            the corner says Saved, and note the needles on paper meanwhile.
          </li>
        ) : null}
        {refused.map(({ event, problem }) => (
          <li key={event.id}>
            <span>
              <b>{nameOf(event)}</b> was not taken into the record. {reasonOf(problem)}
            </span>
            <button type="button" className="btn" onClick={() => onPutAside(event.id)}>
              I have read it
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
