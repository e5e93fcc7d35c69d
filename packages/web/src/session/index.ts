export { OutboxTag } from './OutboxTag.tsx'
export { SessionMini } from './SessionMini.tsx'
export { UnsentCard } from './UnsentCard.tsx'
export { newSessionId, openNewSession } from './open-session.ts'
