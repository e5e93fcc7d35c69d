import { expect, test } from 'vitest'
import { FACT_FIELDS, factSupport, MUSCLE_FACTS, muscleFacts } from './muscle-facts.ts'
import { atlasSource, MUSCLES } from './muscles.ts'

test('every fact of every muscle rests on a source that the atlas has, or is marked unreviewed', () => {
  expect(MUSCLE_FACTS.map(({ id }) => id)).toEqual(MUSCLES.map(({ id }) => id))
  for (const muscle of MUSCLES) {
    for (const field of FACT_FIELDS) {
      const { review, sources } = factSupport(muscle, field)
      expect(review === 'unreviewed' || sources.length > 0, `${muscle.id} ${field}`).toBe(true)
      for (const key of sources) expect(atlasSource(key).title).not.toBe('')
    }
    for (const value of Object.values(muscleFacts(muscle.id))) expect(value.length).toBeGreaterThan(0)
  }
})

test('every mark of unreviewed names a field of the atlas', () => {
  const fields: readonly string[] = FACT_FIELDS
  for (const { id, unreviewed } of MUSCLES) {
    for (const mark of unreviewed) expect(fields, `${id} ${mark}`).toContain(mark.replace(/[ :(].*$/, ''))
  }
})

test('FMA and UBERON codes have their form; multifidus alone has no UBERON term; there are no SNOMED codes', () => {
  for (const { id, codes } of MUSCLES) {
    expect(codes.fma, id).toMatch(/^FMA:\d+$/)
    if (codes.uberon !== null) expect(codes.uberon, id).toMatch(/^UBERON:\d{7}$/)
    expect(codes).not.toHaveProperty('snomed')
  }
  expect(MUSCLES.filter(({ codes }) => codes.uberon === null).map(({ id }) => id)).toEqual([
    'lumbar-multifidus',
    'thoracic-multifidus',
    'cervical-multifidus',
  ])
})

test('the atlas calls nothing safe', () => {
  for (const muscle of MUSCLES)
    expect(JSON.stringify([muscle, muscleFacts(muscle.id)])).not.toMatch(/\bsafe(r|ly|ty)?\b/i)
})
