/**
 * A measure (an outcome instrument) as data: what is asked, how it is scored, what a change in it means, and who says so.
 *
 * The recall window is part of a measure's id: `nprs.now` and `nprs.avg7d` are different series and never stand in one
 * forecast. `direction` says which way is better; each change, band and forecast passes through it.
 */
import type { Direction } from '../forecast/improvement.ts'

export const MEASURE_IDS = [
  'nprs.now',
  'nprs.avg7d',
  'nprs.worst24h',
  'peg',
  'rmdq24',
  'psfs',
  'phq2',
  'gad2',
  'phq4',
  'pgic',
  'groc15',
  'odi',
  'promis-pi4a',
  'promis-pf4a',
  'promis-pf6b',
  'promis-pf8b',
  'promis-pf10a',
  'start-back',
  'ompsq-sf',
  'fabq',
  'pcs',
  'tsk11',
  'csi',
  'msk-hq',
  'qbpds',
  'eq5d5l',
] as const
export type MeasureId = (typeof MEASURE_IDS)[number]

/** `sources`: ids of citations. `reviewed` false: known from the literature, not read again; never a hard threshold. */
export type Sourced = { readonly sources: readonly string[]; readonly reviewed: boolean }

export type Option = { readonly value: number; readonly label: string; readonly loinc?: string }
export type Item = {
  readonly id: string
  /** Null where the wording is somebody's: a clinic that declares its licence types it in. */
  readonly text: string | null
  readonly loinc?: string
  /** Words at the two ends, where the items of a measure differ in them. */
  readonly ends?: readonly [string, string]
}

export type Answering =
  /** Whole numbers from lowest to highest, with words at the ends. */
  | {
      readonly kind: 'numbers'
      readonly lowest: number
      readonly highest: number
      readonly ends: readonly [string, string] | null
    }
  | { readonly kind: 'options'; readonly options: readonly Option[] }
  /** Ticked = 1, left blank = 0: a blank is an answer here. */
  | { readonly kind: 'ticks' }
  /** Activities in the patient's own words, each rated 0 to 10. */
  | {
      readonly kind: 'activities'
      readonly lowest: number
      readonly highest: number
      readonly ends: readonly [string, string]
      readonly most: number
    }

export type Scoring =
  | { readonly rule: 'rating' }
  | { readonly rule: 'sum'; readonly missingAllowed: number }
  | { readonly rule: 'mean'; readonly missingAllowed: number }
  /** 100 × sum ÷ (highest × answered). */
  | { readonly rule: 'percent'; readonly missingAllowed: number; readonly itemHighest: number }
  /** Raw sum looked up; every item needed. */
  | { readonly rule: 'table'; readonly table: Readonly<Record<number, readonly [t: number, se: number]>> | null }
  /** The sum of the named items only. */
  | { readonly rule: 'sum-of'; readonly items: readonly string[] }
  /** Only a total that was worked out elsewhere. */
  | { readonly rule: 'total-only' }

export type SubScore = { readonly id: string; readonly name: string; readonly items: readonly string[] }
export type Band = { readonly from: number; readonly to: number; readonly name: string }
export type Important = Sourced & { readonly points: number | null; readonly percent: number | null }

export type Measure = {
  readonly id: MeasureId
  readonly name: string
  readonly recall: string
  readonly direction: Direction
  readonly lowest: number
  readonly highest: number
  readonly wording: 'shipped' | 'clinic'
  readonly licence: string
  readonly intro: string | null
  readonly items: readonly Item[]
  readonly answering: Answering
  readonly scoring: Scoring
  readonly subScores: readonly SubScore[]
  readonly bands: Sourced & { readonly list: readonly Band[] }
  /** Standard error of measurement, points. */
  readonly sem: (Sourced & { readonly points: number }) | null
  /** Smallest detectable change, points. */
  readonly mdc: (Sourced & { readonly points: number }) | null
  /** Smallest important change. */
  readonly mic: Important | null
  /** At or beyond this a person should talk with the patient. Never an alarm, never a diagnosis. */
  readonly promptsAt: (Sourced & { readonly from: number; readonly words: string }) | null
  /** The score is an answer about change itself (PGIC, GROC): from here on it counts as improved. */
  readonly improvedAt: (Sourced & { readonly at: number }) | null
  readonly recoveredAt: (Sourced & { readonly at: number }) | null
  readonly loinc: { readonly panel?: string; readonly score?: string }
  readonly sources: readonly string[]
}

const NOTHING: Sourced = { sources: [], reviewed: false }

type Told = Pick<
  Measure,
  | 'id'
  | 'name'
  | 'recall'
  | 'direction'
  | 'lowest'
  | 'highest'
  | 'licence'
  | 'items'
  | 'answering'
  | 'scoring'
  | 'sources'
>

/** A measure from what is told, with nothing claimed where nothing is. */
export function measure(told: Told & Partial<Measure>): Measure {
  return {
    wording: 'shipped',
    intro: null,
    subScores: [],
    bands: { ...NOTHING, list: [] },
    sem: null,
    mdc: null,
    mic: null,
    promptsAt: null,
    improvedAt: null,
    recoveredAt: null,
    loinc: {},
    ...told,
  }
}

/** Items whose wording isn't ours: `prefix1` to `prefixN`. */
export function wordless(prefix: string, count: number): readonly Item[] {
  return Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i + 1}`, text: null }))
}
