/** Why the rules of a place forbid dry needling, since when that was looked up, and by which source. */
import { jurisdictionOf } from '@unknot/care/clinic'
import type { Clinic } from '../clinic/index.ts'

export type Forbidden = {
  readonly reason: string
  readonly sources: readonly string[]
  /** Year or month of the source; null where the clinic states its own rule, whose date the audit trail has. */
  readonly asOf: string | null
}

/** Null where nothing forbids it. The owner's own statement, when there is one, stands before our list. */
export function forbiddenAt({
  jurisdiction,
  rules,
  rulesNote,
}: Pick<Clinic, 'jurisdiction' | 'rules' | 'rulesNote'>): Forbidden | null {
  if (rules.dnPermitted !== 'no') return null
  const entry = jurisdictionOf(jurisdiction)
  const place = entry?.name ?? jurisdiction
  if (entry?.rules.dnPermitted !== 'no') return { reason: `${place}: ${rulesNote}`, sources: [], asOf: null }
  return { reason: [`${place}.`, ...entry.notes].join(' '), sources: entry.sources, asOf: entry.sourceDate }
}
