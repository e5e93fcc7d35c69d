/**
 * Who is likely the same person: looked at before a patient is registered twice.
 *
 * PPL-4 A likely duplicate is shown with its reasons before it is made; a person decides, never the score. The weights are
 * ours and unreviewed: they are set so that no two weak signs alone reach the threshold, and so that each pair that reaches it
 * shares exactly one of birth date (or day and month swapped), all names, phone, or e-mail, which the server looks up by index.
 */
import { type CalendarDay, foldText } from '../kernel/index.ts'

export type Comparable = {
  readonly name: string
  readonly birthOn: CalendarDay
  readonly phone: string | null
  readonly email: string | null
}

export type Likeness<T> = {
  readonly candidate: T
  /** 0 to 100. */
  readonly score0to100: number
  /** In words, such as `same birth date`. Never empty. */
  readonly reasons: readonly string[]
}

/** From here on somebody should look. */
export const LIKELY_FROM = 50

type Sign = { readonly points: number; readonly reason: string }

/** The candidates who are likely the same person, the likeliest first. */
export function likelyDuplicates<T extends Comparable>(
  draft: Comparable,
  candidates: readonly T[],
): readonly Likeness<T>[] {
  return candidates
    .map((candidate) => likeness(draft, candidate))
    .filter((found) => found.score0to100 >= LIKELY_FROM)
    .sort((a, b) => b.score0to100 - a.score0to100)
}

/** The same words in any order make the same key. */
export function nameKey(name: string): string {
  return foldText(name).split(' ').sort().join(' ')
}

/** The last eight digits: the same phone written with and without its country or area code. Null when there are fewer. */
export function phoneKey(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/(?:x|ext).*$/i, '').replace(/\D/g, '')
  return digits.length < 8 ? null : digits.slice(-8)
}

/** One day with day and month changed round, or null when that is no day or the same day. */
export function swappedDay(day: CalendarDay): CalendarDay | null {
  const [year, month, date] = day.split('-')
  return month === date || Number(date) > 12 ? null : (`${year}-${date}-${month}` as CalendarDay)
}

function likeness<T extends Comparable>(draft: Comparable, candidate: T): Likeness<T> {
  const signs = [
    nameSign(draft.name, candidate.name),
    birthSign(draft.birthOn, candidate.birthOn),
    ...contactSigns(draft, candidate),
  ]
  const seen = signs.filter((sign) => sign !== null)
  const score = seen.reduce((sum, sign) => sum + sign.points, 0)
  return { candidate, score0to100: Math.min(100, score), reasons: seen.map((sign) => sign.reason) }
}

function nameSign(one: string, other: string): Sign | null {
  if (foldText(one) === foldText(other)) return { points: 45, reason: 'same name' }
  if (nameKey(one) === nameKey(other)) return { points: 45, reason: 'same names in another order' }
  const [a, b] = [nameKey(one).split(' '), nameKey(other).split(' ')]
  const letters = lettersApart(a, b)
  if (letters !== null)
    return { points: 30, reason: letters === 1 ? 'names one letter apart' : 'names two letters apart' }
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  const holdsAll = fewer.length >= 2 && without(fewer, more).length === 0
  return holdsAll ? { points: 25, reason: 'one name holds the other' } : null
}

/**
 * How many letters two names differ by: 1 or 2, or null when it is more. A word may differ by one letter up to seven letters
 * and by two from eight on, so that `Ann` and `Jan` don't count as alike through two changes.
 */
function lettersApart(a: readonly string[], b: readonly string[]): 1 | 2 | null {
  if (a.length !== b.length) return null
  const [left, right] = [without(a, b), without(b, a)]
  if (left.length !== 1 || right.length !== 1) return null
  const [from, to] = [left[0] ?? '', right[0] ?? '']
  const apart = editDistance(from, to)
  const allowed = Math.max(from.length, to.length) >= 8 ? 2 : 1
  return apart <= allowed && Math.min(from.length, to.length) >= 3 ? (apart === 1 ? 1 : 2) : null
}

/** The words that are left when each of the others is taken out once: a name may hold one word twice. */
function without(words: readonly string[], taken: readonly string[]): readonly string[] {
  return taken.reduce((left, word) => {
    const at = left.indexOf(word)
    return at < 0 ? left : left.toSpliced(at, 1)
  }, words)
}

function birthSign(one: CalendarDay, other: CalendarDay): Sign | null {
  if (one === other) return { points: 35, reason: 'same birth date' }
  if (swappedDay(one) === other) return { points: 20, reason: 'birth dates with day and month swapped' }
  const differing = [...one].filter((sign, i) => sign !== other[i]).length
  return differing === 1 ? { points: 15, reason: 'birth dates one digit apart' } : null
}

function contactSigns(draft: Comparable, candidate: Comparable): (Sign | null)[] {
  const phone = phoneKey(draft.phone)
  const email = draft.email?.toLowerCase() ?? null
  return [
    phone !== null && phone === phoneKey(candidate.phone) ? { points: 25, reason: 'same phone' } : null,
    email !== null && email === candidate.email?.toLowerCase() ? { points: 20, reason: 'same e-mail' } : null,
  ]
}

/** Letters to put in, take out, change, or swap with a neighbour (optimal string alignment). Both at most 200 letters. */
function editDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let above = b.map((_, j) => j).concat(b.length)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
