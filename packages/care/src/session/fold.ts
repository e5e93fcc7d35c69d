/**
 * The fold: events that were accepted, made into a state. The same code on the tablet and on the server.
 *
 * It doesn't judge: what was accepted under the rules of its day stays accepted. `decideEvent` judges. What can't be at all,
 * such as taking out a needle that never went in, is a bug in who stored it, and throws.
 */
import { assert, must, type Result, unreachable } from '../kernel/index.ts'
import type { SessionEvent } from './event.ts'
import {
  type NeedleEvent,
  type NeedleLedger,
  recordNeedle,
  retractChange,
  retractInsertion,
  retractRemoval,
} from './needle-ledger.ts'
import type { LedgerProblem } from './problem.ts'
import { happenedAt } from './skew.ts'
import {
  type Addendum,
  emptySession,
  type Noted,
  type PainScore,
  type PlannedSite,
  type SessionPhase,
  type SessionState,
  type Tick,
  type Turn,
} from './state.ts'

/** The state of a session's accepted events in their order. No events: a session of which nothing is known. */
export function foldEvents(events: readonly SessionEvent[]): SessionState {
  return events.reduce(applyEvent, emptySession(events[0]?.session ?? null))
}

/** The state after one accepted event more. The given state stays as it was. */
export function applyEvent(state: SessionState, event: SessionEvent): SessionState {
  assert(state.session === null || state.session === event.session, 'an event of another session')
  const changed = { ...state, ...changeBy(state, event), session: event.session, log: state.log.with(event) }
  const phase = phaseOf(changed)
  return phase === changed.phase ? changed : { ...changed, phase }
}

function phaseOf(state: SessionState): SessionPhase {
  if (state.signed) return 'signed'
  if (state.withdrawal) return 'withdrawn'
  if (state.allOut) return 'all-out-called'
  return state.timeOut ? 'needling' : 'before-time-out'
}

function changeBy(state: SessionState, event: SessionEvent): Partial<SessionState> {
  const noted: Noted = { event: event.id, at: happenedAt(event), actor: event.actor }
  switch (event.kind) {
    case 'session-opened':
      return { patient: event.patient, reason: event.reason, opened: noted }
    case 'time-out-confirmed': {
      const { position, screening, consent } = event
      return { timeOut: { ...noted, position, screening, consent }, ...turned(state.turns, position) }
    }
    case 'position-changed':
      return withTurns(state, [...state.turns, { ...noted, position: event.position }])
    case 'finding-noted':
      return { findings: [...state.findings, { ...noted, text: event.text }] }
    case 'pain-scored': {
      const { when, pain0to10 } = event
      return withScores([...state.painScores, { ...noted, when, pain0to10 }])
    }
    case 'site-planned': {
      const { plan, site, detail } = event
      return { plans: [...state.plans, { ...noted, plan, site, detail, status: 'open' }] }
    }
    case 'plan-dropped':
      return withPlan(state, event.plan, (plan) => ({
        ...asOpen(plan),
        status: 'dropped',
        reason: event.reason,
        droppedBy: event.id,
      }))
    case 'needle-inserted':
    case 'needle-detailed':
    case 'needle-removed':
    case 'needle-accounted':
      return withNeedle(state, event)
    case 'all-out-called': {
      const call = { ...noted, reason: event.reason, note: event.note }
      return { allOut: state.allOut ?? call, allOutCalls: [...state.allOutCalls, call] }
    }
    case 'checklist-ticked':
      return { checklist: ticked(state.checklist, { ...noted, item: event.item, done: event.done }) }
    case 'reaction-recorded': {
      const { reaction, grade, needle, action, recoveredAfterMin } = event
      const entry = { ...noted, reaction, grade, needle, action, recoveredAfterMin }
      return { reactions: [...state.reactions, entry], noReaction: null }
    }
    case 'no-reaction-confirmed':
      return { noReaction: noted }
    case 'consent-reconfirmed':
      return { reconfirmations: [...state.reconfirmations, { ...noted, interpreter: event.interpreter }] }
    case 'consent-narrowed': {
      const { scopes, by, reason } = event
      return { narrowings: [...state.narrowings, { ...noted, scopes, by, reason }] }
    }
    case 'consent-withdrawn':
      return { withdrawal: { ...noted, by: event.by, reason: event.reason } }
    case 'count-confirmed': {
      const { inCount, outCount, accountedCount } = event
      return { count: { ...noted, inCount, outCount, accountedCount } }
    }
    case 'aftercare-given': {
      const { sheet, how, advice } = event
      return { aftercare: [...state.aftercare, { ...noted, sheet, how, advice }] }
    }
    case 'entry-retracted':
      return retracted(state, must(state.log.find(event.event), 'the retracted entry'))
    case 'session-signed':
      return { signed: { ...noted, signerName: event.signerName, registration: event.registration } }
    case 'addendum-added':
      return { addenda: [...state.addenda, addendumOf(noted, event)] }
    default:
      return unreachable(event)
  }
}

