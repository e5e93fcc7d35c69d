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

function outlineOf(shape: Shape): string {
  return shape.lies === 'middle' && shape.closed ? pathAcrossMidline(shape.points) : pathOf(shape.points, shape.closed)
}

function onItsSides({ lies }: Shape, drawn: readonly PlateNode[]): readonly PlateNode[] {
  return lies === 'twice' ? [group('', drawn), group('', drawn, { mirrored: true })] : drawn
}
