/**
 * What of a muscle is seen, and where there is most of it: everything shown is laid into a grid from the depth up, and what
 * is on top of each cell is what is seen there.
 */
import { must } from '../kernel/index.ts'
import type { XY } from './curve.ts'
import type { Box } from './plate-node.ts'
import type { Cover, Target } from './plates.ts'
import { slice } from './polygon.ts'

export type SeenSpot = {
  readonly target: Target
  readonly at: XY
  /** How far it is from anything else, in units, to about a cell. */
  readonly room: number
}

/** Cells along the shorter side of what is looked at. */
const CELLS = 56
/** Across the corner of a cell. */
const DIAGONAL = 1.4

/** For each target of which anything is seen in the box: its own label's point when that is seen, else its roomiest one. */
export function seenSpots(targets: readonly Target[], covers: readonly Cover[], box: Box): readonly SeenSpot[] {
  const size = Math.min(box.x1 - box.x0, box.y1 - box.y0) / CELLS
  const [columns, rows] = [Math.floor((box.x1 - box.x0) / size), Math.floor((box.y1 - box.y0) / size)]
  const all = covers.filter((cover) => doMeet(cover.box, box)).toSorted((a, b) => a.z - b.z)
  const owner = new Int16Array(columns * rows).fill(-1)
  all.forEach((cover, index) => {
    const first = Math.max(0, Math.ceil((cover.box.y0 - box.y0) / size - 0.5))
    const last = Math.min(rows - 1, Math.floor((cover.box.y1 - box.y0) / size - 0.5))
    for (let row = first; row <= last; row++) {
      for (const [from, to] of slice(cover.polygon, box.y0 + (row + 0.5) * size)) {
        const start = Math.max(0, Math.ceil((from - box.x0) / size - 0.5))
        const end = Math.min(columns - 1, Math.floor((to - box.x0) / size - 0.5))
        if (end >= start) owner.fill(index, row * columns + start, row * columns + end + 1)
      }
    }
  })
  const depth = depthOf(owner, columns, rows)
  return targets.flatMap((target) => {
    const index = all.findIndex(({ z, polygon }) => z === target.z && polygon[0]?.[0] === target.polygon[0]?.[0])
    if (index < 0) return []
    const own = (at: number) => owner[at] === index
    const labelled = target.label === null ? -1 : cellAt(target.label)
    if (target.label !== null && labelled >= 0 && own(labelled)) {
      return [{ target, at: target.label, room: must(depth[labelled], 'a depth') * size }]
    }
    let best = -1
    for (let at = 0; at < owner.length; at++) if (own(at) && (best < 0 || deeper(at, best))) best = at
    return best < 0 ? [] : [{ target, at: middleOf(best), room: must(depth[best], 'a depth') * size }]
  })

  function deeper(a: number, b: number): boolean {
    return must(depth[a], 'a depth') > must(depth[b], 'a depth')
  }
  function cellAt([x, y]: XY): number {
    const [column, row] = [Math.floor((x - box.x0) / size), Math.floor((y - box.y0) / size)]
    return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column
  }
  function middleOf(at: number): XY {
    return [box.x0 + ((at % columns) + 0.5) * size, box.y0 + (Math.floor(at / columns) + 0.5) * size]
  }
}

function doMeet(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1
}

/** For each cell, how many cells away the nearest one is that belongs to something else; the edge of the grid does too. */
function depthOf(owner: Int16Array, columns: number, rows: number): Float32Array {
  const depth = new Float32Array(owner.length).fill(columns + rows)
  const half = 0.5
  // Down and then up again: each cell learns from the four neighbours that were met before it.
  for (const way of [1, -1]) {
    const start = way > 0 ? 0 : owner.length - 1
    for (let k = 0; k < owner.length; k++) {
      const at = start + way * k
      const column = at % columns
      const own = owner[at]
      const isAtStart = column === (way > 0 ? 0 : columns - 1)
      const isAtEnd = column === (way > 0 ? columns - 1 : 0)
      const row = at - way * columns
      const isFirstRow = row < 0 || row >= owner.length
      let least = depth[at] ?? 0
      const learn = (beside: number, isOut: boolean, step: number): void => {
        const through = isOut || owner[beside] !== own ? step * half : (depth[beside] ?? 0) + step
        if (through < least) least = through
      }
      learn(at - way, isAtStart, 1)
      learn(row, isFirstRow, 1)
      learn(row - way, isFirstRow || isAtStart, DIAGONAL)
      learn(row + way, isFirstRow || isAtEnd, DIAGONAL)
      depth[at] = least
    }
  }
  return depth
}
