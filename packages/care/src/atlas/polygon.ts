/** Points and polygons: inside or not, how far from the edge, and what a level line cuts out. */
import { must } from '../kernel/index.ts'
import type { XY } from './curve.ts'

export function isInside([x, y]: XY, polygon: readonly XY[]): boolean {
  let inside = false
  let before = polygon.at(-1)
  for (const corner of polygon) {
    const [ax, ay] = must(before, 'a corner')
    const [bx, by] = corner
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    before = corner
  }
  return inside
}

/** The point of the polygon's edge that is nearest to a point. */
export function nearestOnEdge(
  point: XY,
  polygon: readonly XY[],
  closed = true,
): { readonly at: XY; readonly distance: number } {
  let best: XY | null = null
  let least = Number.POSITIVE_INFINITY
  let before = closed ? polygon.at(-1) : polygon[0]
  for (const corner of polygon) {
    const at = nearestOnLine(point, must(before, 'a corner'), corner)
    const square = (point[0] - at[0]) ** 2 + (point[1] - at[1]) ** 2
    if (square < least) [best, least] = [at, square]
    before = corner
  }
  return { at: must(best, 'a polygon without edges'), distance: Math.sqrt(least) }
}

/** The stretches of the line at height y that lie inside, from left to right. */
export function slice(polygon: readonly XY[], y: number): readonly (readonly [from: number, to: number])[] {
  const cuts: number[] = []
  polygon.forEach(([bx, by], i) => {
    const [ax, ay] = must(polygon.at(i - 1), 'a corner')
    if (ay > y !== by > y) cuts.push(((bx - ax) * (y - ay)) / (by - ay) + ax)
  })
  cuts.sort((a, b) => a - b)
  const stretches: [number, number][] = []
  for (let i = 0; i + 1 < cuts.length; i += 2) stretches.push([must(cuts[i], 'a cut'), must(cuts[i + 1], 'a cut')])
  return stretches
}

function nearestOnLine([x, y]: XY, [ax, ay]: XY, [bx, by]: XY): XY {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return [ax + t * dx, ay + t * dy]
}
