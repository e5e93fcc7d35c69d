/**
 * The posterior plate drawn: skin, bones, muscles from the depth up, hazards, the ruler of levels, labels.
 *
 * Everything that lies twice is drawn once and mirrored, and what lies in the midline is made from its right half: the plate
 * is symmetric by construction.
 */
import { pathAcrossMidline, pathOf } from './curve.ts'
import { drawHazard } from './draw-hazard.ts'
import { drawLabels, type LabelSide } from './draw-labels.ts'
import { drawMuscle, type MuscleLook } from './draw-muscle.ts'
import { drawRuler } from './draw-ruler.ts'
import { LAYERS, type Layer } from './muscles.ts'
import { type Box, group, type Plate, type PlateNode, path } from './plate-node.ts'
import { type BoneShape, type MuscleShape, POSTERIOR } from './posterior.ts'
import type { Side } from './site.ts'
import { type Zoom, zoomBox } from './zoom.ts'

export type PlateAsked = {
  readonly view: 'posterior'
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
  const body = zoomBox(asked.zoom)
  const textUnits = asked.textUnits ?? 5.6
  const labels = drawLabels(asked.layers, body, textUnits, asked.labels ?? 'left')
  const ruler = asked.ruler === false ? null : drawRuler(body, textUnits, labels.rightUnits > 0)
  const bones = POSTERIOR.bones.filter((bone) => isSeen(bone, body) && (asked.zoom === 'full' || !isOfArm(bone)))
  const flesh = group('flesh', [
    ...drawSkin(asked.zoom),
    group('bones', bones.flatMap(drawBone)),
    ...drawMuscles(asked.layers, body),
    group('bones-over', bones.filter(isGhost).flatMap(drawLine)),
    ...POSTERIOR.skin.filter((fold) => !fold.closed && isSeen(fold, body)).flatMap(drawFold),
    ...(asked.hazards ?? []).flatMap(({ id, side }) => drawHazard(id, side)),
  ])
  return {
    body,
    box: {
      x0: body.x0 - labels.leftUnits,
      y0: body.y0,
      x1: body.x1 + (ruler?.units ?? 0) + labels.rightUnits,
      y1: body.y1,
    },
    nodes: [flesh, ...(ruler === null ? [] : [ruler.node]), labels.node],
  }
}

function drawSkin(zoom: Zoom): readonly PlateNode[] {
  // Close up, the arms hang before nothing: the trunk alone is the calmer page.
  const wanted = zoom === 'full' ? ['skin-ear', 'skin-body'] : ['skin-trunk']
  return POSTERIOR.skin
    .filter((skin) => wanted.includes(skin.id))
    .flatMap((skin) => {
      const d = skin.twice ? pathOf(skin.points, true) : pathAcrossMidline(skin.points)
      const drawn = [
        path('skin', d),
        group('skin-shade', [path('shade wide', d), path('shade', d)], { clip: d }),
        path('skin-l', d),
      ]
      return skin.twice ? twice('', drawn) : drawn
    })
}

function drawBone(bone: BoneShape): readonly PlateNode[] {
  const kind = `${bone.closed ? 'bone' : 'bone-l'}${bone.weight === 'hair' ? ' hair' : ''}`
  if (bone.twice) return twice('', [path(kind, pathOf(bone.points, bone.closed))])
  return [path(kind, bone.closed ? pathAcrossMidline(bone.points) : pathOf(bone.points, false))]
}

/** The outline alone, laid thinly over the muscles so that the skeleton can be felt through them. */
function drawLine(bone: BoneShape): readonly PlateNode[] {
  return bone.twice
    ? twice('', [path('bone-g', pathOf(bone.points, bone.closed))])
    : [path('bone-g', pathAcrossMidline(bone.points))]
}

function isOfArm(bone: BoneShape): boolean {
  return /^(humerus|ulna|radius)/.test(bone.id)
}

function isGhost(bone: BoneShape): boolean {
  return bone.closed && /^(rib|ilium|sacrum|scapula|vertebra-L|vertebra-T12|femur)/.test(bone.id)
}

function drawMuscles(layers: readonly Layer[], body: Box): readonly PlateNode[] {
  const deepest = Math.max(...layers.map((layer) => LAYERS.indexOf(layer)))
  const nodes: PlateNode[] = []
  for (const layer of [...LAYERS].reverse()) {
    const depth = LAYERS.indexOf(layer)
    const isShown = layers.includes(layer)
    // Above the deepest layer shown, a layer that wasn't asked for would hide what was.
    if (!isShown && depth < deepest) continue
    const look: MuscleLook = !isShown ? 'under' : depth < deepest ? 'veiled' : 'shown'
    for (const shape of POSTERIOR.muscles) {
      if (shape.layer !== layer || !isSeen({ points: shape.outline }, body)) continue
      if (isShown) nodes.push(...bonesOver(layer, shape.id))
      if (isShown || isHint(shape)) nodes.push(...drawMuscle(shape, look))
    }
    if (isShown) nodes.push(...bonesOver(layer, ''))
  }
  return nodes
}

/** Bones that lie over a muscle of a layer, such as the shoulder blade over what is deep to it. */
function bonesOver(layer: Layer, muscle: string): readonly PlateNode[] {
  return POSTERIOR.bones
    .filter((bone) => bone.over?.[layer] === muscle)
    .flatMap((bone) => {
      const drawn = drawBone(bone)
      return bone.veil === undefined ? drawn : [group('veil', drawn)]
    })
}

function isHint(shape: MuscleShape): boolean {
  return !shape.id.startsWith('ctx-') && shape.id !== 'subscapularis'
}

function drawFold(fold: { readonly twice: boolean; readonly points: BoneShape['points'] }): readonly PlateNode[] {
  const drawn = [path('fold', pathOf(fold.points, false))]
  return fold.twice ? twice('', drawn) : drawn
}

function twice(kind: string, children: readonly PlateNode[]): readonly PlateNode[] {
  return [group(kind, children), group(kind, children, { mirrored: true })]
}

function isSeen(shape: { readonly points: readonly (readonly [number, number, number?])[] }, body: Box): boolean {
  const xs = shape.points.map(([x]) => x)
  const ys = shape.points.map(([, y]) => y)
  return Math.min(...xs) <= body.x1 + 4 && Math.max(...ys) >= body.y0 - 4 && Math.min(...ys) <= body.y1 + 4
}
