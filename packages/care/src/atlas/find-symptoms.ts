/**
 * Finding muscles by a symptom or by where it hurts: *pain like sciatica without numbness*.
 *
 * Every muscle whose referral or whose look-alikes share a meaning with the query is answered, those that share most first.
 * It is a way to look something up, not a diagnosis. What the query says is absent is set aside, and a sign of a nerve that
 * it says is there is told back.
 */
import { foldText } from '../kernel/index.ts'
import { MUSCLE_FACTS } from './muscle-facts.ts'
import { type Muscle, mustMuscle } from './muscles.ts'
import { ABSENCE, MEANINGS, NERVE_SIGNS } from './symptom-words.ts'

export type SymptomMatch = {
  readonly muscle: Muscle
  /** Which facts of the atlas met the query, those first for which its pain may be taken. */
  readonly met: readonly { readonly field: 'symptomsMimicked' | 'referralPattern'; readonly text: string }[]
}

export type SymptomAnswer = {
  readonly matches: readonly SymptomMatch[]
  /** A sign of a nerve that the query says is there, such as `numbness`; null when it says none. */
  readonly nerveSign: string | null
}

export function findBySymptom(query: string): SymptomAnswer {
  const present = presentPart(query)
  const wanted = meaningsIn(present)
  const nerveSign = NERVE_SIGNS.find((sign) => hasPhrase(present, sign)) ?? null
  if (wanted.length === 0) return { matches: [], nerveSign }
  const words = present.split(' ').filter((word) => meaningsIn(word).length > 0)
  const scored = INDEX.map(({ muscle, facts }) => ({ muscle, ...judge(facts, wanted, words) }))
    .filter(({ met }) => met.length > 0)
    .toSorted((a, b) => b.shared - a.shared || b.weight - a.weight)
  return { matches: scored.map(({ muscle, met }) => ({ muscle, met })), nerveSign }
}

type Fact = {
  readonly field: 'symptomsMimicked' | 'referralPattern'
  readonly text: string
  readonly folded: string
  readonly meanings: readonly string[]
}

/** What a muscle is taken for weighs more than where its pain goes: it is what the query is usually about. */
const WEIGHT = { symptomsMimicked: 3, referralPattern: 2 } as const

const INDEX: readonly { readonly muscle: Muscle; readonly facts: readonly Fact[] }[] = MUSCLE_FACTS.map((each) => ({
  muscle: mustMuscle(each.id),
  facts: [
    ...each.symptomsMimicked.map((text) => fact('symptomsMimicked', text)),
    fact('referralPattern', each.referralPattern),
  ],
}))

function fact(field: Fact['field'], text: string): Fact {
  const folded = foldText(text)
  return { field, text, folded, meanings: meaningsIn(folded) }
}

/** Of two muscles that mean the same, the one that says the very word comes first. */
function judge(facts: readonly Fact[], wanted: readonly string[], words: readonly string[]) {
  const hits = facts.filter(({ meanings }) => wanted.some((meaning) => meanings.includes(meaning)))
  const shared = wanted.filter((meaning) => facts.some(({ meanings }) => meanings.includes(meaning))).length
  const isLiteral = hits.some(({ folded }) => words.some((word) => hasPhrase(folded, word)))
  const weight = Math.max(0, ...hits.map(({ field }) => WEIGHT[field])) + (isLiteral ? 0.5 : 0) + hits.length / 100
  return { met: hits.map(({ field, text }) => ({ field, text })), shared, weight }
}

/** The meanings that a folded text holds; a longer phrase counts before a shorter one that is part of it. */
function meaningsIn(folded: string): readonly string[] {
  return Object.keys(MEANINGS).filter((meaning) =>
    (MEANINGS[meaning] ?? []).some((phrase) => hasPhrase(folded, phrase)),
  )
}

/** Whole words, an `s` at the end allowed. */
function hasPhrase(folded: string, phrase: string): boolean {
  return ` ${folded} `.includes(` ${phrase} `) || ` ${folded} `.includes(` ${phrase}s `)
}

function presentPart(query: string): string {
  const clauses = query.split(/[,;.]|\bbut\b/i)
  return foldText(
    clauses
      .map((clause) => {
        const words = clause.split(/\s+/)
        const absent = words.findIndex((word) => ABSENCE.includes(foldText(word)))
        return absent === -1 ? clause : words.slice(0, absent).join(' ')
      })
      .join(' '),
  )
}
