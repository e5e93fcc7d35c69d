/** A withdrawal on the chart reaches the table at once: every open session of the patient is brought up to it. */
import type { StoredConsent, WithdrawalCall } from '../consent/index.ts'
import type { Desk } from './desk.ts'
import { catchUp } from './session.commands.ts'
import { SessionMemory } from './session-memory.ts'
import { listSessions } from './session.store.ts'

/** The port that the consent room calls. */
export async function stopAtTable(call: WithdrawalCall, consent: StoredConsent): Promise<void> {
  const run: Desk['run'] = (work) => call.db.onClinic(call.clinic, work)
  // A memory of its own: what the room keeps becomes old by it, which the database tells the room.
  const desk: Desk = { run, memory: new SessionMemory(), source: call }
  const sessions = await run((queries) => listSessions(queries, call.clinic, consent.patient))
  for (const { id } of sessions.filter(({ status }) => status === 'open')) await catchUp(desk, id)
}
