/**
 * The names beside the body, each with a leader to a part of its muscle that can be seen.
 *
 * Names never overlap and leaders never cross: names stand in the order of their muscles, are pushed apart, and two whose
 * leaders would cross change places.
 */
import { must } from '../kernel/index.ts'
import { tenth, type XY } from './curve.ts'
import { type Layer, mustMuscle } from './muscles.ts'
import { type Box, group, type PlateGroup, type PlateNode, path } from './plate-node.ts'
import { type Aspect, coversIn, targetsIn, viewOf } from './plates.ts'
import { seenSpots } from './seen-spots.ts'

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

export type LabelsAsked = {
  readonly view: Aspect
  readonly layers: readonly Layer[]
  readonly body: Box
  /** Height of the lettering in plate units. */
  readonly textUnits: number
  readonly where: LabelSide
}

export function drawLabels(asked: LabelsAsked): DrawnLabels {
  const { textUnits, where } = asked
  const placed = placeLabels(asked)
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

export function placeLabels({ view, layers, body, textUnits, where }: LabelsAsked): readonly PlacedLabel[] {
  if (where === 'none') return []
  const anchors = anchorsIn(view, layers, body).toSorted((a, b) => a.at[1] - b.at[1])
  const isLeft = (anchor: Anchor, i: number) =>
    where === 'left' || (viewOf(view) === 'lateral' ? anchor.at[0] < 0 : i % 2 === 1)
  const left = anchors.filter(isLeft)
  const right = anchors.filter((anchor) => !left.includes(anchor))
  // From behind and from the front a name on the left points at the left muscle; from the side there is one of each.
  const pointed =
    viewOf(view) === 'lateral' ? left : left.map((each): Anchor => ({ ...each, at: [-each.at[0], each.at[1]] }))
  return [...column('left', pointed, body, textUnits), ...column('right', right, body, textUnits)]
}

/** A point of a muscle that is seen, and how far it is from any edge: what is seen of a muscle is the larger the more room. */
type Anchor = { readonly name: string; readonly at: XY; readonly room: number }

function column(
  side: 'left' | 'right',
  anchors: readonly Anchor[],
  body: Box,
  textUnits: number,
): readonly PlacedLabel[] {
  const sign = side === 'left' ? -1 : 1
  const x = sign < 0 ? body.x0 - textUnits * 0.3 : body.x1 + textUnits * 0.3
  const heightOf = (label: { lines: readonly string[] }) => (label.lines.length * LINE + 0.5) * textUnits
  const labels = thatFit(
    anchors.map(({ name, at, room }) => ({ lines: linesOf(name), anchor: at, y: at[1], room })),
    heightOf,
    body.y1 - body.y0,
  )
  for (let tries = 0; tries < labels.length * labels.length; tries++) {
    spread(labels, heightOf, body)
    if (!swapCrossing(labels, x)) break
  }
  return labels.map(({ lines, anchor, y }) => ({ side, lines, anchor, end: [x, y] }))
}

type Loose = { lines: readonly string[]; anchor: XY; y: number; room: number }

/** Where a column has no place for every name, the muscles of which least is seen go without: they still say theirs aloud. */
function thatFit(labels: readonly Loose[], heightOf: (label: Loose) => number, height: number): Loose[] {
  const fits = [...labels]
  const needed = () => fits.reduce((sum, label) => sum + heightOf(label), 0)
  while (needed() > height) {
    const least = fits.reduce((a, b) => (b.room < a.room ? b : a))
    fits.splice(fits.indexOf(least), 1)
  }
  return fits
}

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

/** For each muscle that is shown and seen: a point of it, on the viewer's right where there are two, that nothing lies over. */
function anchorsIn(view: Aspect, layers: readonly Layer[], body: Box): readonly Anchor[] {
  const key = [view, ...layers, body.x0, body.y0, body.x1, body.y1].join(' ')
  const anchors = known.get(key) ?? findAnchors(view, layers, body)
  known.set(key, anchors)
  return anchors
}

/** Less room than this, in units, is too thin to point at. */
const LEAST_ROOM = 1.2

function findAnchors(view: Aspect, layers: readonly Layer[], body: Box): readonly Anchor[] {
  const isTurned = view === 'left-lateral'
  const half = { x0: viewOf(view) === 'lateral' ? body.x0 + 4 : 0, x1: body.x1 - 4, y0: body.y0 + 5, y1: body.y1 - 7 }
  const shown = targetsIn(viewOf(view)).filter((target) => layers.includes(target.layer))
  const best = new Map<string, Anchor>()
  for (const { target, at, room } of seenSpots(shown, coversIn(viewOf(view), layers), half)) {
    const name = mustMuscle(target.muscle).name
    if (room > (best.get(name)?.room ?? LEAST_ROOM)) best.set(name, { name, room, at: isTurned ? [-at[0], at[1]] : at })
  }
  return [...best.values()]
}
