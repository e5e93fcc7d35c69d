export { SessionMini } from './SessionMini.tsx'
export { newSessionIds, openNewSession } from './open-session.ts'
