/**
 * Levels of the spine: where each lies on the plates, and at which levels a muscle is charted.
 *
 * A muscle of the back is charted at the levels beside which it is drawn at least 4 units (7 mm) wide; a muscle of the
 * buttock, the shoulder blade or a limb isn't charted by level at all.
 */
import { assert, must } from '../kernel/index.ts'
import data from './landmarks.data.json' with { type: 'json' }
import { LEVELS, type Level, type MuscleId } from './site.ts'

/** Millimetres in one unit (a permille of stature) at the mean stature of 1692 mm, ANSUR II 2012. */
export const MM_PER_UNIT: number = data.mmPerUnit

const levelYs = data.levelY as Readonly<Record<Level, number>>

/** Height of a level on the plates: the tip of its spinous process, in permille of stature from the vertex. */
export function levelY(level: Level): number {
  return levelYs[level]
}

/** The level nearest to a height. */
export function levelAt(y: number): Level {
  return nearestLevel(y, LEVELS)
}

/** The one of the given levels that is nearest to a height; the upper of two as near. */
export function nearestLevel(y: number, among: readonly Level[]): Level {
  assert(among.length > 0, 'no level to choose from')
  let nearest = must(among[0], 'a first level')
  for (const level of among) if (Math.abs(levelY(level) - y) < Math.abs(levelY(nearest) - y)) nearest = level
  return nearest
}

export function isLevel(text: string): text is Level {
  return (LEVELS as readonly string[]).includes(text)
}

/**
 * All levels from one to another, in either order.
 *
 * @example levelRange('L3', 'L5') // ['L3', 'L4', 'L5']
 */
export function levelRange(from: Level, to: Level): readonly Level[] {
  const a = LEVELS.indexOf(from)
  const b = LEVELS.indexOf(to)
  return LEVELS.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** The levels at which a muscle is charted, from head to sacrum; empty when it isn't charted by level. */
export function levelsOf(muscle: MuscleId): readonly Level[] {
  const span = SPANS[muscle]
  return span === undefined ? [] : levelRange(span[0], span[1])
}

/** First and last level; a muscle that isn't here isn't charted by level. */
const SPANS: Readonly<Record<string, readonly [Level, Level]>> = {
  'lumbar-multifidus': ['L1', 'S4'],
  'longissimus-lumborum': ['L1', 'L5'],
  'iliocostalis-lumborum': ['T9', 'L5'],
  'quadratus-lumborum': ['L1', 'L4'],
  'psoas-major': ['L1', 'L5'],
  'thoracic-multifidus': ['T1', 'T12'],
  'longissimus-thoracis': ['T1', 'T12'],
  'iliocostalis-thoracis': ['T1', 'T12'],
  'rhomboid-major': ['T2', 'T6'],
  'rhomboid-minor': ['T1', 'T3'],
  'upper-trapezius': ['C1', 'T2'],
  'middle-trapezius': ['T1', 'T3'],
  'lower-trapezius': ['T3', 'T11'],
  'latissimus-dorsi': ['T7', 'L4'],
  'serratus-posterior-superior': ['T1', 'T5'],
  'serratus-posterior-inferior': ['T11', 'L1'],
  'levator-scapulae': ['C2', 'T2'],
  'splenius-capitis': ['C1', 'T2'],
  'splenius-cervicis': ['C3', 'T5'],
  'semispinalis-capitis': ['C1', 'T5'],
  'cervical-multifidus': ['C3', 'C7'],
  suboccipitals: ['C1', 'C2'],
  scalenes: ['C3', 'C7'],
}
