/**
 * What could come next in a line of shorthand, and what each would mean.
 *
 * A word that is begun is completed; after a space comes what the needle still lacks, in the order in which it is said:
 * side, muscle, level, size, then how it was. Never more than eight.
 */
import { findMuscles, type Level, levelsOf, type MuscleId, muscleAliases, muscleName } from '../../atlas/index.ts'
import type { ShorthandToken, Suggestion, TokenMeaning } from './reading.ts'
import { MAX_LINE_LENGTH } from './read.ts'
import type { Piece } from './said.ts'
import { tokenize } from './tokenize.ts'

const MAX_SUGGESTIONS = 8

type Offer = { readonly text: string; readonly meaning: TokenMeaning; readonly words: string }

const SIDES: readonly Offer[] = [
  { text: 'l', meaning: 'side', words: 'Left' },
  { text: 'r', meaning: 'side', words: 'Right' },
  { text: 'bilat', meaning: 'side', words: 'Left and right, two needles' },
]

/** Sizes that are sold and used; which suits is the clinician's to say. Unreviewed. */
const SIZES: readonly Offer[] = ['.25x25', '.25x40', '.30x30', '.30x40', '.30x50', '.30x60', '.30x75', '.30x100'].map(
  (text) => ({ text, meaning: 'size', words: `${text.replace('.', '0.').replace('x', ' × ')} mm` }),
)

const TECHNIQUES: readonly Offer[] = [
  { text: 'piston', meaning: 'technique', words: 'Deep, pistoning' },
  { text: 'static', meaning: 'technique', words: 'Deep, still' },
  { text: 'superf', meaning: 'technique', words: 'Superficial' },
  { text: 'wind', meaning: 'technique', words: 'Rotation' },
  { text: 'estim', meaning: 'technique', words: 'Electrical; add 2hz 10min' },
]

const TWITCHES: readonly Offer[] = [
  { text: 'ltr', meaning: 'twitch', words: 'One twitch' },
  { text: 'ltr2', meaning: 'twitch', words: 'Two twitches' },
  { text: 'ltrs', meaning: 'twitch', words: 'Several twitches' },
  { text: 'no ltr', meaning: 'twitch', words: 'No twitch' },
]

const REST: readonly Offer[] = [
  { text: 'd25', meaning: 'depth', words: '25 mm deep' },
  { text: 'p4', meaning: 'pain', words: 'Pain 4 of 10' },
  { text: '10min', meaning: 'dwell', words: 'Stays 10 minutes' },
  { text: 'medial', meaning: 'direction', words: 'Towards the midline' },
  { text: 'lateral', meaning: 'direction', words: 'Away from the midline' },
  { text: 'caudal', meaning: 'direction', words: 'Towards the feet' },
  { text: 'cranial', meaning: 'direction', words: 'Towards the head' },
  { text: 'inferomedial', meaning: 'direction', words: 'Down and towards the midline' },
  { text: 'straight', meaning: 'direction', words: 'Straight in' },
  { text: 'ref', meaning: 'referred', words: 'Referred pain' },
  { text: 'no ref', meaning: 'referred', words: 'No referred pain' },
  { text: 'no bleed', meaning: 'bleeding', words: 'No bleeding' },
  { text: 'spot', meaning: 'bleeding', words: 'A spot of blood' },
  { text: 'bruise', meaning: 'bleeding', words: 'A bruise' },
  { text: 'pressed', meaning: 'bleeding', words: 'Bled, was pressed' },
]

/** @param caret where the text cursor stands, from 0 to the line's length */
export function suggestShorthand(line: string, caret: number): readonly Suggestion[] {
  const end = Math.min(Math.max(0, caret), line.length)
  if (line.length > MAX_LINE_LENGTH) return []
  const begin = wordStart(line, end)
  const typed = line.slice(begin, end).toLowerCase()
  // What is said elsewhere in the needle at the cursor, without the word that is being typed.
  const pieces = tokenize(line)
  const part = partAt(line, begin)
  const others = pieces.filter(({ token }) => token.part === part && !(token.start < end && token.end > begin))
  const offers = typed === '' ? lacking(others) : begun(line, begin, end, pieces, others)
  return offers.slice(0, MAX_SUGGESTIONS).map((offer) => ({ start: begin, end, ...offer }))
}

