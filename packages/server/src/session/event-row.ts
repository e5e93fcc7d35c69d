/** An event as its row, and back: the envelope in columns, what happened as JSON. */
import type { SessionId } from '@unknot/care/kernel'
import type { SessionEvent, SessionFact } from '@unknot/care/session'
import type { EventRow } from './session.store.ts'

const ENVELOPE: ReadonlySet<string> = new Set(['id', 'session', 'device', 'actor', 'at', 'skewMs'])

export function rowOf(event: SessionEvent): EventRow {
  const { id, device, actor, at } = event
  const skewMs = event.skewMs ?? null
  // What is left of an event without its envelope is its fact; the compiler loses sight of the union here.
  const fact = Object.fromEntries(Object.entries(event).filter(([key]) => !ENVELOPE.has(key))) as SessionFact
  return { id, device, actor, at, skewMs, fact }
}

export function eventOf({ id, device, actor, at, skewMs, fact }: EventRow, session: SessionId): SessionEvent {
  return { ...fact, id, session, device, actor, at, ...skewOf(skewMs) }
}

/** Absent, not null, where nobody measured: that is how events cross the network. */
export function skewOf(skewMs: number | null | undefined): Pick<SessionEvent, 'skewMs'> {
  return skewMs === null || skewMs === undefined ? {} : { skewMs }
}
