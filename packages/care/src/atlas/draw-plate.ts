/**
 * A plate drawn: skin, then bones and muscles from the depth up, folds, hazards, the ruler of levels, labels.
 *
 * Everything that lies twice is drawn once and mirrored, and what lies in the midline is made from its right half: the
 * plates from behind and from the front are symmetric by construction.
 */
import { drawHazard } from './draw-hazard.ts'
import { drawLabels, type LabelSide } from './draw-labels.ts'
import { drawMuscle, type MuscleLook } from './draw-muscle.ts'
import { drawRuler } from './draw-ruler.ts'
import { drawBone, drawBoneLine, drawFold, drawPatch, drawSkin } from './draw-skeleton.ts'
import { LAYERS, type Layer } from './muscles.ts'
import type { BoneShape, MuscleShape, PlateData } from './plate-data.ts'
import { type Box, group, type Plate, type PlateNode } from './plate-node.ts'
import { type Aspect, isContext, plateOf, viewOf } from './plates.ts'
import type { Side } from './site.ts'
import { type Zoom, zoomBox } from './zoom.ts'

export type PlateAsked = {
  readonly view: Aspect
  readonly zoom: Zoom
  /** What can be seen and pointed at; deeper ones show through gaps, faintly. */
  readonly layers: readonly Layer[]
  /** Hazards by id, each with the side on which to show it. */
  readonly hazards?: readonly { readonly id: string; readonly side: Side }[]
  /** Where names stand: beside the body on its left, on both sides, or nowhere. */
  readonly labels?: LabelSide
  readonly ruler?: boolean
  /** Height of the lettering in plate units. */
  readonly textUnits?: number
}

export function drawPlate(asked: PlateAsked): Plate {
  const { view, zoom, layers } = asked
  const body = zoomBox(zoom, view)
  const textUnits = asked.textUnits ?? 5.6
  const labels = drawLabels({ view, layers, body, textUnits, where: asked.labels ?? 'left' })
  const ruler = asked.ruler === false ? null : drawRuler(body, textUnits, labels.rightUnits)
  const flesh = group('flesh', drawFlesh(plateOf(viewOf(view)), asked, body), {
    ...(view === 'left-lateral' && { mirrored: true as const }),
    // Close up, what goes on beyond the edge would run under the names.
    ...(zoom !== 'full' && { clip: `M${body.x0} ${body.y0}H${body.x1}V${body.y1}H${body.x0}Z` }),
  })
  const hazards = (asked.hazards ?? []).flatMap(({ id, side }) => drawHazard(id, side, view))
  return {
    body,
    box: {
      x0: body.x0 - labels.leftUnits,
      y0: body.y0,
      x1: body.x1 + labels.rightUnits + (ruler?.units ?? 0),
      y1: body.y1,
    },
    nodes: [
      hazards.length === 0 ? flesh : group('', [flesh, ...hazards]),
      ...(ruler === null ? [] : [ruler.node]),
      labels.node,
    ],
  }
}

/** Something to draw at its place from the depth up. */
type Piece = { readonly z: number; readonly nodes: readonly PlateNode[] }

function drawFlesh(plate: PlateData, { view, zoom, layers }: PlateAsked, body: Box): readonly PlateNode[] {
  const hasFace = layers.includes('superficial')
  const isClose = zoom === 'lumbar' || zoom === 'gluteal'
  const bones = plate.bones.filter(
    (bone) => isSeen(bone.points, body) && !(isClose && isOfArm(bone)) && !(bone.face && hasFace),
  )
  const skin = plate.skin.filter((each) => isSeen(each.points, body) && (!each.face || hasFace))
  const pieces: readonly Piece[] = [
    ...skin.flatMap((each) => (each.z === null ? [] : [{ z: each.z, nodes: drawPatch(each) }])),
    ...bones.map((bone) => ({ z: bone.z, nodes: drawBone(bone) })),
    ...musclePieces(plate, view, layers, body),
  ]
  return [
    ...drawSkin(skin, isClose),
    ...pieces.toSorted((a, b) => a.z - b.z).flatMap(({ nodes }) => nodes),
    group('bones-over', bones.filter(isFelt).flatMap(drawBoneLine)),
    ...skin.filter((fold) => fold.z === null && !fold.closed).flatMap(drawFold),
  ]
}

function isOfArm(bone: BoneShape): boolean {
  return /^(humerus|ulna|radius)/.test(bone.id)
}

/** Bones whose outline is laid thinly over the muscles, so that the skeleton can be felt through them. */
function isFelt(bone: BoneShape): boolean {
  return bone.closed && !bone.hole && /^(rib|ilium|sacrum|scapula|vertebra-L|vertebra-T12|femur|sternum)/.test(bone.id)
}

function musclePieces(plate: PlateData, view: Aspect, layers: readonly Layer[], body: Box): readonly Piece[] {
  const deepest = Math.max(...layers.map((layer) => LAYERS.indexOf(layer)))
  const pieces: Piece[] = []
  for (const layer of LAYERS) {
    const depth = LAYERS.indexOf(layer)
    const isShown = layers.includes(layer)
    // Above the deepest layer shown, a layer that wasn't asked for would hide what was.
    if (!isShown && depth < deepest) continue
    const look: MuscleLook = !isShown ? 'under' : depth < deepest ? 'veiled' : 'shown'
    const shapes = plate.muscles.filter((shape) => shape.layer === layer && isSeen(shape.outline, body))
    for (const shape of shapes) {
      if (isShown || isHint(shape)) pieces.push({ z: shape.z, nodes: drawMuscle(shape, look, view) })
    }
    if (isShown) pieces.push(...bonesOver(plate, layer))
  }
  return pieces
}

/** Bones that lie over muscles of a layer, such as the shoulder blade over what is deep to it. */
function bonesOver(plate: PlateData, layer: Layer): readonly Piece[] {
  return plate.bones.flatMap((bone) => {
    const under = bone.over?.[layer]
    if (under === undefined) return []
    const own = plate.muscles.filter((shape) => shape.layer === layer && (under === '' || shape.id === under))
    const drawn = drawBone(bone)
    const z = under === '' ? Math.max(...own.map((shape) => shape.z)) : Math.min(...own.map((shape) => shape.z)) - 0.001
    return [{ z: z + 0.0005, nodes: bone.veil === undefined ? drawn : [group('veil', drawn)] }]
  })
}

function isHint(shape: MuscleShape): boolean {
  return !isContext(shape) && shape.id !== 'subscapularis'
}

function isSeen(points: BoneShape['points'], body: Box): boolean {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const across = Math.min(...xs) <= body.x1 + 4 && Math.max(...xs) >= body.x0 - 4
  return across && Math.max(...ys) >= body.y0 - 4 && Math.min(...ys) <= body.y1 + 4
}
