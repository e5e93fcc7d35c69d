/** The parts of a plate that can be looked at closely. From the side fewer, as less is seen there. */
import type { Box } from './plate-node.ts'
import { type Aspect, viewOf } from './plates.ts'
import type { View } from './site.ts'

export const ZOOMS = ['lumbar', 'gluteal', 'neck', 'thoracic', 'full'] as const
export type Zoom = (typeof ZOOMS)[number]

const FRONTAL: Readonly<Record<Zoom, Box>> = {
  lumbar: { x0: -108, y0: 286, x1: 108, y1: 500 },
  gluteal: { x0: -114, y0: 384, x1: 114, y1: 590 },
  neck: { x0: -80, y0: 56, x1: 80, y1: 206 },
  thoracic: { x0: -152, y0: 128, x1: 152, y1: 334 },
  full: { x0: -195, y0: -6, x1: 195, y1: 780 },
}

const BOXES: Readonly<Record<View, Readonly<Record<Zoom, Box>>>> = {
  posterior: FRONTAL,
  anterior: { ...FRONTAL, full: { x0: -200, y0: -6, x1: 200, y1: 780 } },
  lateral: {
    lumbar: { x0: -92, y0: 286, x1: 92, y1: 500 },
    gluteal: { x0: -98, y0: 384, x1: 98, y1: 590 },
    neck: { x0: -80, y0: 50, x1: 80, y1: 206 },
    thoracic: { x0: -92, y0: 128, x1: 92, y1: 334 },
    full: { x0: -110, y0: -6, x1: 110, y1: 660 },
  },
}

export function zoomBox(zoom: Zoom, aspect: Aspect = 'posterior'): Box {
  return BOXES[viewOf(aspect)][zoom]
}

export function isInBox(point: { readonly x: number; readonly y: number }, box: Box): boolean {
  return point.x >= box.x0 && point.x <= box.x1 && point.y >= box.y0 && point.y <= box.y1
}
