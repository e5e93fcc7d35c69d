import { siteName } from '../atlas/name.ts'
export const x = siteName
