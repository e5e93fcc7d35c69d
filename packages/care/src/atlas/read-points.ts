/**
 * The points of the plates as they are kept: text in which a place is a number pair or an offset from a landmark.
 *
 * `PSIS-2,2 29,429 ISCH+1,5!` is three points: one tied to a landmark, one free, and a corner. When a landmark moves, what
 * is drawn from it moves along, on the plate and for whoever places by it.
 */
import { must } from '../kernel/index.ts'
import type { ControlPoint, XY } from './curve.ts'
import data from './landmarks.data.json' with { type: 'json' }

/** Landmarks by name, in plate units. */
export type Landmarks = Readonly<Record<string, XY>>

/** The landmarks of the posterior and the anterior plate, on the right: the levels in the midline, and every other point. */
export const LANDMARKS: Landmarks = {
  ...Object.fromEntries(Object.entries(data.levelY).map(([level, y]) => [level, [0, y]] as const)),
  ...(data.points as unknown as Landmarks),
}

const POINT = /^(?:([A-Z][A-Z0-9_]*)(?=[+-]|!?$))?([+-]?[\d.]+)?(?:,(-?\+?[\d.]+))?(!)?$/

/** Reads the text of a shape; throws when it names a landmark that there isn't. */
export function readPoints(text: string, landmarks: Landmarks): readonly ControlPoint[] {
  return text.split(' ').map((word) => {
    const [, name, dx = '0', dy = '0', corner] = must(POINT.exec(word) ?? undefined, `a point, not ${word}`)
    const from: XY = name === undefined ? [0, 0] : must(landmarks[name], `the landmark ${name}`)
    const [x, y] = [tidy(from[0] + Number(dx)), tidy(from[1] + Number(dy))]
    return corner === undefined ? [x, y] : [x, y, 1]
  })
}

/** Without the dust that adding leaves: 431.40000000000003 is 431.4. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000
}
