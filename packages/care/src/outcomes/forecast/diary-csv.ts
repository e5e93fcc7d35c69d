/**
 * Reads diaries from text: comma-separated, first line naming the columns, among them patient, week and score in any order.
 *
 * Other columns are left alone. A score that isn't there (empty, NA, NaN, a dot) is missing, counted, and never guessed.
 * Anything else that can't be true is refused with the number of its line: nothing is dropped in silence.
 */
import { err, ok, type Result } from '../../kernel/index.ts'
import type { Diary } from './evaluate-diaries.ts'
import { NPRS_SCALE, type Score } from './model.ts'

export type LineProblem =
  | { readonly code: 'no-patient' }
  | { readonly code: 'too-few-columns'; readonly expected: number; readonly given: number }
  | { readonly code: 'quote-not-closed' }
  | { readonly code: 'week-not-a-number'; readonly text: string }
  | { readonly code: 'score-not-a-number'; readonly text: string }
  | { readonly code: 'score-out-of-range'; readonly text: string; readonly lowest: number; readonly highest: number }
  | { readonly code: 'week-twice'; readonly week: number; readonly firstLine: number }

export type DiaryCsvProblem =
  | { readonly code: 'empty-file' }
  | { readonly code: 'columns-missing'; readonly missing: readonly string[] }
  | { readonly code: 'bad-lines'; readonly lines: readonly { readonly line: number; readonly problem: LineProblem }[] }

export type DiaryCsv = { readonly diaries: readonly Diary[]; readonly missingScores: number }

const COLUMNS = ['patient', 'week', 'score'] as const
const MISSING = new Set(['', 'na', 'nan', 'n/a', '.', 'null'])

export function readDiaryCsv(text: string): Result<DiaryCsv, DiaryCsvProblem> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const headAt = lines.findIndex((line) => line.trim() !== '')
  if (headAt < 0) return err({ code: 'empty-file' })
  const head = (cellsOf(lines[headAt] ?? '') ?? []).map((name) => name.trim().toLowerCase())
  const missing = COLUMNS.filter((name) => !head.includes(name))
  if (missing.length > 0) return err({ code: 'columns-missing', missing })
  const places = COLUMNS.map((name) => head.indexOf(name)) as [number, number, number]
  return gather(lines, headAt, places)
}

function gather(
  lines: readonly string[],
  headAt: number,
  places: readonly [number, number, number],
): Result<DiaryCsv, DiaryCsvProblem> {
  const diaries = new Map<string, Score[]>()
  const lineOf = new Map<string, number>()
  const bad: { line: number; problem: LineProblem }[] = []
  let missingScores = 0
  for (const [index, text] of lines.entries()) {
    if (index <= headAt || text.trim() === '') continue
    const line = index + 1
    const read = readLine(text, places)
    if (!read.ok) {
      bad.push({ line, problem: read.problem })
      continue
    }
    const { patient, week, score } = read.value
    const key = `${week} ${patient}`
    const firstLine = lineOf.get(key)
    if (score === null) missingScores += 1
    else if (firstLine !== undefined) bad.push({ line, problem: { code: 'week-twice', week, firstLine } })
    else {
      lineOf.set(key, line)
      const scores = diaries.get(patient)
      if (scores) scores.push({ week, score })
      else diaries.set(patient, [{ week, score }])
    }
  }
  if (bad.length > 0) return err({ code: 'bad-lines', lines: bad })
  return ok({ diaries: [...diaries].map(([patient, scores]) => ({ patient, scores })), missingScores })
}

type Line = { readonly patient: string; readonly week: number; readonly score: number | null }

function readLine(text: string, places: readonly [number, number, number]): Result<Line, LineProblem> {
  const cells = cellsOf(text)
  if (!cells) return err({ code: 'quote-not-closed' })
  const expected = Math.max(...places) + 1
  if (cells.length < expected) return err({ code: 'too-few-columns', expected, given: cells.length })
  const [patient = '', weekText = '', scoreText = ''] = places.map((place) => (cells[place] ?? '').trim())
  if (patient === '') return err({ code: 'no-patient' })
  const week = numberOf(weekText)
  if (week === null) return err({ code: 'week-not-a-number', text: weekText })
  if (MISSING.has(scoreText.toLowerCase())) return ok({ patient, week, score: null })
  const score = numberOf(scoreText)
  if (score === null) return err({ code: 'score-not-a-number', text: scoreText })
  const isOnScale = score >= NPRS_SCALE.lowest && score <= NPRS_SCALE.highest
  return isOnScale ? ok({ patient, week, score }) : err({ code: 'score-out-of-range', text: scoreText, ...NPRS_SCALE })
}

/** A plain decimal number; no hexadecimal, no infinity, no empty text. */
function numberOf(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(text) ? Number(text) : null
}

/** Cells of one line; quoted cells may hold commas and doubled quotes. Null when a quote stays open. */
function cellsOf(line: string): readonly string[] | null {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < line.length; i++) {
    const letter = line[i] ?? ''
    if (isQuoted && letter === '"' && line[i + 1] === '"') {
      cell += '"'
      i += 1
    } else if (letter === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted
      if (isQuoted) cell = ''
    } else if (letter === ',' && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return isQuoted ? null : [...cells, cell]
}
