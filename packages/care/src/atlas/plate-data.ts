/**
 * A plate as data: our own drawing, in permille of stature, read once from its text.
 *
 * What lies across the midline is kept as its right half, what lies twice as its right one: the left is always the mirror
 * image. Only organs that a body has on one side, and the plate from the side, are kept whole. Widths of the lumbar muscles
 * are estimates; no physiotherapist has looked at the plates yet.
 */
import { bellyOf } from './belly.ts'
import type { ControlPoint, XY } from './curve.ts'
import type { Layer } from './muscles.ts'
import { LANDMARKS, type Landmarks, readPoints } from './read-points.ts'
import type { Side, View } from './site.ts'

/** Drawn on both sides; across the midline, `points` being its right half; or as it is. */
type Lies = 'twice' | 'middle' | 'once'

export type Shape = {
  readonly id: string
  readonly closed: boolean
  readonly lies: Lies
  readonly points: readonly ControlPoint[]
}

export type SkinShape = Shape & {
  /** Later ones lie over earlier ones; skin without a place lies under everything. */
  readonly z: number | null
  /** Part of the face: covers the skull while the superficial layer is shown. */
  readonly face: boolean
}

export type BoneShape = Shape & {
  readonly weight: 'thin' | 'hair'
  readonly z: number
  /** Where this bone lies over muscles of a layer: over the muscle named, or over all of them when empty. */
  readonly over?: Readonly<Partial<Record<Layer, string>>>
  readonly veil?: number
  /** An opening in a bone, through which what is behind is seen. */
  readonly hole: boolean
  /** Part of the skull: covered by the face while the superficial layer is shown. */
  readonly face: boolean
}

export type MuscleShape = {
  /** A muscle's id, or `ctx-…` for one that is only there to be seen. */
  readonly id: string
  readonly part: string | null
  readonly layer: Layer
  readonly lies: Lies
  readonly z: number
  readonly outline: readonly ControlPoint[]
  readonly fibres: readonly (readonly ControlPoint[])[]
  readonly tendon: readonly (readonly ControlPoint[])[]
  readonly label: XY | null
  /** The landmarks to which it attaches. */
  readonly attach: readonly string[]
}

export type HazardShape = Shape & {
  readonly kind: 'area' | 'line'
  /** As `lies`: true when it is drawn on both sides. */
  readonly twice: boolean
  readonly structure: string
  /** Keys of `atlasSource`. */
  readonly sources: readonly string[]
  /** What of it no source supports; null when all of it is supported. */
  readonly unreviewed: string | null
  /** From the side: the side of the body on which it lies alone. */
  readonly only: Side | null
}

export type PlateData = {
  readonly extent: { readonly x: XY; readonly y: XY }
  readonly skin: readonly SkinShape[]
  readonly bones: readonly BoneShape[]
  readonly muscles: readonly MuscleShape[]
  readonly hazards: readonly HazardShape[]
}

type WrittenShape = { id: string; closed: boolean; lies: Lies; points: string; z?: number; face?: boolean }

/** A plate as its file holds it. Only shapes that were drawn from cross-sections have `stations`. */
export type WrittenPlate = {
  readonly view: View
  readonly extent: { readonly x: readonly number[]; readonly y: readonly number[] }
  readonly landmarks: Readonly<Record<string, readonly number[]>>
  readonly skin: readonly WrittenShape[]
  readonly bones: readonly (WrittenShape & Pick<BoneShape, 'weight' | 'over' | 'veil'> & { hole?: boolean })[]
  readonly muscles: readonly {
    id: string
    part?: string
    layer: Layer
    lies?: Lies
    z?: number
    outline?: string
    stations?: readonly string[]
    round?: boolean
    fibres: number | readonly string[]
    tendon: readonly string[]
    label: XY | null
    attach?: readonly string[]
  }[]
  readonly hazards: readonly (Omit<WrittenShape, 'closed'> &
    Pick<HazardShape, 'kind' | 'structure' | 'sources'> & { unreviewed?: string; only?: Side })[]
}

/** Muscles that don't say otherwise lie in the order of their layers, and within one in the order in which they are kept. */
const BASE: Readonly<Record<Layer, number>> = { deep: 12, intermediate: 20, superficial: 30 }

export function readPlate(written: WrittenPlate): PlateData {
  const landmarks = { ...LANDMARKS, ...(written.landmarks as unknown as Landmarks) }
  const read = (text: string) => readPoints(text, landmarks)
  return {
    extent: written.extent as unknown as PlateData['extent'],
    skin: written.skin.map(({ z, face, ...skin }) => ({
      ...skin,
      points: read(skin.points),
      z: z ?? null,
      face: face ?? false,
    })),
    bones: written.bones.map(({ z, face, hole, ...bone }) => ({
      ...bone,
      points: read(bone.points),
      z: z ?? 0,
      face: face ?? false,
      hole: hole ?? false,
    })),
    muscles: written.muscles.map((muscle, order) => ({
      ...readMuscle(muscle, order, read),
      lies: muscle.lies ?? (written.view === 'lateral' ? 'once' : 'twice'),
    })),
    hazards: written.hazards.map(({ unreviewed, only, ...hazard }) => ({
      ...hazard,
      points: read(hazard.points),
      closed: hazard.kind === 'area',
      twice: hazard.lies === 'twice',
      unreviewed: unreviewed ?? null,
      only: only ?? null,
    })),
  }
}

type Read = (text: string) => readonly ControlPoint[]

function readMuscle(written: WrittenPlate['muscles'][number], order: number, read: Read): Omit<MuscleShape, 'lies'> {
  const { id, part, layer, z, outline, stations, round, fibres, tendon, label, attach } = written
  const belly =
    stations === undefined || typeof fibres !== 'number' ? null : bellyOf(stations.map(read), fibres, round === true)
  return {
    id,
    part: part ?? null,
    layer,
    z: z ?? BASE[layer] + order / 1000,
    outline: belly?.outline ?? read(outline ?? ''),
    fibres: belly?.fibres ?? (typeof fibres === 'number' ? [] : fibres.map(read)),
    tendon: tendon.map(read),
    label,
    attach: attach ?? landmarksIn([outline ?? '', ...(stations ?? [])]),
  }
}

/** A shape that doesn't list its attachments attaches to the landmarks from which it is drawn. */
function landmarksIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text.match(/[A-Z][A-Z0-9_]*(?=[+-])/g) ?? []))]
}
