/**
 * What a session is after its events: the one picture from which screen, note, PDF and reports are made.
 *
 * Nothing in it comes from anywhere but the events. It is never changed: each event gives a new one.
 */
import type { Site } from '../atlas/index.ts'
import type { AccountId, EventId, Instant, NeedleId, PatientId, PlanId, SessionId } from '../kernel/index.ts'
import type {
  AftercareWay,
  AllOutReason,
  ConsentFacts,
  NarrowedScope,
  Position,
  ReactionGrade,
  ReactionKind,
  ScreeningFacts,
  WithdrawnBy,
} from './event.ts'
import { EventLog } from './event-log.ts'
import type { NeedleDetail } from './needle.ts'
import { EMPTY_LEDGER, type NeedleLedger } from './needle-ledger.ts'

/**
 * The last of these that was reached, in this order of weight: signed, withdrawn, all-out-called, needling.
 * In `withdrawn` and `all-out-called` needles only come out.
 */
export type SessionPhase = 'before-time-out' | 'needling' | 'all-out-called' | 'withdrawn' | 'signed'

/** Who entered it, when, and as which event. */
export type Noted = { readonly event: EventId; readonly at: Instant; readonly actor: AccountId }

export type TimeOut = Noted & {
  readonly position: Position
  readonly screening: ScreeningFacts
  readonly consent: ConsentFacts
}
export type Turn = Noted & { readonly position: Position }
export type Finding = Noted & { readonly text: string }
export type PainScore = Noted & { readonly when: 'before' | 'after'; readonly pain0to10: number | 'not-asked' }
export type AllOutCall = Noted & { readonly reason: AllOutReason; readonly note: string }
export type Tick = Noted & { readonly item: string; readonly done: boolean }
export type Reaction = Noted & {
  readonly reaction: ReactionKind
  readonly grade: ReactionGrade
  readonly needle: NeedleId | null
  readonly action: string
  readonly recoveredAfterMin: number | null
}
export type Withdrawal = Noted & { readonly by: WithdrawnBy; readonly reason: string }
export type Reconfirmation = Noted & { readonly interpreter: string | null }
export type Narrowing = Noted & {
  readonly scopes: readonly NarrowedScope[]
  readonly by: WithdrawnBy
  readonly reason: string
}
export type CountConfirmation = Noted & {
  readonly inCount: number
  readonly outCount: number
  readonly accountedCount: number
}
export type AftercareGiven = Noted & {
  readonly sheet: string
  readonly how: AftercareWay
  readonly advice: readonly string[]
}
export type Signature = Noted & { readonly signerName: string; readonly registration: string | null }
export type Addendum = Noted & {
  readonly text: string
  readonly authorName: string
  /** Late entries that it answers. */
  readonly answers: readonly EventId[]
}

export type PlannedSite = Noted & {
  readonly plan: PlanId
  readonly site: Site
  readonly detail: NeedleDetail
} & (
    | { readonly status: 'open' }
    | { readonly status: 'placed'; readonly needle: NeedleId }
    | { readonly status: 'dropped'; readonly reason: string; readonly droppedBy: EventId }
  )

export type SessionState = NeedleLedger & {
  /** Null until the session is opened. */
  readonly session: SessionId | null
  readonly patient: PatientId | null
  readonly reason: string
  readonly opened: Noted | null
  readonly phase: SessionPhase
  readonly timeOut: TimeOut | null
  /** How the patient lies now. */
  readonly position: Position | null
  /** Each turn after the time-out, oldest first. */
  readonly turns: readonly Turn[]
  readonly plans: readonly PlannedSite[]
  readonly findings: readonly Finding[]
  /** Every score, oldest first; the last of its kind counts. */
  readonly painScores: readonly PainScore[]
  readonly painBefore: PainScore | null
  readonly painAfter: PainScore | null
  /** The first call; any more are kept beside it. */
  readonly allOut: AllOutCall | null
  readonly allOutCalls: readonly AllOutCall[]
  /** The last tick of each item, in the order of the first. */
  readonly checklist: readonly Tick[]
  readonly reactions: readonly Reaction[]
  /** Somebody asked, and there was none. Null as soon as there is one. */
  readonly noReaction: Noted | null
  readonly withdrawal: Withdrawal | null
  /** What the consent lost while the rest of it held, oldest first. */
  readonly narrowings: readonly Narrowing[]
  /** Each time the patient was asked again and said yes. */
  readonly reconfirmations: readonly Reconfirmation[]
  /** Null again as soon as a needle goes in or out: a count is of what was there when it was counted. */
  readonly count: CountConfirmation | null
  readonly aftercare: readonly AftercareGiven[]
  readonly signed: Signature | null
  readonly addenda: readonly Addendum[]
  readonly retracted: ReadonlySet<EventId>
  readonly log: EventLog
}

/** A session of which nothing is known yet. */
export function emptySession(session: SessionId | null = null): SessionState {
  return {
    ...EMPTY_LEDGER,
    session,
    patient: null,
    reason: '',
    opened: null,
    phase: 'before-time-out',
    timeOut: null,
    position: null,
    turns: [],
    plans: [],
    findings: [],
    painScores: [],
    painBefore: null,
    painAfter: null,
    allOut: null,
    allOutCalls: [],
    checklist: [],
    reactions: [],
    noReaction: null,
    withdrawal: null,
    narrowings: [],
    reconfirmations: [],
    count: null,
    aftercare: [],
    signed: null,
    addenda: [],
    retracted: new Set(),
    log: EventLog.empty(),
  }
}
