/**
 * The figure on which a patient draws pain: a whole body from behind and from the front, and the regions by which what was
 * drawn is named, counted and compared. Regions are kept for one half; the other is its mirror image.
 *
 * The low-back area runs from the twelfth rib to the lower gluteal folds, as the consensus definition of low back pain has
 * it (Dionne et al. 2008, doi 10.1097/BRS.0b013e31815e7f94; we haven't read its wording again: unreviewed).
 */
import { acrossMidline, type ControlPoint, sampleCurve, type XY } from '../curve.ts'
import { isInside } from '../polygon.ts'
import { LANDMARKS, readPoints } from '../read-points.ts'
import type { PlatePoint, Side } from '../site.ts'
import data from './pain-regions.data.json' with { type: 'json' }

export type FigureView = 'posterior' | 'anterior'

/** A region on one side of the patient, such as `low-back-right`. */
export type PainRegion = {
  readonly id: string
  /** Such as `Low back (rib 12 to iliac crest), right`. */
  readonly name: string
  readonly view: FigureView
  readonly side: Side
  readonly polygon: readonly XY[]
}

const flip = ([x, y]: XY): XY => [-x, y]

export const PAIN_REGIONS: readonly PainRegion[] = data.regions.flatMap((kept) => {
  const view = kept.view as FigureView
  const polygon = readPoints(kept.polygon, LANDMARKS).map(([x, y]): XY => [x, y])
  return (['right', 'left'] as const).map((side): PainRegion => {
    // The viewer's right is the patient's right from behind, and the patient's left from the front.
    const isKept = (side === 'right') === (view === 'posterior')
    return {
      id: `${kept.id}-${side}`,
      name: `${kept.name}, ${side}`,
      view,
      side,
      polygon: isKept ? polygon : polygon.map(flip).reverse(),
    }
  })
})

/** The right half of the silhouette, the same from behind and from the front. */
export const FIGURE_HALF: readonly ControlPoint[] = readPoints(data.outline, LANDMARKS)

const silhouette = sampleCurve(acrossMidline(FIGURE_HALF), true)

export function painRegion(id: string): PainRegion | undefined {
  return PAIN_REGIONS.find((region) => region.id === id)
}

/** The region at a point of the figure; undefined beside the body. */
export function painRegionAt(point: PlatePoint, view: FigureView): PainRegion | undefined {
  return PAIN_REGIONS.find((region) => region.view === view && isInside([point.x, point.y], region.polygon))
}

export function isOnFigure(point: PlatePoint): boolean {
  return isInside([point.x, point.y], silhouette)
}

/** The low-back area, seen from behind: closed, straight edges, symmetric. */
export const LOW_BACK_AREA: readonly XY[] = acrossMidline(readPoints(data.lowBack, LANDMARKS)).map(
  ([x, y]): XY => [x, y],
)

export function isLowBack(point: PlatePoint): boolean {
  return isInside([point.x, point.y], LOW_BACK_AREA)
}
