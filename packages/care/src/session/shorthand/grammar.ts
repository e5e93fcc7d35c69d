/**
 * The grammar of one token, but for muscles: how it is written and what it says.
 *
 * Letter case doesn't matter, a comma may be the decimal point, and each pattern ends where a word ends. Every repetition is
 * bounded, so that no line, however hostile, is read in more than linear time.
 */
import { isLevel, levelRange } from '../../atlas/index.ts'
import type { ElectricalSettings, NeedleDetail, NeedleDirection, Technique, Twitch } from '../needle.ts'
import {
  BLEEDING_WORDS,
  capitalised,
  currentWords,
  DIRECTION_WORDS,
  sizeWords,
  spanWords,
  TECHNIQUE_WORDS,
  twitchWords,
} from '../words.ts'
import type { Said } from './said.ts'

export type Read = { readonly said: Said; readonly words: string; readonly end: number }

type Rule = { readonly pattern: RegExp; readonly read: (parts: RegExpExecArray) => Omit<Read, 'end'> | null }

const N = String.raw`(\d{1,4}(?:[.,]\d{1,3})?|[.,]\d{1,3})`
const GAP = String.raw`[ \t]{0,3}`

/** Reads the token that begins here, or null when no rule knows it. */
export function readToken(line: string, start: number): Read | null {
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = start
    const parts = pattern.exec(line)
    const found = parts && read(parts)
    if (found) return { ...found, end: pattern.lastIndex }
  }
  return null
}

/** A needle's size that begins with a decimal comma, as in `mult ,25x40`. */
export function readSize(line: string, start: number): Read | null {
  SIZE.pattern.lastIndex = start
  const parts = SIZE.pattern.exec(line)
  const found = parts && SIZE.read(parts)
  return found ? { ...found, end: SIZE.pattern.lastIndex } : null
}

function rule(written: string, read: Rule['read']): Rule {
  // `y` reads from the given place only; a token ends before a space, a comma, a semicolon or the line's end.
  return { pattern: new RegExp(`(?:${written})(?![^\\s,;])`, 'iy'), read }
}

const SIZE = rule(`(?:${N}|\\?)${GAP}[x×*✕]${GAP}(?:${N}|\\?)(?:${GAP}mm)?`, ([, gauge, length]) => {
  const size = { gaugeMm: numberOrNull(gauge), lengthMm: numberOrNull(length) }
  return { said: { what: 'size', ...size }, words: `${sizeWords(size)} mm` }
})

