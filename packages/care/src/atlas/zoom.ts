/** The parts of the posterior plate that can be looked at closely. */
import type { Box } from './plate-node.ts'

export const ZOOMS = ['lumbar', 'gluteal', 'full'] as const
export type Zoom = (typeof ZOOMS)[number]

const BOXES: Readonly<Record<Zoom, Box>> = {
  lumbar: { x0: -108, y0: 286, x1: 108, y1: 500 },
  gluteal: { x0: -114, y0: 384, x1: 114, y1: 590 },
  full: { x0: -195, y0: -6, x1: 195, y1: 780 },
}

export function zoomBox(zoom: Zoom): Box {
  return BOXES[zoom]
}

export function isInBox(point: { readonly x: number; readonly y: number }, box: Box): boolean {
  return point.x >= box.x0 && point.x <= box.x1 && point.y >= box.y0 && point.y <= box.y1
}
