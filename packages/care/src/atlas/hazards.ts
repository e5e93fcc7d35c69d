/**
 * Which of the drawn dangers lie at or near a point. What isn't drawn isn't safe: the plate holds the few shapes for which a
 * source gives a place, and says nothing of depth.
 */
import { must } from '../kernel/index.ts'
import { acrossMidline, sampleCurve, type XY } from './curve.ts'
import { MM_PER_UNIT } from './levels.ts'
import { isInside, nearestOnEdge } from './polygon.ts'
import type { HazardShape } from './plate-data.ts'
import { plateOf } from './plates.ts'
import type { PlatePoint, Side } from './site.ts'

export type HazardId =
  | 'kidney-rectangle'
  | 'spinal-canal'
  | 'spinal-canal-T12-L2'
  | 'lung-apex'
  | 'pleura-lower-line'
  | 'kidney-lateral-limit-L1'
  | 'sciatic-nerve'
  | 'vertebral-artery-C1-C2'

export type NearHazard = {
  readonly id: HazardId
  readonly side: Side
  /** In a word or two, such as `Kidney`. */
  readonly name: string
  readonly structure: string
  /** Keys of `atlasSource`. */
  readonly sources: readonly string[]
  /** Along the skin; 0 inside. */
  readonly distanceMm: number
}

export const HAZARD_NAMES: Readonly<Record<HazardId, string>> = {
  'kidney-rectangle': 'Kidney',
  'spinal-canal': 'Spinal canal',
  'spinal-canal-T12-L2': 'Spinal canal and cord',
  'lung-apex': 'Top of the lung',
  'pleura-lower-line': 'Lower edge of the pleura',
  'kidney-lateral-limit-L1': 'Kidney',
  'sciatic-nerve': 'Sciatic nerve',
  'vertebral-artery-C1-C2': 'Vertebral artery',
}

/**
 * How near is near. Drawn areas are already wide; where a nerve or the pleura runs differs more from body to body than the
 * line that is drawn can show, so a line is told of from further away. Our own choice, unreviewed.
 */
const NEAR_MM = { area: 15, line: 30 } as const

/** The drawn dangers within reach of a point, on its own side, nearest first. */
export function hazardsNear(point: PlatePoint): readonly NearHazard[] {
  const side: Side = point.x < 0 ? 'left' : 'right'
  const onRight: XY = [Math.abs(point.x), point.y]
  const near = plateOf('posterior')
    .hazards.map((hazard) => ({ hazard, distanceMm: distanceTo(hazard, onRight) * MM_PER_UNIT }))
    .filter(({ hazard, distanceMm }) => distanceMm <= NEAR_MM[hazard.kind])
    .toSorted((a, b) => a.distanceMm - b.distanceMm)
    .map(({ hazard, distanceMm }) => {
      const id = hazard.id as HazardId
      const name = must(HAZARD_NAMES[id], `a name for ${id}`)
      return { id, side, name, structure: hazard.structure, sources: hazard.sources, distanceMm }
    })
  // The cord's stretch of the canal says all that the canal says, and more.
  const hasCord = near.some((hazard) => hazard.id === 'spinal-canal-T12-L2')
  return near.filter((hazard) => !(hasCord && hazard.id === 'spinal-canal'))
}

/** In plate units, 0 inside an area. Everything above the pleura's lower line is over pleura, so there it is 0 too. */
function distanceTo(hazard: HazardShape, point: XY): number {
  const points = hazard.twice || hazard.kind === 'line' ? hazard.points : acrossMidline(hazard.points)
  const walked = sampleCurve(points, hazard.kind === 'area')
  if (hazard.kind === 'area' && isInside(point, walked)) return 0
  const near = nearestOnEdge(point, walked, hazard.kind === 'area')
  const isOverPleura = hazard.id === 'pleura-lower-line' && point[0] >= 11.8 && point[1] < near.at[1] && point[1] > 150
  return isOverPleura ? 0 : near.distance
}
