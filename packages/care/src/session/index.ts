export {
  type Advice,
  AFTERCARE_ADVICE,
  AFTERCARE_SHEET,
  adviceFor,
  needledRegions,
} from './aftercare.ts'
export { countNeedles, equationOf, isSameCount, type NeedleCount } from './count.ts'
export { CLOCK_AHEAD_MS, decideEvent, isAlreadyThere, MAX_EVENTS } from './decide.ts'
export { type Bounds, checkDetail, DETAIL_BOUNDS } from './detail.ts'
export {
  AFTERCARE_WAYS,
  type AftercareWay,
  ALL_OUT_REASONS,
  type AllOutReason,
  type ConsentFacts,
  INCIDENT_KINDS,
  type IncidentKind,
  NARROWED_SCOPES,
  type NarrowedScope,
  type NeedleOutcome,
  POSITIONS,
  type Position,
  REACTION_GRADES,
  REACTION_KINDS,
  type ReactionGrade,
  type ReactionKind,
  type ScreeningFacts,
  type SessionEvent,
  type SessionFact,
  type SessionFactKind,
  type TimeOutChecks,
  WITHDRAWN_BY,
  type WithdrawnBy,
} from './event.ts'
export type { EventLog } from './event-log.ts'
export { applyEvent, foldEvents } from './fold.ts'
export { isKeptWhenLate, type LateEntry, lateNeedlesLeft, unansweredLate } from './late.ts'
export { missingBeforeSigning } from './missing.ts'
export { MISSING_STEPS, type MissingStep } from './missing-step.ts'
export {
  BARE_NEEDLE,
  DIRECTIONS,
  type ElectricalSettings,
  type Needle,
  type NeedleDetail,
  type NeedleDirection,
  TECHNIQUES,
  type Technique,
  type Twitch,
} from './needle.ts'
export {
  type ChartedNeedle,
  findNeedle,
  type Incident,
  type NeedleLedger,
  needlesInBody,
} from './needle-ledger.ts'
export { type NoteAbout, writeNote } from './note.ts'
export type { NoteAddendum, NoteEntry, NoteNeedle, SessionNote } from './note-shape.ts'
export {
  checkCover,
  checkInsertion,
  checkSite,
  isLevelNeeded,
  isLying,
  LYING_POSITIONS,
  narrowed,
  needlesWithoutConsent,
} from './permission.ts'
export { answersOfPatient, assessAtTable } from './placing.ts'
export type {
  DangerProblem,
  DetailField,
  DetailProblem,
  LedgerProblem,
  PermissionProblem,
  RetractionProblem,
  SessionProblem,
  SiteProblem,
} from './problem.ts'
export { REMOVAL_ORDER_UNREVIEWED, removalOrder } from './removal-order.ts'
export { checkRetraction } from './retraction.ts'
export { isSameEvent } from './same-event.ts'
export { carriedSettings, MAX_LINE_LENGTH, MAX_NEEDLES_A_LINE, readShorthand } from './shorthand/read.ts'
export {
  type NeedleDraft,
  type ShorthandProblem,
  type ShorthandReading,
  type ShorthandToken,
  type Suggestion,
  TOKEN_MEANINGS,
  type TokenMeaning,
} from './shorthand/reading.ts'
export { suggestShorthand } from './shorthand/suggest.ts'
export { writeShorthand } from './shorthand/write.ts'
export { happenedAt, MAX_SKEW_MS, measureSkew } from './skew.ts'
export {
  type Addendum,
  type AftercareGiven,
  type AllOutCall,
  type CountConfirmation,
  emptySession,
  type Finding,
  type Noted,
  type PainScore,
  type PlannedSite,
  type Reaction,
  type SessionPhase,
  type SessionState,
  type Signature,
  type Tick,
  type TimeOut,
  type Turn,
  type Withdrawal,
} from './state.ts'
export { type ChecklistItem, VASOVAGAL_CHECKLIST } from './vasovagal.ts'
export { EVENT_VERSION, EVENT_VERSIONS, type EventVersion } from './version.ts'
