/**
 * The events of a session: everything that happened at the table, in the order in which it was accepted.
 *
 * The list is only ever added to. State, note, PDF and reports are folds over it, so they can't disagree.
 */
import { REGIONS, type Region, type Site, type SiteAnswer } from '../atlas/index.ts'
import type {
  AccountId,
  ConsentId,
  DeviceId,
  EventId,
  Instant,
  NeedleId,
  PatientId,
  PlanId,
  ScreeningId,
  SessionId,
} from '../kernel/index.ts'
import type { NeedleDetail, Technique } from './needle.ts'

export const POSITIONS = ['prone', 'supine', 'side-lying-left', 'side-lying-right', 'seated', 'standing'] as const
/** `side-lying-left` lies on the left side. */
export type Position = (typeof POSITIONS)[number]

/** What screening allowed when the session was timed out, copied in so that the fold needs nothing from outside. */
export type ScreeningFacts = {
  readonly screening: ScreeningId
  readonly rulesVersion: string
  /** False when screening says: do not needle this patient today at all. */
  readonly mayNeedle: boolean
  readonly barredRegions: readonly Region[]
  readonly barredTechniques: readonly Technique[]
  /** One short line each, such as `Faints at needles`. */
  readonly precautions: readonly string[]
}

/** What the patient consented to, copied in for the same reason. */
export type ConsentFacts = {
  readonly consent: ConsentId
  readonly textVersion: string
  readonly regions: readonly Region[]
  /** Electrical needling is agreed to apart from needling by hand. */
  readonly electrical: boolean
}

export const INCIDENT_KINDS = ['broken', 'retained', 'dropped', 'missing'] as const
/** How a needle that can't be counted out was accounted for. */
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** Where a needle is now: in the body, out of it, or accounted for by an incident. */
export type NeedleOutcome = 'in-body' | 'out' | IncidentKind

export const REACTION_KINDS = [
  'felt-faint',
  'fainted',
  'bleeding',
  'bruising',
  'pain-during',
  'soreness',
  'aggravation',
  'drowsy',
  'dizzy',
  'nausea',
  'sweating',
  'headache',
  'emotional',
  'skin-irritation',
  'numbness-or-weakness',
  'breathlessness',
  'other',
] as const
export type ReactionKind = (typeof REACTION_KINDS)[number]
/** Grades after White as used by Physiotherapy Alberta [S39]. */
export const REACTION_GRADES = ['mild', 'significant', 'serious'] as const
export type ReactionGrade = (typeof REACTION_GRADES)[number]

export const ALL_OUT_REASONS = ['felt-faint', 'patient-asked', 'pain', 'other'] as const
export type AllOutReason = (typeof ALL_OUT_REASONS)[number]

export const WITHDRAWN_BY = ['patient', 'clinician'] as const
export type WithdrawnBy = (typeof WITHDRAWN_BY)[number]

export const NARROWED_SCOPES = [...REGIONS, 'electrical'] as const
/** What a consent can lose at the table while the rest of it holds. */
export type NarrowedScope = (typeof NARROWED_SCOPES)[number]

export const AFTERCARE_WAYS = ['told', 'printed', 'sent'] as const
export type AftercareWay = (typeof AFTERCARE_WAYS)[number]

export type TimeOutChecks = {
  readonly rightPatient: true
  readonly screeningRechecked: true
  readonly consentCoversPlan: true
  readonly positionLying: true
}

export type SessionFact =
  | { readonly kind: 'session-opened'; readonly patient: PatientId; readonly reason: string }
  | {
      readonly kind: 'time-out-confirmed'
      readonly checks: TimeOutChecks
      readonly position: Position
      readonly screening: ScreeningFacts
      readonly consent: ConsentFacts
    }
  | { readonly kind: 'position-changed'; readonly position: Position }
  | { readonly kind: 'finding-noted'; readonly text: string }
  | { readonly kind: 'pain-scored'; readonly when: 'before' | 'after'; readonly pain0to10: number | 'not-asked' }
  | { readonly kind: 'site-planned'; readonly plan: PlanId; readonly site: Site; readonly detail: NeedleDetail }
  | { readonly kind: 'plan-dropped'; readonly plan: PlanId; readonly reason: string }
  | {
      readonly kind: 'needle-inserted'
      readonly needle: NeedleId
      readonly site: Site
      readonly detail: NeedleDetail
      readonly plan: PlanId | null
      /** SES-6: what was answered to the atlas's questions at this site. */
      readonly answers?: readonly SiteAnswer[]
      /** SES-7: why it goes in although a source advises against it, in the clinician's words. */
      readonly reason?: string
    }
  | { readonly kind: 'needle-detailed'; readonly needle: NeedleId; readonly change: Partial<NeedleDetail> }
  | { readonly kind: 'needle-removed'; readonly needle: NeedleId }
  | {
      readonly kind: 'needle-accounted'
      readonly needle: NeedleId
      readonly incident: IncidentKind
      readonly what: string
      readonly secondPerson: string
    }
  | {
      readonly kind: 'all-out-called'
      readonly reason: AllOutReason
      readonly note: string
    }
  | { readonly kind: 'checklist-ticked'; readonly item: string; readonly done: boolean }
  | {
      readonly kind: 'reaction-recorded'
      readonly reaction: ReactionKind
      readonly grade: ReactionGrade
      readonly needle: NeedleId | null
      readonly action: string
      readonly recoveredAfterMin: number | null
    }
  | { readonly kind: 'no-reaction-confirmed' }
  /** The patient was asked again and said yes, by word of mouth. The interpreter's name, if there was one. */
  | { readonly kind: 'consent-reconfirmed'; readonly interpreter: string | null }
  | {
      readonly kind: 'consent-narrowed'
      readonly scopes: readonly NarrowedScope[]
      readonly by: WithdrawnBy
      readonly reason: string
    }
  | { readonly kind: 'consent-withdrawn'; readonly by: WithdrawnBy; readonly reason: string }
  | {
      readonly kind: 'count-confirmed'
      readonly inCount: number
      readonly outCount: number
      readonly accountedCount: number
    }
  | {
      readonly kind: 'aftercare-given'
      readonly sheet: string
      readonly how: AftercareWay
      readonly advice: readonly string[]
    }
  | { readonly kind: 'entry-retracted'; readonly event: EventId; readonly reason: string }
  | { readonly kind: 'session-signed'; readonly signerName: string; readonly registration: string | null }
  | {
      readonly kind: 'addendum-added'
      readonly text: string
      readonly authorName: string
      /** The late entries that this addendum answers, whether it takes them into the record or says why not. */
      readonly answers?: readonly EventId[]
    }

export type SessionFactKind = SessionFact['kind']

/**
 * One event as it is stored. `at` is the device's clock; `actor` is set by the server from the sign-in, never by the client.
 * `skewMs` is how far that clock was ahead of the server's (negative: behind); absent when nobody had measured it.
 */
export type SessionEvent = {
  readonly id: EventId
  readonly session: SessionId
  readonly device: DeviceId
  readonly actor: AccountId
  readonly at: Instant
  readonly skewMs?: number
} & SessionFact
