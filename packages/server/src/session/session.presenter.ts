/** What a session looks like from outside: each field named by hand. Events go out as they were accepted. */
import { must, type PatientId, type SessionId } from '@unknot/care/kernel'
import { countNeedles, missingBeforeSigning, type SessionEvent, type SessionState } from '@unknot/care/session'
import type { SessionLine as SessionLineWire, SessionStateView, SessionView } from '@unknot/wire/session'
import type { NamedSession } from './session.store.ts'

export function presentSession(session: SessionId, patient: PatientId, state: SessionState): SessionView {
  return { id: session, patient, events: presentEvents(state.log.events()), state: presentState(state) }
}

export function presentEvents(events: readonly SessionEvent[]): SessionView['events'] {
  // wire's schema of a stored event and care's type are the same thing; wire says so at compile time.
  return [...events] as SessionView['events']
}

function presentState(state: SessionState): SessionStateView {
  return {
    phase: state.phase,
    reason: state.reason,
    openedAt: must(state.opened, 'a stored session was opened').at,
    position: state.position,
    timeOutAt: state.timeOut?.at ?? null,
    allOutAt: state.allOut?.at ?? null,
    withdrawnAt: state.withdrawal?.at ?? null,
    signedAt: state.signed?.at ?? null,
    signedBy: state.signed?.actor ?? null,
    needles: state.needles.map(({ id, number, site, detail, plan, insertedAt, outAt, outcome }) => {
      return { id, number, site, detail, plan, insertedAt, outAt, outcome }
    }),
    count: countNeedles(state),
    missing: [...missingBeforeSigning(state)],
  }
}

export function presentLine(line: NamedSession): SessionLineWire {
  const { needlesIn: inCount, needlesOut: outCount, needlesAccounted: accountedCount } = line
  return {
    id: line.id,
    patient: line.patient,
    patientName: line.patientName,
    status: line.status,
    openedAt: line.openedAt,
    openedBy: line.openedBy,
    openedByName: line.openedByName,
    lastEventAt: line.lastEventAt,
    signedAt: line.signedAt,
    count: { inCount, outCount, accountedCount, leftCount: inCount - outCount - accountedCount },
    addenda: line.addenda,
  }
}
