/** How a site is said and written, the same on the map, in the ledger, in the record and by a screen reader. */
import { type Layer, mustMuscle, type RiskTier, riskAt } from './muscles.ts'
import type { MuscleId, Region, Site } from './site.ts'

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

const DEPTH_WORDS: Readonly<Record<Layer, string>> = {
  superficial: 'a muscle close under the skin',
  intermediate: 'a muscle of the middle layer',
  deep: 'a deep muscle',
}

const PLACE_WORDS: Readonly<Record<Region, string>> = {
  cervical: 'neck',
  shoulder: 'shoulder',
  thoracic: 'upper back',
  lumbar: 'low back',
  gluteal: 'buttock',
  thigh: 'thigh',
  abdomen: 'belly',
}

/** For a patient. @example plainMuscle({ muscle: 'lumbar-multifidus', side: 'right' }) // 'Right lumbar multifidus: a deep muscle of your low back, on the right.' */
export function plainMuscle({ muscle, side }: Pick<Site, 'muscle' | 'side'>): string {
  const { layer, region } = mustMuscle(muscle)
  return `${siteName({ muscle, side, level: null })}: ${DEPTH_WORDS[layer]} of your ${PLACE_WORDS[region]}, on the ${side}.`
}
