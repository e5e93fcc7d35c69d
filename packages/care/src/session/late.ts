/**
 * Late entries: what a device charted while it had no network, in a session that was signed meanwhile.
 *
 * SES-8: the signed record doesn't change. A late entry is kept beside it until an addendum answers it, so that nobody's needle
 * is lost and nobody's signature is altered behind their back.
 */
import type { EventId, Instant } from '../kernel/index.ts'
import type { SessionEvent } from './event.ts'
import type { SessionState } from './state.ts'

export type LateEntry = { readonly event: SessionEvent; readonly receivedAt: Instant }

/** Whether an event that came after the signature tells of something that happened at the table. A second signature doesn't. */
export function isKeptWhenLate(event: SessionEvent): boolean {
  return event.kind !== 'session-signed' && event.kind !== 'session-opened' && event.kind !== 'addendum-added'
}

/** The late entries that no addendum has answered yet, in the order in which they came. */
export function unansweredLate(state: SessionState, late: readonly LateEntry[]): readonly LateEntry[] {
  const answered = new Set<EventId>(state.addenda.flatMap(({ answers }) => answers))
  return late.filter(({ event }) => !answered.has(event.id))
}

/** Needles that late entries put in and don't take out again: somebody may still have them in the body. */
export function lateNeedlesLeft(late: readonly LateEntry[]): number {
  const left = new Set<string>()
  for (const { event } of late) {
    if (event.kind === 'needle-inserted') left.add(event.needle)
    if (event.kind === 'needle-removed' || event.kind === 'needle-accounted') left.delete(event.needle)
  }
  return left.size
}
