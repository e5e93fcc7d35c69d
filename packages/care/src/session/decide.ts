/**
 * The session's rules: is this event possible now? Run by the tablet before it is kept and by the server before it is stored.
 *
 * A refusal changes nothing. The same event twice is accepted twice and counts once. Rules: SES-1 the needle and its site,
 * SES-2 single use, SES-3 the count, SES-4 all out, SES-5 the time-out, SES-6 and SES-7 what the atlas asks and stops, SES-8 a signed session is locked.
 */
import { epochMsOf, err, type Instant, ok, type Result, unreachable } from '../kernel/index.ts'
import { countNeedles, isSameCount } from './count.ts'
import { checkDetail } from './detail.ts'
import type { SessionEvent } from './event.ts'
import { applyEvent } from './fold.ts'
import { missingBeforeSigning } from './missing.ts'
import { findNeedle, recordNeedle } from './needle-ledger.ts'
import { checkCourse, checkCover, checkInsertion, checkSite, checkTechnique, isLying, narrowed } from './permission.ts'
import { checkDanger } from './placing.ts'
import type { SessionProblem } from './problem.ts'
import { checkRetraction } from './retraction.ts'
import { isSameEvent } from './same-event.ts'
import { happenedAt, MAX_SKEW_MS } from './skew.ts'
import type { SessionState } from './state.ts'
import { isChecklistItem } from './vasovagal.ts'

/** A device's clock may go ahead of ours by so much. */
export const CLOCK_AHEAD_MS = 10 * 60_000
/** Nobody needles so long; a device that runs wild does. */
export const MAX_EVENTS = 5000

/**
 * The state after the event, or why it can't be. An event that is already there gives the very same state back.
 *
 * @param now the judge's own clock; an event dated more than 10 minutes after it is refused
 */
export function decideEvent(
  state: SessionState,
  event: SessionEvent,
  now: Instant,
): Result<SessionState, SessionProblem> {
  const known = state.log.find(event.id)
  if (known) return isSameEvent(known, event) ? ok(state) : err({ code: 'event-id-reused', event: event.id })
  const problem = checkEnvelope(state, event, now) ?? checkFact(state, event)
  return problem ? err(problem) : ok(applyEvent(state, event))
}

/** Whether the very event is there already; false also when another one has its id. */
export function isAlreadyThere(state: SessionState, event: SessionEvent): boolean {
  const known = state.log.find(event.id)
  return known !== undefined && isSameEvent(known, event)
}

function checkEnvelope(state: SessionState, event: SessionEvent, now: Instant): SessionProblem | null {
  if (state.session !== null && state.session !== event.session) return { code: 'event-of-another-session' }
  if (event.skewMs !== undefined && !isSkew(event.skewMs)) return { code: 'skew-out-of-range', limitMs: MAX_SKEW_MS }
  if (event.kind === 'session-opened') return state.opened ? { code: 'session-already-opened' } : checkClock(event, now)
  if (!state.opened) return { code: 'session-not-opened' }
  // SES-8: signed is locked; what comes after is an addendum.
  if (state.signed && event.kind !== 'addendum-added') return { code: 'session-signed' }
  if (state.log.length >= MAX_EVENTS) return { code: 'session-full', limit: MAX_EVENTS }
  return checkClock(event, now)
}

/** A clock that is known to be wrong is put right first, so that a tablet an hour off can still chart. */
function checkClock(event: SessionEvent, now: Instant): SessionProblem | null {
  const at = happenedAt(event)
  return epochMsOf(at) > epochMsOf(now) + CLOCK_AHEAD_MS ? { code: 'event-ahead-of-clock', at, now } : null
}

function checkFact(state: SessionState, event: SessionEvent): SessionProblem | null {
  switch (event.kind) {
    case 'session-opened':
    case 'finding-noted':
    case 'position-changed':
    case 'all-out-called':
    case 'aftercare-given':
      return null
    case 'time-out-confirmed':
      return checkTimeOut(state, event)
    case 'pain-scored':
      return event.pain0to10 === 'not-asked' || isPain(event.pain0to10) ? null : { code: 'pain-out-of-range' }
    case 'site-planned':
      return checkPlan(state, event)
    case 'plan-dropped':
      return checkOpenPlan(state, event.plan)
    case 'needle-inserted':
      return checkNeedleIn(state, event)
    case 'needle-detailed':
      return checkNeedleDetail(state, event)
    case 'needle-removed':
    case 'needle-accounted':
      return checkNeedleOut(state, event)
    case 'checklist-ticked':
      return isChecklistItem(event.item) ? null : { code: 'checklist-item-unknown', item: event.item }
    case 'reaction-recorded':
      return checkReaction(state, event)
    case 'no-reaction-confirmed':
      return state.reactions.length > 0 ? { code: 'reaction-already-recorded' } : null
    case 'consent-reconfirmed':
      return state.withdrawal ? { code: 'consent-withdrawn' } : null
    case 'consent-narrowed':
      return checkNarrowing(state, event)
    case 'consent-withdrawn':
      return state.withdrawal ? { code: 'consent-withdrawn' } : null
    case 'count-confirmed':
      return checkCount(state, event)
    case 'entry-retracted':
      return checkRetraction(state, event.event)
    case 'session-signed':
      return checkSigning(state)
    case 'addendum-added':
      return state.signed ? null : { code: 'session-not-signed' }
    default:
      return unreachable(event)
  }
}

type EventOf<Kind extends SessionEvent['kind']> = Extract<SessionEvent, { readonly kind: Kind }>

