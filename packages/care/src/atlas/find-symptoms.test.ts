import { expect, test } from 'vitest'
import { findBySymptom } from './find-symptoms.ts'

const found = (query: string) => findBySymptom(query).matches.map(({ muscle }) => muscle.id as string)

test('pain like sciatica without numbness finds the muscles whose pain is taken for it, and no sign of a nerve', () => {
  const answer = findBySymptom('pain like sciatica without numbness')
  const ids = answer.matches.map(({ muscle }) => muscle.id)
  expect(ids).toEqual(expect.arrayContaining(['gluteus-minimus', 'piriformis', 'deep-hip-rotators', 'semitendinosus']))
  expect(ids[0]).not.toBe('lumbar-multifidus')
  for (const other of ['upper-trapezius', 'latissimus-dorsi', 'scalenes']) expect(ids).not.toContain(other)
  expect(answer.nerveSign).toBeNull()
  for (const match of answer.matches) expect(match.met.length).toBeGreaterThan(0)
})

test('numbness that is there is told back', () => {
  expect(findBySymptom('sciatica with numbness in the foot').nerveSign).toBe('numbness')
  expect(findBySymptom('leg pain, no tingling, weakness in the foot').nerveSign).toBe('weakness')
})

test.each([
  ['tailbone', 'gluteus-maximus'],
  ['kidney stone feeling in my flank', 'quadratus-lumborum'],
  ['headache behind the eye', 'splenius-capitis'],
  ['outer hip pain at night', 'gluteus-medius'],
  ['pain between shoulder blade and spine', 'rhomboid-major'],
  ['period cramps', 'rectus-abdominis'],
  ['SI joint', 'lumbar-multifidus'],
  ['tennis elbow', 'supraspinatus'],
  ['groin', 'psoas-major'],
])('%s finds %s', (query, muscle) => {
  expect(found(query)).toContain(muscle)
})

test('what shares more of the query comes first', () => {
  expect(found('headache and dizziness')[0]).toBe('sternocleidomastoid')
  expect(found('groin and inner thigh').slice(0, 2).sort()).toEqual(['adductor-longus', 'adductor-magnus'])
})

test('nothing is found for words that mean no symptom, for what is only absent, and for an empty query', () => {
  for (const query of ['', '   ', 'xyzzy', 'the of', 'no headache', 'without groin pain'])
    expect(found(query)).toEqual([])
})
