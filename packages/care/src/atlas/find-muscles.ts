/**
 * Finding a muscle by what somebody wrote: name, Latin name or a clinician's short form.
 *
 * What can be read in several ways is answered with all of them, best first: never a silent guess. A level or a region
 * that was written too narrows the answer, and only the answer: `mult` at L4 is lumbar, `ES` at L3 is still two muscles.
 */
import { foldText } from '../kernel/index.ts'
import { ALIASES } from './aliases.ts'
import { levelsOf } from './levels.ts'
import { MUSCLES, type Muscle, regionOf } from './muscles.ts'
import type { Level, MuscleId, Region } from './site.ts'

export type MuscleHints = { readonly level?: Level | null; readonly region?: Region | null }

export type MuscleMatch = {
  readonly muscle: Muscle
  /** `whole`: a name or short form as written; `start`: a name begins so; `part`: each word begins a word of a name. */
  readonly how: 'whole' | 'start' | 'part'
  /** The name or short form that was met. */
  readonly met: string
  /** False when a hint was given and this muscle doesn't fit it: it isn't charted at that level, or lies elsewhere. */
  readonly fits: boolean
}

/** Every way to write a muscle: its names first, then short forms. */
export function muscleAliases(muscle: MuscleId): readonly string[] {
  return namesOf(muscle).map((name) => name.text)
}

/** Muscles that a query may mean, best first; empty for an empty query or when nothing matches. */
export function findMuscles(query: string, hints: MuscleHints = {}): readonly MuscleMatch[] {
  const folded = foldText(query)
  if (folded === '') return []
  const matches: MuscleMatch[] = []
  for (const muscle of MUSCLES) {
    const best = bestMatch(muscle, folded)
    if (best !== null) matches.push({ ...best, muscle, fits: fitsHints(muscle.id, hints) })
  }
  return matches.sort((a, b) => Number(b.fits) - Number(a.fits) || RANK[a.how] - RANK[b.how])
}

/**
 * The muscles that a finished word or phrase means. One: that is it. Several: ask. None: not understood.
 * A whole match sets weaker ones aside, and muscles that fit the hints set aside those that don't.
 *
 * @example readMuscle('ES', { level: 'L3' }) // longissimus lumborum and iliocostalis lumborum
 */
export function readMuscle(query: string, hints: MuscleHints = {}): readonly Muscle[] {
  const all = findMuscles(query, hints)
  const whole = all.filter((match) => match.how === 'whole')
  const chosen = whole.length > 0 ? whole : all
  const fitting = chosen.filter((match) => match.fits)
  return (fitting.length > 0 ? fitting : chosen).map((match) => match.muscle)
}

const RANK = { whole: 0, start: 1, part: 2 } as const

type Written = { readonly text: string; readonly folded: string; readonly words: readonly string[] }

const written: ReadonlyMap<string, readonly Written[]> = new Map(
  MUSCLES.map((muscle) => {
    const texts = [muscle.name, muscle.fullName, muscle.latinName, withoutMusculus(muscle.latinName), muscle.id]
    const all = [...texts, ...(ALIASES[muscle.id] ?? [])].map((text) => ({ text, folded: foldText(text) }))
    const unique = all.filter((one, at) => all.findIndex((other) => other.folded === one.folded) === at)
    return [muscle.id, unique.map((one) => ({ ...one, words: one.folded.split(' ') }))]
  }),
)

function namesOf(muscle: string): readonly Written[] {
  return written.get(muscle) ?? []
}

function withoutMusculus(latin: string): string {
  return latin.replace(/^(Musculus|Musculi) /, '')
}

function bestMatch(muscle: Muscle, folded: string): { how: MuscleMatch['how']; met: string } | null {
  const names = namesOf(muscle.id)
  const whole = names.find((name) => name.folded === folded)
  if (whole !== undefined) return { how: 'whole', met: whole.text }
  const start = names.find((name) => name.folded.startsWith(folded))
  if (start !== undefined) return { how: 'start', met: start.text }
  const queryWords = folded.split(' ')
  const part = names.find((name) => queryWords.every((word) => name.words.some((own) => own.startsWith(word))))
  return part === undefined ? null : { how: 'part', met: part.text }
}

function fitsHints(muscle: MuscleId, hints: MuscleHints): boolean {
  const level = hints.level ?? null
  if (level !== null && !levelsOf(muscle).includes(level)) return false
  return hints.region === undefined || hints.region === null || regionOf(muscle, level) === hints.region
}
