/**
 * Writes a needle as a line of shorthand that reads back as the very same needle, given nothing to carry over.
 *
 * For undo, for copying a needle to another level, and to teach the shorthand by showing it. A point on the map has no
 * shorthand: it is left out. A lot or channel with a quotation mark in it can't be written; then the line is null.
 */
import { type MuscleId, muscleAliases, muscleName } from '../../atlas/index.ts'
import type { NeedleDetail, NeedleDirection, Technique, Twitch } from '../needle.ts'
import { readMuscleName, wordsOf } from './muscle-words.ts'
import type { NeedleDraft } from './reading.ts'

const TECHNIQUE_TOKENS: Readonly<Record<Technique, string>> = {
  superficial: 'superf',
  'deep-static': 'static',
  'deep-pistoning': 'piston',
  rotation: 'wind',
  electrical: 'estim',
  unknown: '',
}

export function writeShorthand({ site, detail }: Pick<NeedleDraft, 'site' | 'detail'>): string | null {
  const { lot, electrical } = detail
  if (lot?.includes('"') || electrical?.channel?.includes('"')) return null
  return [
    site.side === 'right' ? 'r' : 'l',
    muscleToken(site.muscle),
    site.level ?? '',
    sizeToken(detail),
    detail.depthMm === 'not-measured' ? '' : `d${detail.depthMm}`,
    directionToken(detail.direction),
    TECHNIQUE_TOKENS[detail.technique],
    ...currentTokens(electrical),
    twitchToken(detail.twitch),
    detail.pain0to10 === 'not-asked' ? '' : `p${detail.pain0to10}`,
    detail.referred === 'not-asked' ? '' : detail.referred === 'yes' ? 'ref' : 'no ref',
    bleedingToken(detail.bleeding),
    dwellToken(detail.plannedDwellS),
    lot === null ? '' : `lot "${lot}"`,
  ]
    .filter((token) => token !== '')
    .join(' ')
}

/** The shortest way to write the muscle that means no other. */
function muscleToken(muscle: MuscleId): string {
  const own = muscleAliases(muscle).filter((alias) => isOnly(alias))
  const shortest = own.reduce<string | null>((best, each) => (best && best.length <= each.length ? best : each), null)
  return shortest?.toLowerCase() ?? muscleName(muscle).toLowerCase()
}

function isOnly(alias: string): boolean {
  const words = wordsOf(alias)
  const read = readMuscleName(words, 0, () => true)
  return read?.muscles.length === 1 && read.wordCount === words.length
}

function sizeToken({ gaugeMm, lengthMm }: NeedleDetail): string {
  if (gaugeMm === null && lengthMm === null) return ''
  return `${gaugeMm === null ? '?' : String(gaugeMm)}x${lengthMm === null ? '?' : String(lengthMm)}`
}

function directionToken(direction: NeedleDirection): string {
  return direction === 'not-recorded' ? '' : direction
}

function currentTokens(settings: NeedleDetail['electrical']): readonly string[] {
  if (settings === null) return []
  const { frequencyHz, pulseWidthUs, intensity, channel, durationMin } = settings
  return [
    frequencyHz === null ? '' : `${frequencyHz}hz`,
    pulseWidthUs === null ? '' : `${pulseWidthUs}us`,
    intensity === null ? '' : intensity.unit === 'mA' ? `${intensity.value}ma` : `device ${intensity.value}`,
    channel === null ? '' : `ch "${channel}"`,
    durationMin === null ? '' : `current ${durationMin}min`,
  ]
}

function twitchToken(twitch: Twitch): string {
  switch (twitch.kind) {
    case 'not-looked-for':
      return ''
    case 'unknown':
      return 'ltr?'
    case 'none':
      return 'no ltr'
    case 'seen':
      return twitch.count === null ? 'ltrs' : twitch.count === 1 ? 'ltr' : `ltr${twitch.count}`
  }
}

function bleedingToken(bleeding: NeedleDetail['bleeding']): string {
  if (bleeding === 'not-looked-for') return ''
  return bleeding === 'none' ? 'no bleed' : bleeding
}

function dwellToken(dwellS: number | null): string {
  if (dwellS === null) return ''
  return dwellS % 60 === 0 ? `dwell ${dwellS / 60}min` : `dwell ${dwellS}s`
}
