/** Points and polygons: inside or not, how far from the edge, and what a level line cuts out. */
import { must } from '../kernel/index.ts'
import type { XY } from './curve.ts'

export function isInside([x, y]: XY, polygon: readonly XY[]): boolean {
  let inside = false
  for (const [[ax, ay], [bx, by]] of edgesOf(polygon)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** The point of the polygon's edge that is nearest to a point. */
export function nearestOnEdge(
  point: XY,
  polygon: readonly XY[],
  closed = true,
): { readonly at: XY; readonly distance: number } {
  let best: { at: XY; distance: number } | null = null
  for (const [a, b] of edgesOf(polygon, closed)) {
    const at = nearestOnLine(point, a, b)
    const distance = Math.hypot(point[0] - at[0], point[1] - at[1])
    if (best === null || distance < best.distance) best = { at, distance }
  }
  return must(best, 'a polygon without edges')
}

/** The stretches of the line at height y that lie inside, from left to right. */
export function slice(polygon: readonly XY[], y: number): readonly (readonly [from: number, to: number])[] {
  const cuts: number[] = []
  for (const [[ax, ay], [bx, by]] of edgesOf(polygon)) {
    if (ay > y !== by > y) cuts.push(((bx - ax) * (y - ay)) / (by - ay) + ax)
  }
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

function* edgesOf(polygon: readonly XY[], closed = true): Generator<readonly [XY, XY]> {
  for (let i = closed ? 0 : 1; i < polygon.length; i++) {
    yield [must(polygon[i === 0 ? polygon.length - 1 : i - 1], 'a corner'), must(polygon[i], 'a corner')]
  }
}
