/** A closer look at a part of a plate: how many times closer, and its middle. Pure, so that wheel, pinch and button agree. */
import type { Box } from '@unknot/care/atlas'

/** `times` 1 is the whole plate; `x` and `y` are the middle of what is seen, in plate units. */
export type Closeness = { readonly times: number; readonly x: number; readonly y: number }

export const MOST_TIMES = 6

/** What is seen of a plate. */
export function boxSeen(box: Box, { times, x, y }: Closeness): Box {
  const [halfWidth, halfHeight] = [(box.x1 - box.x0) / times / 2, (box.y1 - box.y0) / times / 2]
  return { x0: x - halfWidth, x1: x + halfWidth, y0: y - halfHeight, y1: y + halfHeight }
}

export function wholeOf(box: Box): Closeness {
  return { times: 1, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }
}

/** Closer or further by a factor; the point under the finger stays under it, and what is seen never leaves the plate. */
export function closer(
  now: Closeness,
  by: number,
  at: { readonly x: number; readonly y: number },
  box: Box,
): Closeness {
  const times = Math.max(1, Math.min(MOST_TIMES, now.times * by))
  const keep = now.times / times
  return within(box, { times, x: at.x + (now.x - at.x) * keep, y: at.y + (now.y - at.y) * keep })
}

/** The same closeness with the middle elsewhere. */
export function movedTo(now: Closeness, x: number, y: number, box: Box): Closeness {
  return within(box, { ...now, x, y })
}

/** Brings a point into what is seen, moving no further than needed. */
export function showing(now: Closeness, at: { readonly x: number; readonly y: number }, box: Box): Closeness {
  const seen = boxSeen(box, now)
  const [mx, my] = [(seen.x1 - seen.x0) * 0.15, (seen.y1 - seen.y0) * 0.15]
  const x = now.x + Math.min(0, at.x - (seen.x0 + mx)) + Math.max(0, at.x - (seen.x1 - mx))
  const y = now.y + Math.min(0, at.y - (seen.y0 + my)) + Math.max(0, at.y - (seen.y1 - my))
  return within(box, { ...now, x, y })
}

function within(box: Box, { times, x, y }: Closeness): Closeness {
  const [halfWidth, halfHeight] = [(box.x1 - box.x0) / times / 2, (box.y1 - box.y0) / times / 2]
  return {
    times,
    x: Math.max(box.x0 + halfWidth, Math.min(box.x1 - halfWidth, x)),
    y: Math.max(box.y0 + halfHeight, Math.min(box.y1 - halfHeight, y)),
  }
}