const RULES: readonly Rule[] = [
  rule(String.raw`bilateral|bilat|both|b\/l`, () => ({
    said: { what: 'side', sides: ['left', 'right'] },
    words: 'Left and right',
  })),
  rule('left|l', () => ({ said: { what: 'side', sides: ['left'] }, words: 'Left' })),
  rule('right|r', () => ({ said: { what: 'side', sides: ['right'] }, words: 'Right' })),
  rule(`([ctls])(\\d{1,2})(?:${GAP}[-–—]${GAP}([ctls])?(\\d{1,2}))?`, readLevels),
  SIZE,
  rule(`(?:depth${GAP}|d)${N}(?:${GAP}mm)?`, ([, depth]) => sayDepth(depth)),
  rule(`${N}${GAP}(?:mm)?${GAP}deep`, ([, depth]) => sayDepth(depth)),
  words('technique', {
    'deep-pistoning': 'pistoning|pistoned|piston|pist',
    'deep-static': `deep${GAP}static|static`,
    superficial: 'superficial|superf',
    rotation: 'winding|wind|rotation|rot',
    electrical: 'electrical|electric|e-?stim',
  }),
  rule(`${N}${GAP}hz`, ([, value]) => sayCurrent({ frequencyHz: numberOf(value) })),
  rule(`${N}${GAP}[uµμ]s`, ([, value]) => sayCurrent({ pulseWidthUs: numberOf(value) })),
  rule(`${N}${GAP}ma`, ([, value]) => sayCurrent({ intensity: { unit: 'mA', value: numberOf(value) } })),
  rule(`device${GAP}${N}`, ([, value]) => sayCurrent({ intensity: { unit: 'device-level', value: numberOf(value) } })),
  rule(`ch(?:annel)?${GAP}(?:([a-z]\\d{0,2}|\\d{1,2})|"([^"\\n]{1,10})")`, ([, plain, quoted]) =>
    sayCurrent({ channel: plain?.toUpperCase() ?? quoted ?? null }),
  ),
  rule(`current${GAP}${N}${GAP}min`, ([, value]) => sayCurrent({ durationMin: numberOf(value) })),
  rule(`no${GAP}(?:ltrs?|twitch)|ltr${GAP}0`, () => sayTwitch({ kind: 'none' })),
  rule(String.raw`ltr\?`, () => sayTwitch({ kind: 'unknown' })),
  rule(String.raw`ltrs|ltr\+`, () => sayTwitch({ kind: 'seen', count: null })),
  rule(`ltr${GAP}x?(\\d{1,3})`, ([, count]) => sayTwitch({ kind: 'seen', count: numberOf(count) })),
  rule('ltr|twitch', () => sayTwitch({ kind: 'seen', count: 1 })),
  rule(`(?:pain${GAP}|p)(\\d{1,3})(?:\\/10)?`, ([, pain]) => ({
    said: { what: 'pain', pain0to10: numberOf(pain) },
    words: `Pain ${numberOf(pain)}`,
  })),
  rule(`(dwell${GAP})?${N}${GAP}(?:(min|mins|minutes?)|s|secs?|seconds?)`, ([, named, value, minutes]) => {
    const dwellS = Math.round(numberOf(value) * (minutes === undefined ? 1000 : 60_000)) / 1000
    return { said: { what: 'dwell', dwellS, isNamed: named !== undefined }, words: `Stays ${spanWords(dwellS)}` }
  }),
  rule(`no${GAP}ref(?:erral|erred)?`, () => ({
    said: { what: 'referred', referred: 'no' },
    words: 'No referred pain',
  })),
  rule('ref(?:erral|erred)?', () => ({ said: { what: 'referred', referred: 'yes' }, words: 'Referred pain' })),
  words('bleeding', {
    none: `no${GAP}bleed(?:ing)?`,
    spot: `spot(?:${GAP}bleed(?:ing)?)?`,
    bruise: 'bruised?',
    pressed: 'pressed',
  }),
  words('direction', {
    inferomedial: 'inferomedial|infmed',
    medial: 'medial',
    lateral: 'lateral',
    cranial: 'cranial',
    caudal: 'caudal',
    straight: 'straight',
  }),
  rule(`lot${GAP}(?:"([^"\\n]{1,60})"|([^\\s,;"]{1,60}))`, ([, quoted, plain]) => {
    const lot = (quoted ?? plain ?? '').trim()
    return lot === '' ? null : { said: { what: 'lot', lot }, words: `Lot ${lot}` }
  }),
]

type Named = {
  technique: Technique
  direction: NeedleDirection
  bleeding: NeedleDetail['bleeding']
}

/** One rule for words that each name a value. */
function words<What extends keyof Named>(what: What, written: Partial<Record<Named[What], string>>): Rule {
  const entries = Object.entries(written) as [Named[What], string][]
  const union = entries.map(([, each]) => `(${each})`).join('|')
  return rule(union, (parts) => {
    const value = entries[parts.slice(1).findIndex((part) => part !== undefined)]?.[0]
    return value === undefined ? null : { said: { what, [what]: value } as unknown as Said, words: NAMED[what](value) }
  })
}

const NAMED: { readonly [What in keyof Named]: (value: Named[What]) => string } = {
  technique: (value) => capitalised(TECHNIQUE_WORDS[value]),
  direction: (value) => `Direction ${DIRECTION_WORDS[value]}`,
  bleeding: (value) => `Bleeding: ${BLEEDING_WORDS[value]}`,
}

function readLevels([, fromPart, fromNumber, toPart, toNumber]: RegExpExecArray): Omit<Read, 'end'> | null {
  const from = `${fromPart}${Number(fromNumber)}`.toUpperCase()
  const to = toNumber === undefined ? from : `${toPart ?? fromPart}${Number(toNumber)}`.toUpperCase()
  if (!isLevel(from) || !isLevel(to)) return null
  return { said: { what: 'level', levels: levelRange(from, to) }, words: from === to ? from : `${from} to ${to}` }
}

function sayDepth(depth: string | undefined): Omit<Read, 'end'> {
  const depthMm = numberOf(depth)
  return { said: { what: 'depth', depthMm }, words: `${depthMm} mm deep` }
}

function sayTwitch(twitch: Twitch): Omit<Read, 'end'> {
  return { said: { what: 'twitch', twitch }, words: `Twitch: ${twitchWords(twitch)}` }
}

function sayCurrent(settings: Partial<ElectricalSettings>): Omit<Read, 'end'> {
  const setting = Object.keys(settings)[0] as keyof ElectricalSettings
  return { said: { what: 'current', setting, settings }, words: `Current ${currentWords(settings)}` }
}

function numberOf(written: string | undefined): number {
  return Number((written ?? '').replace(',', '.'))
}

function numberOrNull(written: string | undefined): number | null {
  return written === undefined ? null : numberOf(written)
}
