import { clinic } from '../../../testkit/src/kernel/index.ts'
export const x = clinic
