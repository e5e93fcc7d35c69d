/** Why an event of a session is refused: one code for one fact, with what a reader needs to put it in words. */
import type { Level, MuscleId, Region, SiteAnswerProblem } from '../atlas/index.ts'
import type { EventId, Instant, NeedleId, PlanId } from '../kernel/index.ts'
import type { NeedleOutcome, Position, SessionFactKind } from './event.ts'
import type { MissingStep } from './missing-step.ts'
import type { ElectricalSettings, NeedleDetail, Technique } from './needle.ts'

/** Where in a needle's detail, such as `depthMm` or `electrical.frequencyHz`. */
export type DetailField = keyof NeedleDetail | `electrical.${keyof ElectricalSettings}` | 'twitch.count'

export type DetailProblem =
  | { readonly code: 'detail-out-of-range'; readonly field: DetailField; readonly from: number; readonly to: number }
  | { readonly code: 'depth-beyond-length'; readonly depthMm: number; readonly lengthMm: number }
  | { readonly code: 'electrical-settings-without-current'; readonly technique: Technique }

export type SiteProblem =
  | { readonly code: 'muscle-unknown'; readonly muscle: string }
  | {
      readonly code: 'level-not-of-muscle'
      readonly muscle: MuscleId
      readonly level: Level
      readonly levels: readonly Level[]
    }
  | { readonly code: 'level-missing'; readonly muscle: MuscleId; readonly levels: readonly Level[] }
  | { readonly code: 'point-off-the-plate' }

/** What screening, consent and the course of the session say against a needle. */
export type PermissionProblem =
  | { readonly code: 'time-out-missing' }
  | { readonly code: 'position-not-lying'; readonly position: Position }
  | { readonly code: 'screening-bars-needling' }
  | { readonly code: 'screening-bars-region'; readonly region: Region }
  | { readonly code: 'screening-bars-technique'; readonly technique: Technique }
  | { readonly code: 'technique-unknown'; readonly barredTechniques: readonly Technique[] }
  | { readonly code: 'consent-lacks-region'; readonly region: Region }
  | { readonly code: 'consent-lacks-electrical' }
  | { readonly code: 'consent-withdrawn' }
  /** The last region: the consent is withdrawn then, not narrowed. */
  | { readonly code: 'narrowing-leaves-nothing' }
  | { readonly code: 'all-out-called' }

/** What the atlas says against a needle. `words`: what stands against it. */
export type DangerProblem =
  | SiteAnswerProblem
  | { readonly code: 'site-needs-reason'; readonly rules: readonly string[]; readonly words: readonly string[] }
  | { readonly code: 'site-barred'; readonly rules: readonly string[]; readonly words: readonly string[] }

export type LedgerProblem =
  | { readonly code: 'needle-already-used'; readonly needle: NeedleId }
  | { readonly code: 'needle-unknown'; readonly needle: NeedleId }
  | { readonly code: 'needle-not-in'; readonly needle: NeedleId; readonly outcome: NeedleOutcome }
  | { readonly code: 'needle-not-out'; readonly needle: NeedleId; readonly outcome: NeedleOutcome }
  | { readonly code: 'needle-touched-since'; readonly needle: NeedleId }
  | { readonly code: 'removed-before-inserted'; readonly needle: NeedleId; readonly insertedAt: Instant }

export type RetractionProblem =
  | { readonly code: 'entry-unknown'; readonly event: EventId }
  | { readonly code: 'entry-already-retracted'; readonly event: EventId }
  /** What was checked, counted, signed or reported as an incident stands: it is added to, never taken back. */
  | { readonly code: 'entry-stands'; readonly event: EventId; readonly kind: SessionFactKind }

export type SessionProblem =
  | DetailProblem
  | SiteProblem
  | PermissionProblem
  | DangerProblem
  | LedgerProblem
  | RetractionProblem
  | { readonly code: 'session-not-opened' }
  | { readonly code: 'session-already-opened' }
  | { readonly code: 'event-of-another-session' }
  | { readonly code: 'event-id-reused'; readonly event: EventId }
  | { readonly code: 'event-ahead-of-clock'; readonly at: Instant; readonly now: Instant }
  | { readonly code: 'skew-out-of-range'; readonly limitMs: number }
  | { readonly code: 'session-full'; readonly limit: number }
  | { readonly code: 'session-signed' }
  | { readonly code: 'session-not-signed' }
  | { readonly code: 'time-out-already-done' }
  | { readonly code: 'plan-unknown'; readonly plan: PlanId }
  | { readonly code: 'plan-already-made'; readonly plan: PlanId }
  | { readonly code: 'plan-not-open'; readonly plan: PlanId; readonly status: 'placed' | 'dropped' }
  | { readonly code: 'plan-of-another-site'; readonly plan: PlanId }
  | { readonly code: 'pain-out-of-range' }
  | { readonly code: 'recovery-out-of-range' }
  | { readonly code: 'incident-needs-account' }
  | { readonly code: 'incident-needs-second-person' }
  | { readonly code: 'checklist-item-unknown'; readonly item: string }
  | { readonly code: 'reaction-already-recorded' }
  | {
      readonly code: 'count-differs'
      readonly inCount: number
      readonly outCount: number
      readonly accountedCount: number
    }
  | { readonly code: 'needles-unaccounted'; readonly leftCount: number }
  | { readonly code: 'not-ready-to-sign'; readonly missing: readonly MissingStep[] }
