/**
 * Where pins are drawn. A pin that would lie on another is moved beside it and keeps a line to its site: each one can be seen
 * and touched by itself.
 */
import { type Aspect, isMirrored, pointFor, type Site } from '@unknot/care/atlas'
import type { NeedleId, PlanId } from '@unknot/care/kernel'

export type PinState = 'in' | 'out' | 'planned'

export type BodyMapPin = {
  readonly needle: NeedleId | PlanId
  readonly number: number
  readonly site: Site
  readonly state: PinState
}

export type PlacedPin = {
  readonly pin: BodyMapPin
  /** Where the needle is. */
  readonly at: { readonly x: number; readonly y: number }
  /** Where its head is drawn. */
  readonly head: { readonly x: number; readonly y: number }
}

/** Pins with a place on this plate, those in the body first: they keep their place. `gap` is the least distance of two heads. */
export function layPins(pins: readonly BodyMapPin[], gap: number, view: Aspect = 'posterior'): readonly PlacedPin[] {
  const placed: PlacedPin[] = []
  for (const pin of pins.toSorted((a, b) => RANK[a.state] - RANK[b.state] || a.number - b.number)) {
    const at = pointFor(pin.site, view)
    if (at === null) continue
    const outwards = isMirrored(pin.site.side, view) ? -1 : 1
    const head = STEPS.map(([dx, dy]) => ({ x: at.x + dx * gap * outwards, y: at.y + dy * gap })).find((place) =>
      placed.every((other) => Math.hypot(other.head.x - place.x, other.head.y - place.y) >= gap * 0.99),
    )
    placed.push({ pin, at, head: head ?? at })
  }
  return placed
}

const RANK: Readonly<Record<PinState, number>> = { in: 0, planned: 1, out: 2 }

/** Places to try around a site, in gaps: first the site, then outwards from the midline, then in rings around it. */
const STEPS: readonly (readonly [number, number])[] = [
  [0, 0],
  ...[1, 2, 3, 4].flatMap((ring) =>
    [0, 1, -1, 2, -2, 3, -3, 4].map((eighth): [number, number] => [
      ring * Math.cos((eighth * Math.PI) / 4),
      ring * Math.sin((eighth * Math.PI) / 4),
    ]),
  ),
]
