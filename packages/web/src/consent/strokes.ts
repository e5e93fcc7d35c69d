/** A signature as it is drawn: strokes of points in the pad's own box. Thinned, so that a long name stays a small body. */
export type Point = { readonly x: number; readonly y: number }
export type Strokes = readonly (readonly Point[])[]

const MOST_STROKES = 200
const MOST_POINTS = 2000
/** Nearer points than this can't be seen apart. */
const STEP_PX = 1.5

export function beginStroke(strokes: Strokes, point: Point): Strokes {
  return strokes.length >= MOST_STROKES ? strokes : [...strokes, [point]]
}

/** The last stroke goes on to the point, unless it hardly moved or is as long as a stroke may be. */
export function extendStroke(strokes: Strokes, point: Point): Strokes {
  const stroke = strokes.at(-1)
  const last = stroke?.at(-1)
  if (!stroke || !last || stroke.length >= MOST_POINTS) return strokes
  if (Math.hypot(point.x - last.x, point.y - last.y) < STEP_PX) return strokes
  return [...strokes.slice(0, -1), [...stroke, point]]
}

/** Within the box, to a tenth of a pixel. */
export function pointIn(box: { readonly width: number; readonly height: number }, x: number, y: number): Point {
  const within = (value: number, max: number) => Math.round(Math.min(Math.max(value, 0), max) * 10) / 10
  return { x: within(x, box.width), y: within(y, box.height) }
}

/** As a path of an SVG; a dot is drawn as a dot. */
export function pathOf(stroke: readonly Point[]): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  const line = rest.length === 0 ? [{ x: first.x + 0.1, y: first.y }] : rest
  return `M${first.x} ${first.y}${line.map((point) => `L${point.x} ${point.y}`).join('')}`
}

/** True for more than a dot: the server refuses a dot as a signature, so it isn't sent. */
export function isSignature(strokes: Strokes): boolean {
  return strokes.some((stroke) => stroke.length > 3)
}
