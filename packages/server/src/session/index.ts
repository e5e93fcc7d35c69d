export { type Desk, openSession, type SentEvent, sendEvents } from './session.commands.ts'
export { SessionMemory } from './session-memory.ts'
export { sessionRoom } from './session.routes.ts'
