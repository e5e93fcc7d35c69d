/** What a session looks like from outside: each field named by hand. Events go out as they were accepted. */
import { type Instant, must, type PatientId, type SessionId } from '@unknot/care/kernel'
import {
  countNeedles,
  type LateEntry,
  missingBeforeSigning,
  type SessionEvent,
  type SessionNote,
  type SessionState,
  type ShorthandReading,
} from '@unknot/care/session'
import type { AnswerOf } from '@unknot/wire/kernel'
import type {
  SessionLine as SessionLineWire,
  SessionRecord,
  SessionStateView,
  SessionView,
  sessionRoutes,
} from '@unknot/wire/session'
import type { NamedSession } from './session.store.ts'

type Recorded = { readonly note: SessionNote; readonly seal: string; readonly events: readonly SessionEvent[] }
type Reading = (typeof sessionRoutes)['readShorthand']

type Seen = { readonly state: SessionState; readonly late: readonly LateEntry[]; readonly readAt: Instant }

export function presentSession(session: SessionId, patient: PatientId, { state, late, readAt }: Seen): SessionView {
  return {
    id: session,
    patient,
    events: presentEvents(state.log.events()),
    state: presentState(state),
    late: late.map(({ event, receivedAt }) => ({ event, receivedAt })) as SessionView['late'],
    readAt,
  }
}

function presentEvents(events: readonly SessionEvent[]): SessionView['events'] {
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

export function presentReading({ needles, tokens, problems }: ShorthandReading): AnswerOf<Reading> {
  return {
    needles: needles.map(({ part, site, detail }) => ({ part, site, detail })),
    tokens: tokens.map(({ text, start, end, part, meaning, words }) => ({ text, start, end, part, meaning, words })),
    problems: problems.map((problem) => {
      const { code, part, start, end, words } = problem
      const candidates = 'candidates' in problem ? problem.candidates : null
      return { code, part, start, end, words, ...(candidates ? { candidates: [...candidates] } : {}) }
    }),
  }
}

/** The note, the seal over its events, and the events themselves. */
export function presentRecord({ note, seal, events }: Recorded): SessionRecord {
  return { note: presentNote(note), seal, events: presentEvents(events) }
}

function presentNote(note: SessionNote): SessionRecord['note'] {
  const { clinic, patient, count, signature } = note
  return {
    session: note.session,
    phase: note.phase,
    status: note.status,
    title: note.title,
    subtitle: note.subtitle,
    zone: note.zone,
    clinic: { name: clinic.name, lines: [...clinic.lines] },
    patient: {
      id: patient.id,
      name: patient.name,
      bornOn: patient.bornOn,
      number: patient.number,
      words: patient.words,
    },
    openedAt: note.openedAt,
    facts: note.facts.map(({ label, value }) => ({ label, value })),
    notes: note.notes.map(({ label, value }) => ({ label, value })),
    // The row is made for the reader, field by field, by care's note.
    needles: note.needles.map((needle) => ({ ...needle })),
    count: {
      inCount: count.inCount,
      outCount: count.outCount,
      accountedCount: count.accountedCount,
      leftCount: count.leftCount,
      equation: count.equation,
    },
    countedBy: note.countedBy,
    signature: signature && { signer: signature.signer, at: signature.at, when: signature.when },
    addenda: note.addenda.map(({ event, at, when, author, text }) => ({ event, at, when, author, text })),
  }
}
