/** From answers to a score, or the reason why there is none. A missing item is never filled in by guessing. */
import { err, ok, type Result } from '../../kernel/index.ts'
import type { Measure } from './measure.ts'

/** By item id; what isn't there wasn't answered. */
export type ItemAnswers = Readonly<Record<string, number>>

export type Scored = {
  readonly value: number
  /** Where the measure's scoring knows it (PROMIS). */
  readonly standardError: number | null
  readonly answered: number
  readonly missing: number
  readonly band: string | null
  readonly bandReviewed: boolean
  readonly subScores: readonly { readonly id: string; readonly name: string; readonly value: number }[]
  /** Words for the person who should talk with the patient; null for most. */
  readonly prompt: string | null
}

export type ScoreProblem =
  | { readonly code: 'item-unknown'; readonly item: string }
  | { readonly code: 'item-out-of-range'; readonly item: string; readonly lowest: number; readonly highest: number }
  | { readonly code: 'too-many-missing'; readonly missing: readonly string[]; readonly allowed: number }
  | { readonly code: 'total-out-of-range'; readonly lowest: number; readonly highest: number }
  | { readonly code: 'total-only' }

/** Scores a filled-in measure. */
export function scoreAnswers(measure: Measure, answers: ItemAnswers): Result<Scored, ScoreProblem> {
  const { scoring, items } = measure
  if (scoring.rule === 'total-only') return err({ code: 'total-only' })
  for (const [id, value] of Object.entries(answers)) {
    const item = items.find((one) => one.id === id)
    if (!item) return err({ code: 'item-unknown', item: id })
    const [lowest, highest] = rangeOf(measure)
    if (!Number.isInteger(value) || value < lowest || value > highest)
      return err({ code: 'item-out-of-range', item: id, lowest, highest })
  }
  const isTicks = measure.answering.kind === 'ticks'
  const needed = scoring.rule === 'sum-of' ? items.filter(({ id }) => scoring.items.includes(id)) : items
  const missing = needed.filter(({ id }) => answers[id] === undefined).map(({ id }) => id)
  const allowed = 'missingAllowed' in scoring ? scoring.missingAllowed : 0
  if (missing.length > allowed) return err({ code: 'too-many-missing', missing, allowed })
  const given = needed.flatMap(({ id }) => (answers[id] === undefined ? [] : [{ id, value: answers[id] }]))
  const [value, standardError] = valueOf(measure, given)
  const counts = { answered: given.length, missing: isTicks ? 0 : missing.length }
  return ok({ ...counts, ...readingOf(measure, value), standardError, subScores: subScoresOf(measure, answers) })
}

/** A total that was worked out elsewhere, such as on a paper form. */
export function scoreTotal(measure: Measure, total: number): Result<Scored, ScoreProblem> {
  const { lowest, highest } = measure
  if (!Number.isFinite(total) || total < lowest || total > highest)
    return err({ code: 'total-out-of-range', lowest, highest })
  return ok({ ...readingOf(measure, total), standardError: null, answered: 0, missing: 0, subScores: [] })
}

function readingOf(measure: Measure, value: number) {
  // A value between two whole bands belongs to the one it has reached.
  const band = measure.bands.list.findLast(({ from }) => value >= from) ?? null
  const { promptsAt } = measure
  return {
    value,
    band: band?.name ?? null,
    bandReviewed: band !== null && measure.bands.reviewed,
    prompt: promptsAt && value >= promptsAt.from ? promptsAt.words : null,
  }
}

function rangeOf({ answering }: Measure): readonly [number, number] {
  if (answering.kind === 'ticks') return [0, 1]
  if (answering.kind === 'options') {
    const values = answering.options.map(({ value }) => value)
    return [Math.min(...values), Math.max(...values)]
  }
  return [answering.lowest, answering.highest]
}

type Given = readonly { readonly id: string; readonly value: number }[]

function valueOf({ scoring }: Measure, given: Given): readonly [value: number, standardError: number | null] {
  const sum = given.reduce((total, { value }) => total + value, 0)
  switch (scoring.rule) {
    case 'mean':
      return [sum / given.length, null]
    case 'percent':
      return [(100 * sum) / (scoring.itemHighest * given.length), null]
    case 'table': {
      const [t, error] = scoring.table?.[sum] ?? [Number.NaN, Number.NaN]
      return [t, error]
    }
    default:
      return [sum, null]
  }
}

function subScoresOf({ subScores, items }: Measure, answers: ItemAnswers): Scored['subScores'] {
  const known = new Set(items.map(({ id }) => id))
  return subScores.flatMap(({ id, name, items: parts }) => {
    const values = parts.filter((part) => known.has(part)).flatMap((part) => answers[part] ?? [])
    // A sub-score with a hole in it isn't one.
    return values.length === parts.length ? [{ id, name, value: values.reduce((a, b) => a + b, 0) }] : []
  })
}
