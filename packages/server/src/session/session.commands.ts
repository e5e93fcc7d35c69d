/**
 * Opening a session and adding to it. Each event is judged by the very rule that the tablet ran (`care/session`), on the state
 * that the database has; what was judged on an old state is judged again.
 *
 * Each event gets its own verdict, in the order of sending. A refused one changes nothing, and those after it are judged
 * without it. An event that came before is already there, whoever sends it again.
 */
import {
  assert,
  type ClinicId,
  type DeviceId,
  err,
  type EventId,
  type Instant,
  must,
  ok,
  type PatientId,
  type Result,
  type SessionId,
} from '@unknot/care/kernel'
import {
  applyEvent,
  decideEvent,
  emptySession,
  foldEvents,
  happenedAt,
  isKeptWhenLate,
  isSameEvent,
  type SessionEvent,
  type SessionFact,
  type SessionProblem,
  type SessionState,
} from '@unknot/care/session'
import { auditInsert, type Queries } from '../kernel/index.ts'
import { type Account, findAccount, findPatient } from '../people/index.ts'
import type { Desk } from './desk.ts'
import { eventOf, rowOf, skewOf } from './event-row.ts'
import { keepLate } from './late-entries.ts'
import { changedNeedles, headOf } from './needle-rows.ts'
import { reopenAfterReactions } from './reopening.ts'
import type { KnownSession } from './session-memory.ts'
import { type Addition, addEvents, findEvents, findSession } from './session.store.ts'
import { checkTimeOut, type TimeOutProblem } from './time-out.ts'
import { recordTableWithdrawals, reconcile } from './withdrawal.ts'

/** What a client sends of an event. Who did it is known from the sign-in. */
export type SentEvent = Pick<SessionEvent, 'id' | 'device' | 'at' | 'skewMs'> & SessionFact

export type EventProblem = SessionProblem | TimeOutProblem
export type Verdict =
  | { readonly id: EventId; readonly verdict: 'accepted' | 'already-there'; readonly problem: null }
  /** `isLate`: the session is signed, and the event is kept beside it as a late entry. */
  | { readonly id: EventId; readonly verdict: 'refused'; readonly problem: EventProblem; readonly isLate: boolean }

export type AddProblem = { readonly code: 'not-there' } | { readonly code: 'session-busy' }
/** Tries against writers of other servers. In this one they queue. */
const TRIES = 30

export async function sendEvents(
  desk: Desk,
  session: SessionId,
  sent: readonly SentEvent[],
): Promise<Result<readonly Verdict[], AddProblem>> {
  const { clinic } = desk.source
  return desk.memory.inTurn(clinic, session, async () => {
    // Ids that turned out to be taken by another session.
    const taken = new Set<EventId>()
    for (let tries = 0; tries < TRIES; tries += 1) {
      const known = desk.memory.find(clinic, session) ?? (await load(desk, session))
      if (!known) return err({ code: 'not-there' })
      const judged = await judge(desk, known, { session, sent, taken })
      // What was taken back at the table counts, also when it is told after the signature.
      // The consent first: should we fall between the two, it is withdrawn and the tablet sends the event again.
      const events = [...judged.events, ...judged.late]
      await recordTableWithdrawals(desk, known, { state: judged.state, events })
      await reopenAfterReactions(desk, known.patient, events)
      const added = await add(desk, session, known, judged)
      if (added === 'added') {
        if (judged.events.some(({ kind }) => kind === 'time-out-confirmed')) await catchUp(desk, session)
        const { patient } = known
        const { late } = judged
        if (late.length > 0) await desk.run((queries) => keepLate(queries, desk.source, { session, patient }, late))
        return ok(judged.verdicts)
      }
      desk.memory.forget(clinic, session)
      if (added === 'id-taken') for (const id of await takenElsewhere(desk, session, sent)) taken.add(id)
    }
    return err({ code: 'session-busy' })
  })
}

/**
 * CON-4: brings a session's cover up to what its consent covers now. A withdrawal on the chart, or one that overtook a
 * time-out, becomes events at the table. Does nothing when the two agree, or when the session is signed.
 */
export async function catchUp(desk: Desk, session: SessionId): Promise<void> {
  const { clinic } = desk.source
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = await load(desk, session)
    if (!known) return
    const events = await reconcile(desk, known.state)
    const folded = events.reduce((state, event) => applyEvent(state, event), known.state)
    const added = await add(desk, session, known, { state: folded, events, verdicts: [], late: [] })
    if (added === 'added') return
    desk.memory.forget(clinic, session)
  }
  throw new Error('a session is so busy that a withdrawal of consent can not be added to it')
}

export type OpenSession = {
  readonly id: SessionId
  readonly patient: PatientId
  readonly reason: string
  readonly event: EventId
  readonly device: DeviceId
  readonly at: Instant
  readonly skewMs?: number
}
export type OpenProblem = AddProblem | EventProblem | { readonly code: 'session-id-reused' }

/** Sent twice it opens one session, and answers it both times. */
export async function openSession(desk: Desk, command: OpenSession): Promise<Result<SessionState, OpenProblem>> {
  const { id: session, patient, reason } = command
  const { clinic, actor, at: now } = desk.source
  return desk.memory.inTurn(clinic, session, async () => {
    if (!(await desk.run((queries) => findPatient(queries, clinic, patient)))) return err({ code: 'not-there' })
    const { event: id, device, at, skewMs } = command
    const envelope = { id, device, at, session, actor: actor.account, ...skewOf(skewMs) }
    const event: SessionEvent = { ...envelope, kind: 'session-opened', patient, reason }
    const empty = { patient, state: emptySession(session) }
    const decided = decideEvent(empty.state, event, now)
    if (!decided.ok) return decided
    const added = await add(desk, session, empty, { state: decided.value, events: [event], verdicts: [], late: [] })
    if (added === 'added') return decided
    if (added === 'id-taken') return err({ code: 'session-id-reused' })
    const known = await load(desk, session)
    const isSame = known?.patient === patient && known.state.reason === reason
    return known && isSame ? ok(known.state) : err({ code: 'session-id-reused' })
  })
}

