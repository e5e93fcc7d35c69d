/** How the session's facts are put in words, in the note and beside shorthand. What is unknown is never worded as fine. */
import type { ElectricalSettings, NeedleDetail, NeedleDirection, Technique, Twitch } from './needle.ts'
import type { IncidentKind, Position, ReactionGrade, ReactionKind } from './event.ts'

export const TECHNIQUE_WORDS = {
  superficial: 'superficial',
  'deep-static': 'deep, still',
  'deep-pistoning': 'deep, pistoning',
  rotation: 'rotation',
  electrical: 'electrical',
  unknown: 'not recorded',
} satisfies Record<Technique, string>

export const DIRECTION_WORDS = {
  straight: 'straight',
  medial: 'medial',
  lateral: 'lateral',
  cranial: 'cranial',
  caudal: 'caudal',
  inferomedial: 'inferomedial',
  'not-recorded': 'not recorded',
} satisfies Record<NeedleDirection, string>

export const POSITION_WORDS = {
  prone: 'prone',
  supine: 'supine',
  'side-lying-left': 'side-lying on the left',
  'side-lying-right': 'side-lying on the right',
  seated: 'seated',
  standing: 'standing',
} satisfies Record<Position, string>

export const INCIDENT_WORDS = {
  broken: 'broken',
  retained: 'left in the body',
  dropped: 'dropped',
  missing: 'missing',
} satisfies Record<IncidentKind, string>

export const REACTION_WORDS = {
  'felt-faint': 'felt faint',
  fainted: 'fainted',
  bleeding: 'bleeding',
  bruising: 'bruising',
  'pain-during': 'pain during needling',
  soreness: 'soreness',
  aggravation: 'symptoms worse',
  drowsy: 'drowsy',
  dizzy: 'dizzy',
  nausea: 'nausea',
  sweating: 'sweating',
  headache: 'headache',
  emotional: 'emotional reaction',
  'skin-irritation': 'skin irritation',
  'numbness-or-weakness': 'numbness or weakness',
  breathlessness: 'breathlessness',
  other: 'another reaction',
} satisfies Record<ReactionKind, string>

export const GRADE_WORDS = {
  mild: 'mild',
  significant: 'significant',
  serious: 'serious',
} satisfies Record<ReactionGrade, string>

export const REFERRED_WORDS = { yes: 'yes', no: 'no', 'not-asked': 'not asked' } satisfies Record<
  NeedleDetail['referred'],
  string
>

export const BLEEDING_WORDS = {
  none: 'none',
  spot: 'a spot',
  bruise: 'bruise',
  pressed: 'pressed',
  'not-looked-for': 'not looked for',
} satisfies Record<NeedleDetail['bleeding'], string>

/** @example sizeWords({ gaugeMm: 0.3, lengthMm: 50 }) // '0.30 × 50' */
export function sizeWords({ gaugeMm, lengthMm }: Pick<NeedleDetail, 'gaugeMm' | 'lengthMm'>): string {
  if (gaugeMm === null) return lengthMm === null ? 'not recorded' : `gauge not recorded × ${lengthMm}`
  return `${gaugeWords(gaugeMm)} × ${lengthMm ?? 'length not recorded'}`
}

/** Gauges are said with two decimals, but none that was recorded is rounded away. */
function gaugeWords(gaugeMm: number): string {
  const two = gaugeMm.toFixed(2)
  return Number(two) === gaugeMm ? two : String(gaugeMm)
}

export function depthWords(depthMm: NeedleDetail['depthMm']): string {
  return depthMm === 'not-measured' ? 'not measured' : `${depthMm} mm`
}

export function twitchWords(twitch: Twitch): string {
  switch (twitch.kind) {
    case 'not-looked-for':
      return 'not looked for'
    case 'unknown':
      return 'unknown'
    case 'none':
      return 'none'
    case 'seen':
      return twitch.count === null ? 'several' : (COUNTS[twitch.count] ?? String(twitch.count))
  }
}

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** @example spanWords(602) // '10 min 2 s' */
export function spanWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  if (minutes === 0) return `${rest} s`
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

/** The current's settings that are known, such as `2 Hz, 200 µs, 1.5 mA, channel A, 10 min`. Empty when none is. */
export function currentWords(settings: Partial<ElectricalSettings>): string {
  const { frequencyHz, pulseWidthUs, intensity, channel, durationMin } = settings
  return [
    isKnown(frequencyHz) ? `${frequencyHz} Hz` : null,
    isKnown(pulseWidthUs) ? `${pulseWidthUs} µs` : null,
    isKnown(intensity) ? intensityWords(intensity) : null,
    isKnown(channel) ? `channel ${channel}` : null,
    isKnown(durationMin) ? `${durationMin} min` : null,
  ]
    .filter((words) => words !== null)
    .join(', ')
}

function intensityWords({ unit, value }: NonNullable<ElectricalSettings['intensity']>): string {
  return unit === 'mA' ? `${value} mA` : `device level ${value}`
}

function isKnown<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}

/** @example capitalised('felt faint') // 'Felt faint' */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
