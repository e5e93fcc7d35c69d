/** One rule of danger, as data: when it holds, what it says, from which source, what it asks, and whether it stops a needle. */
import type { Answer } from '../../kernel/index.ts'
import type { AtRisk, RiskTier } from '../muscles.ts'
import type { Facts } from './facts.ts'
import type { ConflictId, FigureId } from './literature.ts'
import type { QuestionId } from './questions.ts'

/**
 * `reason-first`: only with the clinician's own reason, written down. `never`: no reason lifts it.
 */
export type Stop = { readonly kind: 'reason-first' | 'never'; readonly words: string }

export type Rule = {
  /** Such as `DNG-3`; never given to another rule. */
  readonly id: string
  readonly holds: (facts: Facts) => Answer
  /** At least this tier when it holds, or may hold. */
  readonly tier: RiskTier
  readonly says: string
  readonly atRisk: readonly AtRisk[]
  /** Keys of `atlasSource`. */
  readonly sources: readonly string[]
  /** True when a part of it rests on no source that we could open. */
  readonly isUnreviewed: boolean
  readonly figures: readonly FigureId[]
  readonly conflict: ConflictId | null
  /** What must be known before placing, when it holds or may hold. */
  readonly asks: readonly QuestionId[]
  readonly stop: Stop | null
}

type Given = Pick<Rule, 'id' | 'holds' | 'tier' | 'says' | 'sources'> & Partial<Rule>

export function rule(given: Given): Rule {
  return { atRisk: [], isUnreviewed: false, figures: [], conflict: null, asks: [], stop: null, ...given }
}

export const PLEURA: AtRisk = {
  structure: 'Pleura and lung',
  consequence: 'collapsed lung: chest pain, breathlessness or a dry cough, at once or days later; emergency care',
}
export const CANAL: AtRisk = {
  structure: 'Spinal canal and cord',
  consequence: 'headache after a hole in the dura, bleeding in the canal, injury of the cord',
}
export const KIDNEY: AtRisk = { structure: 'Kidney', consequence: 'bleeding, blood in the urine, flank pain' }
export const SCIATIC: AtRisk = {
  structure: 'Sciatic nerve',
  consequence: 'electric pain down the leg, weakness of the foot, bleeding',
}
export const BELLY: AtRisk = { structure: 'Peritoneum and bowel', consequence: 'perforation, peritonitis' }