/** The session as the database has it now, with its events. */
export async function readSession(
  queries: Queries,
  clinic: ClinicId,
  session: SessionId,
): Promise<(KnownSession & { readonly events: readonly SessionEvent[] }) | null> {
  const found = await findSession(queries, clinic, session)
  if (!found) return null
  const events = found.events.map((row) => eventOf(row, session))
  return { patient: found.line.patient, state: foldEvents(events), events }
}

async function load(desk: Desk, session: SessionId): Promise<KnownSession | null> {
  const found = await desk.run((queries) => readSession(queries, desk.source.clinic, session))
  if (found) desk.memory.keep(desk.source.clinic, session, { patient: found.patient, state: found.state })
  return found
}

type Sending = {
  readonly session: SessionId
  readonly sent: readonly SentEvent[]
  readonly taken: ReadonlySet<EventId>
}
type Judged = {
  readonly state: SessionState
  /** Those that were accepted. */
  readonly events: readonly SessionEvent[]
  readonly verdicts: readonly Verdict[]
  /** Refused because the session is signed, and worth keeping. */
  readonly late: readonly SessionEvent[]
}

async function judge(desk: Desk, known: KnownSession, { session, sent, taken }: Sending): Promise<Judged> {
  const { clinic, actor, at: now } = desk.source
  let { state } = known
  const events: SessionEvent[] = []
  const verdicts: Verdict[] = []
  const late: SessionEvent[] = []
  const refuse = (id: EventId, problem: EventProblem, isLate = false) =>
    verdicts.push({ id, verdict: 'refused', problem, isLate })
  for (const each of sent) {
    const { id } = each
    const there = state.log.find(id)
    const event = await complete(desk, { ...each, session, actor: there?.actor ?? actor.account }, there)
    if (there && isSameEvent(there, event)) {
      verdicts.push({ id, verdict: 'already-there', problem: null })
      continue
    }
    if (taken.has(id)) {
      refuse(id, { code: 'event-id-reused', event: id })
      continue
    }
    const decided = decideEvent(state, event, now)
    if (!decided.ok) {
      const isLate = decided.problem.code === 'session-signed' && isKeptWhenLate(event)
      refuse(id, decided.problem, isLate)
      if (isLate) late.push(event)
      continue
    }
    const problem = event.kind === 'time-out-confirmed' ? await judgeTimeOut(desk, clinic, known.patient, event) : null
    if (problem) {
      refuse(id, problem)
      continue
    }
    state = decided.value
    events.push(event)
    verdicts.push({ id, verdict: 'accepted', problem: null })
  }
  return { state, events, verdicts, late }
}

function judgeTimeOut(
  desk: Desk,
  clinic: ClinicId,
  patient: PatientId,
  timeOut: Extract<SessionEvent, { readonly kind: 'time-out-confirmed' }>,
): Promise<TimeOutProblem | null> {
  const question = { clinic, patient, timeOut, at: happenedAt(timeOut), now: desk.source.at }
  return desk.run((queries) => checkTimeOut(queries, question))
}

/** Whoever signs or adds to a record does so by the name of the account, as it was then: what a client says is set aside. */
async function complete(desk: Desk, event: SessionEvent, there: SessionEvent | undefined): Promise<SessionEvent> {
  if (event.kind === 'session-signed') {
    if (there?.kind === event.kind) return { ...event, signerName: there.signerName, registration: there.registration }
    const { name, registration } = await ownAccount(desk)
    return { ...event, signerName: name, registration }
  }
  if (event.kind === 'addendum-added') {
    if (there?.kind === event.kind) return { ...event, authorName: there.authorName }
    return { ...event, authorName: (await ownAccount(desk)).name }
  }
  return event
}

async function ownAccount({ run, source }: Desk): Promise<Account> {
  const account = await run((queries) => findAccount(queries, source.clinic, source.actor.account))
  return must(account, 'who is signed in has an account')
}

async function add(
  desk: Desk,
  session: SessionId,
  before: KnownSession,
  { state, events }: Judged,
): Promise<'added' | 'overtaken' | 'id-taken'> {
  const last = events.at(-1)
  if (!last) return 'added'
  const { clinic, at: receivedAt } = desk.source
  const { patient } = before
  const judgedAt = before.state.log.length
  assert(state.log.length === judgedAt + events.length, 'a state holds each of its events once')
  const kinds = new Set(events.map(({ kind }) => kind))
  const action = judgedAt === 0 ? 'session-opened' : kinds.has('session-signed') ? 'session-signed' : 'session-charted'
  const addition: Addition = {
    clinic,
    session,
    patient,
    judgedAt,
    receivedAt,
    events: events.map(rowOf),
    head: headOf(state, happenedAt(last)),
    needles: changedNeedles(before.state, state),
    audit: auditInsert(desk.source, {
      action,
      patient,
      subject: session,
      ruleVersion: state.timeOut?.screening.rulesVersion ?? null,
    }),
  }
  const added = await desk.run((queries) => addEvents(queries, addition))
  if (added === 'added') desk.memory.keep(clinic, session, { patient, state })
  return added
}

async function takenElsewhere(desk: Desk, session: SessionId, sent: readonly SentEvent[]): Promise<readonly EventId[]> {
  const ids = sent.map(({ id }) => id)
  const found = await desk.run((queries) => findEvents(queries, desk.source.clinic, ids))
  return ids.filter((id) => found.has(id) && found.get(id) !== session)
}
