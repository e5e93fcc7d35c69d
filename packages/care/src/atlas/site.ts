/** Where a needle goes: the words that the whole of Unknot uses for a place in the body. */
import type { Brand } from '../kernel/index.ts'

/** A muscle of the atlas, such as `lumbar-multifidus`. */
export type MuscleId = Brand<string, 'MuscleId'>

/** The patient's own left or right. */
export type Side = 'left' | 'right'

export const LEVELS = [
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
  'S1',
  'S2',
  'S3',
  'S4',
] as const
/** The vertebra beside which a site lies, from head to sacrum. */
export type Level = (typeof LEVELS)[number]

/**
 * A point on a plate, in permille of stature: `x` from the midline to the viewer's right (from behind that is the patient's
 * right, from the front the patient's left; from the right side it is towards the front), `y` down from the vertex (0) to
 * the sole (1000). The point of a site lies on the plate that keeps the points of its muscle (`homeView`).
 */
export type PlatePoint = { readonly x: number; readonly y: number }

export type View = 'posterior' | 'anterior' | 'lateral'

/**
 * A site. `level` is null for a muscle that isn't charted by level; `point` is null when nobody pointed at the map.
 */
export type Site = {
  readonly muscle: MuscleId
  readonly side: Side
  readonly level: Level | null
  readonly point: PlatePoint | null
}

/** The parts of the body by which screening bars and consent covers. */
export const REGIONS = ['cervical', 'shoulder', 'thoracic', 'lumbar', 'gluteal', 'thigh', 'abdomen'] as const
export type Region = (typeof REGIONS)[number]
