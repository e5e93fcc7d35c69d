/**
 * What a needle at a site may meet: the tier, the structures, what the literature says, what must be asked first, and what
 * stops it.
 *
 * Computed from muscle, level, distance from the midline, the drawn dangers, the needle's length and direction, and the
 * patient. Nothing here calls a place harmless or gives a depth: the lowest tier means that no source names a danger beyond
 * the usual ones. What nobody knows raises and never lowers. It supports a clinician's decision and doesn't make it.
 */
import type { Answer } from '../../kernel/index.ts'
import { type AtRisk, mustMuscle, regionOf, RISK_TIERS, type RiskTier, riskAt } from '../muscles.ts'
import type { Site } from '../site.ts'
import { type Facts, isOverPleura, nearOf, offsetOf } from './facts.ts'
import { type PatientFactors, UNKNOWN_FACTORS } from './factors.ts'
import { type Conflict, conflict, type Figure, figure } from './literature.ts'
import type { LyingPosition, NeedlePlan, NeedleTechnique } from './needle-plan.ts'
import { openQuestions } from './open-questions.ts'
import type { PlacingQuestion } from './questions.ts'
import type { Rule } from './rule.ts'
import { RULES } from './rules.ts'
import { thirdOf } from './third.ts'

export type Finding = {
  /** The rule's id, such as `DNG-3`. */
  readonly rule: string
  /** `unknown`: it may hold; something that isn't known decides. */
  readonly holds: 'yes' | 'unknown'
  readonly tier: RiskTier
  readonly says: string
  /** Keys of `atlasSource`. */
  readonly sources: readonly string[]
  readonly isUnreviewed: boolean
}

export type StructureAtRisk = AtRisk & {
  /** The rules that name it here; empty: the atlas names it for the whole muscle. */
  readonly rules: readonly string[]
}

export type SiteBlock = {
  readonly rule: string
  /**
   * `answer-first`: it may apply, and an open question decides. `reason-first`: only with the clinician's written reason.
   * `never`: no reason lifts it.
   */
  readonly kind: 'answer-first' | 'reason-first' | 'never'
  readonly words: string
  readonly sources: readonly string[]
}

export type SiteAssessment = {
  readonly tier: RiskTier
  readonly reason: string
  readonly findings: readonly Finding[]
  readonly atRisk: readonly StructureAtRisk[]
  readonly figures: readonly Figure[]
  readonly conflicts: readonly Conflict[]
  /** What isn't known yet and must be before the needle goes in. */
  readonly questions: readonly PlacingQuestion[]
  readonly blocks: readonly SiteBlock[]
}

/**
 * @param alsoNeedled the other sites of this session, planned ones too; *unknown* asks for the other side of the chest
 */
export function assessSite(
  site: Site,
  needle: NeedlePlan,
  technique: NeedleTechnique,
  position: LyingPosition,
  patientFactors: PatientFactors,
  alsoNeedled: readonly Site[] | Answer = 'unknown',
): SiteAssessment {
  const facts = factsOf(site, needle, technique, position, patientFactors, alsoNeedled)
  const held = RULES.map((rule) => ({ rule, holds: rule.holds(facts) })).filter(isHeld)
  const base = riskAt(site.muscle, site.level)
  const raising = held.find(({ rule }) => rank(rule.tier) > rank(base.tier) && rank(rule.tier) === topRank(held))
  return {
    tier: raising === undefined ? base.tier : raising.rule.tier,
    reason: raising === undefined ? base.reason : raising.rule.says,
    findings: held.map(presentFinding),
    atRisk: structuresOf(site, held),
    figures: unique(held.flatMap(({ rule }) => rule.figures)).map(figure),
    conflicts: unique(held.flatMap(({ rule }) => (rule.conflict === null ? [] : [rule.conflict]))).map(conflict),
    questions: openQuestions(
      facts,
      held.map(({ rule }) => rule),
    ),
    blocks: held.flatMap(blockOf),
  }
}

type Held = { readonly rule: Rule; readonly holds: 'yes' | 'unknown' }

function isHeld(each: { readonly rule: Rule; readonly holds: Answer }): each is Held {
  return each.holds !== 'no'
}

function factsOf(
  site: Site,
  needle: NeedlePlan,
  technique: NeedleTechnique,
  position: LyingPosition,
  factors: PatientFactors,
  alsoNeedled: readonly Site[] | Answer,
): Facts {
  const offsetMm = offsetOf(site, needle.offsetMm ?? null)
  const near = nearOf(site, offsetMm)
  return {
    site,
    needle: {
      lengthMm: needle.lengthMm,
      direction: needle.direction,
      offsetMm: needle.offsetMm ?? null,
      grip: needle.grip ?? 'unknown',
      bracketing: needle.bracketing ?? 'unknown',
      third: thirdOf(site, needle.third ?? 'unknown'),
    },
    technique,
    position,
    factors: { ...UNKNOWN_FACTORS, ...factors },
    otherSide: typeof alsoNeedled === 'string' ? alsoNeedled : isOtherSideNeedled(site, alsoNeedled),
    region: regionOf(site.muscle, site.level),
    offsetMm,
    overPleura: isOverPleura(site, near, offsetMm),
    near,
  }
}

function isOtherSideNeedled(site: Site, others: readonly Site[]): Answer {
  const answers = others
    .filter((other) => other.side !== site.side)
    .map((other) => ({ other, offsetMm: offsetOf(other, null) }))
    .map(({ other, offsetMm }) => isOverPleura(other, nearOf(other, offsetMm), offsetMm))
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

function presentFinding({ rule, holds }: Held): Finding {
  const { id, tier, says, sources, isUnreviewed } = rule
  return { rule: id, holds, tier, says, sources, isUnreviewed }
}

/** What the atlas names for the muscle, with the rules that name it here too, then what only rules name. */
function structuresOf(site: Site, held: readonly Held[]): readonly StructureAtRisk[] {
  const found = new Map<string, StructureAtRisk>()
  for (const own of mustMuscle(site.muscle).atRisk) found.set(shortName(own.structure), { ...own, rules: [] })
  for (const { rule } of held) {
    for (const named of rule.atRisk) {
      const before = found.get(shortName(named.structure)) ?? { ...named, rules: [] }
      found.set(shortName(named.structure), { ...before, rules: [...before.rules, rule.id] })
    }
  }
  return [...found.values()]
}

/** `Spinal canal and cord or cauda equina (interlaminar gap)` and `Spinal canal and cord` are one thing. */
function shortName(structure: string): string {
  return structure.replace(/ (\(|and|or|at) ?.*$/, '').toLowerCase()
}

function blockOf({ rule, holds }: Held): readonly SiteBlock[] {
  if (rule.stop === null) return []
  const kind = holds === 'yes' ? rule.stop.kind : 'answer-first'
  return [{ rule: rule.id, kind, words: rule.stop.words, sources: rule.sources }]
}

function topRank(held: readonly Held[]): number {
  return Math.max(...held.map(({ rule }) => rank(rule.tier)))
}

function rank(tier: RiskTier): number {
  return RISK_TIERS.indexOf(tier)
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
