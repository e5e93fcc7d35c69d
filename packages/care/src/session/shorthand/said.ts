/** What one token of a line says, before it is known of which needle. */
import type { Level, MuscleId, Side } from '../../atlas/index.ts'
import type { ElectricalSettings, NeedleDetail, NeedleDirection, Technique, Twitch } from '../needle.ts'
import type { ShorthandToken } from './reading.ts'

export type Said =
  | { readonly what: 'side'; readonly sides: readonly Side[] }
  /** Several when the word stands for several: level or the reader decides. */
  | { readonly what: 'muscle'; readonly muscles: readonly MuscleId[] }
  | { readonly what: 'level'; readonly levels: readonly Level[] }
  | { readonly what: 'size'; readonly gaugeMm: number | null; readonly lengthMm: number | null }
  | { readonly what: 'depth'; readonly depthMm: number }
  | { readonly what: 'direction'; readonly direction: NeedleDirection }
  | { readonly what: 'technique'; readonly technique: Technique }
  | {
      readonly what: 'current'
      readonly setting: keyof ElectricalSettings
      readonly settings: Partial<ElectricalSettings>
    }
  | { readonly what: 'twitch'; readonly twitch: Twitch }
  | { readonly what: 'pain'; readonly pain0to10: number }
  | { readonly what: 'referred'; readonly referred: NeedleDetail['referred'] }
  | { readonly what: 'bleeding'; readonly bleeding: NeedleDetail['bleeding'] }
  /** `isNamed`: written as `dwell 10min`, so it can't be the minutes of a current. */
  | { readonly what: 'dwell'; readonly dwellS: number; readonly isNamed: boolean }
  | { readonly what: 'lot'; readonly lot: string }

export type SaidOf<What extends Said['what']> = Extract<Said, { readonly what: What }>

/** A token with what it says; null for a separator and for what isn't understood. */
export type Piece = { readonly token: ShorthandToken; readonly said: Said | null }
