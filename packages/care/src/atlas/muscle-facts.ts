/**
 * What the atlas pages tell of each muscle beside its danger: where it runs, what it does, where its pain goes, what it is
 * taken for, what goes with it. And for every fact, the sources that it rests on, or that it is unreviewed.
 */
import { must } from '../kernel/index.ts'
import data from './muscle-facts.data.json' with { type: 'json' }
import type { Muscle } from './muscles.ts'
import type { MuscleId } from './site.ts'

export type MuscleFacts = {
  readonly id: MuscleId
  readonly origin: string
  readonly insertion: string
  readonly nerve: string
  readonly actions: readonly string[]
  /** Where its pain is felt, in our own words. */
  readonly referralPattern: string
  /** For what its pain may be taken. */
  readonly symptomsMimicked: readonly string[]
  readonly palpationPosition: string
  readonly stretch: string
  readonly strengthen: string
  readonly postureAdvice: string
}

export const MUSCLE_FACTS = data.facts as unknown as readonly MuscleFacts[]

export function muscleFacts(muscle: MuscleId): MuscleFacts {
  return must(
    MUSCLE_FACTS.find(({ id }) => id === muscle),
    `facts of ${muscle}`,
  )
}

export const FACT_FIELDS = [
  'origin',
  'insertion',
  'nerve',
  'actions',
  'referralPattern',
  'symptomsMimicked',
  'palpationPosition',
  'stretch',
  'strengthen',
  'postureAdvice',
  'needling.position',
  'needling.technique',
  'needling.typicalNeedleLengthMm',
  'needling.direction',
  'needling.avoid',
  'atRisk',
  'riskTier',
  'riskReason',
  'codes.fma',
  'codes.uberon',
] as const
export type FactField = (typeof FACT_FIELDS)[number]

/** `partly`: some of the field has no source yet, such as the roots of a nerve. */
export type FactSupport = {
  readonly review: 'cited' | 'partly-unreviewed' | 'unreviewed'
  /** Keys of `atlasSource`. */
  readonly sources: readonly string[]
}

const ANATOMY: readonly string[] = ['origin', 'insertion', 'nerve', 'actions']
/** Sources of names, codes and attachments: they say nothing of needles or pain. */
const GENERAL: readonly string[] = ['ZA', 'BP3D', 'UB']

/** What a field rests on. Fields of one kind share the sources that were read for them. */
export function factSupport(muscle: Muscle, field: FactField): FactSupport {
  const marks = muscle.unreviewed.filter((mark) => mark.replace(/[ :(].*$/, '') === field)
  if (marks.includes(field)) return { review: 'unreviewed', sources: [] }
  const sources = sourcesOf(muscle, field)
  // Without a source it counts as unreviewed, marked or not.
  if (sources.length === 0) return { review: 'unreviewed', sources }
  return { review: marks.length > 0 ? 'partly-unreviewed' : 'cited', sources }
}

function sourcesOf({ sources, riskSources }: Muscle, field: FactField): readonly string[] {
  if (ANATOMY.includes(field)) return ['ZA']
  if (field === 'codes.fma') return ['BP3D']
  if (field === 'codes.uberon') return ['UB']
  if (field === 'atRisk' || field === 'riskTier' || field === 'riskReason') return riskSources
  return sources.filter((key) => !GENERAL.includes(key))
}
