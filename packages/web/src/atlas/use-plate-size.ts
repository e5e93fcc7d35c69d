/** How many screen pixels one plate unit has, so that lettering, pins and fingers keep their size at every zoom. */
import type { Box } from '@unknot/care/atlas'
import { type RefObject, useLayoutEffect, useState } from 'react'

export type PlateSize = {
  /** Screen pixels in one plate unit. */
  readonly scale: number
  readonly hasLabels: boolean
  readonly widthPx: number
}

export const TEXT_PX = 13

/** Below this width names would leave no room for the body. They are said in the list and at the chosen site. */
const LABELS_FROM_PX = 600
/** What the names at the left and the ruler at the right take. */
const LABELS_PX = TEXT_PX * 10
const RULER_PX = TEXT_PX * 3.4

export function usePlateSize(view: RefObject<HTMLElement | null>, body: Box): PlateSize {
  const [size, setSize] = useState({ width: 720, height: 720 })
  useLayoutEffect(() => {
    const element = view.current
    if (element === null) return undefined
    const measure = () => {
      const { width, height } = element.getBoundingClientRect()
      if (width > 0 && height > 0)
        setSize((old) => (old.width === width && old.height === height ? old : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [view])
  const hasLabels = size.width >= LABELS_FROM_PX
  const forBody = size.width - RULER_PX - (hasLabels ? LABELS_PX : 0)
  const scale = Math.max(0.4, Math.min(forBody / (body.x1 - body.x0), size.height / (body.y1 - body.y0)))
  // Steps of a fiftieth: a window that is dragged wider doesn't lay out the names anew for each pixel.
  return { scale: Math.round(scale * 50) / 50, hasLabels, widthPx: size.width }
}
