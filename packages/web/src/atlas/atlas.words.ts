/** What the body map says. */
import { type Aspect, type NearHazard, type SiteCandidate, siteName, viewOf, type Zoom } from '@unknot/care/atlas'
import type { BodyMapPin } from './pin-layout.ts'

const FROM_BEHIND: Readonly<Record<Zoom, string>> = {
  lumbar: 'low back',
  gluteal: 'buttocks',
  neck: 'neck',
  thoracic: 'shoulder blades',
  full: 'whole body',
}
const FROM_FRONT: Readonly<Record<Zoom, string>> = {
  ...FROM_BEHIND,
  lumbar: 'belly',
  gluteal: 'groin',
  thoracic: 'chest',
}
const FROM_SIDE: Readonly<Record<Zoom, string>> = { ...FROM_BEHIND, lumbar: 'waist', gluteal: 'hip', thoracic: 'chest' }

/** What a zoom shows in an aspect. */
export function zoomWords(zoom: Zoom, aspect: Aspect): string {
  return { posterior: FROM_BEHIND, anterior: FROM_FRONT, lateral: FROM_SIDE }[viewOf(aspect)][zoom]
}

/** From where, and which of the patient's sides is where on the page. */
export const ASPECT_WORDS: Readonly<Record<Aspect, string>> = {
  posterior: "from behind: the patient's right is at the right",
  anterior: "from the front: the patient's right is at the left",
  'right-lateral': "the patient's right side, facing right",
  'left-lateral': "the patient's left side, facing left",
}

export const ASPECT_NAMES: Readonly<Record<Aspect, string>> = {
  posterior: 'Back',
  anterior: 'Front',
  'left-lateral': 'Left side',
  'right-lateral': 'Right side',
}

export const MAP_HINT =
  'Arrow keys go to the next muscle or level, letters find a muscle by its name, Shift with an arrow moves the chosen site by 2 mm, Enter chooses.'

/** What was typed on the map, and how many places are left. */
export function typedWords(typed: string, places: number): string {
  if (places === 0) return `“${typed}”: nothing of that name is shown here`
  return `“${typed}”: ${places === 1 ? '1 place' : `${places} places`}`
}

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
