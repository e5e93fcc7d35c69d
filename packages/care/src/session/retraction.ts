/**
 * Which entries can be taken back. An undo is an event of its own: the entry stays in the list, struck through.
 *
 * What was checked, counted, signed, called out or reported as an incident stands; it is answered by a further entry.
 */
import type { EventId } from '../kernel/index.ts'
import { checkDetail } from './detail.ts'
import type { SessionEvent } from './event.ts'
import { findNeedle, retractChange, retractInsertion, retractRemoval } from './needle-ledger.ts'
import type { SessionProblem } from './problem.ts'
import type { SessionState } from './state.ts'

/** Why the entry can't be taken back now, or null. */
export function checkRetraction(state: SessionState, id: EventId): SessionProblem | null {
  const entry = state.log.find(id)
  if (!entry) return { code: 'entry-unknown', event: id }
  if (state.retracted.has(id)) return { code: 'entry-already-retracted', event: id }
  switch (entry.kind) {
    case 'needle-inserted':
      return checkInsertionBack(state, entry)
    case 'needle-removed': {
      const back = retractRemoval(state, entry.needle)
      return back.ok ? null : back.problem
    }
    case 'needle-detailed':
      return checkDetailBack(state, entry)
    case 'site-planned':
      return checkPlanBack(state, entry)
    case 'plan-dropped':
    case 'finding-noted':
    case 'pain-scored':
    case 'position-changed':
    case 'reaction-recorded':
    case 'no-reaction-confirmed':
    case 'aftercare-given':
      return null
    case 'session-opened':
    case 'time-out-confirmed':
    case 'needle-accounted':
    case 'all-out-called':
    case 'checklist-ticked':
    case 'consent-reconfirmed':
    case 'consent-narrowed':
    case 'consent-withdrawn':
    case 'count-confirmed':
    case 'entry-retracted':
    case 'session-signed':
    case 'addendum-added':
      return { code: 'entry-stands', event: id, kind: entry.kind }
  }
}

type EventOf<Kind extends SessionEvent['kind']> = Extract<SessionEvent, { readonly kind: Kind }>

function checkInsertionBack(state: SessionState, entry: EventOf<'needle-inserted'>): SessionProblem | null {
  const back = retractInsertion(state, entry.needle)
  if (!back.ok) return back.problem
  // A reaction that names the needle says that it was there.
  const isNamed = state.reactions.some((reaction) => reaction.needle === entry.needle)
  return isNamed ? { code: 'needle-touched-since', needle: entry.needle } : null
}

/** What the needle would be without this word on it must be possible too. */
function checkDetailBack(state: SessionState, entry: EventOf<'needle-detailed'>): SessionProblem | null {
  const back = retractChange(state, entry.needle, entry.id)
  if (!back.ok) return back.problem
  const needle = findNeedle(back.value, entry.needle)
  return needle ? checkDetail(needle.detail) : { code: 'needle-unknown', needle: entry.needle }
}

function checkPlanBack(state: SessionState, entry: EventOf<'site-planned'>): SessionProblem | null {
  const plan = state.plans.find((each) => each.plan === entry.plan)
  if (!plan) return { code: 'plan-unknown', plan: entry.plan }
  return plan.status === 'open' ? null : { code: 'plan-not-open', plan: plan.plan, status: plan.status }
}
