/** Text as people write it, folded to what a search compares. */

/**
 * Lower case, accents and punctuation gone, letters that Unicode does not take apart spelled out, spaces single.
 *
 * @example foldText('  Zoë  Ó Briain-Łęcka ') // 'zoe o briain lecka'
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðþæœı]/g, (letter) => spelledOut[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/** True when the text holds a control character other than a line break or a tab, or half of a letter (a lone surrogate). */
export function hasControlCharacter(text: string): boolean {
  return /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text)
}
