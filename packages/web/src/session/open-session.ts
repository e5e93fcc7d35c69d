/** Opening a session from the chart: on this device first, so that it opens without a network too, and is sent by itself. */
import type { AccountId, PatientId, SessionId } from '@unknot/care/kernel'
import { newId } from '../kernel/index.ts'
import { holdEngine, letEngineGo } from './session-engines.ts'

export type NewSession = {
  readonly patient: PatientId
  readonly session: SessionId
  readonly actor: AccountId
  readonly reason: string
}

/** The id of a session that isn't opened yet; the same one for every try. */
export function newSessionId(): SessionId {
  return newId<SessionId>()
}

/** Resolves once it is on the device. The room that is opened next goes on sending. */
export async function openNewSession({ patient, session, actor, reason }: NewSession): Promise<void> {
  const engine = await holdEngine(session, actor)
  // Opened already by an earlier try: refused, and nothing changes.
  await engine.record([{ kind: 'session-opened', patient, reason }])
  letEngineGo(session, actor)
}
