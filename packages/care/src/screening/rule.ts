/** The shape of a screening rule, and the regions and techniques that rules speak of. */
import { REGIONS, type Region } from '../atlas/index.ts'
import type { Change } from './change.ts'
import { type Condition, yes } from './condition.ts'
import { type Disposition, SCREENED_TECHNIQUES, type ScreenedTechnique, type Urgency } from './disposition.ts'
import { type OverrideTerms, overrideTerms } from './override.ts'
import type { QuestionId } from './questions.ts'

export const LETTERS = ['emergency-department', 'family-doctor', 'specialist'] as const
/** To whom a letter goes. */
export type Letter = (typeof LETTERS)[number]

/** Who must clear it, and what they are asked. */
export type Clearance = { readonly from: string; readonly asking: string }

export type Rule = {
  /** `SCR-A1` to `SCR-A14`: absolute; `SCR-R1` to `SCR-R25`: relative; `RF-…`: red flags. A letter after it splits a row. */
  readonly id: string
  readonly when: Condition
  readonly disposition: Disposition
  readonly urgency: Urgency | null
  /** `where-named`: the regions that the answer names; all of them while nobody has named any. */
  readonly regions: readonly Region[] | 'where-named'
  readonly techniques: readonly ScreenedTechnique[]
  /** Only for sites of a plan in muscles of the deep layer, which can't be pressed. */
  readonly onlyDeepMuscles: boolean
  /** `stands`: what nobody knows counts like a yes. `softens`: it counts as a precaution, and is asked. */
  readonly whenUnknown: 'stands' | 'softens'
  readonly label: string
  readonly forClinician: string
  readonly forPatient: string
  /** What the patient must be told when it holds; null when the reason is enough. */
  readonly mustSay: string | null
  /** What it changes in the needling. */
  readonly changes: readonly Change[]
  readonly clearance: Clearance | null
  readonly letter: Letter | null
  /** Null when nobody may needle against it, or when there is nothing to override. */
  readonly override: OverrideTerms | null
  readonly sources: readonly string[]
  readonly unreviewed: boolean
}

/** Region bars of chest and neck base. */
export const NEAR_LUNGS: readonly Region[] = ['cervical', 'shoulder', 'thoracic']
export const LUMBOSACRAL_AND_BELLY: readonly Region[] = ['lumbar', 'gluteal', 'abdomen']
/** All but superficial needling. */
export const DEEP: readonly ScreenedTechnique[] = ['deep-static', 'deep-pistoning', 'rotation', 'electrical']

export type Words = {
  readonly label: string
  readonly clinician: string
  readonly patient: string
  readonly say?: string
  readonly changes?: readonly Change[]
  readonly clearance?: Clearance
  readonly letter?: Letter
  readonly sources?: readonly string[]
  /** Set where the facts mark the rule, or the part that bites, as unverified. */
  readonly unreviewed?: boolean
  readonly regions?: readonly Region[] | 'where-named'
  readonly techniques?: readonly ScreenedTechnique[]
  readonly onlyDeepMuscles?: boolean
  readonly whenUnknown?: 'stands'
  readonly urgency?: Urgency
  /** Set where nobody may needle against it. */
  readonly noOverride?: boolean
}

/** One rule. Without a source it is unreviewed by construction. */
export function rule(id: string, when: QuestionId | Condition, disposition: Disposition, words: Words): Rule {
  const sources = words.sources ?? []
  const urgency = words.urgency ?? null
  return {
    id,
    when: typeof when === 'string' ? yes(when) : when,
    disposition,
    urgency,
    regions: words.regions ?? REGIONS,
    techniques: words.techniques ?? SCREENED_TECHNIQUES,
    onlyDeepMuscles: words.onlyDeepMuscles ?? false,
    whenUnknown: words.whenUnknown ?? 'softens',
    label: words.label,
    forClinician: words.clinician,
    forPatient: words.patient,
    mustSay: words.say ?? null,
    changes: words.changes ?? [],
    clearance: words.clearance ?? null,
    letter: words.letter ?? letterFor(urgency),
    override: overrideTerms(disposition, urgency, words.noOverride ?? false),
    sources,
    unreviewed: (words.unreviewed ?? false) || sources.length === 0,
  }
}

function letterFor(urgency: Urgency | null): Letter | null {
  if (urgency === null) return null
  return urgency === 'emergency-now' ? 'emergency-department' : 'family-doctor'
}
