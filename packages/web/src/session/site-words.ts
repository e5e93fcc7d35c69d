/** A site as facts for the screen: what lies near it, and the muscles that can be picked. */
import {
  atlasSource,
  levelsOf,
  MUSCLES,
  mustMuscle,
  type Region,
  regionOf,
  riskAt,
  type Site,
} from '@unknot/care/atlas'
import type { PickableMuscle } from './MusclePicker.tsx'
import type { SiteRisk } from './RiskCard.tsx'

export function siteRisk(site: Site): SiteRisk {
  const muscle = mustMuscle(site.muscle)
  return {
    ...riskAt(site.muscle, site.level),
    near: muscle.atRisk
      .map((risk) => risk.structure.replace(/ \(.*\)$/, ''))
      .join(', ')
      .toLowerCase(),
    avoid: muscle.needling.avoid,
    direction: muscle.needling.direction,
    sources: muscle.riskSources.map(atlasSource),
    isUnreviewed: muscle.unreviewed.length > 0,
  }
}

/** All muscles, those that lie in the consented regions first. `bar` says why a region can't be needled today. */
export function pickableMuscles(bar: (region: Region) => string | null): readonly PickableMuscle[] {
  const all = MUSCLES.map((muscle) => {
    // A long muscle is barred as a whole only when none of its levels is left.
    const levels = levelsOf(muscle.id)
    const regions = levels.length === 0 ? [muscle.region] : levels.map((level) => regionOf(muscle.id, level))
    const bars = regions.map(bar)
    return {
      id: muscle.id,
      name: muscle.name,
      latin: muscle.latinName,
      region: muscle.region,
      barred: bars.includes(null) ? null : (bars[0] ?? null),
    }
  })
  return [...all.filter((muscle) => muscle.barred === null), ...all.filter((muscle) => muscle.barred !== null)]
}
