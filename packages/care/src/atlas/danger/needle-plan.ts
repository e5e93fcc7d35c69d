/**
 * What is known of a needle before it goes in, as far as danger depends on it. The words are those of the session's needle,
 * so that a needle's detail can be handed in as it is; what it lacks is unknown.
 */
import type { Answer } from '../../kernel/index.ts'

export type NeedleAim = 'straight' | 'medial' | 'lateral' | 'cranial' | 'caudal' | 'inferomedial' | 'not-recorded'
export type NeedleTechnique = 'superficial' | 'deep-static' | 'deep-pistoning' | 'rotation' | 'electrical' | 'unknown'
export type LyingPosition =
  | 'prone'
  | 'supine'
  | 'side-lying-left'
  | 'side-lying-right'
  | 'seated'
  | 'standing'
  | 'unknown'
/** `pincer`: the muscle is lifted between the fingers. */
export type Grip = 'pincer' | 'flat' | 'unknown'
/** Of the line from the edge of the sacrum to the trochanter. */
export type Third = 'medial' | 'middle' | 'lateral' | 'unknown'

export type NeedlePlan = {
  /** 5 to 150 mm; null = nobody said. The length of the needle and not the depth: a needle can go in to its handle. */
  readonly lengthMm: number | null
  readonly direction: NeedleAim
  /** From the midline, for a site that nobody pointed at; null or left out = unknown. */
  readonly offsetMm?: number | null
  readonly grip?: Grip
  /** Whether a rib is held between two fingers. */
  readonly bracketing?: Answer
  readonly third?: Third
}
