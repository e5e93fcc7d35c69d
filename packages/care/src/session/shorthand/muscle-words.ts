/**
 * Muscles in a line: the longest run of words that is a name, a Latin name or a clinician's short form.
 *
 * A word that is none is taken for the beginning of a name only when it has four letters or more. What stands for several
 * muscles is answered with all of them: the level decides, or the reader is asked.
 */
import { findMuscles, MUSCLES, muscleAliases, type MuscleId } from '../../atlas/index.ts'
import { foldText } from '../../kernel/index.ts'

/** A word of the line: where it stands, and its folded words (`glut-med` folds to two, `--` to none). */
export type Word = { readonly start: number; readonly end: number; readonly folded: readonly string[] }

export type MuscleRead = { readonly muscles: readonly MuscleId[]; readonly wordCount: number }

type Branch = { readonly next: Map<string, Branch>; readonly muscles: MuscleId[] }

const names: Branch = { next: new Map(), muscles: [] }
for (const { id } of MUSCLES) {
  for (const alias of muscleAliases(id)) {
    let branch = names
    for (const word of foldText(alias).split(' ')) {
      const next: Branch = branch.next.get(word) ?? { next: new Map(), muscles: [] }
      branch.next.set(word, next)
      branch = next
    }
    if (!branch.muscles.includes(id)) branch.muscles.push(id)
  }
}

/** The line's words, each folded once. */
export function wordsOf(line: string): readonly Word[] {
  const words: Word[] = []
  for (const match of line.matchAll(/[^\s,;]+/g)) {
    const folded = foldText(match[0])
    words.push({
      start: match.index,
      end: match.index + match[0].length,
      folded: folded === '' ? [] : folded.split(' '),
    })
  }
  return words
}

/** The longest whole name that begins at this word, or null. `isJoined` says whether the word before belongs with the next. */
export function readMuscleName(
  words: readonly Word[],
  at: number,
  isJoined: (next: number) => boolean,
): MuscleRead | null {
  let branch = names
  let longest: MuscleRead | null = null
  for (let place = at; place < words.length; place += 1) {
    if (place > at && !isJoined(place)) break
    const reached = follow(branch, words[place]?.folded ?? [])
    if (reached === null) break
    branch = reached
    if (branch.muscles.length > 0) longest = { muscles: branch.muscles, wordCount: place - at + 1 }
  }
  return longest
}

function follow(from: Branch, folded: readonly string[]): Branch | null {
  if (folded.length === 0) return null
  let branch: Branch | undefined = from
  for (const word of folded) {
    branch = branch?.next.get(word)
    if (branch === undefined) return null
  }
  return branch ?? null
}

const SHORTEST_START = 4
/** Words that mean something of their own, though names begin with them too. */
const NO_START: ReadonlySet<string> = new Set(['deep', 'posterior', 'anterior', 'superior', 'inferior', 'musculus'])

/** The muscles of which up to three words, or one, are the beginning; null when there are none. */
export function readMuscleStart(
  words: readonly Word[],
  at: number,
  isJoined: (next: number) => boolean,
): MuscleRead | null {
  let count = 0
  while (count < 3 && isStart(words[at + count]) && (count === 0 || isJoined(at + count))) count += 1
  for (; count > 0; count -= 1) {
    const query = words.slice(at, at + count).flatMap((word) => word.folded)
    const muscles = findMuscles(query.join(' ')).map((match) => match.muscle.id)
    if (muscles.length > 0) return { muscles, wordCount: count }
  }
  return null
}

function isStart(word: Word | undefined): boolean {
  const only = word?.folded.length === 1 ? word.folded[0] : undefined
  return only !== undefined && only.length >= SHORTEST_START && only.length <= 40 && !NO_START.has(only)
}
