/**
 * The three plates, and the four aspects from which a body is looked at: from behind, from the front, from either side.
 *
 * Plate coordinates are the viewer's: x to the right of the page. From behind that is the patient's right, from the front
 * the patient's left; from the side it is towards the front (right) or towards the back (left).
 */
import anterior from './anterior.data.json' with { type: 'json' }
import { acrossMidline, sampleCurve, type XY } from './curve.ts'
import lateral from './lateral.data.json' with { type: 'json' }
import { type Layer, mustMuscle } from './muscles.ts'
import { type MuscleShape, type PlateData, readPlate, type WrittenPlate } from './plate-data.ts'
import posterior from './posterior.data.json' with { type: 'json' }
import type { MuscleId, Side, View } from './site.ts'

export const ASPECTS = ['posterior', 'anterior', 'right-lateral', 'left-lateral'] as const
export type Aspect = (typeof ASPECTS)[number]

/** The plate that an aspect shows. The left side is the right one's mirror image. */
export function viewOf(aspect: Aspect): View {
  return aspect === 'posterior' || aspect === 'anterior' ? aspect : 'lateral'
}

const WRITTEN = { posterior, anterior, lateral } as unknown as Readonly<Record<View, WrittenPlate>>

/** The plate of a view. Read when it is first asked for: a page that shows one plate doesn't wait for three. */
export const plateOf: (view: View) => PlateData = once((view) => readPlate(WRITTEN[view]))

/** A muscle's shape on a plate, with its outline walked as a polygon; of two that mirror each other, the one with x above 0. */
export type Target = {
  readonly muscle: MuscleId
  readonly layer: Layer
  readonly z: number
  readonly polygon: readonly XY[]
  readonly box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  readonly label: XY | null
}

/** Something closed that hides what lies under it. */
export type Cover = Pick<Target, 'z' | 'polygon' | 'box'>

/** What can be pointed at on a plate, in the order in which it is drawn: a later one lies over an earlier one. */
export const targetsIn: (view: View) => readonly Target[] = once((view) =>
  plateOf(view)
    .muscles.filter((shape) => !isContext(shape))
    .toSorted((a, b) => a.z - b.z)
    .map(targetOf),
)

function targetOf(shape: MuscleShape): Target {
  return { muscle: shape.id as MuscleId, layer: shape.layer, label: shape.label, ...coverOf(shape.z, shape.outline) }
}

/** All that hides something where these layers are shown: muscles, the faint ones too, and bones. */
export function coversIn(view: View, layers: readonly Layer[]): readonly Cover[] {
  const plate = plateOf(view)
  const whole = ({ lies }: Pick<MuscleShape, 'lies'>, points: MuscleShape['outline']) =>
    lies === 'middle' ? acrossMidline(points) : points
  const muscles = plate.muscles.filter((shape) => layers.includes(shape.layer))
  const bones = plate.bones.filter((bone) => bone.closed && !bone.hole && !bone.face)
  return [
    ...muscles.map((shape) => coverOf(shape.z, whole(shape, shape.outline))),
    ...bones.map((bone) => coverOf(bone.z, whole(bone, bone.points))),
  ]
}

function coverOf(z: number, outline: MuscleShape['outline']): Cover {
  const polygon = sampleCurve(outline, true)
  const xs = polygon.map(([x]) => x)
  const ys = polygon.map(([, y]) => y)
  return { z, polygon, box: { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) } }
}

/** There only to be seen: it has no name, and nothing is placed in it. */
export function isContext(shape: MuscleShape): boolean {
  return shape.id.startsWith('ctx-')
}

/** The shapes of one muscle on a plate; empty when it isn't seen there. */
export function targetsOf(muscle: MuscleId, view: View = 'posterior'): readonly Target[] {
  return targetsIn(view).filter((target) => target.muscle === muscle)
}

/** The aspects in which a muscle of one side is seen; its home first. */
export function aspectsOf(muscle: MuscleId, side: Side): readonly Aspect[] {
  const home = homeAspect(muscle, side)
  const seen = ASPECTS.filter((aspect) => isSideSeen(side, aspect) && targetsOf(muscle, viewOf(aspect)).length > 0)
  return [home, ...seen.filter((aspect) => aspect !== home)]
}

/**
 * The plate on which points of a muscle are kept: the posterior one when the muscle is seen from behind, else the one that
 * the atlas names. A point means nothing without it, and with it needs no other word.
 */
export function homeView(muscle: MuscleId): View {
  return targetsOf(muscle).length > 0 ? 'posterior' : mustMuscle(muscle).view
}

export function homeAspect(muscle: MuscleId, side: Side): Aspect {
  const view = homeView(muscle)
  return view === 'lateral' ? `${side}-lateral` : view
}

/** From behind and from the front both sides of a body are seen, from the side one. */
export function isSideSeen(side: Side, aspect: Aspect): boolean {
  return viewOf(aspect) !== 'lateral' || aspect === `${side}-lateral`
}

/** Whether a shape, as it is kept, has to be mirrored to show a side in an aspect. */
export function isMirrored(side: Side, aspect: Aspect): boolean {
  return aspect === 'anterior' ? side === 'right' : side === 'left'
}

function once<T>(make: (view: View) => T): (view: View) => T {
  const made = new Map<View, T>()
  return (view) => {
    const before = made.get(view)
    if (before !== undefined) return before
    const now = make(view)
    made.set(view, now)
    return now
  }
}
