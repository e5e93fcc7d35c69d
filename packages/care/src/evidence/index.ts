export { type Certainty, type Citation, SOURCE_KINDS, type SourceKind } from './citation.ts'
export { CITATIONS } from './citations.ts'
export { cite, isCited } from './cite.ts'
