/** A line cut into tokens. Each character is in a token, or is a space or a comma between two. */
import { type MuscleId, muscleName } from '../../atlas/index.ts'
import { readSize, readToken } from './grammar.ts'
import { type MuscleRead, readMuscleName, readMuscleStart, type Word, wordsOf } from './muscle-words.ts'
import type { ShorthandToken } from './reading.ts'
import type { Piece, Said } from './said.ts'

/** So often is a line's unknown word looked for among the beginnings of names; a line with more is nonsense anyway. */
const MAX_GUESSES = 20

export function tokenize(line: string): readonly Piece[] {
  const words = wordsOf(line)
  const pieces: Piece[] = []
  let part = 0
  let place = 0
  let next = 0
  let guesses = 0

  const add = (end: number, meaning: ShorthandToken['meaning'], said: Said | null, says: string): void => {
    pieces.push({ token: { text: line.slice(place, end), start: place, end, part, meaning, words: says }, said })
    place = end
    while (next < words.length && (words[next] as Word).start < end) next += 1
  }
  // Only spaces and commas stand between words of one name: `;` never does.
  const isJoined = (at: number): boolean => !line.slice(words[at - 1]?.end, words[at]?.start).includes(';')
  const addMuscle = (read: MuscleRead): void => {
    const end = words[next + read.wordCount - 1]?.end ?? place
    add(end, 'muscle', { what: 'muscle', muscles: read.muscles }, musclesWords(read.muscles))
  }

  while (place < line.length) {
    if (line[place] === ';') {
      add(place + 1, 'separator', null, 'Next needle')
      part += 1
      continue
    }
    const decimal = line[place] === ',' ? readSize(line, place) : null
    if (decimal) {
      add(decimal.end, 'size', decimal.said, decimal.words)
      continue
    }
    const word = words[next]
    if (!word || word.start > place) {
      place += 1
      continue
    }
    const name = readMuscleName(words, next, isJoined)
    const read = name ? null : readToken(line, place)
    if (name) addMuscle(name)
    else if (read) add(read.end, read.said.what, read.said, read.words)
    else {
      const start = guesses < MAX_GUESSES ? readMuscleStart(words, next, isJoined) : null
      guesses += 1
      if (start) addMuscle(start)
      else add(word.end, 'not-understood', null, 'not understood')
    }
  }
  return pieces
}

function musclesWords(muscles: readonly MuscleId[]): string {
  const [first, ...rest] = muscles
  if (first === undefined) return 'not understood'
  return rest.length === 0 ? muscleName(first) : `one of ${muscles.length} muscles`
}
