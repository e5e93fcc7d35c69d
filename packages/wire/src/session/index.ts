export { type SentEvent, sentEvent, sentOf, storedEvent } from './event.wire.ts'
export { sessionNote } from './note.wire.ts'
export {
  type SessionLine,
  type SessionRecord,
  type SessionStateView,
  type SessionView,
  sessionLine,
  sessionRecord,
  sessionRoutes,
  sessionStateView,
  sessionView,
  type Verdict,
  verdict,
} from './session.wire.ts'
export { shorthandReading } from './shorthand.wire.ts'
