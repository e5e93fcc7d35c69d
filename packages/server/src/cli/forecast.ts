/** `unknot forecast --evaluate FILE`: how good the forecasts are on diaries in a file. Reads one file, touches no database. */
import { readFileSync } from 'node:fs'
import {
  type DiaryCsvProblem,
  type EvaluateProblem,
  type Evaluated,
  type EvaluatedRow,
  evaluateDiaries,
  type Figures,
  type LineProblem,
  readDiaryCsv,
} from '@unknot/care/outcomes'
import { codeOf, StartRefusal } from '../kernel/index.ts'

const USAGE = 'Say: unknot forecast --evaluate FILE --folds 5 --seed 1 [--json]'
const BAD_LINES_SHOWN = 20

type Wanted = { readonly file: string; readonly folds: number; readonly seed: number; readonly isJson: boolean }

/** Prints the figures. @throws StartRefusal in plain words when the file or the options can't be used */
export function forecastCommand(words: readonly string[]): true {
  const { file, folds, seed, isJson } = readWanted(words)
  const read = readDiaryCsv(textOf(file))
  if (!read.ok) throw new StartRefusal(wordsForFile(file, read.problem))
  const evaluated = evaluateDiaries(read.value.diaries, { folds, seed })
  if (!evaluated.ok) throw new StartRefusal(wordsForEvaluate(evaluated.problem))
  const { missingScores } = read.value
  process.stdout.write(isJson ? jsonOf(evaluated.value, missingScores) : tableOf(evaluated.value, missingScores))
  return true
}

function readWanted(words: readonly string[]): Wanted {
  const said = new Map<string, string>()
  let isJson = false
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    const [name = '', inline] = word.startsWith('--') && word.includes('=') ? splitAtEquals(word) : [word]
    if (name === '--json') {
      isJson = true
      continue
    }
    if (!['--evaluate', '--folds', '--seed'].includes(name))
      throw new StartRefusal(`"${word}" is not understood here. ${USAGE}`)
    const value = inline ?? words[(i += 1)]
    if (!value) throw new StartRefusal(`${name} needs a value. ${USAGE}`)
    said.set(name, value)
  }
  const file = said.get('--evaluate')
  if (!file) throw new StartRefusal(`Which diaries? ${USAGE}`)
  return {
    file,
    folds: wholeNumber('--folds', said.get('--folds') ?? '5', 2),
    seed: wholeNumber('--seed', said.get('--seed') ?? '1', 0),
    isJson,
  }
}

function splitAtEquals(word: string): readonly [string, string] {
  const at = word.indexOf('=')
  return [word.slice(0, at), word.slice(at + 1)]
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) throw new StartRefusal(`${name} must be a whole number from ${least}; "${text}" is not.`)
  return value
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = codeOf(error) === 'ENOENT' ? 'there is no such file' : `it can't be read (${codeOf(error)})`
    throw new StartRefusal(`${file}: ${why}.`)
  }
}

function wordsForFile(file: string, problem: DiaryCsvProblem): string {
  switch (problem.code) {
    case 'empty-file':
      return `${file} is empty. Its first line must name the columns: patient,week,score`
    case 'columns-missing':
      return `${file}: its first line doesn't name ${problem.missing.join(', ')}. It must name patient, week and score.`
    case 'bad-lines': {
      const shown = problem.lines
        .slice(0, BAD_LINES_SHOWN)
        .map(({ line, problem }) => `  line ${line}: ${wordsForLine(problem)}`)
      const more = problem.lines.length - shown.length
      const rest = more > 0 ? `\n  and ${more} more` : ''
      return `${file} has lines that can't be true, so nothing was evaluated:\n${shown.join('\n')}${rest}`
    }
  }
}

function wordsForLine(problem: LineProblem): string {
  switch (problem.code) {
    case 'no-patient':
      return 'names no patient.'
    case 'too-few-columns':
      return `has ${problem.given} columns where at least ${problem.expected} are needed.`
    case 'quote-not-closed':
      return 'opens a quote and never closes it.'
    case 'week-not-a-number':
      return `the week "${problem.text}" is not a number.`
    case 'score-not-a-number':
      return `the score "${problem.text}" is not a number.`
    case 'score-out-of-range':
      return `the score ${problem.text} lies outside ${problem.lowest} to ${problem.highest}.`
    case 'week-twice':
      return `this patient has a score of week ${problem.week} already, on line ${problem.firstLine}.`
  }
}

function wordsForEvaluate(problem: EvaluateProblem): string {
  return problem.code === 'folds-out-of-range'
    ? `${problem.patients} patients have at least 6 scores in weeks 0 to 8. --folds must be from 2 to that number.`
    : 'No patient has a score before week 5 and another two to three weeks later, so there is nothing to forecast.'
}

function jsonOf(evaluated: Evaluated, missingScores: number): string {
  const { model, ...rest } = evaluated
  return `${JSON.stringify({ ...model, ...rest, model, missingScores }, null, 2)}\n`
}

const COLUMNS = ['forecasts', 'MAE', 'CRPS', 'cover 50', 'cover 80', 'cover 95', 'PIT mean', 'PIT var']

function tableOf(evaluated: Evaluated, missingScores: number): string {
  const { patients, folds, seed, bySeen } = evaluated
  const head = `${patients} patients with at least 6 scores in weeks 0 to 8, ${folds} folds by patient, seed ${seed}, ${missingScores} scores missing.`
  const parts = [
    ['All forecasts', evaluated] as const,
    ...bySeen.map((row) => [`After ${row.seen} ${row.seen === 1 ? 'score' : 'scores'}`, row] as const),
  ]
  const blocks = parts.map(([title, row]) => [`\n${title}`, line('', COLUMNS), ...linesOf(row)].join('\n'))
  return `${[head, ...blocks].join('\n')}\n\nCRPS and coverage of the model are those of its normal distribution; "folded" is the same forecast on the scale 0 to 10, its MAE that of the median.\n`
}

function linesOf(row: EvaluatedRow): readonly string[] {
  const { folded, forecasts } = row
  const of = (figures: Figures) => [figures.pitMean.toFixed(3), figures.pitVariance.toFixed(4)]
  const shared = (figures: Figures | EvaluatedRow['folded']) => [
    String(forecasts),
    figures.mae.toFixed(3),
    figures.crps.toFixed(3),
    figures.coverage50.toFixed(3),
    figures.coverage80.toFixed(3),
    figures.coverage95.toFixed(3),
  ]
  return [
    line('model', [...shared(row.model), ...of(row.model)]),
    line('folded', [...shared(folded), '-', '-']),
    line('last value', [...shared(row.lastValue), ...of(row.lastValue)]),
    line('running mean', [...shared(row.runningMean), ...of(row.runningMean)]),
  ]
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(13)}${cells.map((cell) => cell.padStart(10)).join('')}`
}