function addendumOf(noted: Noted, event: Extract<SessionEvent, { kind: 'addendum-added' }>): Addendum {
  return { ...noted, text: event.text, authorName: event.authorName, answers: event.answers ?? [] }
}

/** What a state is without one of its entries. Only of entries that `checkRetraction` lets go. */
function retracted(state: SessionState, entry: SessionEvent): Partial<SessionState> {
  return { ...undone(state, entry), retracted: new Set(state.retracted).add(entry.id) }
}

function undone(state: SessionState, entry: SessionEvent): Partial<SessionState> {
  const isOther = (noted: Noted): boolean => noted.event !== entry.id
  switch (entry.kind) {
    case 'needle-inserted':
      return {
        ...moved(retractInsertion(state, entry.needle)),
        ...(entry.plan === null ? {} : withPlan(state, entry.plan, asOpen)),
      }
    case 'needle-removed':
      return moved(retractRemoval(state, entry.needle))
    case 'needle-detailed':
      return ledgerOf(retractChange(state, entry.needle, entry.id))
    case 'finding-noted':
      return { findings: state.findings.filter(isOther) }
    case 'pain-scored':
      return withScores(state.painScores.filter(isOther))
    case 'position-changed':
      return withTurns(state, state.turns.filter(isOther))
    case 'site-planned':
      return { plans: state.plans.filter(isOther) }
    case 'plan-dropped':
      return withPlan(state, entry.plan, asOpen)
    case 'reaction-recorded':
      return { reactions: state.reactions.filter(isOther) }
    case 'no-reaction-confirmed':
      return { noReaction: null }
    case 'aftercare-given':
      return { aftercare: state.aftercare.filter(isOther) }
    default:
      throw new Error(`an entry of the kind ${entry.kind} can't be taken back`)
  }
}

function withNeedle(state: SessionState, event: NeedleEvent): Partial<SessionState> {
  const recorded = recordNeedle(state, event)
  if (event.kind === 'needle-detailed') return ledgerOf(recorded)
  if (event.kind !== 'needle-inserted' || event.plan === null) return moved(recorded)
  const { needle, plan } = event
  return {
    ...moved(recorded),
    ...withPlan(state, plan, (each) => ({ ...asOpen(each), status: 'placed', needle })),
  }
}

/** A needle went in or out, so what was counted before no longer counts. */
function moved(recorded: Result<NeedleLedger, LedgerProblem>): Partial<SessionState> {
  return { ...ledgerOf(recorded), count: null }
}

function ledgerOf(recorded: Result<NeedleLedger, LedgerProblem>): NeedleLedger {
  assert(recorded.ok, 'an accepted needle event that cannot be true')
  return recorded.value
}

function withPlan(
  state: SessionState,
  id: PlannedSite['plan'],
  change: (plan: PlannedSite) => PlannedSite,
): Partial<SessionState> {
  return { plans: state.plans.map((plan) => (plan.plan === id ? change(plan) : plan)) }
}

function asOpen({ event, at, actor, plan, site, detail }: PlannedSite): PlannedSite & { readonly status: 'open' } {
  return { event, at, actor, plan, site, detail, status: 'open' }
}

function withScores(painScores: readonly PainScore[]): Partial<SessionState> {
  const last = (when: PainScore['when']): PainScore | null =>
    painScores.findLast((score) => score.when === when) ?? null
  return { painScores, painBefore: last('before'), painAfter: last('after') }
}

function withTurns(state: SessionState, turns: readonly Turn[]): Partial<SessionState> {
  return turned(turns, state.timeOut?.position ?? null)
}

function turned(turns: readonly Turn[], first: SessionState['position']): Partial<SessionState> {
  return { turns, position: turns.at(-1)?.position ?? first }
}

function ticked(checklist: readonly Tick[], tick: Tick): readonly Tick[] {
  if (!checklist.some((each) => each.item === tick.item)) return [...checklist, tick]
  return checklist.map((each) => (each.item === tick.item ? tick : each))
}
