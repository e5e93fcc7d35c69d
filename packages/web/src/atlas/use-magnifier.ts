/** A closer look by wheel, by two fingers or by button. One finger moves what is seen, as the arrow keys do by themselves. */
import type { Box } from '@unknot/care/atlas'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { boxSeen, closer, type Closeness, movedTo, showing, wholeOf } from './magnify.ts'

export type Magnifier = {
  readonly seen: Box
  readonly times: number
  readonly nearer: () => void
  readonly further: () => void
  readonly whole: () => void
  readonly show: (at: { readonly x: number; readonly y: number }) => void
  readonly fingers: {
    readonly onPointerDown: (event: PointerEvent) => void
    readonly onPointerMove: (event: PointerEvent) => void
    readonly onPointerUp: (event: PointerEvent) => void
    readonly onPointerCancel: (event: PointerEvent) => void
  }
  /** True just after a finger moved the view: what ends now is no tap. */
  readonly wasMoved: () => boolean
}

/** A finger that moves less than this meant to tap. */
const TAP_PX = 8
const STEP = 1.6

type Point = { readonly x: number; readonly y: number }

export function useMagnifier(svg: RefObject<SVGSVGElement | null>, box: Box, key: string): Magnifier {
  const [kept, setKept] = useState<{ readonly key: string; readonly now: Closeness }>({ key, now: wholeOf(box) })
  // Another plate is looked at whole first.
  const now = kept.key === key && kept.now.times > 1 ? kept.now : wholeOf(box)
  const set = (next: Closeness) => setKept({ key, now: next })
  const latest = useRef({ now, box, set })
  useEffect(() => {
    latest.current = { now, box, set }
  })

  useEffect(() => {
    const element = svg.current
    if (element === null) return undefined
    const onWheel = (event: WheelEvent) => {
      const at = onPlate(element, event.clientX, event.clientY)
      const next = at === null ? null : closer(latest.current.now, 1.0018 ** -event.deltaY, at, latest.current.box)
      // At its ends the wheel is the page's again.
      if (next === null || next.times === latest.current.now.times) return
      event.preventDefault()
      latest.current.set(next)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [svg])

  const down = useRef(new Map<number, Point>())
  const moved = useRef(0)
  const onPointerMove = (event: PointerEvent) => {
    const before = down.current.get(event.pointerId)
    const element = svg.current
    if (before === undefined || element === null) return
    const others = [...down.current].filter(([id]) => id !== event.pointerId)
    const at: Point = { x: event.clientX, y: event.clientY }
    down.current.set(event.pointerId, at)
    moved.current += Math.hypot(at.x - before.x, at.y - before.y)
    const other = others[0]?.[1]
    if (other !== undefined) {
      const middle = onPlate(element, (at.x + other.x) / 2, (at.y + other.y) / 2)
      const by = distance(at, other) / Math.max(1, distance(before, other))
      if (middle !== null) set(closer(now, by, middle, box))
    } else if (now.times > 1 && moved.current > TAP_PX) {
      const px = element.getScreenCTM()?.a ?? 1
      set(movedTo(now, now.x - (at.x - before.x) / px, now.y - (at.y - before.y) / px, box))
    }
  }
  const lift = (event: PointerEvent) => {
    down.current.delete(event.pointerId)
  }
  return {
    seen: boxSeen(box, now),
    times: now.times,
    nearer: () => set(closer(now, STEP, now, box)),
    further: () => set(closer(now, 1 / STEP, now, box)),
    whole: () => set(wholeOf(box)),
    show: (at) => {
      if (now.times > 1) set(showing(now, at, box))
    },
    fingers: {
      onPointerDown: (event) => {
        if (down.current.size === 0) moved.current = 0
        down.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      },
      onPointerMove,
      onPointerUp: lift,
      onPointerCancel: lift,
    },
    wasMoved: () => moved.current > TAP_PX && (now.times > 1 || down.current.size > 0),
  }
}

function onPlate(svg: SVGSVGElement, clientX: number, clientY: number): Point | null {
  const matrix = svg.getScreenCTM()
  return matrix === null ? null : new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse())
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
