/** One session as a reader gets it: its events, what they come to, and what came after the signature. */
import type { ClinicId, Instant, SessionId } from '@unknot/care/kernel'
import type { SessionView } from '@unknot/wire/session'
import type { Queries } from '../kernel/index.ts'
import { readLate } from './late-entries.ts'
import { readSession } from './session.commands.ts'
import { presentSession } from './session.presenter.ts'

/** Null when there is no such session. */
export async function viewSession(
  queries: Queries,
  clinic: ClinicId,
  session: SessionId,
  readAt: Instant,
): Promise<SessionView | null> {
  const found = await readSession(queries, clinic, session)
  if (!found) return null
  // Only what is signed can have late entries.
  const late = found.state.signed ? await readLate(queries, clinic, session) : []
  return presentSession(session, found.patient, { state: found.state, late, readAt })
}
