/** Opening a session from the chart: the device makes the ids, so that a request sent twice opens one session. */
import { type EventId, instantOf, type PatientId, type SessionId } from '@unknot/care/kernel'
import { sessionRoutes } from '@unknot/wire/session'
import { call, newId } from '../kernel/index.ts'
import { openDeviceStore } from './device-store.ts'

export type NewSession = {
  readonly patient: PatientId
  readonly session: SessionId
  readonly event: EventId
  readonly reason: string
}

/** Ids for a session that isn't opened yet; the same ones for every try. */
export function newSessionIds(): Pick<NewSession, 'session' | 'event'> {
  return { session: newId<SessionId>(), event: newId<EventId>() }
}

export async function openNewSession({ patient, session, event, reason }: NewSession): Promise<void> {
  const { device } = await openDeviceStore()
  const at = instantOf(Date.now())
  await call(sessionRoutes.openSession, { params: { patient }, body: { id: session, event, device, at, reason } })
}
