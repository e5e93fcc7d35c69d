/** One part of a line, between `;` and `;`: what its tokens say together, and why that can't be a needle. */
import { type Level, levelsOf, type MuscleId, muscleName, type Side, type Site } from '../../atlas/index.ts'
import { checkDetail } from '../detail.ts'
import type { ElectricalSettings, NeedleDetail } from '../needle.ts'
import { checkSite } from '../permission.ts'
import type { DetailProblem, SiteProblem } from '../problem.ts'
import { capitalised, currentWords } from '../words.ts'
import { impossibleWords, WHAT_WORDS } from './problem-words.ts'
import type { NeedleDraft, ShorthandProblem, ShorthandToken, TokenMeaning } from './reading.ts'
import type { Piece, Said, SaidOf } from './said.ts'

export type PartRead = {
  /** What the part's needles have in common, for the next part to carry over. */
  readonly detail: NeedleDetail
  readonly needles: readonly NeedleDraft[]
  readonly problems: readonly ShorthandProblem[]
  /** Its tokens, with what only the whole part decides: which multifidus, whose ten minutes. */
  readonly tokens: readonly ShorthandToken[]
}

type Place = { readonly part: number; readonly start: number; readonly end: number }
type Spoken = Piece & { readonly said: Said }

export function readPart(pieces: readonly Piece[], carried: NeedleDetail): PartRead {
  const place = placeOf(pieces)
  const spoken = pieces.filter((piece): piece is Spoken => piece.said !== null)
  const detail = detailOf(spoken, carried)
  const sites = sitesOf(spoken, place)
  const problems = [
    ...pieces.filter((piece) => piece.said === null).map(notUnderstood),
    ...saidTwice(spoken),
    ...sites.problems,
    ...impossible(checkDetail(detail), place),
  ]
  const needles = sites.sites.map((site) => ({ part: place.part, site, detail }))
  const tokens = pieces.map((piece) => retold(piece, spoken, sites.sites))
  return { detail, needles, tokens, problems: problems.sort((one, other) => one.start - other.start) }
}

function retold({ token, said }: Piece, spoken: readonly Spoken[], sites: readonly Site[]): ShorthandToken {
  if (said?.what === 'muscle' && said.muscles.length > 1 && sites.length > 0) {
    return { ...token, words: [...new Set(sites.map((site) => muscleName(site.muscle)))].join(', ') }
  }
  if (said?.what !== 'dwell' || said !== minutesOfCurrent(spoken)) return token
  return { ...token, meaning: 'current', words: `Current ${currentWords({ durationMin: said.dwellS / 60 })}` }
}

function placeOf(pieces: readonly Piece[]): Place {
  const tokens = pieces.map((piece) => piece.token)
  return { part: tokens[0]?.part ?? 0, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 }
}

function notUnderstood({ token: { part, start, end, text } }: Piece): ShorthandProblem {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return { code: 'not-understood', part, start, end, text, words: `“${shown}” is not understood` }
}

/** Each thing is said once a needle. Of a current each setting is a thing of its own. */
function saidTwice(spoken: readonly Spoken[]): readonly ShorthandProblem[] {
  const seen = new Set<string>()
  const ofCurrent = minutesOfCurrent(spoken)
  return spoken.flatMap((piece): readonly ShorthandProblem[] => {
    const key = keyOf(piece.said, ofCurrent)
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const { part, start, end, meaning } = piece.token
    const words = `${capitalised(WHAT_WORDS[meaning])} is said twice. One needle, one ${WHAT_WORDS[meaning]}${hint(meaning)}`
    return [{ code: 'said-twice', what: meaning, part, start, end, words }]
  })
}

function keyOf(said: Said, ofCurrent: SaidOf<'dwell'> | undefined): string {
  return said.what === 'current' ? `current ${said.setting}` : said === ofCurrent ? 'current durationMin' : said.what
}

function hint(meaning: TokenMeaning): string {
  if (meaning === 'level') return '; L3-L5 makes one a level'
  return meaning === 'muscle' || meaning === 'side' ? '; put ; between needles' : ''
}

