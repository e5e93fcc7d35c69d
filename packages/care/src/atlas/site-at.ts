/**
 * From a point on the posterior plate to the sites that may be meant, and back.
 *
 * A point is never resolved in silence: whatever lies under it, or within reach of a finger, is answered in order. What is
 * seen comes before what it covers, and what contains the point before what is only near.
 */
import type { XY } from './curve.ts'
import { levelsOf, levelY, MM_PER_UNIT, nearestLevel } from './levels.ts'
import { LAYERS, type Layer } from './muscles.ts'
import { isInside, nearestOnEdge, slice } from './polygon.ts'
import { TARGETS, type Target, targetsOf } from './posterior.ts'
import type { Level, MuscleId, PlatePoint, Side, Site } from './site.ts'

export type SiteCandidate = {
  /** Its point lies in the muscle: the point given, or the nearest one in the muscle. */
  readonly site: Site
  readonly layer: Layer
  /** Along the skin from the point to the muscle; 0 inside. */
  readonly distanceMm: number
  /** True when another muscle of the layers shown lies over it at this point. */
  readonly isCovered: boolean
}

export type SiteQuestion = {
  readonly layers: readonly Layer[]
  /** How far away a muscle may be and still be meant: half of what a finger covers. */
  readonly withinMm?: number
}

const SIDES: readonly Side[] = ['right', 'left']

/** The sites at a point, those seen first. One candidate: that is it. Several: ask. None: nothing there. */
export function siteAt(point: PlatePoint, { layers, withinMm = 0 }: SiteQuestion): readonly SiteCandidate[] {
  const found: (SiteCandidate & { readonly order: number })[] = []
  for (const side of SIDES) {
    const onRight: XY = [side === 'right' ? point.x : -point.x, point.y]
    TARGETS.forEach((target, order) => {
      if (!layers.includes(target.layer) || !isNear(target, onRight, withinMm / MM_PER_UNIT)) return
      const hit = hitOf(target, onRight, withinMm / MM_PER_UNIT)
      if (hit !== null) found.push({ ...candidate(target, side, hit), isCovered: false, order })
    })
  }
  found.sort((a, b) => a.distanceMm - b.distanceMm || layerRank(a.layer) - layerRank(b.layer) || b.order - a.order)
  const once = found.filter((one, at) => found.findIndex((other) => isSameMuscle(one.site, other.site)) === at)
  const top = once[0]
  return once.map(({ site, layer, distanceMm, order }) => ({
    site,
    layer,
    distanceMm,
    isCovered: distanceMm === 0 && top !== undefined && order !== top.order,
  }))
}

/**
 * Where a site is drawn: its own point when somebody pointed, else the middle of its muscle at its level.
 * Null when the muscle isn't seen from behind.
 */
export function pointFor(site: Site): PlatePoint | null {
  if (site.point !== null) return site.point
  const onRight = site.level === null ? middleOf(site.muscle) : atLevel(site.muscle, site.level)
  if (onRight === null) return null
  return { x: site.side === 'right' ? onRight[0] : -onRight[0], y: onRight[1] }
}

/** True when a point lies in the muscle on that side. */
export function isInMuscle(point: PlatePoint, muscle: MuscleId, side: Side): boolean {
  const onRight: XY = [side === 'right' ? point.x : -point.x, point.y]
  return targetsOf(muscle).some((target) => isInside(onRight, target.polygon))
}

/** The level at which a point of a muscle is charted; null when the muscle isn't charted by level. */
export function levelIn(muscle: MuscleId, y: number): Level | null {
  const levels = levelsOf(muscle)
  return levels.length === 0 ? null : nearestLevel(y, levels)
}

function isSameMuscle(a: Site, b: Site): boolean {
  return a.muscle === b.muscle && a.side === b.side
}

function layerRank(layer: Layer): number {
  return LAYERS.indexOf(layer)
}

function isNear({ box }: Target, [x, y]: XY, reach: number): boolean {
  return x >= box.x0 - reach && x <= box.x1 + reach && y >= box.y0 - reach && y <= box.y1 + reach
}

function hitOf(target: Target, point: XY, reach: number): { at: XY; distance: number } | null {
  if (isInside(point, target.polygon)) return { at: point, distance: 0 }
  const edge = nearestOnEdge(point, target.polygon)
  return edge.distance <= reach ? edge : null
}

function candidate(target: Target, side: Side, hit: { at: XY; distance: number }): Omit<SiteCandidate, 'isCovered'> {
  const [x, y] = hit.at
  return {
    site: {
      muscle: target.muscle,
      side,
      level: levelIn(target.muscle, y),
      point: { x: side === 'right' ? x : -x, y },
    },
    layer: target.layer,
    distanceMm: hit.distance * MM_PER_UNIT,
  }
}

/**
 * Where a muscle is usually entered when nobody pointed, in units from the midline. Lumbar multifidus: one finger's breadth,
 * 1 to 1.5 cm, beside the spinous process (Hannah 2016).
 */
const USUAL_ENTRY: Readonly<Record<string, number>> = { 'lumbar-multifidus': 13 / MM_PER_UNIT }

function atLevel(muscle: MuscleId, level: Level): XY | null {
  const y = levelY(level)
  const stretches = targetsOf(muscle).flatMap((target) => slice(target.polygon, y))
  const widest = stretches.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
  if (widest === undefined) return null
  const usual = USUAL_ENTRY[muscle]
  const isUsual = usual !== undefined && usual > widest[0] && usual < widest[1]
  return [isUsual ? usual : (widest[0] + widest[1]) / 2, y]
}

/** The label's point where it lies inside, else the middle of the widest stretch half-way down. */
function middleOf(muscle: MuscleId): XY | null {
  const targets = targetsOf(muscle)
  for (const { label, polygon } of targets) if (label !== null && isInside(label, polygon)) return label
  const target = targets[0]
  if (target === undefined) return null
  const y = (target.box.y0 + target.box.y1) / 2
  const widest = [...slice(target.polygon, y)].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
  return widest === undefined ? null : [(widest[0] + widest[1]) / 2, y]
}
