/**
 * A drawn plate: a plain tree of shapes with class names, which a browser, a file or a printed page can draw alike.
 * Coordinates are plate units; colours and line weights belong to whoever draws.
 */
import type { Layer } from './muscles.ts'
import type { Level, MuscleId, Side } from './site.ts'

export type PlateNode =
  | PlateGroup
  | { readonly kind: 'path'; readonly class: string; readonly d: string }
  | { readonly kind: 'circle'; readonly class: string; readonly x: number; readonly y: number; readonly r: number }
  | {
      readonly kind: 'text'
      readonly class: string
      readonly x: number
      readonly y: number
      readonly anchor: 'start' | 'middle' | 'end'
      readonly text: string
    }

export type PlateGroup = {
  readonly kind: 'group'
  readonly class: string
  readonly children: readonly PlateNode[]
  /** Drawn mirrored at the midline, x to -x. */
  readonly mirrored?: true
  /** Drawn this many units further to the right. */
  readonly shift?: number
  /** Only what lies inside this path is drawn. */
  readonly clip?: string
  /** What the group is, for whoever lights it or answers a tap. */
  readonly is?:
    | { readonly kind: 'muscle'; readonly muscle: MuscleId; readonly side: Side; readonly layer: Layer }
    | { readonly kind: 'level'; readonly level: Level; readonly y: number }
    | { readonly kind: 'hazard'; readonly hazard: string; readonly side: Side | 'middle' }
}

export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

export type Plate = {
  /** What the plate needs with its lettering, in plate units. */
  readonly box: Box
  /** The part of the body that is drawn. */
  readonly body: Box
  /** In the order in which it is drawn. */
  readonly nodes: readonly PlateNode[]
}

export function group(kind: string, children: readonly PlateNode[], more: Partial<PlateGroup> = {}): PlateGroup {
  return { kind: 'group', class: kind, children, ...more }
}

export function path(kind: string, d: string): PlateNode {
  return { kind: 'path', class: kind, d }
}
