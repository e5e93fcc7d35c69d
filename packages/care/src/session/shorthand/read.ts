/**
 * Reads a line of shorthand: one line, one or more needles, tokens in any order, `;` between needles.
 *
 * What isn't understood is shown and blocks; nothing is dropped and nothing guessed. Side, muscle and level are said anew for
 * each needle. Settings (size, technique, current, dwell, lot) carry over from the needle before it, within a line as from the
 * last needle that was placed, so that `a; b` reads as `a` placed and then `b`. What was seen and felt never carries over.
 *
 * @example readShorthand('r mult L4-L5 .30x50 piston ltr2').needles.length // 2
 */
import { BARE_NEEDLE, type NeedleDetail } from '../needle.ts'
import { type PartRead, readPart } from './part.ts'
import type { NeedleDraft, ShorthandProblem, ShorthandReading } from './reading.ts'
import type { Piece } from './said.ts'
import { tokenize } from './tokenize.ts'

export const MAX_LINE_LENGTH = 10_000
/** More needles than anybody places with one line. */
export const MAX_NEEDLES_A_LINE = 50

/** The settings of the last needle that the next one has too, unless somebody says otherwise. */
export function carriedSettings(last: NeedleDetail): NeedleDetail {
  const { gaugeMm, lengthMm, technique, electrical, plannedDwellS, lot } = last
  return { ...BARE_NEEDLE, gaugeMm, lengthMm, technique, electrical, plannedDwellS, lot }
}

/** @param carried the last needle's detail; without it nothing is taken as recorded that the line doesn't say */
export function readShorthand(line: string, carried: NeedleDetail = BARE_NEEDLE): ShorthandReading {
  if (line.length > MAX_LINE_LENGTH) return tooLong(line)
  const pieces = tokenize(line)
  const needles: NeedleDraft[] = []
  const problems: ShorthandProblem[] = []
  // A separator belongs to no needle; the other tokens come from their parts.
  const tokens = pieces.map((piece) => piece.token).filter((token) => token.meaning === 'separator')
  let last = carried
  for (const part of partsOf(pieces)) {
    const read: PartRead = readPart(part, carriedSettings(last))
    last = read.detail
    problems.push(...read.problems)
    needles.push(...read.needles)
    tokens.push(...read.tokens)
  }
  if (needles.length > MAX_NEEDLES_A_LINE) problems.push(tooMany(line, needles.length))
  tokens.sort((one, other) => one.start - other.start)
  return { needles: problems.length === 0 ? needles : [], tokens, problems }
}

/** The parts that say anything: an empty one, such as after a last `;`, asks for nothing. */
function partsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const parts = new Map<number, Piece[]>()
  for (const piece of pieces) {
    if (piece.token.meaning === 'separator') continue
    const part = parts.get(piece.token.part)
    if (part) part.push(piece)
    else parts.set(piece.token.part, [piece])
  }
  return [...parts.values()]
}

function tooLong(line: string): ShorthandReading {
  const at = { part: 0, start: 0, end: line.length }
  const words = `A line has at most ${MAX_LINE_LENGTH} characters`
  return {
    needles: [],
    tokens: [{ ...at, text: line, meaning: 'not-understood', words: 'too long' }],
    problems: [{ ...at, code: 'line-too-long', limit: MAX_LINE_LENGTH, words }],
  }
}

function tooMany(line: string, count: number): ShorthandProblem {
  const words = `This line asks for ${count} needles; at most ${MAX_NEEDLES_A_LINE} are placed at once`
  return { code: 'too-many-needles', limit: MAX_NEEDLES_A_LINE, part: 0, start: 0, end: line.length, words }
}