/** SES-5. */
function checkTimeOut(state: SessionState, event: EventOf<'time-out-confirmed'>): SessionProblem | null {
  const stop = checkCourse(state)
  if (stop) return stop
  if (state.timeOut) return { code: 'time-out-already-done' }
  if (!event.screening.mayNeedle) return { code: 'screening-bars-needling' }
  if (!isLying(event.position)) return { code: 'position-not-lying', position: event.position }
  // "Consent covers the plan" is one of the four: it is judged, not only ticked.
  for (const plan of state.plans) {
    const problem = plan.status === 'open' ? checkCover(narrowed(state, event), plan.site, plan.detail) : null
    if (problem) return problem
  }
  return null
}

function checkPlan(state: SessionState, event: EventOf<'site-planned'>): SessionProblem | null {
  if (state.log.events().some((each) => each.kind === 'site-planned' && each.plan === event.plan)) {
    return { code: 'plan-already-made', plan: event.plan }
  }
  return (
    checkCourse(state) ??
    checkSite(event.site) ??
    checkDetail(event.detail) ??
    (state.timeOut && checkCover(narrowed(state, state.timeOut), event.site, event.detail))
  )
}

/** A part can be taken back once the time-out said what there is; taking back the last of it is a withdrawal. */
function checkNarrowing(state: SessionState, event: EventOf<'consent-narrowed'>): SessionProblem | null {
  if (state.withdrawal) return { code: 'consent-withdrawn' }
  if (!state.timeOut) return { code: 'time-out-missing' }
  const { consent } = narrowed(state, state.timeOut)
  const left = consent.regions.filter((region) => !event.scopes.includes(region))
  return left.length === 0 ? { code: 'narrowing-leaves-nothing' } : null
}

function checkOpenPlan(state: SessionState, id: EventOf<'plan-dropped'>['plan']): SessionProblem | null {
  const plan = state.plans.find((each) => each.plan === id)
  if (!plan) return { code: 'plan-unknown', plan: id }
  return plan.status === 'open' ? null : { code: 'plan-not-open', plan: id, status: plan.status }
}

function checkNeedleIn(state: SessionState, event: EventOf<'needle-inserted'>): SessionProblem | null {
  const { site, detail, plan } = event
  return (
    checkSite(site) ??
    checkInsertion(state, site, detail) ??
    checkDetail(detail) ??
    checkDanger(state, event) ??
    problemOf(recordNeedle(state, event)) ??
    (plan === null ? null : checkPlacing(state, plan, event))
  )
}

/** A planned needle goes into the planned muscle and side; its level and settings may be bettered at the table. */
function checkPlacing(
  state: SessionState,
  id: EventOf<'plan-dropped'>['plan'],
  { site }: EventOf<'needle-inserted'>,
): SessionProblem | null {
  const problem = checkOpenPlan(state, id)
  if (problem) return problem
  const planned = state.plans.find((each) => each.plan === id)?.site
  const isPlanned = planned?.muscle === site.muscle && planned.side === site.side
  return isPlanned ? null : { code: 'plan-of-another-site', plan: id }
}

function checkNeedleDetail(state: SessionState, event: EventOf<'needle-detailed'>): SessionProblem | null {
  const needle = findNeedle(state, event.needle)
  if (!needle) return { code: 'needle-unknown', needle: event.needle }
  const detail = { ...needle.detail, ...event.change }
  const impossible = checkDetail(detail)
  // Only a change of technique is judged again, so that the twitch of an old needle can always be written down.
  if (impossible || !event.change.technique || !state.timeOut) return impossible
  return checkTechnique(narrowed(state, state.timeOut), detail)
}

function checkNeedleOut(
  state: SessionState,
  event: EventOf<'needle-removed' | 'needle-accounted'>,
): SessionProblem | null {
  const problem = problemOf(recordNeedle(state, event))
  if (problem || event.kind === 'needle-removed') return problem
  // SES-3: the only other way out of the body is an incident, told, with a second person's name.
  if (event.what.trim() === '') return { code: 'incident-needs-account' }
  return event.secondPerson.trim() === '' ? { code: 'incident-needs-second-person' } : null
}

function checkReaction(state: SessionState, event: EventOf<'reaction-recorded'>): SessionProblem | null {
  const { needle, recoveredAfterMin } = event
  if (needle !== null && !findNeedle(state, needle)) return { code: 'needle-unknown', needle }
  const isPossible = recoveredAfterMin === null || (recoveredAfterMin >= 0 && recoveredAfterMin <= 24 * 60)
  return isPossible ? null : { code: 'recovery-out-of-range' }
}

/** SES-3: what was counted at the table must be what was charted, with nothing left in the body. */
function checkCount(state: SessionState, event: EventOf<'count-confirmed'>): SessionProblem | null {
  const count = countNeedles(state)
  if (count.leftCount > 0) return { code: 'needles-unaccounted', leftCount: count.leftCount }
  const { inCount, outCount, accountedCount } = count
  return isSameCount(event, count) ? null : { code: 'count-differs', inCount, outCount, accountedCount }
}

function checkSigning(state: SessionState): SessionProblem | null {
  const { leftCount } = countNeedles(state)
  if (leftCount > 0) return { code: 'needles-unaccounted', leftCount }
  const missing = missingBeforeSigning(state)
  return missing.length > 0 ? { code: 'not-ready-to-sign', missing } : null
}

function isSkew(skewMs: number): boolean {
  return Number.isInteger(skewMs) && Math.abs(skewMs) <= MAX_SKEW_MS
}

function isPain(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 10
}

function problemOf<P extends SessionProblem>(result: Result<unknown, P>): P | null {
  return result.ok ? null : result.problem
}
