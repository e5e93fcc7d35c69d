/** Looking a citation up. */
import { must } from '../kernel/index.ts'
import type { Citation } from './citation.ts'
import { CITATIONS } from './citations.ts'

const byId: ReadonlyMap<string, Citation> = new Map(CITATIONS.map((citation) => [citation.id, citation]))

/** The citation with this id. A name that isn't in the register is a bug: it throws. */
export function cite(id: string): Citation {
  return must(byId.get(id), `no citation ${id}`)
}

export function isCited(id: string): boolean {
  return byId.has(id)
}
