/**
 * How hard English words are to read, as a school grade: the Flesch–Kincaid grade level.
 *
 * Kincaid JP, Fishburne RP, Rogers RL, Chissom BS (1975), Derivation of new readability formulas for Navy enlisted personnel,
 * Research Branch Report 8-75: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. Grade 6 is read at about age 12.
 * Syllables are counted by the groups of vowels, so a single word may be one off; over a page that evens out.
 */

/** The grade, may be below 0 for very plain words; null when there is no word to judge. */
export function readingGrade(text: string): number | null {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  if (words.length === 0) return null
  const sentences = text.split(/[.!?:;\n]+(?:\s|$)/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / Math.max(1, sentences.length)) + 11.8 * (syllables / words.length) - 15.59
}

/** At least one. A number counts as one: figures are read at a glance. */
function syllablesIn(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')
  const spoken =
    letters.length > 3 ? letters.replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end[0] ?? '') : letters
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length)
}
