import { Page } from '../../../web/src/people/index.ts'
export const x = Page
