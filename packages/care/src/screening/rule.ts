/** The shape of a screening rule, and the regions and techniques that rules speak of. */
import { REGIONS, type Region } from '../atlas/index.ts'
import { type Condition, yes } from './condition.ts'
import { type Disposition, SCREENED_TECHNIQUES, type ScreenedTechnique, type Urgency } from './disposition.ts'
import type { QuestionId } from './questions.ts'

export type Rule = {
  /** `SCR-A1` to `SCR-A14`: absolute; `SCR-R1` to `SCR-R25`: relative; `RF-…`: red flags. A letter after it splits a row. */
  readonly id: string
  readonly when: Condition
  readonly disposition: Disposition
  readonly urgency: Urgency | null
  /** `where-named`: the regions that the answer names; all of them while nobody has named any. */
  readonly regions: readonly Region[] | 'where-named'
  readonly techniques: readonly ScreenedTechnique[]
  readonly label: string
  readonly forClinician: string
  readonly forPatient: string
  /** What the patient must be told when it holds; null when the reason is enough. */
  readonly mustSay: string | null
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
  readonly sources?: readonly string[]
  /** Set where the facts mark the rule, or the part that bites, as unverified. */
  readonly unreviewed?: boolean
  readonly regions?: readonly Region[] | 'where-named'
  readonly techniques?: readonly ScreenedTechnique[]
  readonly urgency?: Urgency
}

/** One rule. Without a source it is unreviewed by construction. */
export function rule(id: string, when: QuestionId | Condition, disposition: Disposition, words: Words): Rule {
  const sources = words.sources ?? []
  return {
    id,
    when: typeof when === 'string' ? yes(when) : when,
    disposition,
    urgency: words.urgency ?? null,
    regions: words.regions ?? REGIONS,
    techniques: words.techniques ?? SCREENED_TECHNIQUES,
    label: words.label,
    forClinician: words.clinician,
    forPatient: words.patient,
    mustSay: words.say ?? null,
    sources,
    unreviewed: (words.unreviewed ?? false) || sources.length === 0,
  }
}
