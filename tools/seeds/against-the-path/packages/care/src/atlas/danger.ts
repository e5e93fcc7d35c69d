import { fold } from '../session/index.ts'
export const x = fold
