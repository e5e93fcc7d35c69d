/** A first password to be told in person: easy to say, hard to guess (about 60 bits from the browser's random source). */
const SYLLABLES =
  'ba be bi bo da de di do fa fe fi fo ga ge go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe'.split(' ')

export function firstPassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(12))
  // 256 is a multiple of 32, so that each syllable is as likely as the others.
  const syllables = [...random].map((byte) => SYLLABLES[byte % 32] ?? '')
  return [0, 3, 6, 9].map((start) => syllables.slice(start, start + 3).join('')).join('-')
}
