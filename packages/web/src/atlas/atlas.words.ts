/** What the body map says. */
import { type NearHazard, type SiteCandidate, siteName, type Zoom } from '@unknot/care/atlas'
import type { BodyMapPin } from './pin-layout.ts'

export const ZOOM_WORDS: Readonly<Record<Zoom, string>> = {
  lumbar: 'low back',
  gluteal: 'buttocks',
  full: 'whole back',
}

export const MAP_HINT =
  'Arrow keys go to the next muscle or level, Shift with an arrow moves the chosen site by 2 mm, Enter chooses.'

export function pinWords({ number, site, state }: BodyMapPin): string {
  const where = siteName(site)
  if (state === 'planned') return `Planned: ${where}`
  return `Needle ${number}, ${state === 'in' ? 'in the body' : 'out'}: ${where}`
}

export function candidateWords(candidate: SiteCandidate): string {
  if (candidate.distanceMm > 0) return `${Math.max(1, Math.round(candidate.distanceMm))} mm away`
  return candidate.isCovered ? 'lies under it' : `${candidate.layer} layer`
}

export function nearWords(near: readonly NearHazard[]): string {
  return [...new Set(near.map((hazard) => hazard.name.toLowerCase()))].join(', ')
}