function wordStart(line: string, caret: number): number {
  let start = caret
  while (start > 0 && !/[\s,;]/.test(line[start - 1] as string)) start -= 1
  return start
}

function partAt(line: string, place: number): number {
  let part = 0
  for (let at = 0; at < place; at += 1) if (line[at] === ';') part += 1
  return part
}

/** What comes next, by what is still unsaid. */
function lacking(said: readonly Piece[]): readonly Offer[] {
  const has = (meaning: TokenMeaning): boolean => said.some(({ token }) => token.meaning === meaning)
  if (!has('side')) return SIDES
  if (!has('muscle')) return []
  const levels = has('level') ? [] : levelOffers(said)
  if (levels.length > 0) return levels
  if (!has('size')) return SIZES
  if (!has('technique')) return TECHNIQUES
  return has('twitch') ? REST.filter(({ meaning }) => !has(meaning)) : TWITCHES
}

function begun(
  line: string,
  begin: number,
  end: number,
  pieces: readonly Piece[],
  others: readonly Piece[],
): readonly (Offer & { readonly start?: number })[] {
  const muscles = muscleOffers(line, begin, end, pieces)
  const first = muscles[0]?.start ?? begin
  // A needle has one muscle: once it is said, a further word is no muscle unless it belongs to the same name.
  const isNamed = others.some(({ token }) => token.meaning === 'muscle' && token.end <= first)
  const words = completing(line.slice(begin, end).toLowerCase(), others)
  if (first < begin) return [...muscles, ...words]
  return isNamed ? words : [...words, ...muscles]
}

/** Words that begin so, of things that the needle doesn't have yet. */
function completing(typed: string, said: readonly Piece[]): readonly Offer[] {
  const has = (meaning: TokenMeaning): boolean => said.some(({ token }) => token.meaning === meaning)
  return [...SIDES, ...levelOffers(said), ...SIZES, ...TECHNIQUES, ...TWITCHES, ...REST].filter(
    ({ text, meaning }) => !has(meaning) && isBegun(text.toLowerCase(), typed),
  )
}

/** `0.3` begins `.30x50` too. */
function isBegun(text: string, typed: string): boolean {
  return text.startsWith(typed) || (typed.startsWith('0') && text.startsWith(typed.slice(1).replace(',', '.')))
}

function levelOffers(said: readonly Piece[]): readonly Offer[] {
  const muscles = said.flatMap((piece) => (piece.said?.what === 'muscle' ? piece.said.muscles : []))
  const levels: readonly Level[] = [...new Set(muscles.flatMap((muscle) => levelsOf(muscle)))]
  return levels.map((level) => ({ text: level, meaning: 'level', words: `At ${level}` }))
}

/** Muscles whose name, Latin name or short form begins with the words up to the cursor: the longest run of words that does. */
function muscleOffers(
  line: string,
  begin: number,
  end: number,
  pieces: readonly Piece[],
): readonly (Offer & { readonly start?: number })[] {
  for (const start of runStarts(line, begin, pieces)) {
    const query = line.slice(start, end)
    const matches = findMuscles(query)
    if (matches.length === 0) continue
    return matches.map(({ muscle }) => ({
      text: shortForm(muscle.id),
      meaning: 'muscle' as const,
      words: muscleName(muscle.id),
      start,
    }))
  }
  return []
}

/** Where a muscle's name of several words may begin: up to three words back, as long as they mean nothing else. */
function runStarts(line: string, begin: number, pieces: readonly Piece[]): readonly number[] {
  const starts = [begin]
  const before = pieces.map((piece) => piece.token).filter((token) => token.end <= begin)
  for (const token of before.toReversed().slice(0, 3)) {
    if (!isNameLike(token) || line.slice(token.end, starts[0]).includes(';')) break
    starts.unshift(token.start)
  }
  return starts
}

function isNameLike({ meaning }: ShorthandToken): boolean {
  return meaning === 'not-understood' || meaning === 'muscle'
}

/** The name in lower case: what is chosen from a list is written out, so that everybody can read it. */
function shortForm(muscle: MuscleId): string {
  return (muscleAliases(muscle)[0] ?? muscleName(muscle)).toLowerCase()
}
