/**
 * From a point on a plate to the sites that may be meant, and back.
 *
 * A point is never resolved in silence: whatever lies under it, or within reach of a finger, is answered in order. What is
 * seen comes before what it covers, and what contains the point before what is only near.
 */
import type { XY } from './curve.ts'
import { levelsOf, levelY, MM_PER_UNIT, nearestLevel } from './levels.ts'
import { LAYERS, type Layer } from './muscles.ts'
import { isInside, nearestOnEdge, slice } from './polygon.ts'
import {
  type Aspect,
  homeAspect,
  homeView,
  isMirrored,
  isSideSeen,
  type Target,
  targetsIn,
  targetsOf,
  viewOf,
} from './plates.ts'
import type { Level, MuscleId, PlatePoint, Side, Site, View } from './site.ts'

export type SiteCandidate = {
  /**
   * Its point lies in the muscle: the point given, or the nearest one in the muscle. Null where another plate keeps the
   * points of this muscle: then muscle, side and level are all that this one can say.
   */
  readonly site: Site
  readonly layer: Layer
  /** Along the skin from the point to the muscle; 0 inside. */
  readonly distanceMm: number
  /** True when another muscle of the layers shown lies over it at this point. */
  readonly isCovered: boolean
}

export type SiteQuestion = {
  readonly layers: readonly Layer[]
  /** From behind when it isn't said. */
  readonly view?: Aspect
  /** How far away a muscle may be and still be meant: half of what a finger covers. */
  readonly withinMm?: number
}

const SIDES: readonly Side[] = ['right', 'left']

/** The sites at a point, those seen first. One candidate: that is it. Several: ask. None: nothing there. */
export function siteAt(
  point: PlatePoint,
  { layers, view = 'posterior', withinMm = 0 }: SiteQuestion,
): readonly SiteCandidate[] {
  const found: (SiteCandidate & { readonly order: number })[] = []
  for (const side of SIDES.filter((each) => isSideSeen(each, view))) {
    const asKept: XY = [isMirrored(side, view) ? -point.x : point.x, point.y]
    targetsIn(viewOf(view)).forEach((target, order) => {
      if (!layers.includes(target.layer) || !isNear(target, asKept, withinMm / MM_PER_UNIT)) return
      const hit = hitOf(target, asKept, withinMm / MM_PER_UNIT)
      if (hit !== null) found.push({ ...candidate(target, side, view, hit), isCovered: false, order })
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
 * Where a site is drawn in an aspect: its own point when somebody pointed and this plate keeps it, else the middle of its
 * muscle at its level. Null when the aspect doesn't show the muscle or the side.
 */
export function pointFor(site: Site, aspect: Aspect = 'posterior'): PlatePoint | null {
  if (!isSideSeen(site.side, aspect)) return null
  if (site.point !== null && homeAspect(site.muscle, site.side) === aspect) return site.point
  const view = viewOf(aspect)
  const asKept = site.level === null ? middleOf(site.muscle, view) : atLevel(site.muscle, site.level, view)
  if (asKept === null) return null
  return { x: isMirrored(site.side, aspect) ? -asKept[0] : asKept[0], y: asKept[1] }
}

/** True when a point, on the plate that keeps the muscle's points, lies in the muscle on that side. */
export function isInMuscle(point: PlatePoint, muscle: MuscleId, side: Side): boolean {
  const asKept: XY = [isMirrored(side, homeAspect(muscle, side)) ? -point.x : point.x, point.y]
  return targetsOf(muscle, homeView(muscle)).some((target) => isInside(asKept, target.polygon))
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

function candidate(
  target: Target,
  side: Side,
  view: Aspect,
  hit: { at: XY; distance: number },
): Omit<SiteCandidate, 'isCovered'> {
  const [x, y] = hit.at
  const isHome = homeAspect(target.muscle, side) === view
  return {
    site: {
      muscle: target.muscle,
      side,
      level: levelIn(target.muscle, y),
      point: isHome ? { x: isMirrored(side, view) ? -x : x, y } : null,
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

function atLevel(muscle: MuscleId, level: Level, view: View): XY | null {
  const y = levelY(level)
  const targets = targetsOf(muscle, view)
  const stretches = targets.flatMap((target) => slice(target.polygon, y))
  const widest = stretches.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
  // On the plate that keeps its points a muscle has no point beside a level that it doesn't reach. Elsewhere it may be
  // drawn shorter than it is charted: then its nearest end stands for the level.
  if (widest === undefined) return view === homeView(muscle) ? null : nearestEnd(targets, y)
  const usual = view === 'posterior' ? USUAL_ENTRY[muscle] : undefined
  const isUsual = usual !== undefined && usual > widest[0] && usual < widest[1]
  return [isUsual ? usual : (widest[0] + widest[1]) / 2, y]
}

function nearestEnd(targets: readonly Target[], y: number): XY | null {
  const target = targets[0]
  if (target === undefined) return null
  const { y0, y1 } = target.box
  const inset = (y1 - y0) / 12
  return middleAt(target, Math.max(y0 + inset, Math.min(y1 - inset, y)))
}

/** The label's point where it lies inside, else the middle of the widest stretch half-way down. */
function middleOf(muscle: MuscleId, view: View): XY | null {
  const targets = targetsOf(muscle, view)
  for (const { label, polygon } of targets) if (label !== null && isInside(label, polygon)) return label
  const target = targets[0]
  return target === undefined ? null : middleAt(target, (target.box.y0 + target.box.y1) / 2)
}

function middleAt(target: Target, y: number): XY | null {
  const widest = [...slice(target.polygon, y)].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
  return widest === undefined ? null : [(widest[0] + widest[1]) / 2, y]
}
