/** The figure as a grid of cells, so that areas of any shape can be counted and compared: by region, and as a part of the body. */
import type { XY } from '../curve.ts'
import { slice } from '../polygon.ts'
import { type FigureView, PAIN_REGIONS, type PainRegion } from './pain-regions.ts'

/** In units: about 7 mm on a body of mean stature. */
const CELL = 4
const LEFT = -200
const COLUMNS = 100
const ROWS = 250

/** For each cell the index of its region in `PAIN_REGIONS`, or -1 beside the body. */
export type BodyGrid = {
  readonly regionOf: Int16Array
  readonly countOf: ReadonlyMap<PainRegion, number>
  readonly count: number
}

const grids = new Map<FigureView, BodyGrid>()

export function gridOf(view: FigureView): BodyGrid {
  const before = grids.get(view)
  if (before !== undefined) return before
  const regionOf = new Int16Array(COLUMNS * ROWS).fill(-1)
  const countOf = new Map<PainRegion, number>()
  PAIN_REGIONS.forEach((region, index) => {
    if (region.view !== view) return
    eachCell(region.polygon, (cell) => {
      if (regionOf[cell] !== -1) return
      regionOf[cell] = index
      countOf.set(region, (countOf.get(region) ?? 0) + 1)
    })
  })
  const grid = { regionOf, countOf, count: regionOf.reduce((sum, region) => sum + (region < 0 ? 0 : 1), 0) }
  grids.set(view, grid)
  return grid
}

/** The cells whose middle lies inside a closed outline. */
export function cellsIn(outline: readonly XY[]): ReadonlySet<number> {
  const cells = new Set<number>()
  eachCell(outline, (cell) => cells.add(cell))
  return cells
}

/** The cells of a region: neighbours share none, though their borders touch. */
export function cellsOfRegion(region: PainRegion): ReadonlySet<number> {
  const index = PAIN_REGIONS.indexOf(region)
  const cells = new Set<number>()
  gridOf(region.view).regionOf.forEach((own, cell) => {
    if (own === index) cells.add(cell)
  })
  return cells
}

/** How many cells of the body are among these. */
export function countOnBody(cells: ReadonlySet<number>, view: FigureView): number {
  const { regionOf } = gridOf(view)
  let count = 0
  for (const cell of cells) if ((regionOf[cell] ?? -1) >= 0) count++
  return count
}

function eachCell(outline: readonly XY[], tell: (cell: number) => void): void {
  const ys = outline.map(([, y]) => y)
  const first = Math.max(0, Math.ceil(Math.min(...ys) / CELL - 0.5))
  const last = Math.min(ROWS - 1, Math.floor(Math.max(...ys) / CELL - 0.5))
  for (let row = first; row <= last; row++) {
    for (const [from, to] of slice(outline, (row + 0.5) * CELL)) {
      const start = Math.max(0, Math.ceil((from - LEFT) / CELL - 0.5))
      const end = Math.min(COLUMNS - 1, Math.floor((to - LEFT) / CELL - 0.5))
      for (let column = start; column <= end; column++) tell(row * COLUMNS + column)
    }
  }
}
