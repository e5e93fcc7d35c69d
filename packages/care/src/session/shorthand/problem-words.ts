/** What is wrong with a needle of a line, in words. */
import { muscleName } from '../../atlas/index.ts'
import type { DetailField, DetailProblem, SiteProblem } from '../problem.ts'
import type { TokenMeaning } from './reading.ts'

export const WHAT_WORDS: Readonly<Record<TokenMeaning, string>> = {
  side: 'side',
  muscle: 'muscle',
  level: 'level',
  size: 'size',
  depth: 'depth',
  direction: 'direction',
  technique: 'technique',
  current: 'setting of the current',
  twitch: 'twitch',
  pain: 'pain score',
  referred: 'referred pain',
  bleeding: 'bleeding',
  dwell: 'time to stay',
  lot: 'lot',
  separator: 'separator',
  'not-understood': 'word',
}

const FIELD_WORDS: Readonly<Partial<Record<DetailField, readonly [name: string, unit: string]>>> = {
  gaugeMm: ['A gauge', ' mm'],
  lengthMm: ['A length', ' mm'],
  depthMm: ['A depth', ' mm'],
  pain0to10: ['A pain score', ''],
  plannedDwellS: ['A time to stay', ' seconds'],
  'twitch.count': ['A number of twitches', ''],
  'electrical.frequencyHz': ['A frequency', ' Hz'],
  'electrical.pulseWidthUs': ['A pulse width', ' µs'],
  'electrical.intensity': ['An intensity', ''],
  'electrical.durationMin': ['The time of a current', ' minutes'],
}

export function impossibleWords(problem: DetailProblem | SiteProblem): string {
  switch (problem.code) {
    case 'detail-out-of-range': {
      const [name, unit] = FIELD_WORDS[problem.field] ?? [problem.field, '']
      return `${name} is from ${problem.from} to ${problem.to}${unit}`
    }
    case 'depth-beyond-length':
      return `${problem.depthMm} mm deep is deeper than the needle is long, ${problem.lengthMm} mm`
    case 'electrical-settings-without-current':
      return 'Settings of a current need the technique estim'
    case 'muscle-unknown':
      return `The atlas has no muscle ${problem.muscle}`
    case 'level-not-of-muscle':
      return problem.levels.length === 0
        ? `${muscleName(problem.muscle)} isn't charted by level: leave ${problem.level} out`
        : `${muscleName(problem.muscle)} isn't charted at ${problem.level}, but from ${spanOf(problem.levels)}`
    case 'level-missing':
      return `Say at which level, from ${spanOf(problem.levels)}: it decides what lies below`
    case 'point-off-the-plate':
      return 'The point lies beside the body'
  }
}

function spanOf(levels: readonly string[]): string {
  return `${levels[0]} to ${levels.at(-1)}`
}
