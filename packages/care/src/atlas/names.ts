/** How a site is said and written, the same on the map, in the ledger, in the record and by a screen reader. */
import { type Layer, mustMuscle, type RiskTier, riskAt } from './muscles.ts'
import type { MuscleId, Site } from './site.ts'

/** @example muscleName('quadratus-lumborum') // 'Quadratus lumborum' */
export function muscleName(muscle: MuscleId): string {
  return mustMuscle(muscle).name
}

/** @example siteName({ muscle: 'lumbar-multifidus', side: 'right', level: 'L4', … }) // 'Right lumbar multifidus, L4' */
export function siteName(site: Pick<Site, 'muscle' | 'side' | 'level'>): string {
  const name = muscleName(site.muscle)
  const side = site.side === 'right' ? 'Right' : 'Left'
  return `${side} ${name.charAt(0).toLowerCase()}${name.slice(1)}${site.level === null ? '' : `, ${site.level}`}`
}

/** The site with its layer and tier, as the map says it aloud: `Right lumbar multifidus, L4, deep layer, caution`. */
export function spokenSite(site: Pick<Site, 'muscle' | 'side' | 'level'>): string {
  const { tier } = riskAt(site.muscle, site.level)
  return `${siteName(site)}, ${layerName(mustMuscle(site.muscle).layer)}${TIER_WORDS[tier]}`
}

/** Where no source names a danger beyond the usual ones nothing is said, least of all that a place is without danger. */
const TIER_WORDS: Readonly<Record<RiskTier, string>> = { standard: '', caution: ', caution', high: ', high risk' }

export function layerName(layer: Layer): string {
  return `${layer} layer`
}
