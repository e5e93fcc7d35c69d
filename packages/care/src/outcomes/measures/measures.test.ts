import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCited } from '../../evidence/index.ts'
import { MEASURE_IDS } from './measure.ts'
import { measureOf, MEASURES } from './measures.ts'
import { type ItemAnswers, scoreAnswers, scoreTotal } from './score.ts'
import { fromMillimetres } from './shipped-pain.ts'

const scored = (id: (typeof MEASURE_IDS)[number], answers: ItemAnswers) => {
  const result = scoreAnswers(measureOf(id), answers)
  return result.ok ? result.value : result.problem
}
const all = (id: (typeof MEASURE_IDS)[number], value: number) =>
  Object.fromEntries(measureOf(id).items.map((item) => [item.id, value]))

test('each measure is there once, with words or without any, and each source is in the register', () => {
  expect(MEASURES.map(({ id }) => id).toSorted()).toEqual([...MEASURE_IDS].toSorted())
  for (const measure of MEASURES) {
    const hasWords = measure.items.map(({ text }) => text !== null)
    expect(new Set(hasWords), measure.id).toEqual(new Set([measure.wording === 'shipped']))
    const claims = [
      measure.bands,
      measure.sem,
      measure.mdc,
      measure.mic,
      measure.promptsAt,
      measure.improvedAt,
      measure.recoveredAt,
    ]
    for (const claim of claims) {
      if (claim?.reviewed) expect(claim.sources.length, measure.id).toBeGreaterThan(0)
      for (const source of claim?.sources ?? []) expect(isCited(source), source).toBe(true)
    }
    for (const source of measure.sources) expect(isCited(source), source).toBe(true)
  }
})

test('bands lie side by side over the whole range', () => {
  for (const { id, bands, lowest, highest } of MEASURES.filter(({ bands }) => bands.list.length > 0)) {
    expect(bands.list[0]?.from, id).toBe(lowest)
    expect(bands.list.at(-1)?.to, id).toBe(highest)
    for (const [i, band] of bands.list.slice(1).entries()) expect(band.from, id).toBe((bands.list[i]?.to ?? 0) + 1)
  }
})

test('PEG is the mean of three, and two of three are no PEG', () => {
  expect(scored('peg', { peg1: 7, peg2: 5, peg3: 6 })).toMatchObject({ value: 6, answered: 3, missing: 0 })
  expect(scored('peg', { peg1: 7, peg2: 5 })).toEqual({ code: 'too-many-missing', missing: ['peg3'], allowed: 0 })
})

test('Roland–Morris counts ticks; a blank is an answer, not a hole', () => {
  expect(scored('rmdq24', {})).toMatchObject({ value: 0, missing: 0 })
  expect(scored('rmdq24', { rmdq1: 1, rmdq9: 1, rmdq24: 1 })).toMatchObject({ value: 3, missing: 0 })
  expect(scored('rmdq24', all('rmdq24', 1))).toMatchObject({ value: 24 })
  expect(measureOf('rmdq24').items[8]?.text).toBe('I get dressed more slowly than usual because of my back.')
})

test('PSFS is the mean of the activities that were rated, and higher is better', () => {
  expect(scored('psfs', { activity1: 2, activity3: 5 })).toMatchObject({ value: 3.5, answered: 2, missing: 3 })
  expect(scored('psfs', {})).toMatchObject({ code: 'too-many-missing' })
  expect(measureOf('psfs').direction).toBe('higher-better')
})

test('a positive screen prompts a person; one point less doesn’t', () => {
  expect(scored('phq2', { phq1: 1, phq2: 1 })).toMatchObject({ value: 2, prompt: null })
  expect(scored('phq2', { phq1: 2, phq2: 1 })).toMatchObject({
    value: 3,
    prompt: expect.stringContaining('talk with the patient'),
  })
  expect(scored('phq4', { gad1: 3, gad2: 2, phq1: 1, phq2: 1 })).toMatchObject({
    value: 7,
    band: 'moderate',
    subScores: [
      { id: 'gad2', value: 5 },
      { id: 'phq2', value: 2 },
    ],
  })
})

test('ODI is a percentage of what was answered, with one hole allowed', () => {
  const full = all('odi', 2)
  expect(scored('odi', full)).toMatchObject({ value: 40, band: 'moderate' })
  const { 'odi-8': _, ...nine } = full
  expect(scored('odi', nine)).toMatchObject({ value: 40, missing: 1 })
  const { 'odi-7': __, ...eight } = nine
  expect(scored('odi', eight)).toMatchObject({ code: 'too-many-missing', allowed: 1 })
})

test('PROMIS pain interference is looked up, at both ends', () => {
  expect(scored('promis-pi4a', all('promis-pi4a', 1))).toMatchObject({ value: 41.6, standardError: 6.1 })
  expect(scored('promis-pi4a', all('promis-pi4a', 5))).toMatchObject({ value: 75.6, standardError: 3.7 })
})

test('FABQ leaves out the items that don’t count, and a measure known by its total takes nothing else', () => {
  expect(scored('fabq', { ...all('fabq', 6) })).toMatchObject({ value: 66 })
  expect(scored('promis-pf4a', {})).toEqual({ code: 'total-only' })
  expect(scoreTotal(measureOf('odi'), 101)).toMatchObject({ ok: false, problem: { code: 'total-out-of-range' } })
  expect(scoreTotal(measureOf('odi'), 50)).toMatchObject({ ok: true, value: { value: 50, band: 'severe' } })
  expect(scoreTotal(measureOf('odi'), Number.NaN).ok).toBe(false)
})

test('answers that can’t be are refused by their item', () => {
  expect(scored('nprs.now', { 'nprs.now': 11 })).toEqual({
    code: 'item-out-of-range',
    item: 'nprs.now',
    lowest: 0,
    highest: 10,
  })
  expect(scored('nprs.now', { 'nprs.now': 3.5 })).toMatchObject({ code: 'item-out-of-range' })
  expect(scored('nprs.now', { 'nprs.avg7d': 3 })).toEqual({ code: 'item-unknown', item: 'nprs.avg7d' })
  expect(scored('groc15', { groc15: -7 })).toMatchObject({ value: -7 })
})

test('a score always lies within its measure’s range, whatever fitting answers are given', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MEASURES),
      fc.infiniteStream(fc.integer({ min: 0, max: 1_000 })),
      (measure, stream) => {
        const { answering } = measure
        const [low, high] =
          answering.kind === 'ticks'
            ? [0, 1]
            : answering.kind === 'options'
              ? [answering.options[0]?.value ?? 0, answering.options.at(-1)?.value ?? 0]
              : [answering.lowest, answering.highest]
        const answers = Object.fromEntries(
          measure.items.map(({ id }) => [id, low + ((stream.next().value as number) % (high - low + 1))]),
        )
        const result = scoreAnswers(measure, answers)
        if (result.ok) {
          expect(result.value.value).toBeGreaterThanOrEqual(measure.lowest)
          expect(result.value.value).toBeLessThanOrEqual(measure.highest)
        } else expect(result.problem.code).toBe('total-only')
      },
    ),
  )
})

test('a millimetre mark stays known as one', () => {
  expect(fromMillimetres(47)).toEqual({ value: 4.7, askedAs: 'vas-mm', mm: 47 })
  expect(fromMillimetres(101)).toBeNull()
})
