export { authenticate } from '../people/index.ts'
export type { DemoSignIn } from '../clinic/index.ts'
export { openDemoClinic, ROOMS } from './rooms.ts'
