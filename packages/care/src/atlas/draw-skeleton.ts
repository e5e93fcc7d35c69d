/** Skin and bones drawn: quiet line work under, between and over the muscles. */
import { pathAcrossMidline, pathOf } from './curve.ts'
import type { BoneShape, Shape, SkinShape } from './plate-data.ts'
import { group, type PlateNode, path } from './plate-node.ts'

/** The silhouette. Close up, the arms hang before nothing: the trunk alone is the calmer page. */
export function drawSkin(skin: readonly SkinShape[], isClose: boolean): readonly PlateNode[] {
  const wanted = isClose && skin.some(({ id }) => id === 'skin-trunk') ? ['skin-trunk'] : ['skin-ear', 'skin-body']
  return skin
    .filter(({ id }) => wanted.includes(id))
    .flatMap((shape) => {
      const d = outlineOf(shape)
      return onItsSides(shape, [
        path('skin', d),
        group('skin-shade', [path('shade wide', d), path('shade', d)], { clip: d }),
        path('skin-l', d),
      ])
    })
}

/** Skin that lies over bones and muscles: the face, an ear. */
export function drawPatch(skin: SkinShape): readonly PlateNode[] {
  return onItsSides(skin, [path(skin.closed ? 'skin' : 'fold', outlineOf(skin))])
}

export function drawFold(fold: SkinShape): readonly PlateNode[] {
  return onItsSides(fold, [path('fold', outlineOf(fold))])
}

export function drawBone(bone: BoneShape): readonly PlateNode[] {
  const kind = bone.hole ? 'bone-hole' : bone.closed ? 'bone' : 'bone-l'
  return onItsSides(bone, [path(bone.weight === 'hair' ? `${kind} hair` : kind, outlineOf(bone))])
}

/** The outline alone. */
export function drawBoneLine(bone: BoneShape): readonly PlateNode[] {
  return onItsSides(bone, [path('bone-g', outlineOf(bone))])
}

/** Written once: a bone doesn't change between two looks. */
const outlines = new WeakMap<Shape, string>()

function outlineOf(shape: Shape): string {
  const { lies, closed, points } = shape
  const d = outlines.get(shape) ?? (lies === 'middle' && closed ? pathAcrossMidline(points) : pathOf(points, closed))
  outlines.set(shape, d)
  return d
}

function onItsSides({ lies }: Shape, drawn: readonly PlateNode[]): readonly PlateNode[] {
  return lies === 'twice' ? [group('', drawn), group('', drawn, { mirrored: true })] : drawn
}
