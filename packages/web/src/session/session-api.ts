/** The session's calls, with every way that they can end as a value: an answer, silence, no sign-in, a refusal. */
import { epochMsOf, type Instant, type SessionId } from '@unknot/care/kernel'
import { EVENT_VERSION, type LateEntry, type SessionEvent } from '@unknot/care/session'
import { sentOf, sessionRoutes } from '@unknot/wire/session'
import { call, problemOf } from '../kernel/index.ts'
import type { Fetched, Judgement, Reply, Verdict } from './session-engine.ts'

/** The accepted events of a session. Looks quietly: only a write asks somebody to sign in again. */
export function fetchEvents(session: SessionId): Promise<Reply<Fetched>> {
  return reply(async () => {
    const view = await call(sessionRoutes.readSession, { params: { session } }, { onSignInNeeded: 'throw' })
    const events = view.events as readonly SessionEvent[]
    return { events, late: view.late as readonly LateEntry[], serverMs: epochMsOf(view.readAt) }
  })
}

/** The opening goes first, by its own route: a session that was opened without a network is opened there when it is back. */
export function sendEvents(
  session: SessionId,
  events: readonly SessionEvent[],
  sentAt: Instant,
): Promise<Reply<Judgement>> {
  return reply(async () => {
    const opening = events.find((event) => event.kind === 'session-opened')
    const opened = opening ? [await openOnServer(session, opening, sentAt)] : []
    const sent = events.flatMap((event) => (event.kind === 'session-opened' ? [] : [sentOf(event)]))
    if (sent.length === 0) return { verdicts: opened.map(({ verdict }) => verdict), serverMs: opened[0]?.serverMs ?? 0 }
    const body = { version: EVENT_VERSION, sentAt, events: sent }
    const { verdicts, receivedAt } = await call(sessionRoutes.sendEvents, { params: { session }, body })
    return { verdicts: [...opened.map(({ verdict }) => verdict), ...verdicts], serverMs: epochMsOf(receivedAt) }
  })
}

type Opening = Extract<SessionEvent, { readonly kind: 'session-opened' }>

async function openOnServer(
  session: SessionId,
  { id, device, at, skewMs, patient, reason }: Opening,
  sentAt: Instant,
): Promise<{ readonly verdict: Verdict; readonly serverMs: number }> {
  const body = { id: session, event: id, device, at, sentAt, reason, ...(skewMs === undefined ? {} : { skewMs }) }
  const view = await call(sessionRoutes.openSession, { params: { patient }, body })
  return { verdict: { id, verdict: 'accepted', problem: null }, serverMs: epochMsOf(view.readAt) }
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
