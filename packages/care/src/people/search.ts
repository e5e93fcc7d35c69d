/**
 * What a patient is found by: every ending of every word of the name, the number and the birth date.
 *
 * A word that stands in the middle of another is the beginning of one of its endings, so "any part" becomes "begins with",
 * which a database answers from an index. A whole word is kept with a space in front: searching for ` ann` finds the words
 * that begin so, and they are shown before those that only hold it.
 */
import { type CalendarDay, foldText } from '../kernel/index.ts'

/** Longer words are cut here, in what is stored and in what is searched alike, so that nothing is lost. */
const KEPT_LETTERS = 40
/** A name of 200 letters has about 230 endings; only letters that fold to many letters could make more. */
export const MOST_SUFFIXES = 400
/** Words of a search beyond this are ignored. */
const MOST_SEARCH_WORDS = 6

export type Searchable = { readonly name: string; readonly number: number; readonly birthOn: CalendarDay }

/**
 * Every key under which the patient is found, each once.
 *
 * @example searchSuffixes({ name: 'Zoë', number: 7, birthOn: '1992-03-31' })
 * // [' zoe', 'oe', 'e', ' 7', ' 19920331', '9920331', …, ' 31031992', '1031992', …, ' 03311992', …]
 */
export function searchSuffixes(patient: Searchable): readonly string[] {
  const [year, month, day] = patient.birthOn.split('-')
  const words = [
    ...wordsOf(patient.name),
    String(patient.number),
    `${year}${month}${day}`,
    `${day}${month}${year}`,
    // As it is written in the United States. Whoever searches sees the birth date and is not misled.
    `${month}${day}${year}`,
  ]
  return [...new Set(words.flatMap(suffixesOf))].slice(0, MOST_SUFFIXES)
}

/**
 * The words of a search, folded as the keys are. All of them must be found. Empty when nothing searchable was typed.
 * A date loses its separators and gains its zeros: `31.3.1992` and `31/03/1992` are both `31031992`.
 *
 * @example searchWords('  ZOË 31.3.') // ['zoe', '3103']
 */
export function searchWords(typed: string): readonly string[] {
  const words = typed
    .trim()
    .split(/\s+/u)
    .flatMap((part) => (looksLikeDate(part) ? [dateDigits(part)] : wordsOf(part)))
  return [...new Set(words)].slice(0, MOST_SEARCH_WORDS)
}

function suffixesOf(word: string): string[] {
  const letters = [...word]
  return letters.map((_, i) => (i === 0 ? ' ' : '') + letters.slice(i, i + KEPT_LETTERS).join(''))
}

function wordsOf(text: string): string[] {
  const folded = foldText(text)
  return folded === '' ? [] : folded.split(' ').map((word) => [...word].slice(0, KEPT_LETTERS).join(''))
}

function looksLikeDate(part: string): boolean {
  return /^\d{1,4}[./-]\d{1,2}(?:[./-]\d{0,4})?$/.test(part)
}

function dateDigits(part: string): string {
  return part
    .split(/[./-]/)
    .map((piece) => (piece.length === 1 ? `0${piece}` : piece))
    .join('')
}
