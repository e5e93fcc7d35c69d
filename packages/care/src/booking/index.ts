export { assign, type Assignment, leastBooked, overbook, type Wanted } from './assign.ts'
export {
  BOOKING_STATES,
  type BookingId,
  type BookingStanding,
  type BookingState,
  type BookingStateProblem,
  checkCancelling,
  checkNextState,
  stateAt,
  takesTime,
} from './booking-state.ts'
export { type CalendarEntry, calendarFile } from './calendar-file.ts'
export { type DayPart, dayPartOf, earliestInEachPart } from './day-part.ts'
export {
  handsOf,
  type Occupancy,
  occupancyOf,
  placeOf,
  type Resource,
  roomResource,
  type Taking,
} from './occupancy.ts'
export { type DueMessage, type MessageKind, messagesFor, type SentMessage, USUAL_MESSAGES } from './messages.ts'
export { type OpenPart, openPartsOn } from './open-time.ts'
export {
  calendarDayOf,
  type EpochDay,
  epochDayOf,
  parseRecurrence,
  type Recurrence,
  type RecurrenceProblem,
} from './recurrence.ts'
export { type Slot, type SlotQuery, slots } from './slots.ts'
export type { Span } from './span.ts'
export {
  type BookableClinician,
  type BookableLocation,
  type Closure,
  type Hours,
  lengthMinOf,
  type OpenMinutes,
  type OtherHours,
  type Phase,
  type Room,
  type RoomId,
  readSupply,
  checkService,
  type Service,
  type ServiceId,
  type ServiceProblem,
  type Supply,
} from './supply.ts'
export {
  epochMsAtWall,
  isShown,
  parseWallTime,
  type WallTime,
  wallMsOf,
  wallTimeAt,
  wallTimeOf,
  zoneClock,
} from './zone.ts'
