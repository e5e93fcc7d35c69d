/** One muscle drawn: body, shade towards its edge, tendon, fibres, outline; right side, and mirrored. */
import { type ControlPoint, pathOf, sampleCurve, tenth, type XY } from './curve.ts'
import type { Layer } from './muscles.ts'
import { group, type PlateGroup, type PlateNode, path } from './plate-node.ts'
import { isInside, nearestOnEdge } from './polygon.ts'
import { type MuscleShape, POSTERIOR } from './posterior.ts'
import type { MuscleId, Side } from './site.ts'

const LAYER_CLASS: Readonly<Record<Layer, string>> = { superficial: 'm-sup', intermediate: 'm-mid', deep: 'm-deep' }

/**
 * `shown` is part of the layers asked for; `under` lies below them and is only hinted at. A sheet of tendon is thinned to
 * a `veil` where the layer below is shown too, so that what is under it can be seen.
 */
export type MuscleLook = 'shown' | 'veiled' | 'under'

export function drawMuscle(shape: MuscleShape, look: MuscleLook): readonly PlateGroup[] {
  const parts = look === 'under' ? [path('body', pathOf(shape.outline, true))] : partsOf(shape, look)
  const kind = ['mus', LAYER_CLASS[shape.layer], isContext(shape) ? 'ctx' : '', look === 'under' ? 'ghost' : '']
  return (['right', 'left'] as const).map((side) =>
    group(kind.filter(Boolean).join(' '), parts, {
      ...(side === 'left' && { mirrored: true as const }),
      ...(look !== 'under' && !isContext(shape) && { is: identity(shape, side) }),
    }),
  )
}

function isContext(shape: MuscleShape): boolean {
  return shape.id.startsWith('ctx-')
}

function identity(shape: MuscleShape, side: Side) {
  return { kind: 'muscle' as const, muscle: shape.id as MuscleId, side, layer: shape.layer }
}

function partsOf(shape: MuscleShape, look: MuscleLook): readonly PlateNode[] {
  const outline = pathOf(shape.outline, true)
  const polygon = sampleCurve(shape.outline, true)
  const inner = shape.tendon.filter((tendon) => liesWithin(tendon, polygon))
  const sheets = shape.tendon.filter((tendon) => !inner.includes(tendon))
  const inside: PlateNode[] = inner.map((tendon) => path('tendon', pathOf(tendon, true)))
  if (shape.fibres.length > 0) inside.push(path('fib', shape.fibres.map((fibre) => pathOf(fibre, false)).join('')))
  const shades = isContext(shape) ? [] : [path('shade wide', outline), path('shade', outline)]
  return [
    ...sheets.flatMap((sheet) => drawSheet(sheet, look, shape.id)),
    path('body', outline),
    group('inner', [...shades, ...inside], { clip: outline }),
    path('edge', outline),
  ]
}

/** A flat tendon beyond the muscle's own flesh, with the grain of its fibres. */
function drawSheet(sheet: readonly ControlPoint[], look: MuscleLook, muscle: string): readonly PlateNode[] {
  const d = pathOf(sheet, true)
  // The flat tendon of serratus posterior inferior is thin enough to see the erector through it.
  const kind = look === 'veiled' || muscle.startsWith('serratus') ? 'sheet veil' : 'sheet'
  return [path(kind, d), group('grain', [path('fib-t', grainOf(sampleCurve(sheet, true, 3)))], { clip: d })]
}

/** Fine parallel lines, falling from the midline outwards and up, across the box of a shape. */
function grainOf(polygon: readonly XY[]): string {
  const xs = polygon.map(([x]) => x)
  const ys = polygon.map(([, y]) => y)
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)]
  const rise = (x1 - x0) * 0.55
  let lines = ''
  for (let y = Math.min(...ys); y < Math.max(...ys) + rise; y += 3.2) {
    lines += `M${tenth(x0)} ${tenth(y)}L${tenth(x1)} ${tenth(y - rise)}`
  }
  return lines
}

function liesWithin(tendon: readonly ControlPoint[], polygon: readonly XY[]): boolean {
  const points = sampleCurve(tendon, true, 4)
  const within = points.filter((point) => isInside(point, polygon) || nearestOnEdge(point, polygon).distance < 1)
  return within.length / points.length > 0.93
}

/** The outlines of one muscle on the right, to be drawn again over what covers it; empty when it isn't seen from behind. */
export function outlinesOf(muscle: MuscleId): readonly string[] {
  return POSTERIOR.muscles.filter((shape) => shape.id === muscle).map((shape) => pathOf(shape.outline, true))
}
