/** One muscle drawn: body, shade towards its edge, tendon, fibres, outline; on each side that is seen. */
import { type ControlPoint, fibrePath, pathAcrossMidline, pathOf, sampleCurve, tenth, type XY } from './curve.ts'
import type { Layer } from './muscles.ts'
import type { MuscleShape } from './plate-data.ts'
import { group, type PlateGroup, type PlateNode, path } from './plate-node.ts'
import { type Aspect, isContext, isMirrored, isSideSeen, plateOf, viewOf } from './plates.ts'
import { isInside, nearestOnEdge } from './polygon.ts'
import type { MuscleId, Side } from './site.ts'

const LAYER_CLASS: Readonly<Record<Layer, string>> = { superficial: 'm-sup', intermediate: 'm-mid', deep: 'm-deep' }

/**
 * `shown` is part of the layers asked for; `under` lies below them and is only hinted at. A sheet of tendon is thinned to
 * a `veil` where the layer below is shown too, so that what is under it can be seen.
 */
export type MuscleLook = 'shown' | 'veiled' | 'under'

export function drawMuscle(shape: MuscleShape, look: MuscleLook, aspect: Aspect): readonly PlateGroup[] {
  const parts = partsInLook(shape, look)
  const kind = ['mus', LAYER_CLASS[shape.layer], isContext(shape) ? 'ctx' : '', look === 'under' ? 'ghost' : '']
  const named = kind.filter(Boolean).join(' ')
  if (shape.lies === 'middle') return [group(named, parts)]
  return (['right', 'left'] as const)
    .filter((side) => isSideSeen(side, aspect))
    .map((side) =>
      group(named, parts, {
        ...(shape.lies === 'twice' && isMirrored(side, aspect) && { mirrored: true as const }),
        ...(look !== 'under' && !isContext(shape) && { is: identity(shape, side) }),
      }),
    )
}

/** Drawn once in each look: what a muscle is made of doesn't depend on where it is looked at from. */
const drawnParts = new WeakMap<MuscleShape, Map<MuscleLook, readonly PlateNode[]>>()

function partsInLook(shape: MuscleShape, look: MuscleLook): readonly PlateNode[] {
  const looks = drawnParts.get(shape) ?? new Map<MuscleLook, readonly PlateNode[]>()
  drawnParts.set(shape, looks)
  const parts = looks.get(look) ?? (look === 'under' ? [path('body', outlineOf(shape))] : partsOf(shape, look))
  looks.set(look, parts)
  return parts
}

function identity(shape: MuscleShape, side: Side) {
  return { kind: 'muscle' as const, muscle: shape.id as MuscleId, side, layer: shape.layer }
}

function outlineOf(shape: MuscleShape): string {
  return shape.lies === 'middle' ? pathAcrossMidline(shape.outline) : pathOf(shape.outline, true)
}

function partsOf(shape: MuscleShape, look: MuscleLook): readonly PlateNode[] {
  const outline = outlineOf(shape)
  const polygon = sampleCurve(shape.outline, true)
  const inner = shape.tendon.filter((tendon) => liesWithin(tendon, polygon))
  const sheets = shape.tendon.filter((tendon) => !inner.includes(tendon))
  const inside: PlateNode[] = inner.map((tendon) => path('tendon', pathOf(tendon, true)))
  if (shape.fibres.length > 0) inside.push(path('fib', shape.fibres.map(fibrePath).join('')))
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
  return within.length / points.length > 0.8
}

/**
 * The outlines of one muscle as its plate keeps them, to be drawn again over what covers it; empty when the aspect doesn't
 * show it. For the side that `isMirrored` names they are to be mirrored.
 */
export function outlinesOf(muscle: MuscleId, aspect: Aspect = 'posterior'): readonly string[] {
  return plateOf(viewOf(aspect))
    .muscles.filter((shape) => shape.id === muscle)
    .map((shape) => pathOf(shape.outline, true))
}
