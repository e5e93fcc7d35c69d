/**
 * The 44 muscles of the atlas: what each is called, where it lies, how it is reached, what is near, from which source.
 *
 * The facts are data, `muscles.data.json`. A field that no source supports yet is named in `unreviewed`, and whoever shows
 * it says so. Nothing here calls a muscle safe: `standard` means that no source names a danger beyond the usual ones.
 */
import { assert, must } from '../kernel/index.ts'
import data from './muscles.data.json' with { type: 'json' }
import { LEVELS, type Level, type MuscleId, type Region, type View } from './site.ts'

/** From the skin to the bone. */
export const LAYERS = ['superficial', 'intermediate', 'deep'] as const
export type Layer = (typeof LAYERS)[number]

/** From the least to the most. */
export const RISK_TIERS = ['standard', 'caution', 'high'] as const
export type RiskTier = (typeof RISK_TIERS)[number]

export type AtRisk = { readonly structure: string; readonly consequence: string }

export type RiskModifier = {
  readonly condition: string
  /** The levels that the condition names; null when it names none. */
  readonly levels: readonly Level[] | null
  /** True when the level is the whole condition, so that muscle and level are enough to judge by. */
  readonly levelAlone: boolean
  readonly tier: RiskTier
  readonly reason: string
}

export type AtlasSource = { readonly key: string; readonly title: string; readonly url: string }

export type Muscle = {
  readonly id: MuscleId
  /** What a clinician calls it, such as `Lumbar multifidus`. */
  readonly name: string
  /** The name with what belongs to it, such as `Upper (descending) trapezius`. */
  readonly fullName: string
  readonly latinName: string
  readonly region: Region
  /** The plate that owns it. */
  readonly view: View
  readonly layer: Layer
  readonly needling: {
    readonly position: string
    readonly technique: 'flat' | 'pincer'
    readonly typicalNeedleLengthMm: readonly [from: number, to: number]
    readonly direction: string
    readonly avoid: string
  }
  readonly atRisk: readonly AtRisk[]
  readonly riskTier: RiskTier
  readonly riskReason: string
  readonly riskModifiers: readonly RiskModifier[]
  /** Keys of `atlasSource`. */
  readonly riskSources: readonly string[]
  readonly codes: { readonly fma: string | null; readonly uberon: string | null; readonly note: string | null }
  readonly sources: readonly string[]
  /** The fields, by name, that no source which we could open supports yet. */
  readonly unreviewed: readonly string[]
}

export const MUSCLES = data.muscles as unknown as readonly Muscle[]

const byId: ReadonlyMap<string, Muscle> = new Map(MUSCLES.map((muscle) => [muscle.id, muscle]))
assert(byId.size === MUSCLES.length, 'two muscles of the atlas have the same id')

/** The muscle, or undefined when the atlas has none of that id. For input from outside. */
export function muscleById(id: string): Muscle | undefined {
  return byId.get(id)
}

/** The muscle of an id that was checked before. */
export function mustMuscle(id: string): Muscle {
  return must(byId.get(id), `no muscle ${id} in the atlas`)
}

export function isMuscleId(id: string): id is MuscleId {
  return byId.has(id)
}

/** The source of a key that a muscle names. */
export function atlasSource(key: string): AtlasSource {
  const source = must((data.sources as Readonly<Record<string, { title: string; url: string }>>)[key], `source ${key}`)
  return { key, ...source }
}

/**
 * The part of the body by which screening bars and consent covers. A long muscle of the back belongs to the part at whose
 * level it is needled: iliocostalis lumborum at T9 lies over the chest.
 */
export function regionOf(muscle: MuscleId, level: Level | null = null): Region {
  const own = mustMuscle(muscle).region
  if (level === null || (own !== 'lumbar' && own !== 'thoracic')) return own
  const at = LEVELS.indexOf(level)
  if (at >= LEVELS.indexOf('T1') && at <= LEVELS.indexOf('T11')) return 'thoracic'
  if (at >= LEVELS.indexOf('L1')) return 'lumbar'
  return own
}

/**
 * The risk tier of a muscle at a level, with its reason. A condition on more than the level only ever raises here: what
 * would lower it (an angle, a depth) isn't known from muscle and level.
 */
export function riskAt(muscle: MuscleId, level: Level | null): { readonly tier: RiskTier; readonly reason: string } {
  const { riskTier, riskReason, riskModifiers } = mustMuscle(muscle)
  let risk = { tier: riskTier, reason: riskReason }
  for (const modifier of riskModifiers) {
    const applies = modifier.levels !== null && (level === null || modifier.levels.includes(level))
    if (applies && rank(modifier.tier) > rank(risk.tier)) risk = { tier: modifier.tier, reason: modifier.reason }
  }
  return risk
}

function rank(tier: RiskTier): number {
  return RISK_TIERS.indexOf(tier)
}
