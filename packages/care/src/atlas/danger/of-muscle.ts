/** What is said of danger at a muscle as a whole, for a page to read before there is a needle or a patient. */
import { levelsOf } from '../levels.ts'
import { type RiskTier, riskAt } from '../muscles.ts'
import type { Level, MuscleId } from '../site.ts'
import { assessSite, type Finding, type SiteAssessment, type StructureAtRisk } from './assess.ts'
import type { KnownFactors } from './factors.ts'
import type { Conflict, Figure } from './literature.ts'

export type MuscleDanger = {
  /** The tier at each level as far as muscle and level tell; one entry with null for a muscle without levels. */
  readonly tiers: readonly { readonly level: Level | null; readonly tier: RiskTier; readonly reason: string }[]
  /** What may hold for some needle here; `levels` is empty where it holds for the whole muscle. */
  readonly findings: readonly (Finding & { readonly levels: readonly Level[] })[]
  readonly atRisk: readonly StructureAtRisk[]
  readonly figures: readonly Figure[]
  readonly conflicts: readonly Conflict[]
}

/** What a patient brings is told apart: here only muscle, level and needle speak. */
const NO_FACTORS: KnownFactors = {
  bmiClass: 'normal',
  scoliosis: 'no',
  kyphosis: 'no',
  lungDisease: 'no',
  previousPneumothorax: 'no',
  spinalHardware: 'no',
  implantedDevice: 'no',
  pregnancy: 'no',
}

export function dangerOf(muscle: MuscleId): MuscleDanger {
  const charted = levelsOf(muscle)
  const levels: readonly (Level | null)[] = charted.length === 0 ? [null] : charted
  const assessed = levels.map((level) => ({ level, found: assessAt(muscle, level) }))
  const rules = uniqueBy(
    assessed.flatMap(({ found }) => found.findings),
    ({ rule }) => rule,
  )
  const withRule = (rule: string) =>
    assessed.filter(({ found }) => found.findings.some((finding) => finding.rule === rule)).map(({ level }) => level)
  return {
    tiers: levels.map((level) => ({ level, ...riskAt(muscle, level) })),
    findings: rules.map((finding) => {
      const at = withRule(finding.rule)
      return { ...finding, levels: at.length === levels.length ? [] : at.filter((level) => level !== null) }
    }),
    atRisk: uniqueBy(
      assessed.flatMap(({ found }) => found.atRisk),
      ({ structure }) => structure,
    ),
    figures: uniqueBy(
      assessed.flatMap(({ found }) => found.figures),
      ({ id }) => id,
    ),
    conflicts: uniqueBy(
      assessed.flatMap(({ found }) => found.conflicts),
      ({ id }) => id,
    ),
  }
}

function assessAt(muscle: MuscleId, level: Level | null): SiteAssessment {
  const needle = { lengthMm: null, direction: 'not-recorded' } as const
  const site = { muscle, side: 'right', level, point: null } as const
  return assessSite(site, needle, 'deep-static', 'unknown', NO_FACTORS, 'no')
}

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed()
}
