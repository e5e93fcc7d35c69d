/** The server's list with what still waits on this device on top of it: the state that the screen shows. */
import { decideEvent, foldEvents, happenedAt, type SessionEvent, type SessionState } from '@unknot/care/session'
import type { KeptEvent } from './kept-event.ts'

export type Merged = { readonly state: SessionState; readonly events: readonly SessionEvent[] }

/** A waiting event that no longer fits is left for the server to judge. */
export function merge(server: readonly SessionEvent[], kept: readonly KeptEvent[]): Merged {
  const there = new Set(server.map((event) => event.id))
  let state = foldEvents(server)
  const events = [...server]
  for (const row of kept) {
    if (row.status === 'refused' || row.status === 'put-aside' || there.has(row.id)) continue
    // By its own clock: what waits here was judged when it was tapped.
    const judged = decideEvent(state, row.event, happenedAt(row.event))
    if (!judged.ok) continue
    state = judged.value
    events.push(row.event)
  }
  return { state, events }
}
