export { ANSWERS, type Answer } from './answer.ts'
export { assert, Bug, must, unreachable } from './assert.ts'
export type { Brand } from './brand.ts'
export {
  type AccountId,
  asId,
  type ClinicId,
  type ConsentId,
  type ConsentTextId,
  type DeviceId,
  type EventId,
  isUuid,
  type LetterId,
  type LocationId,
  type NeedleId,
  type PatientId,
  type PlanId,
  type ScreeningId,
  type SessionId,
  uuidV7,
} from './id.ts'
export { readingGrade } from './reading-level.ts'
export { err, ok, type Problem, type Result } from './result.ts'
export { foldText, hasControlCharacter } from './text.ts'
export {
  ageOn,
  type CalendarDay,
  epochMsOf,
  type Instant,
  instantOf,
  parseDay,
  parseInstant,
  type TimeProblem,
} from './time.ts'
