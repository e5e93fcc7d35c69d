/** Moving over the map without a pointer: to the neighbouring muscle or level by arrow, by millimetres by nudge. */
import { err, ok, type Result } from '../kernel/index.ts'
import { levelsOf, MM_PER_UNIT } from './levels.ts'
import { type Layer, mustMuscle } from './muscles.ts'
import { type Aspect, homeAspect, homeView, isSideSeen, targetsIn, viewOf } from './plates.ts'
import { isInMuscle, levelIn, pointFor } from './site-at.ts'
import type { Level, MuscleId, PlatePoint, Side, Site } from './site.ts'
import { isInBox, type Zoom, zoomBox } from './zoom.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The part of the plate that is looked at. */
export type PlateShown = {
  readonly zoom: Zoom
  readonly layers: readonly Layer[]
  /** From behind when it isn't said. */
  readonly view?: Aspect
}

type Placed = { readonly site: Site; readonly at: PlatePoint }

/**
 * Every site that can be reached on what is shown: each muscle on each side at each of its levels. From the head down, and
 * from the viewer's left to right at one height.
 */
export function sitesOf(shown: PlateShown): readonly Site[] {
  return placedSites(shown)
    .toSorted((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
    .map(({ site }) => site)
}

/**
 * The next site in a direction as the viewer sees it, or the same site at the edge of what is shown. Up and down run along a
 * muscle that is charted by level before they leave it; left and right go to the next muscle at about the same height.
 */
export function neighbour(site: Site, direction: Direction, shown: PlateShown): Site {
  const all = placedSites(shown)
  const from = pointFor(site, shown.view)
  if (from === null) return all[0]?.site ?? site
  const own = { muscle: site.muscle, side: site.side }
  if (direction === 'up' || direction === 'down') {
    const along = nextLevel(site, direction)
    const next = all.find(({ site: other }) => isSame(other, own) && other.level === along)
    if (along !== null && next !== undefined) return next.site
  }
  const others = all.filter(({ site: other }) => !isSame(other, own))
  const level = others.filter(({ at }) => isAhead(from, at, direction))
  // Where nothing stands at about the same height, what lies that way at all: nothing that is shown is out of reach.
  const ahead = level.length > 0 ? level : others.filter(({ at }) => isThatWay(from, at, direction))
  const nearest = ahead.toSorted((a, b) => cost(from, a.at, direction) - cost(from, b.at, direction))[0]
  return nearest === undefined ? site : nearest.site
}

export type NudgeProblem = { readonly code: 'outside-muscle'; readonly muscle: MuscleId; readonly side: Side }

/**
 * The site moved by millimetres on the plate that keeps its points, x to the viewer's right and y down. The level follows the point; the muscle and the side
 * never change in silence, so a nudge that would leave the muscle is refused.
 */
export function nudge(site: Site, mm: { readonly x: number; readonly y: number }): Result<Site, NudgeProblem> {
  const outside = err({ code: 'outside-muscle', muscle: site.muscle, side: site.side } as const)
  const from = pointFor(site, homeAspect(site.muscle, site.side))
  if (from === null) return outside
  const point = { x: from.x + mm.x / MM_PER_UNIT, y: from.y + mm.y / MM_PER_UNIT }
  if (!isInMuscle(point, site.muscle, site.side)) return outside
  return ok({ ...site, point, level: levelIn(site.muscle, point.y) })
}

/**
 * How far a site lies from the midline, on the skin of a body of mean stature; null when its muscle is kept on the plate from
 * the side, which knows no midline.
 */
export function fromMidlineMm(site: Site): number | null {
  if (homeView(site.muscle) === 'lateral') return null
  const at = pointFor(site, homeAspect(site.muscle, site.side))
  return at === null ? null : Math.abs(at.x) * MM_PER_UNIT
}

const known = new Map<string, readonly Placed[]>()

function placedSites({ zoom, layers, view = 'posterior' }: PlateShown): readonly Placed[] {
  const key = [view, zoom, ...layers].join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const shown = targetsIn(viewOf(view)).filter((target) => layers.includes(target.layer))
  const placed = [...new Set(shown.map((target) => target.muscle))]
    .flatMap((muscle) => sitesOfMuscle(muscle, view))
    .filter(({ at }) => isInBox(at, zoomBox(zoom, view)))
  known.set(key, placed)
  return placed
}

function sitesOfMuscle(muscle: MuscleId, view: Aspect): readonly Placed[] {
  const levels: readonly (Level | null)[] = levelsOf(mustMuscle(muscle).id)
  const wanted = levels.length === 0 ? [null] : levels
  const sides = (['left', 'right'] as const).filter((side) => isSideSeen(side, view))
  return sides.flatMap((side) =>
    wanted.flatMap((level) => {
      const site = { muscle, side, level, point: null }
      const at = pointFor(site, view)
      return at === null ? [] : [{ site, at }]
    }),
  )
}

function isSame(a: { muscle: MuscleId; side: Side }, b: { muscle: MuscleId; side: Side }): boolean {
  return a.muscle === b.muscle && a.side === b.side
}

function nextLevel(site: Site, direction: 'up' | 'down'): Level | null {
  const levels = levelsOf(site.muscle)
  if (site.level === null) return null
  return levels[levels.indexOf(site.level) + (direction === 'up' ? -1 : 1)] ?? null
}

function isThatWay(from: PlatePoint, to: PlatePoint, direction: Direction): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  return { up: dy < -1, down: dy > 1, left: dx < -0.5, right: dx > 0.5 }[direction]
}

function isAhead(from: PlatePoint, to: PlatePoint, direction: Direction): boolean {
  if (!isThatWay(from, to, direction)) return false
  if (direction === 'up' || direction === 'down') return true
  // Left and right stay at about the same height, or an arrow would wander over the whole back.
  return Math.abs(to.y - from.y) < Math.max(14, Math.abs(to.x - from.x) * 1.2)
}

/** Distance, with what lies across the direction counted three times. */
function cost(from: PlatePoint, to: PlatePoint, direction: Direction): number {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  return direction === 'up' || direction === 'down' ? dy + 3 * dx : dx + 3 * dy
}