function detailOf(spoken: readonly Spoken[], carried: NeedleDetail): NeedleDetail {
  const technique = sayings(spoken, 'technique')[0]?.technique ?? carried.technique
  const ofCurrent = minutesOfCurrent(spoken)
  const dwell = sayings(spoken, 'dwell').find((each) => each !== ofCurrent)
  const size = sayings(spoken, 'size')[0]
  return {
    gaugeMm: size ? size.gaugeMm : carried.gaugeMm,
    lengthMm: size ? size.lengthMm : carried.lengthMm,
    depthMm: sayings(spoken, 'depth')[0]?.depthMm ?? carried.depthMm,
    direction: sayings(spoken, 'direction')[0]?.direction ?? carried.direction,
    technique,
    electrical: currentOf(spoken, technique === 'electrical' ? carried.electrical : null, ofCurrent),
    twitch: sayings(spoken, 'twitch')[0]?.twitch ?? carried.twitch,
    pain0to10: sayings(spoken, 'pain')[0]?.pain0to10 ?? carried.pain0to10,
    referred: sayings(spoken, 'referred')[0]?.referred ?? carried.referred,
    bleeding: sayings(spoken, 'bleeding')[0]?.bleeding ?? carried.bleeding,
    plannedDwellS: dwell?.dwellS ?? carried.plannedDwellS,
    lot: sayings(spoken, 'lot')[0]?.lot ?? carried.lot,
  }
}

/** `estim 2hz 10min`: the first minutes that aren't called dwell are the current's. */
function minutesOfCurrent(spoken: readonly Spoken[]): SaidOf<'dwell'> | undefined {
  const isElectrical = sayings(spoken, 'technique')[0]?.technique === 'electrical'
  const isTimed = sayings(spoken, 'current').some((each) => each.setting === 'durationMin')
  return isElectrical && !isTimed ? sayings(spoken, 'dwell').find((dwell) => !dwell.isNamed) : undefined
}

const NO_SETTINGS: ElectricalSettings = {
  frequencyHz: null,
  pulseWidthUs: null,
  intensity: null,
  channel: null,
  durationMin: null,
}

/** The current's settings; null when the line says none, so that *electrical, settings unknown* stays possible. */
function currentOf(
  spoken: readonly Spoken[],
  carried: ElectricalSettings | null,
  minutes: SaidOf<'dwell'> | undefined,
): ElectricalSettings | null {
  const settings = sayings(spoken, 'current').map((each) => each.settings)
  if (minutes) settings.push({ durationMin: minutes.dwellS / 60 })
  return settings.length === 0 ? carried : Object.assign({ ...NO_SETTINGS }, carried, ...settings)
}

function sayings<What extends Said['what']>(spoken: readonly Spoken[], what: What): readonly SaidOf<What>[] {
  return spoken.filter(({ said }) => said.what === what).map(({ said }) => said as SaidOf<What>)
}

type Sites = { readonly sites: readonly Site[]; readonly problems: readonly ShorthandProblem[] }

/** One site a level and side. */
function sitesOf(spoken: readonly Spoken[], place: Place): Sites {
  const named = spoken.find(({ said }) => said.what === 'muscle')
  const muscles = named?.said.what === 'muscle' ? named.said.muscles : []
  const sides: readonly Side[] = sayings(spoken, 'side')[0]?.sides ?? []
  const levels: readonly (Level | null)[] = sayings(spoken, 'level')[0]?.levels ?? [null]
  const problems: ShorthandProblem[] = []
  if (!named) problems.push({ ...place, code: 'muscle-missing', words: 'Say which muscle' })
  if (sides.length === 0) problems.push({ ...place, code: 'side-missing', words: 'Say which side: l, r or bilat' })
  if (!named) return { sites: [], problems }

  const sites: Site[] = []
  for (const level of levels) {
    const fitting = fittingAt(muscles, level)
    const [muscle] = fitting
    if (muscle === undefined || fitting.length > 1) {
      return { sites: [], problems: [...problems, ambiguous(named, fitting.length > 1 ? fitting : muscles, level)] }
    }
    const problem = checkSite({ muscle, side: 'left', level, point: null })
    if (problem) return { sites: [], problems: [...problems, ...impossible(problem, place)] }
    for (const side of sides) sites.push({ muscle, side, level, point: null })
  }
  return { sites, problems }
}

/** A word for several muscles means the one that is charted at this level. A single muscle means itself, fitting or not. */
function fittingAt(muscles: readonly MuscleId[], level: Level | null): readonly MuscleId[] {
  if (muscles.length === 1 || level === null) return muscles
  return muscles.filter((muscle) => levelsOf(muscle).includes(level))
}

function ambiguous(named: Spoken, candidates: readonly MuscleId[], level: Level | null): ShorthandProblem {
  const { part, start, end, text } = named.token
  const shown = candidates.slice(0, 6).map(muscleName)
  const more = candidates.length > shown.length ? ', …' : ''
  const at = level === null ? '' : ` at ${level}`
  const words = `“${text}”${at} could be ${shown.join(', ')}${more}. Say which`
  return { code: 'muscle-ambiguous', candidates, part, start, end, words }
}

function impossible(problem: DetailProblem | SiteProblem | null, place: Place): readonly ShorthandProblem[] {
  return problem ? [{ ...place, code: 'impossible', problem, words: impossibleWords(problem) }] : []
}
