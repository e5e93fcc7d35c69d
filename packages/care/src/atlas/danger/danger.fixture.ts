/** A needle of which everything is known and nothing is against, for tests to change one thing at a time. */
import type { Level, MuscleId, Side, Site } from '../site.ts'
import { MM_PER_UNIT, levelY } from '../levels.ts'
import type { SiteAsked } from './answers.ts'
import { assessSite, type SiteAssessment } from './assess.ts'
import type { KnownFactors } from './factors.ts'

export const NO_FACTORS: KnownFactors = {
  bmiClass: 'normal',
  scoliosis: 'no',
  kyphosis: 'no',
  lungDisease: 'no',
  previousPneumothorax: 'no',
  spinalHardware: 'no',
  implantedDevice: 'no',
  pregnancy: 'no',
}

/** `right lumbar-multifidus L4`; with a distance, the point so many millimetres from the midline at that level. */
export function at(muscle: string, level: Level | null, offsetMm: number | null = null, side: Side = 'right'): Site {
  const x = offsetMm === null ? null : (side === 'right' ? 1 : -1) * (offsetMm / MM_PER_UNIT)
  const point = x === null || level === null ? null : { x, y: levelY(level) }
  return { muscle: muscle as MuscleId, side, level, point }
}

export function asked(site: Site, changes: Partial<Omit<SiteAsked, 'site'>> = {}): SiteAsked {
  return {
    site,
    needle: { lengthMm: 13, direction: 'caudal', grip: 'pincer', bracketing: 'no', third: 'middle' },
    technique: 'deep-static',
    position: 'prone',
    factors: NO_FACTORS,
    alsoNeedled: [],
    ...changes,
  }
}

export function assess({ site, needle, technique, position, factors, alsoNeedled }: SiteAsked): SiteAssessment {
  return assessSite(site, needle, technique, position, factors, alsoNeedled)
}

export function holds(assessment: SiteAssessment, rule: string): 'yes' | 'no' | 'unknown' {
  return assessment.findings.find((finding) => finding.rule === rule)?.holds ?? 'no'
}
