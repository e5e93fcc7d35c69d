/** Moving over the map without a pointer: to the neighbouring muscle or level by arrow, by millimetres by nudge. */
import { err, must, ok, type Result } from '../kernel/index.ts'
import { levelsOf, MM_PER_UNIT } from './levels.ts'
import { type Layer, mustMuscle } from './muscles.ts'
import { TARGETS } from './posterior.ts'
import { isInMuscle, levelIn, pointFor } from './site-at.ts'
import type { Level, MuscleId, PlatePoint, Side, Site } from './site.ts'
import { isInBox, type Zoom, zoomBox } from './zoom.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The part of the plate that is looked at. */
export type PlateShown = { readonly zoom: Zoom; readonly layers: readonly Layer[] }

type Placed = { readonly site: Site; readonly at: PlatePoint }

/**
 * Every site that can be reached on what is shown: each muscle on each side at each of its levels. From the head down, and
 * from the viewer's left to right at one height.
 */
export function sitesOf({ zoom, layers }: PlateShown): readonly Site[] {
  return placedSites(zoom, layers)
    .toSorted((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
    .map(({ site }) => site)
}

/**
 * The next site in a direction as the viewer sees it, or the same site at the edge of what is shown. Up and down run along a
 * muscle that is charted by level before they leave it; left and right go to the next muscle at about the same height.
 */
export function neighbour(site: Site, direction: Direction, shown: PlateShown): Site {
  const all = placedSites(shown.zoom, shown.layers)
  const from = pointFor(site)
  if (from === null) return all[0]?.site ?? site
  const own = { muscle: site.muscle, side: site.side }
  if (direction === 'up' || direction === 'down') {
    const along = nextLevel(site, direction)
    const next = all.find(({ site: other }) => isSame(other, own) && other.level === along)
    if (along !== null && next !== undefined) return next.site
  }
  const others = all.filter(({ site: other, at }) => !isSame(other, own) && isAhead(from, at, direction))
  const nearest = others.toSorted((a, b) => cost(from, a.at, direction) - cost(from, b.at, direction))[0]
  return nearest === undefined ? site : nearest.site
}

export type NudgeProblem = { readonly code: 'outside-muscle'; readonly muscle: MuscleId; readonly side: Side }

/**
 * The site moved by millimetres, x to the viewer's right and y down. The level follows the point; the muscle and the side
 * never change in silence, so a nudge that would leave the muscle is refused.
 */
export function nudge(site: Site, mm: { readonly x: number; readonly y: number }): Result<Site, NudgeProblem> {
  const outside = err({ code: 'outside-muscle', muscle: site.muscle, side: site.side } as const)
  const from = pointFor(site)
  if (from === null) return outside
  const point = { x: from.x + mm.x / MM_PER_UNIT, y: from.y + mm.y / MM_PER_UNIT }
  if (!isInMuscle(point, site.muscle, site.side)) return outside
  return ok({ ...site, point, level: levelIn(site.muscle, point.y) })
}

/** How far a site lies from the midline, on the skin of a body of mean stature; null when it isn't seen from behind. */
export function fromMidlineMm(site: Site): number | null {
  const at = pointFor(site)
  return at === null ? null : Math.abs(at.x) * MM_PER_UNIT
}

const known = new Map<string, readonly Placed[]>()

function placedSites(zoom: Zoom, layers: readonly Layer[]): readonly Placed[] {
  const key = [zoom, ...layers].join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const muscles = new Set(TARGETS.filter((target) => layers.includes(target.layer)).map((target) => target.muscle))
  const placed = [...muscles].flatMap((muscle) => sitesOfMuscle(muscle)).filter(({ at }) => isInBox(at, zoomBox(zoom)))
  known.set(key, placed)
  return placed
}

function sitesOfMuscle(muscle: MuscleId): readonly Placed[] {
  const levels: readonly (Level | null)[] = levelsOf(mustMuscle(muscle).id)
  const wanted = levels.length === 0 ? [null] : levels
  return (['left', 'right'] as const).flatMap((side) =>
    wanted.map((level) => {
      const site = { muscle, side, level, point: null }
      return { site, at: must(pointFor(site), `a point for ${muscle} ${level}`) }
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

function isAhead(from: PlatePoint, to: PlatePoint, direction: Direction): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (direction === 'up') return dy < -1
  if (direction === 'down') return dy > 1
  // Left and right stay at about the same height, or an arrow would wander over the whole back.
  return (direction === 'left' ? dx < -0.5 : dx > 0.5) && Math.abs(dy) < Math.max(14, Math.abs(dx) * 1.2)
}

/** Distance, with what lies across the direction counted three times. */
function cost(from: PlatePoint, to: PlatePoint, direction: Direction): number {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  return direction === 'up' || direction === 'down' ? dy + 3 * dx : dx + 3 * dy
}
