/**
 * A muscle from its cross-sections, as a draughtsman builds it: the outline runs around them, the fibres run through them.
 *
 * A section is an open curve from one edge to the other; the first lies at the origin, the last at the insertion. Where a
 * section is moved, outline and fibres follow together.
 */
import { must } from '../kernel/index.ts'
import { type ControlPoint, sampleCurve, type XY } from './curve.ts'

export type Belly = {
  readonly outline: readonly ControlPoint[]
  readonly fibres: readonly (readonly ControlPoint[])[]
}

/** Ends wider than this meet the bone along a line, so their edges are corners; narrower ones are round. */
const BROAD = 16
/** How much of its length a fibre may stay away from the ends, so that they aren't cut off in a row. */
const RAGGED = 0.04

/** `count` fibres and the outline of the given sections. `round` draws no corners. */
export function bellyOf(sections: readonly (readonly ControlPoint[])[], count: number, round: boolean): Belly {
  const first = must(sections[0], 'a section at the origin')
  const last = must(sections.at(-1), 'a section at the insertion')
  const between = sections.slice(1, -1)
  const around = [
    ...endOf(first, round),
    ...between.map((section) => must(section.at(-1), 'an edge')),
    ...endOf(last, round).toReversed(),
    ...between.map((section) => must(section[0], 'an edge')).toReversed(),
  ]
  const outline = around.filter((point, i) => i === 0 || distance(point, must(around[i - 1], 'a point')) > 0.4)
  const fibres = Array.from({ length: count }, (_, i) => fibreOf(sections, (i + 0.5) / count, ragged(i)))
  return { outline, fibres }
}

/** The points of an end, the outer two as corners where the end is broad. */
function endOf(section: readonly ControlPoint[], round: boolean): readonly ControlPoint[] {
  const isBroad = !round && distance(must(section[0], 'an edge'), must(section.at(-1), 'an edge')) >= BROAD
  return section.map(([x, y], i) => (isBroad && (i === 0 || i === section.length - 1) ? [x, y, 1] : [x, y]))
}

/** A fibre crosses each section at the same part of its width. */
function fibreOf(sections: readonly (readonly ControlPoint[])[], part: number, short: number): readonly XY[] {
  const line = sections.map((section) => along(section, part))
  return [along(line, short), ...line.slice(1, -1), along(line, 1 - short)].map(([x, y]) => [tidy(x), tidy(y)])
}

/** Differs from fibre to fibre without chance: the same plate is drawn each time. */
function ragged(i: number): number {
  return RAGGED * (0.4 + ((i * 37) % 10) / 8)
}

/** The point at a part of a curve's length. */
function along(points: readonly ControlPoint[], part: number): XY {
  const walked = sampleCurve(points, false, 8)
  const lengths = [0]
  for (let i = 1; i < walked.length; i++) {
    lengths.push(
      must(lengths[i - 1], 'a length') + distance(must(walked[i], 'a point'), must(walked[i - 1], 'a point')),
    )
  }
  const wanted = part * must(lengths.at(-1), 'a length')
  const at = Math.max(
    1,
    lengths.findIndex((length) => length >= wanted),
  )
  const [a, b] = [must(walked[at - 1], 'a point'), must(walked[at], 'a point')]
  const [from, to] = [must(lengths[at - 1], 'a length'), must(lengths[at], 'a length')]
  const share = to === from ? 0 : (wanted - from) / (to - from)
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

function tidy(value: number): number {
  return Math.round(value * 10) / 10
}

function distance(a: ControlPoint, b: ControlPoint): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}
