import { expect, test } from 'vitest'
import type { MuscleId } from './index.ts'
import { levelAt, levelRange, levelsOf, levelY } from './levels.ts'
import { atlasSource, MUSCLES, mustMuscle, regionOf, riskAt } from './muscles.ts'
import { siteName, spokenSite } from './names.ts'
import { LEVELS } from './site.ts'

const id = (text: string) => mustMuscle(text).id

/** Muscles of which nobody writes a level. */
const WITHOUT_LEVEL = [
  'adductor-longus',
  'adductor-magnus',
  'biceps-femoris',
  'deep-hip-rotators',
  'external-oblique',
  'gluteus-maximus',
  'gluteus-medius',
  'gluteus-minimus',
  'infraspinatus',
  'piriformis',
  'rectus-abdominis',
  'rectus-femoris',
  'semimembranosus',
  'semitendinosus',
  'serratus-anterior',
  'sternocleidomastoid',
  'subscapularis',
  'supraspinatus',
  'tensor-fasciae-latae',
  'teres-major',
  'teres-minor',
]

test('every muscle has levels or is one of those that are not charted by level', () => {
  const without = MUSCLES.filter((muscle) => levelsOf(muscle.id).length === 0).map((muscle) => muscle.id)
  expect(without.sort()).toEqual(WITHOUT_LEVEL)
})

test('every level of the spine is charted at some muscle', () => {
  for (const level of LEVELS)
    expect(
      MUSCLES.some((muscle) => levelsOf(muscle.id).includes(level)),
      level,
    ).toBe(true)
})

test('every risk rests on a source that the atlas has, or is marked unreviewed', () => {
  for (const muscle of MUSCLES) {
    expect(muscle.riskSources.length > 0 || muscle.unreviewed.includes('riskTier'), muscle.id).toBe(true)
    for (const key of [...muscle.sources, ...muscle.riskSources]) expect(atlasSource(key).url).toMatch(/^https?:/)
  }
})

test('a level is nearest to its own height, heights run down the spine, and a range reads both ways', () => {
  for (const level of LEVELS) expect(levelAt(levelY(level))).toBe(level)
  expect(LEVELS.map(levelY)).toEqual(LEVELS.map(levelY).sort((a, b) => a - b))
  expect(levelRange('L5', 'L3')).toEqual(['L3', 'L4', 'L5'])
})

test('ATL-1: the risk of lumbar multifidus is high at L1 and L2, caution at L3 to L5, and high when no level is known', () => {
  const multifidus = id('lumbar-multifidus')
  expect(riskAt(multifidus, 'L2').tier).toBe('high')
  expect(riskAt(multifidus, 'L3').tier).toBe('caution')
  expect(riskAt(multifidus, null).tier).toBe('high')
})

test('ATL-1: a level alone never lowers the risk of iliocostalis, because its angle is part of the condition', () => {
  expect(riskAt(id('iliocostalis-lumborum'), 'L5').tier).toBe('high')
})

test('a lumbar muscle needled at the height of the chest counts as thoracic', () => {
  expect(regionOf(id('iliocostalis-lumborum'), 'T10')).toBe('thoracic')
  expect(regionOf(id('iliocostalis-lumborum'), 'L3')).toBe('lumbar')
  expect(regionOf(id('latissimus-dorsi'), 'L2')).toBe('lumbar')
  expect(regionOf(id('gluteus-medius'))).toBe('gluteal')
  expect(regionOf(id('upper-trapezius'), 'C5')).toBe('shoulder')
})

test('a site is said in full', () => {
  const site = { muscle: 'lumbar-multifidus' as MuscleId, side: 'right', level: 'L4' } as const
  expect(siteName(site)).toBe('Right lumbar multifidus, L4')
  expect(spokenSite(site)).toBe('Right lumbar multifidus, L4, deep layer, caution')
  expect(siteName({ muscle: 'gluteus-medius' as MuscleId, side: 'left', level: null })).toBe('Left gluteus medius')
})
