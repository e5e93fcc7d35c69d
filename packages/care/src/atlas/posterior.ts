/**
 * The posterior plate as data: our own drawing, in permille of stature, one side of it.
 *
 * What lies once in the midline is kept as its right half, what lies twice as its right one: the left is always the mirror
 * image. Widths of the lumbar muscles are estimates; no physiotherapist has looked at the plate yet.
 */
import { type ControlPoint, sampleCurve, type XY } from './curve.ts'
import type { Layer } from './muscles.ts'
import data from './posterior.data.json' with { type: 'json' }
import type { MuscleId } from './site.ts'

type Shape = {
  readonly id: string
  readonly closed: boolean
  /** True: drawn on both sides. False: lies in the midline; when closed, `points` is its right half. */
  readonly twice: boolean
  readonly points: readonly ControlPoint[]
}

export type BoneShape = Shape & {
  readonly weight: 'thin' | 'hair'
  /** Where this bone lies over muscles of a layer: over the muscle named, or over all of them when empty. */
  readonly over?: Readonly<Partial<Record<Layer, string>>>
  readonly veil?: number
}

export type MuscleShape = {
  /** A muscle's id, or `ctx-…` for one that is only there to be seen. */
  readonly id: string
  readonly part: string | null
  readonly layer: Layer
  readonly outline: readonly ControlPoint[]
  readonly fibres: readonly (readonly ControlPoint[])[]
  readonly tendon: readonly (readonly ControlPoint[])[]
  readonly label: XY | null
  /** The landmarks to which it attaches. */
  readonly attach: readonly string[]
}

export type HazardShape = {
  readonly id: string
  readonly kind: 'area' | 'line'
  readonly twice: boolean
  readonly points: readonly ControlPoint[]
  readonly structure: string
  /** Keys of `atlasSource`. */
  readonly sources: readonly string[]
}

type Plate = {
  readonly extent: { readonly x: XY; readonly y: XY }
  readonly skin: readonly Shape[]
  readonly bones: readonly BoneShape[]
  readonly muscles: readonly MuscleShape[]
  readonly hazards: readonly HazardShape[]
}

export const POSTERIOR = data as unknown as Plate

/** A muscle's shape on the right, with its outline walked as a polygon. */
export type Target = {
  readonly muscle: MuscleId
  readonly layer: Layer
  readonly polygon: readonly XY[]
  readonly box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  readonly label: XY | null
}

/** What can be pointed at, in the order in which it is drawn: a later one lies over an earlier one. */
export const TARGETS: readonly Target[] = POSTERIOR.muscles
  .filter((shape) => !shape.id.startsWith('ctx-'))
  .map((shape) => {
    const polygon = sampleCurve(shape.outline, true)
    const xs = polygon.map(([x]) => x)
    const ys = polygon.map(([, y]) => y)
    return {
      muscle: shape.id as MuscleId,
      layer: shape.layer,
      polygon,
      box: { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) },
      label: shape.label,
    }
  })

/** The shapes of one muscle on the posterior plate; empty when it isn't seen from behind. */
export function targetsOf(muscle: MuscleId): readonly Target[] {
  return TARGETS.filter((target) => target.muscle === muscle)
}
