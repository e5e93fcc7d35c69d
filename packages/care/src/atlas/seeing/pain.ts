/**
 * Pain as a patient draws it: where (a region, or an area drawn by hand), what kind, how strong. What was drawn is kept as it
 * was drawn; regions, shares and changes are worked out from it.
 */
import { err, must, ok, type Result } from '../../kernel/index.ts'
import type { XY } from '../curve.ts'
import { cellsIn, cellsOfRegion, countOnBody, gridOf } from './body-grid.ts'
import {
  type FigureView,
  isOnFigure,
  LOW_BACK_AREA,
  PAIN_REGIONS,
  type PainRegion,
  painRegion,
} from './pain-regions.ts'

export const PAIN_KINDS = ['aching', 'sharp', 'burning', 'shooting', 'tingling', 'numb'] as const
export type PainKind = (typeof PAIN_KINDS)[number]

export type PainArea = {
  readonly where:
    | { readonly kind: 'region'; readonly region: string }
    /** Drawn by hand: closed, in units of the figure. */
    | { readonly kind: 'drawn'; readonly view: FigureView; readonly outline: readonly XY[] }
  readonly pain: PainKind
  /** Null when the patient didn't say: unknown, not none. */
  readonly intensity0to10: number | null
}

export type PainProblem =
  | { readonly code: 'pain-region-unknown'; readonly region: string }
  | { readonly code: 'pain-area-too-small' }
  | { readonly code: 'pain-area-beside-body' }
  | { readonly code: 'pain-intensity-impossible' }

/** More corners than this aren't drawn by a finger. */
const MOST_CORNERS = 600

/** Says whether an area can have been drawn; changes nothing. */
export function checkPainArea(area: PainArea): Result<PainArea, PainProblem> {
  const { intensity0to10: strength, where } = area
  if (strength !== null && !(Number.isInteger(strength) && strength >= 0 && strength <= 10)) {
    return err({ code: 'pain-intensity-impossible' })
  }
  if (where.kind === 'region') {
    return painRegion(where.region) === undefined
      ? err({ code: 'pain-region-unknown', region: where.region })
      : ok(area)
  }
  const { outline } = where
  const isReal = outline.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
  if (!isReal || outline.length < 3 || outline.length > MOST_CORNERS) return err({ code: 'pain-area-too-small' })
  return outline.some(([x, y]) => isOnFigure({ x, y })) ? ok(area) : err({ code: 'pain-area-beside-body' })
}

export function viewOfPain({ where }: PainArea): FigureView {
  return where.kind === 'drawn' ? where.view : must(painRegion(where.region), `the region ${where.region}`).view
}

export function outlineOfPain({ where }: PainArea): readonly XY[] {
  return where.kind === 'drawn' ? where.outline : must(painRegion(where.region), `the region ${where.region}`).polygon
}

function cellsOf({ where }: PainArea): ReadonlySet<number> {
  if (where.kind === 'drawn') return cellsIn(where.outline)
  return cellsOfRegion(must(painRegion(where.region), `the region ${where.region}`))
}

/** What of a drawing lies in one region. */
export type RegionPain = {
  readonly region: PainRegion
  /** Part of the region that is marked, above 0 and up to 1. */
  readonly share: number
  /** The strongest that was said; null when none was. */
  readonly intensity0to10: number | null
  readonly kinds: readonly PainKind[]
}

/** What was drawn, region by region, in the order of the figure: from the head down, from behind and then from the front. */
export function painByRegion(areas: readonly PainArea[]): readonly RegionPain[] {
  const marked = areas.map((area) => ({ area, view: viewOfPain(area), cells: cellsOf(area) }))
  return PAIN_REGIONS.flatMap((region, index) => {
    const { regionOf, countOf } = gridOf(region.view)
    const covered = new Set<number>()
    const met = marked.flatMap(({ area, view, cells }) => {
      const own = view === region.view ? [...cells].filter((cell) => regionOf[cell] === index) : []
      for (const cell of own) covered.add(cell)
      return own.length === 0 ? [] : [area]
    })
    if (met.length === 0) return []
    const said = met.flatMap(({ intensity0to10 }) => intensity0to10 ?? [])
    return [
      {
        region,
        share: covered.size / must(countOf.get(region), 'the cells of a region'),
        intensity0to10: said.length === 0 ? null : Math.max(...said),
        kinds: PAIN_KINDS.filter((kind) => met.some((area) => area.pain === kind)),
      },
    ]
  })
}

/** The part of the body's drawn surface, both views together, that is marked: 0 to 1. */
export function painExtent(areas: readonly PainArea[]): number {
  const views = ['posterior', 'anterior'] as const
  const marked = views.map((view) => countOnBody(markedCells(areas, view), view))
  return marked.reduce((sum, count) => sum + count, 0) / views.reduce((sum, view) => sum + gridOf(view).count, 0)
}

function markedCells(areas: readonly PainArea[], view: FigureView): ReadonlySet<number> {
  return new Set(areas.filter((area) => viewOfPain(area) === view).flatMap((area) => [...cellsOf(area)]))
}

const lowBack = cellsIn(LOW_BACK_AREA)

/** Whether any of it lies in the low-back area of the consensus definition. */
export function hasLowBackPain(areas: readonly PainArea[]): boolean {
  return [...markedCells(areas, 'posterior')].some((cell) => lowBack.has(cell))
}

export type PainChange = {
  readonly region: PainRegion
  /** `unknown`: it hurts on both dates, and on one of them nobody said how much. */
  readonly change: 'new' | 'gone' | 'less' | 'same' | 'more' | 'unknown'
  readonly before: RegionPain | null
  readonly after: RegionPain | null
}

/** Region by region, what became of the pain between two drawings. */
export function painChanges(before: readonly PainArea[], after: readonly PainArea[]): readonly PainChange[] {
  const [was, is] = [painByRegion(before), painByRegion(after)]
  return PAIN_REGIONS.flatMap((region) => {
    const then = was.find((each) => each.region === region) ?? null
    const now = is.find((each) => each.region === region) ?? null
    return then === null && now === null ? [] : [{ region, change: changeOf(then, now), before: then, after: now }]
  })
}

function changeOf(then: RegionPain | null, now: RegionPain | null): PainChange['change'] {
  if (then === null) return 'new'
  if (now === null) return 'gone'
  if (then.intensity0to10 === null || now.intensity0to10 === null) return 'unknown'
  const by = now.intensity0to10 - then.intensity0to10
  return by === 0 ? 'same' : by < 0 ? 'less' : 'more'
}
