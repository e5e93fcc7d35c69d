/**
 * Reading medicines in free text: which known names stand in it, and whether they seem to be taken.
 *
 * It can only add suspicion. A name with a word like *stopped*, *no* or *my husband* beside it is unclear, and is asked; it is
 * never read as a no. Misspellings are found by the number of wrong letters, fewer in short words.
 */
import type { QuestionId } from '../questions.ts'
import { editDistance } from './edit-distance.ts'
import { LOOK_ALIKES, MEDICINE_GROUPS, type MedicineGroup, MEDICINES, QUESTION_OF_GROUP } from './names.ts'

export type Mention = {
  /** The generic name. */
  readonly medicine: string
  /** As it was written. */
  readonly written: string
  readonly group: MedicineGroup
  readonly question: QuestionId
  readonly status: 'taken' | 'unclear'
}

type Named = { readonly medicine: string; readonly group: MedicineGroup }

const byName: ReadonlyMap<string, Named> = new Map(
  MEDICINE_GROUPS.flatMap((group) =>
    MEDICINES[group].flatMap((names) => names.map((name) => [name, { medicine: names[0] ?? name, group }] as const)),
  ),
)
const LONG_NAMES = [...byName.keys()]
  .filter((name) => name.length >= 5)
  .map((name) => ({ name, letters: lettersOf(name) }))

/** Two words that together name a medicine. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bblood[ -]?thinn?(?:er|ers|ing)\b/g, ' anticoagulant '],
  [/\banti[ -](?=coagul|platelet)/g, 'anti'],
  [/\ba(?:sa|ss)\s*(?=\d{2,3})/g, 'aspirin '],
  [/\bco[ -](?=codamol)/g, 'co-'],
]
/** On skin, in eye or lung little of a steroid reaches the body. */
const LOCAL = /\b(cream|creme|ointment|salbe|gel|lotion|inhaler|inhaled|puffer|spray|drops?|eye|nasal|pomada|crema)\b/
const DOUBT =
  /\b(no|not|none|never|nor|without|stopped|stop|stopping|off|discontinued|quit|finished|ceased|former|formerly|previously|past|used to|until|ago|years? back|allerg\w*|intoleran\w*|instead of|refused|declined|dont|doesnt|didnt|havent|wont|isnt|kein\w*|nicht|abgesetzt|sin|nunca|pas de|plus de|arrete|suspendido|husband|wife|mother|father|son|daughter|partner|brother|sister|mum|mom|dad|dog|cat|mann|frau)\b|\?/
/** A year alone may be long past, unless the medicine began in it. */
const YEAR = /\b(19|20)\d\d\b/
const BEGAN = /\b(since|started|began|seit|desde|depuis)\b/
const STILL =
  /\b(restart\w*|resum\w*|again|still|never stopped|not stopped|cant stop|cannot stop|continu\w+|back on|noch)\b/

/** Whole kinds of medicine. "No blood thinners" is the tick in words; "no apixaban" is about one of them, and is asked. */
const KINDS: ReadonlySet<string> = new Set([
  'anticoagulant',
  'antiplatelet',
  'steroids',
  'immunosuppressant',
  'bisphosphonate',
  'opioid',
])
const PLAIN_NO = /\b(no|not|none|never|without|dont|doesnt|kein\w*|nicht|sin|nunca|pas de)\b/

/** Every medicine that the text seems to name, each once; what is taken stands above what is unclear. */
export function readMedicines(text: string): readonly Mention[] {
  const found = new Map<string, Mention>()
  for (const clause of clausesOf(text)) {
    for (const mention of mentionsIn(clause)) {
      const known = found.get(mention.medicine)
      if (known?.status !== 'taken') found.set(mention.medicine, mention)
    }
  }
  return [...found.values()]
}

/** Lower case, without accents and apostrophes, cut where one statement ends. */
function clausesOf(text: string): readonly string[] {
  let plain = text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
  for (const [phrase, name] of PHRASES) plain = plain.replaceAll(phrase, name)
  return plain.split(/[.;,\n\r/+&|]+(?!\d)|\s(?:but|now|then|since then|aber|jetzt|pero|ahora|mais)\s|\s-\s(?=[a-z])/)
}

function mentionsIn(clause: string): readonly Mention[] {
  const isDoubted = (DOUBT.test(clause) || (YEAR.test(clause) && !BEGAN.test(clause))) && !STILL.test(clause)
  const isLocal = LOCAL.test(clause)
  const mentions: Mention[] = []
  for (const [written] of clause.matchAll(/[a-z][a-z-]{2,}/g)) {
    const named = nameOf(written)
    if (!named || (isLocal && named.group === 'steroid')) continue
    const { medicine, group } = named
    if (isDoubted && KINDS.has(medicine) && PLAIN_NO.test(clause)) continue
    const status = isDoubted ? 'unclear' : 'taken'
    mentions.push({ medicine, written, group, question: QUESTION_OF_GROUP[group], status })
  }
  return mentions
}

function nameOf(word: string): Named | null {
  const exact = byName.get(word) ?? byName.get(word.replaceAll('-', ''))
  if (exact) return exact
  if (word.length < 5 || LOOK_ALIKES.has(word)) return null
  let best: { readonly name: string; readonly distance: number } | null = null
  const letters = lettersOf(word)
  for (const { name, letters: itsLetters } of LONG_NAMES) {
    const most = allowed(word, name)
    // Each wrong letter changes at most two of the letters that occur: most names are ruled out by this alone.
    if (most === 0 || bitsIn(letters ^ itsLetters) > 2 * most) continue
    const distance = editDistance(word, name, most)
    if (distance <= most && (best === null || distance < best.distance)) best = { name, distance }
  }
  return best ? (byName.get(best.name) ?? null) : null
}

/** One bit for each letter that occurs in the word. */
function lettersOf(word: string): number {
  let letters = 0
  for (const letter of word) letters |= 1 << (letter.charCodeAt(0) % 32)
  return letters
}

function bitsIn(number: number): number {
  let count = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** One wrong letter from six letters on, two from nine on; a wrong first letter only in long names. */
function allowed(word: string, name: string): number {
  const length = Math.min(word.length, name.length)
  const startsAlike = word[0] === name[0]
  if (length < 6) return startsAlike && name.length >= 6 ? 1 : 0
  if (!startsAlike) return length >= 7 ? 1 : 0
  const endsAlike = word.at(-1) === name.at(-1)
  return length >= 9 || (length >= 7 && endsAlike) ? 2 : 1
}
