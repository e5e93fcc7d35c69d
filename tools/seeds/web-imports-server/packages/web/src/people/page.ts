import type { Row } from '../../../server/src/people/index.ts'
export type X = Row
