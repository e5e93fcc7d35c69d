/** The session's two calls, with every way that they can end as a value: an answer, silence, no sign-in, a refusal. */
import type { SessionId } from '@unknot/care/kernel'
import type { SessionEvent } from '@unknot/care/session'
import { sentOf, sessionRoutes } from '@unknot/wire/session'
import { call, problemOf } from '../kernel/index.ts'
import type { Reply, Verdict } from './session-engine.ts'

/** The accepted events of a session. Looks quietly: only a write asks somebody to sign in again. */
export function fetchEvents(session: SessionId): Promise<Reply<readonly SessionEvent[]>> {
  return reply(async () => {
    const view = await call(sessionRoutes.readSession, { params: { session } }, { onSignInNeeded: 'throw' })
    return view.events as readonly SessionEvent[]
  })
}

export function sendEvents(session: SessionId, events: readonly SessionEvent[]): Promise<Reply<readonly Verdict[]>> {
  return reply(async () => {
    const sent = events.flatMap((event) => (event.kind === 'session-opened' ? [] : [sentOf(event)]))
    const { verdicts } = await call(sessionRoutes.sendEvents, { params: { session }, body: { events: sent } })
    return verdicts
  })
}

async function reply<T>(ask: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { kind: 'answer', value: await ask() }
  } catch (error) {
    const { code, status, errors } = problemOf(error)
    if (code === 'sign-in-needed') return { kind: 'signed-out' }
    // A server that is in trouble is as good as none: what waits is kept and sent again.
    if (status === 0 || status === 429 || status >= 500) return { kind: 'no-network' }
    return { kind: 'refused', status, code, fields: (errors ?? []).map((each) => each.field) }
  }
}
