/**
 * The names beside the body, each with a leader to a part of its muscle that can be seen.
 *
 * Names never overlap and leaders never cross: names stand in the order of their muscles, are pushed apart, and two whose
 * leaders would cross change places.
 */
import { must } from '../kernel/index.ts'
import { tenth, type XY } from './curve.ts'
import { LAYERS, type Layer, mustMuscle } from './muscles.ts'
import { type Box, group, type PlateGroup, type PlateNode, path } from './plate-node.ts'
import { isInside, nearestOnEdge } from './polygon.ts'
import { TARGETS, type Target } from './posterior.ts'

export type LabelSide = 'left' | 'both' | 'none'

/** One name, placed: `end` is where its leader leaves it. */
export type PlacedLabel = {
  readonly side: 'left' | 'right'
  readonly lines: readonly string[]
  readonly anchor: XY
  readonly end: XY
}

type DrawnLabels = { readonly leftUnits: number; readonly rightUnits: number; readonly node: PlateGroup }

/** A letter of the serif's italic, at its widest on average, in heights. */
const WIDTH_OF_LETTER = 0.58
const LINE = 1.12

export function drawLabels(layers: readonly Layer[], body: Box, textUnits: number, where: LabelSide): DrawnLabels {
  const placed = placeLabels(layers, body, textUnits, where)
  const widest = Math.max(0, ...placed.flatMap(({ lines }) => lines.map((line) => line.length)))
  const units = widest * WIDTH_OF_LETTER * textUnits + LEAD * textUnits
  return {
    leftUnits: where === 'none' ? 0 : units,
    rightUnits: where === 'both' ? units : 0,
    node: group(
      'lab',
      placed.flatMap((label) => drawLabel(label, textUnits)),
    ),
  }
}

/** From the body's box to the name. */
const LEAD = 0.6

export function placeLabels(
  layers: readonly Layer[],
  body: Box,
  textUnits: number,
  where: LabelSide,
): readonly PlacedLabel[] {
  if (where === 'none') return []
  const anchors = anchorsIn(layers, body).toSorted((a, b) => a.at[1] - b.at[1])
  const left = where === 'left' ? anchors : anchors.filter((_, i) => i % 2 === 1)
  const right = where === 'left' ? [] : anchors.filter((_, i) => i % 2 === 0)
  return [...column('left', left, body, textUnits), ...column('right', right, body, textUnits)]
}

type Anchor = { readonly name: string; readonly at: XY }

function column(
  side: 'left' | 'right',
  anchors: readonly Anchor[],
  body: Box,
  textUnits: number,
): readonly PlacedLabel[] {
  const sign = side === 'left' ? -1 : 1
  const x = sign < 0 ? body.x0 - textUnits * 0.3 : body.x1 + textUnits * 3.6
  const labels = anchors.map(({ name, at }) => ({
    lines: linesOf(name),
    anchor: [sign * at[0], at[1]] as XY,
    y: at[1],
  }))
  const heightOf = (label: { lines: readonly string[] }) => (label.lines.length * LINE + 0.5) * textUnits
  for (let tries = 0; tries < labels.length * labels.length; tries++) {
    spread(labels, heightOf, body)
    if (!swapCrossing(labels, x)) break
  }
  return labels.map(({ lines, anchor, y }) => ({ side, lines, anchor, end: [x, y] }))
}

type Loose = { lines: readonly string[]; anchor: XY; y: number }

/** Pushes the names apart, downwards and then back up into the box. */
function spread(labels: Loose[], heightOf: (label: Loose) => number, body: Box): void {
  let free = body.y0
  for (const label of labels) {
    label.y = Math.max(label.anchor[1], free + heightOf(label) / 2)
    free = label.y + heightOf(label) / 2
  }
  let limit = body.y1
  for (const label of [...labels].reverse()) {
    label.y = Math.min(label.y, limit - heightOf(label) / 2)
    limit = label.y - heightOf(label) / 2
  }
}

