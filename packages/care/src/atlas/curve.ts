/**
 * Smooth curves through control points: centripetal Catmull–Rom (alpha 0.5), as the plates are drawn.
 *
 * The same curve is written as an SVG path and walked as a polygon, so that what is seen and what is tapped agree.
 */
import { must } from '../kernel/index.ts'

/** x, y, and 1 where the curve has a corner. */
export type ControlPoint = readonly [x: number, y: number, corner?: number]
export type XY = readonly [x: number, y: number]
type Cubic = readonly [from: XY, c1: XY, c2: XY, to: XY]

/** The curve as SVG path data, to a tenth of a unit (0.17 mm). */
export function pathOf(points: readonly ControlPoint[], closed: boolean): string {
  return stepped(cubicsOf(points, closed), closed)
}

/**
 * A fibre as SVG path data: a light curve that bends at the middle of two control points, with steps in place of places.
 * There are a thousand fibres on a plate, and nobody points at one.
 */
export function fibrePath(points: readonly ControlPoint[]): string {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  let [x, y] = [tenth(first[0]), tenth(first[1])]
  let d = `M${x} ${y}`
  const step = (tx: number, ty: number) => `${tenth(tx - x)} ${tenth(ty - y)}`
  if (points.length === 2) return `${d}l${step(last[0], last[1])}`
  for (let i = 1; i < points.length - 1; i++) {
    const [bend, next] = [must(points[i], 'a bend'), must(points[i + 1], 'the next point')]
    const isLast = i === points.length - 2
    const end: XY = isLast ? [next[0], next[1]] : [(bend[0] + next[0]) / 2, (bend[1] + next[1]) / 2]
    d += `q${step(bend[0], bend[1])} ${step(end[0], end[1])}`
    ;[x, y] = [tenth(x + tenth(end[0] - x)), tenth(y + tenth(end[1] - y))]
  }
  return d.replaceAll(' -', '-')
}

/** The curve as a polygon or polyline with `steps` pieces from one control point to the next. */
export function sampleCurve(points: readonly ControlPoint[], closed: boolean, steps = 5): readonly XY[] {
  const cubics = cubicsOf(points, closed)
  const walked: XY[] = []
  for (const cubic of cubics) for (let step = 0; step < steps; step++) walked.push(pointOn(cubic, step / steps))
  const last = cubics.at(-1)
  if (!closed && last !== undefined) walked.push(last[3])
  return walked
}

/** A closed shape that lies across the midline, from its right half: the other half is the mirror image, exactly. */
export function acrossMidline(half: readonly ControlPoint[]): readonly ControlPoint[] {
  const left = half.filter(([x]) => x > 0).map(([x, y, corner]): ControlPoint => [-x, y, corner ?? 0])
  return [...half, ...left.reverse()]
}

/** Path data of a shape across the midline. Each number of the left half is the negative of one of the right. */
export function pathAcrossMidline(half: readonly ControlPoint[]): string {
  const right = cubicsOf(acrossMidline(half), true).slice(0, half.length - 1)
  const left = right.map(([from, c1, c2, to]): Cubic => [flip(to), flip(c2), flip(c1), flip(from)]).reverse()
  const bridge = (from: Cubic | undefined) => (from === undefined || from[3][0] === 0 ? [] : [across(from)])
  return written([...right, ...bridge(right.at(-1)), ...left, ...bridge(left.at(-1))], true)
}

/** From the end of a half, that doesn't lie on the midline, over to its mirror image. */
function across([, , c2, to]: Cubic): Cubic {
  const handle: XY = [to[0] / 2, to[1] + (to[1] - c2[1]) / 4]
  return [to, handle, flip(handle), flip(to)]
}

function flip([x, y]: XY): XY {
  return [-x, y]
}

function cubicsOf(given: readonly ControlPoint[], closed: boolean): readonly Cubic[] {
  const points = given.filter(
    (point, at) => at === 0 || distance(point, must(given[at - 1], 'the point before')) > 1e-6,
  )
  const count = points.length
  if (count < 2) return []
  const at = (index: number) => must(points[((index % count) + count) % count], 'a control point')
  const isCorner = (index: number) => at(index)[2] === 1
  const cubics: Cubic[] = []
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const before = (!closed && i === 0) || isCorner(i) ? at(i) : at(i - 1)
    const after = (!closed && i + 1 === count - 1) || isCorner(i + 1) ? at(i + 1) : at(i + 2)
    cubics.push(cubicBetween(before, at(i), at(i + 1), after))
  }
  return cubics
}

function cubicBetween(p0: ControlPoint, p1: ControlPoint, p2: ControlPoint, p3: ControlPoint): Cubic {
  const [d1, d2, d3] = [Math.sqrt(distance(p0, p1)), Math.sqrt(distance(p1, p2)), Math.sqrt(distance(p2, p3))]
  const leaving = (a: number, b: number, c: number) =>
    d1 < 1e-6
      ? b + (c - b) / 3
      : (d1 * d1 * c - d2 * d2 * a + (2 * d1 * d1 + 3 * d1 * d2 + d2 * d2) * b) / (3 * d1 * (d1 + d2))
  const arriving = (b: number, c: number, d: number) =>
    d3 < 1e-6
      ? c - (c - b) / 3
      : (d3 * d3 * b - d2 * d2 * d + (2 * d3 * d3 + 3 * d3 * d2 + d2 * d2) * c) / (3 * d3 * (d2 + d3))
  return [
    [p1[0], p1[1]],
    [leaving(p0[0], p1[0], p2[0]), leaving(p0[1], p1[1], p2[1])],
    [arriving(p1[0], p2[0], p3[0]), arriving(p1[1], p2[1], p3[1])],
    [p2[0], p2[1]],
  ]
}

function pointOn([a, b, c, d]: Cubic, t: number): XY {
  const u = 1 - t
  const along = (i: 0 | 1) => u * u * u * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t * t * t * d[i]
  return [along(0), along(1)]
}

function distance(a: ControlPoint, b: ControlPoint): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}

/** In absolute places: mirrored numbers stay mirrored. */
function written(cubics: readonly Cubic[], closed: boolean): string {
  const first = cubics[0]
  if (first === undefined) return ''
  const start = `M${pair(first[0])}`
  const rest = cubics.map(([, c1, c2, to], i) => `${i === 0 ? 'C' : ' '}${pair(c1)} ${pair(c2)} ${pair(to)}`)
  return start + rest.join('') + (closed ? 'Z' : '')
}

/** In steps from one rounded place to the next, which is shorter to send; a rounding never adds up along the path. */
function stepped(cubics: readonly Cubic[], closed: boolean): string {
  const first = cubics[0]
  if (first === undefined) return ''
  let [x, y] = [tenth(first[0][0]), tenth(first[0][1])]
  let d = `M${x} ${y}c`
  cubics.forEach(([, c1, c2, to], i) => {
    const step = (point: XY) => `${tenth(point[0] - x)} ${tenth(point[1] - y)}`
    d += `${i === 0 ? '' : ' '}${step(c1)} ${step(c2)} ${step(to)}`
    ;[x, y] = [tenth(x + tenth(to[0] - x)), tenth(y + tenth(to[1] - y))]
  })
  return d.replaceAll(' -', '-') + (closed ? 'Z' : '')
}

function pair([x, y]: XY): string {
  return `${tenth(x)} ${tenth(y)}`
}

/** Rounded to a tenth, halves away from zero, so that -x is written as minus x. */
export function tenth(value: number): number {
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10
  return rounded === 0 ? 0 : rounded
}
