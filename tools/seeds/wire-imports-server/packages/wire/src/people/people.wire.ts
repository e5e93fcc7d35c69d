import { open } from '../../../server/src/kernel/index.ts'
export const x = open
