/** The whole figure, and pictures that are put together: with overlays, two dates side by side or one over the other. */
import { pathAcrossMidline } from '../curve.ts'
import { drawPlate, type PlateAsked } from '../draw-plate.ts'
import { type Box, group, type Plate, type PlateNode, path } from '../plate-node.ts'
import { drawOverlays } from './draw-overlay.ts'
import type { Overlay } from './overlay.ts'
import { FIGURE_HALF, type FigureView, LOW_BACK_AREA, PAIN_REGIONS } from './pain-regions.ts'

const FIGURE_BOX: Box = { x0: -204, y0: -6, x1: 204, y1: 1006 }

export type FigureAsked = {
  readonly view: FigureView
  readonly overlays: readonly Overlay[]
  /** The borders of the regions, faintly. */
  readonly hasRegions?: boolean
  /** The low-back area of the consensus definition, from behind. */
  readonly hasLowBack?: boolean
  readonly textUnits?: number
}

/** The body on which pain is drawn: skin, no muscles, from head to sole. */
export function drawFigure({ view, overlays, hasRegions, hasLowBack, textUnits = 16 }: FigureAsked): Plate {
  const d = pathAcrossMidline(FIGURE_HALF)
  const borders = PAIN_REGIONS.filter((region) => region.view === view).map(({ polygon }) =>
    path('region', straight(polygon)),
  )
  const nodes: readonly PlateNode[] = [
    group('flesh', [
      path('skin', d),
      group('skin-shade', [path('shade wide', d), path('shade', d)], { clip: d }),
      ...(hasRegions === true ? [group('regions', borders, { clip: d })] : []),
      ...(hasLowBack === true && view === 'posterior' ? [path('low-back', straight(LOW_BACK_AREA))] : []),
      path('skin-l', d),
    ]),
    // A finger runs over the edge; what is drawn stays on the body.
    group('overlays', drawOverlays(overlays, { aspect: view, textUnits }), { clip: d }),
  ]
  return { box: FIGURE_BOX, body: FIGURE_BOX, nodes }
}

function straight(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`
}

/** A plate with what is to be seen on it. */
export function drawSeen(asked: PlateAsked, overlays: readonly Overlay[]): Plate {
  const plate = drawPlate(asked)
  const drawn = drawOverlays(overlays, { aspect: asked.view, textUnits: asked.textUnits ?? 5.6 })
  const [flesh, ...lettering] = plate.nodes
  return { ...plate, nodes: [...(flesh === undefined ? [] : [flesh]), group('overlays', drawn), ...lettering] }
}

/** Two pictures of the same size beside each other, each under its own words. */
export function beside(left: Plate, right: Plate, titles: readonly [string, string], textUnits: number): Plate {
  const gap = textUnits * 1.5
  const shift = left.box.x1 - right.box.x0 + gap
  const head = textUnits * 2.2
  const title = (text: string, { box }: Plate, by: number): PlateNode => ({
    kind: 'text',
    class: 'title',
    x: (box.x0 + box.x1) / 2 + by,
    y: box.y0 - textUnits * 0.8,
    anchor: 'middle',
    text,
  })
  const box = {
    x0: left.box.x0,
    x1: right.box.x1 + shift,
    y0: Math.min(left.box.y0, right.box.y0) - head,
    y1: Math.max(left.box.y1, right.box.y1),
  }
  return {
    box,
    body: box,
    nodes: [
      group('', left.nodes),
      group('', right.nodes, { shift }),
      title(titles[0], left, 0),
      title(titles[1], right, shift),
    ],
  }
}

/** The later of two dates over the earlier one, which is drawn as an outline. */
export function overlaid(before: readonly Overlay[], after: readonly Overlay[]): readonly Overlay[] {
  return [
    ...before.map((each): Overlay => (each.kind === 'pain' || each.kind === 'needle' ? { ...each, was: true } : each)),
    ...after,
  ]
}

/** For the patient: the body and its bones, the muscle that was treated, and nothing else. */
export function drawPlain(asked: Pick<PlateAsked, 'view' | 'zoom' | 'textUnits'>, overlays: readonly Overlay[]): Plate {
  const plate = drawSeen({ ...asked, layers: ['deep'], labels: 'none', ruler: false }, overlays)
  return { ...plate, nodes: withoutMuscles(plate.nodes) }
}

function withoutMuscles(nodes: readonly PlateNode[]): readonly PlateNode[] {
  const isLeft = (node: PlateNode) => node.kind !== 'group' || !/^(mus|bones-over)\b/.test(node.class)
  return nodes
    .filter(isLeft)
    .map((node) => (node.kind === 'group' ? { ...node, children: withoutMuscles(node.children) } : node))
}
