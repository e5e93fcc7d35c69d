/**
 * Where the pain of a muscle may be felt, as regions of the figure: our own drawing of our own words (`referralPattern` of
 * the muscle's facts). What is said of it first is `main`; what is said as *sometimes* or *also* is `also`. Whether a source
 * supports the words is the muscle's own matter (`unreviewed`).
 */
import { must } from '../../kernel/index.ts'
import type { MuscleId, Side } from '../site.ts'
import { type PainRegion, painRegion } from './pain-regions.ts'
import data from './referral.data.json' with { type: 'json' }

export type Referral = { readonly main: readonly PainRegion[]; readonly also: readonly PainRegion[] }

type Kept = { readonly main: readonly string[]; readonly also: readonly string[] }

/** The regions on the muscle's own side. */
export function referralOf(muscle: MuscleId, side: Side): Referral {
  const kept = must((data as Readonly<Record<string, Kept>>)[muscle], `the referral of ${muscle}`)
  const read = (ids: readonly string[]) => ids.map((id) => must(painRegion(`${id}-${side}`), `the region ${id}`))
  return { main: read(kept.main), also: read(kept.also) }
}
