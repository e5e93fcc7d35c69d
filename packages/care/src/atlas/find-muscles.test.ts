import { expect, test } from 'vitest'
import { ALIASES } from './aliases.ts'
import { findMuscles, muscleAliases, readMuscle } from './find-muscles.ts'
import { MUSCLES } from './muscles.ts'
import type { Level } from './site.ts'

const ids = (query: string, level: Level | null = null) => readMuscle(query, { level }).map((muscle) => muscle.id)

test('every muscle is found by its name, its Latin name and each of its short forms', () => {
  expect(MUSCLES).toHaveLength(44)
  for (const muscle of MUSCLES) {
    expect(ids(muscle.name)).toEqual([muscle.id])
    expect(ids(muscle.latinName)).toContain(muscle.id)
    expect(muscleAliases(muscle.id).length).toBeGreaterThan(3)
    for (const alias of muscleAliases(muscle.id)) expect(ids(alias), alias).toContain(muscle.id)
  }
  expect(Object.keys(ALIASES).sort()).toEqual(MUSCLES.map((muscle) => muscle.id).sort())
})

test.each([
  ['QL', 'quadratus-lumborum'],
  ['glut med', 'gluteus-medius'],
  ['piri', 'piriformis'],
  ['UT', 'upper-trapezius'],
  ['MT', 'middle-trapezius'],
  ['LT', 'lower-trapezius'],
  ['lev scap', 'levator-scapulae'],
  ['LD', 'latissimus-dorsi'],
  ['lats', 'latissimus-dorsi'],
  ['infra', 'infraspinatus'],
  ['supra', 'supraspinatus'],
  ['subscap', 'subscapularis'],
  ['TFL', 'tensor-fasciae-latae'],
  ['SCM', 'sternocleidomastoid'],
])('the short form %s means %s alone', (query, muscle) => {
  expect(ids(query)).toEqual([muscle])
})

test.each<[string, Level, string]>([
  ['mult', 'L4', 'lumbar-multifidus'],
  ['mult', 'T6', 'thoracic-multifidus'],
  ['mult', 'C5', 'cervical-multifidus'],
  ['iliocost', 'L3', 'iliocostalis-lumborum'],
  ['iliocost', 'T4', 'iliocostalis-thoracis'],
  ['rhomb', 'T5', 'rhomboid-major'],
])('the level settles what %s at %s means', (query, level, muscle) => {
  expect(ids(query, level)).toEqual([muscle])
})

test('ES stays two muscles at a level, and four without one: nobody guesses which column was meant', () => {
  expect(ids('ES', 'L3')).toEqual(['longissimus-lumborum', 'iliocostalis-lumborum'])
  expect(ids('ES')).toHaveLength(4)
})

test.each([
  ['GM', 3],
  ['TM', 2],
  ['rhomb', 2],
  ['mult', 3],
  ['trap', 3],
  ['hams', 3],
  ['iliocost', 2],
])('%s without a level is answered with all %i muscles that it may mean', (query, count) => {
  expect(ids(query)).toHaveLength(count)
})

test('a muscle that does not fit the level is still found, and says that it does not fit', () => {
  expect(findMuscles('gluteus medius', { level: 'L4' })).toMatchObject([
    { muscle: { id: 'gluteus-medius' }, fits: false },
  ])
  expect(findMuscles('QL', { level: 'L3', region: 'lumbar' })).toMatchObject([{ fits: true, how: 'whole' }])
})

test('typing narrows, words in any order, accents and case ignored', () => {
  expect(findMuscles('multi', { level: 'L4' })[0]?.muscle.id).toBe('lumbar-multifidus')
  expect(findMuscles('lumborum quadr').map((match) => match.muscle.id)).toEqual(['quadratus-lumborum'])
  expect(findMuscles('PIRIFÓRM')[0]?.muscle.id).toBe('piriformis')
  expect(findMuscles('  ')).toEqual([])
  expect(findMuscles('elbow')).toEqual([])
})
