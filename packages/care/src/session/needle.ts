/** What is known of one needle, SES-1. What nobody measured or looked for is said so: it is never left to be guessed. */
import type { Site } from '../atlas/index.ts'
import type { NeedleId } from '../kernel/index.ts'

export const TECHNIQUES = ['superficial', 'deep-static', 'deep-pistoning', 'rotation', 'electrical', 'unknown'] as const
export type Technique = (typeof TECHNIQUES)[number]

/**
 * Local twitch response. `seen` counts twitches, 1 to 99; null when they were several and nobody counted.
 */
export type Twitch =
  | { readonly kind: 'not-looked-for' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }
  | { readonly kind: 'seen'; readonly count: number | null }

/** Current through a needle. Milliamperes and a device's own level are different things and never converted. */
export type ElectricalSettings = {
  /** 0.5 to 200 Hz, null when unknown. */
  readonly frequencyHz: number | null
  /** 10 to 1000 microseconds, null when unknown. */
  readonly pulseWidthUs: number | null
  readonly intensity: { readonly unit: 'mA' | 'device-level'; readonly value: number } | null
  /** Which two needles make a circuit, such as `A`. */
  readonly channel: string | null
  /** 0.5 to 60 minutes, null when unknown. */
  readonly durationMin: number | null
}

export type NeedleDetail = {
  /** Diameter, 0.10 to 0.60 mm; null = not recorded. */
  readonly gaugeMm: number | null
  /** 5 to 150 mm; null = not recorded. */
  readonly lengthMm: number | null
  /** 0 to the needle's length. */
  readonly depthMm: number | 'not-measured'
  /** Towards where, in the clinician's words of the atlas: `straight`, `medial`, `lateral`, `cranial`, `caudal`, `inferomedial`. */
  readonly direction: NeedleDirection
  readonly technique: Technique
  readonly electrical: ElectricalSettings | null
  readonly twitch: Twitch
  /** Pain on insertion, 0 to 10. */
  readonly pain0to10: number | 'not-asked'
  readonly referred: 'yes' | 'no' | 'not-asked'
  readonly bleeding: 'none' | 'spot' | 'bruise' | 'pressed' | 'not-looked-for'
  /** 5 to 2400 seconds; null = no clock. */
  readonly plannedDwellS: number | null
  readonly lot: string | null
}

export const DIRECTIONS = [
  'straight',
  'medial',
  'lateral',
  'cranial',
  'caudal',
  'inferomedial',
  'not-recorded',
] as const
export type NeedleDirection = (typeof DIRECTIONS)[number]

/** A needle that has been in the body. `number` is its order of insertion in the session, from 1. */
export type Needle = {
  readonly id: NeedleId
  readonly number: number
  readonly site: Site
  readonly detail: NeedleDetail
}

/** Nothing recorded yet but the fact that it is in. */
export const BARE_NEEDLE: NeedleDetail = {
  gaugeMm: null,
  lengthMm: null,
  depthMm: 'not-measured',
  direction: 'not-recorded',
  technique: 'unknown',
  electrical: null,
  twitch: { kind: 'not-looked-for' },
  pain0to10: 'not-asked',
  referred: 'not-asked',
  bleeding: 'not-looked-for',
  plannedDwellS: null,
  lot: null,
}
