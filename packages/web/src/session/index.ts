export { OutboxTag } from './OutboxTag.tsx'
export { SessionMini } from './SessionMini.tsx'
export { newSessionId, openNewSession } from './open-session.ts'
