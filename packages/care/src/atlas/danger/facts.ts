/** What the rules of danger look at: what was asked, with what geometry says of the place. */
import type { Answer } from '../../kernel/index.ts'
import { hazardsNear, type HazardId, type NearHazard } from '../hazards.ts'
import { levelAt, levelsOf, levelY, MM_PER_UNIT } from '../levels.ts'
import { mustMuscle } from '../muscles.ts'
import { slice } from '../polygon.ts'
import { homeView, targetsOf } from '../plates.ts'
import { pointFor } from '../site-at.ts'
import { LEVELS, type Level, type PlatePoint, type Region, type Site } from '../site.ts'
import type { KnownFactors } from './factors.ts'
import type { LyingPosition, NeedlePlan, NeedleTechnique } from './needle-plan.ts'
import { all, any, when } from './three-way.ts'

export type Facts = {
  readonly site: Site
  readonly needle: Required<NeedlePlan>
  readonly technique: NeedleTechnique
  readonly position: LyingPosition
  readonly factors: KnownFactors
  /** The chest of the other side has been needled in this session. */
  readonly otherSide: Answer
  readonly region: Region
  /** How far from the midline the needle may stand: one number when somebody pointed or measured. */
  readonly offsetMm: { readonly from: number; readonly to: number } | null
  readonly overPleura: Answer
  /** Drawn dangers at the place, or at the places where it may be. */
  readonly near: readonly NearHazard[]
}

/** Whether the site lies between two levels; unknown when nobody said its level and the muscle reaches there. */
export function isBetween(site: Site, from: Level, to: Level): Answer {
  const within = (level: Level) => rank(level) >= rank(from) && rank(level) <= rank(to)
  if (site.level !== null) return when(within(site.level))
  if (site.point !== null) return when(within(levelAt(site.point.y)))
  return levelsOf(site.muscle).some(within) ? 'unknown' : 'no'
}

function rank(level: Level): number {
  return LEVELS.indexOf(level)
}

/** The pleura begins 2 cm from the midline at T12 (surface anatomy notes, EGO). */
export const PLEURA_FROM_MM = 20

/** Whether the needle stands at least so far from the midline. */
export function isOut({ offsetMm }: Facts, fromMm: number): Answer {
  return isFrom(offsetMm, fromMm)
}

function isFrom(offsetMm: Facts['offsetMm'], fromMm: number): Answer {
  if (offsetMm === null) return 'unknown'
  if (offsetMm.from >= fromMm) return 'yes'
  return offsetMm.to >= fromMm ? 'unknown' : 'no'
}

/** Whether the needle stands less than so far from the midline. */
export function isWithin({ offsetMm }: Facts, belowMm: number): Answer {
  if (offsetMm === null) return 'unknown'
  if (offsetMm.to < belowMm) return 'yes'
  return offsetMm.from < belowMm ? 'unknown' : 'no'
}

export function isNear({ near }: Facts, id: HazardId): Answer {
  return when(near.some((hazard) => hazard.id === id))
}

/** Whether a drawn danger is so near; unknown where it depends on where in its muscle the needle stands. */
export function isWithinReach({ near, site, offsetMm }: Facts, id: HazardId, mostMm: number): Answer {
  const isReached = near.some((hazard) => hazard.id === id && hazard.distanceMm <= mostMm)
  if (!isReached) return 'no'
  return pinnedPoint(site, offsetMm) === null ? 'unknown' : 'yes'
}

/** Millimetres on a body of mean stature. */
export function offsetOf(site: Site, measuredMm: number | null): Facts['offsetMm'] {
  if (measuredMm !== null) return { from: measuredMm, to: measuredMm }
  // From the side a point says nothing of the midline.
  if (site.point !== null && homeView(site.muscle) !== 'lateral') {
    const at = Math.abs(site.point.x) * MM_PER_UNIT
    return { from: at, to: at }
  }
  const drawn = stretchesOf(site)
  if (drawn.length === 0) return null
  return {
    from: Math.min(...drawn.map(([from]) => from)) * MM_PER_UNIT,
    to: Math.max(...drawn.map(([, to]) => to)) * MM_PER_UNIT,
  }
}

function stretchesOf({ muscle, level }: Site): readonly (readonly [number, number])[] {
  const targets = targetsOf(muscle)
  if (level !== null) return targets.flatMap(({ polygon }) => slice(polygon, levelY(level)))
  return targets.map(({ box }) => [box.x0, box.x1] as const)
}

/** The drawn dangers at every place where the needle may stand: one, or both edges and the middle of its muscle there. */
export function nearOf(site: Site, offsetMm: Facts['offsetMm']): readonly NearHazard[] {
  const found = new Map<HazardId, NearHazard>()
  for (const point of placesOf(site, offsetMm)) {
    for (const hazard of hazardsNear(point)) {
      const before = found.get(hazard.id)
      if (before === undefined || hazard.distanceMm < before.distanceMm) found.set(hazard.id, hazard)
    }
  }
  return [...found.values()]
}

function placesOf(site: Site, offsetMm: Facts['offsetMm']): readonly PlatePoint[] {
  const pinned = pinnedPoint(site, offsetMm)
  if (pinned !== null) return [pinned]
  const middle = pointFor(site)
  if (middle === null) return []
  const edges = stretchesOf(site).flatMap(([from, to]) => [from, to].map((x) => onSide(site, x, middle.y)))
  return [middle, ...edges]
}

/** The one place where the needle stands: pointed at from behind, or a level with a distance from the midline. */
function pinnedPoint(site: Site, offsetMm: Facts['offsetMm']): PlatePoint | null {
  // The dangers are drawn on the plate from behind: a point of another plate can't be looked up there.
  if (site.point !== null) return homeView(site.muscle) === 'posterior' ? site.point : null
  if (site.level === null || offsetMm === null || offsetMm.from !== offsetMm.to) return null
  return onSide(site, offsetMm.from / MM_PER_UNIT, levelY(site.level))
}

function onSide({ side }: Site, x: number, y: number): PlatePoint {
  return { x: side === 'right' ? x : -x, y }
}

/**
 * Whether lung may lie under the needle: at the levels C6 to L1 for a muscle of which a source says so, and wherever the
 * drawn apex, the drawn lower border or the distance from the midline says so for any other. Above the clavicle the
 * scalenes always count.
 */
export function isOverPleura(site: Site, near: readonly NearHazard[], offsetMm: Facts['offsetMm']): Answer {
  const isChestMuscle = mustMuscle(site.muscle).atRisk.some(({ structure }) => /pleura|lung/i.test(structure))
  if (isChestMuscle && (site.level === null || site.muscle === 'scalenes')) return 'yes'
  if (isChestMuscle && isBetween(site, 'C6', 'L1') === 'yes') return 'yes'
  const isDrawnThere = ({ id, distanceMm }: NearHazard) =>
    (id === 'pleura-lower-line' || id === 'lung-apex') && distanceMm === 0
  const drawn = near.some(isDrawnThere) ? (pinnedPoint(site, offsetMm) === null ? 'unknown' : 'yes') : 'no'
  return any(drawn, all(isBetween(site, 'T1', 'T12'), isFrom(offsetMm, PLEURA_FROM_MM)))
}