/** Swaps the first two neighbours whose leaders cross; false when none do. Shortens the leaders, so it comes to an end. */
function swapCrossing(labels: Loose[], x: number): boolean {
  for (let i = 0; i < labels.length; i++) {
    for (let j = i + 1; j < labels.length; j++) {
      const [a, b] = [must(labels[i], 'a label'), must(labels[j], 'a label')]
      if (!doCross([a.anchor, [x, a.y]], [b.anchor, [x, b.y]])) continue
      labels[i] = b
      labels[j] = a
      return true
    }
  }
  return false
}

export function doCross([a, b]: readonly [XY, XY], [c, d]: readonly [XY, XY]): boolean {
  const turn = (p: XY, q: XY, r: XY) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

function linesOf(name: string): readonly string[] {
  if (name.length <= 13) return [name]
  const words = name.split(' ')
  const last = words.pop()
  return words.length === 0 || last === undefined ? [name] : [words.join(' '), last]
}

function drawLabel({ side, lines, anchor, end }: PlacedLabel, textUnits: number): readonly PlateNode[] {
  const top = end[1] - ((lines.length - 1) * LINE * textUnits) / 2 + textUnits * 0.32
  const x = end[0] + (side === 'left' ? -1 : 1) * textUnits * 0.3
  const texts = lines.map((text, i): PlateNode => {
    const y = top + i * LINE * textUnits
    return { kind: 'text', class: '', x, y, anchor: side === 'left' ? 'end' : 'start', text }
  })
  const leader = path('', `M${tenth(end[0])} ${tenth(end[1])}L${tenth(anchor[0])} ${tenth(anchor[1])}`)
  return [leader, { kind: 'circle', class: '', x: anchor[0], y: anchor[1], r: textUnits * 0.16 }, ...texts]
}

const known = new Map<string, readonly Anchor[]>()

/** For each muscle that is shown and seen: a point of it, on the right, that nothing shown lies over. */
function anchorsIn(layers: readonly Layer[], body: Box): readonly Anchor[] {
  const key = [...layers, body.x0, body.y0, body.x1, body.y1].join(' ')
  const anchors = known.get(key) ?? findAnchors(layers, body)
  known.set(key, anchors)
  return anchors
}

function findAnchors(layers: readonly Layer[], body: Box): readonly Anchor[] {
  const shown = TARGETS.filter((target) => layers.includes(target.layer))
  const anchors: Anchor[] = []
  for (const target of shown) {
    const name = mustMuscle(target.muscle).name
    if (anchors.some((anchor) => anchor.name === name)) continue
    const at = seenPoint(target, shown, body)
    if (at !== null) anchors.push({ name, at })
  }
  return anchors
}

function seenPoint(target: Target, shown: readonly Target[], body: Box): XY | null {
  const over = shown.filter((other) => isOver(other, target, shown) && doMeet(other, target))
  const isSeen = (point: XY) =>
    point[0] < body.x1 - 4 &&
    point[1] > body.y0 + 5 &&
    point[1] < body.y1 - 7 &&
    isInside(point, target.polygon) &&
    !over.some((other) => isInside(point, other.polygon))
  if (target.label !== null && isSeen(target.label)) return target.label
  return roomiest(target, isSeen, over)
}

function isOver(other: Target, target: Target, shown: readonly Target[]): boolean {
  const [a, b] = [LAYERS.indexOf(other.layer), LAYERS.indexOf(target.layer)]
  return a < b || (a === b && shown.indexOf(other) > shown.indexOf(target))
}

function doMeet({ box: a }: Target, { box: b }: Target): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/** The seen point that is furthest from every edge; null when what is seen of the muscle is too thin to point at. */
function roomiest(target: Target, isSeen: (point: XY) => boolean, over: readonly Target[]): XY | null {
  const { x0, y0, x1, y1 } = target.box
  const [stepX, stepY] = [Math.max(1.5, (x1 - x0) / 20), Math.max(2, (y1 - y0) / 20)]
  let best: XY | null = null
  let bestRoom = 1.2
  for (let x = x0 + stepX / 2; x < x1; x += stepX) {
    for (let y = y0 + stepY / 2; y < y1; y += stepY) {
      if (!isSeen([x, y])) continue
      const room = Math.min(...[target, ...over].map((each) => nearestOnEdge([x, y], each.polygon).distance))
      if (room > bestRoom) [best, bestRoom] = [[x, y], room]
    }
  }
  return best
}
