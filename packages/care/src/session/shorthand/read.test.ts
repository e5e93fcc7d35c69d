import { expect, test } from 'vitest'
import { MUSCLES, muscleAliases } from '../../atlas/index.ts'
import { BARE_NEEDLE } from '../needle.ts'
import { carriedSettings, readShorthand } from './read.ts'
import { tokenize } from './tokenize.ts'

const one = (line: string) => {
  const { needles, problems } = readShorthand(line)
  expect(problems, line).toEqual([])
  expect(needles, line).toHaveLength(1)
  return needles[0]
}
const codes = (line: string) => readShorthand(line).problems.map((problem) => problem.code)

test('a line becomes a needle', () => {
  expect(one('r mult l4 .30x50 25mm deep piston ltr2 p4 10min')).toEqual({
    part: 0,
    site: { muscle: 'lumbar-multifidus', side: 'right', level: 'L4', point: null },
    detail: {
      ...BARE_NEEDLE,
      gaugeMm: 0.3,
      lengthMm: 50,
      depthMm: 25,
      technique: 'deep-pistoning',
      twitch: { kind: 'seen', count: 2 },
      pain0to10: 4,
      plannedDwellS: 600,
    },
  })
})

test('tokens stand in any order, letter case and decimal signs do not matter', () => {
  const first = one('r mult l4 .30x50 d25 piston ltr2 p4')
  for (const line of [
    'P4 LTR2 PISTON D25 .30X50 L4 MULT R',
    'piston, p4, right, 0,30×50mm, d25, multifidus, L4, ltr 2',
    'L4 ltr x2 0.3*50 pain 4 depth 25mm r Musculus multifidus lumborum pistoning',
  ]) {
    expect(one(line), line).toEqual(first)
  }
})

test.each([
  ['QL l3', 'quadratus-lumborum'],
  ['mult l4', 'lumbar-multifidus'],
  ['mult t6', 'thoracic-multifidus'],
  ['iliocost l3', 'iliocostalis-lumborum'],
  ['glut med', 'gluteus-medius'],
  ['piri', 'piriformis'],
  ['rhomboid major t4', 'rhomboid-major'],
  ['UT', 'upper-trapezius'],
  ['lev scap', 'levator-scapulae'],
  ['LD t9', 'latissimus-dorsi'],
  ['infra', 'infraspinatus'],
  ['TFL', 'tensor-fasciae-latae'],
  ['quad. lumb. l2', 'quadratus-lumborum'],
  ['semitendin', 'semitendinosus'],
])('%s is %s', (written, muscle) => {
  expect(one(`r ${written}`)?.site.muscle).toBe(muscle)
})

test('every name and short form of the atlas is read as a muscle, and as all of it', () => {
  for (const { id } of MUSCLES) {
    for (const alias of muscleAliases(id)) {
      const meanings = tokenize(`r ${alias} .30x50`).map((piece) => piece.token.meaning)
      expect(meanings, alias).toEqual(['side', 'muscle', 'size'])
    }
  }
})

test('a level range makes one needle a level, both sides make two', () => {
  const { needles } = readShorthand('r mult L3-L5')
  expect(needles.map(({ site }) => site.level)).toEqual(['L3', 'L4', 'L5'])
  expect(readShorthand('bilat mult L5-3').needles.map(({ site }) => `${site.side} ${site.level}`)).toEqual([
    'left L3',
    'right L3',
    'left L4',
    'right L4',
    'left L5',
    'right L5',
  ])
})

test('a range over the thoracolumbar junction needles the multifidus of each level', () => {
  const { needles } = readShorthand('l mult T12-L1')
  expect(needles.map(({ site }) => site.muscle)).toEqual(['thoracic-multifidus', 'lumbar-multifidus'])
})

test('electrical: frequency, width, intensity, channel and minutes belong to the current', () => {
  const current = { frequencyHz: 2, pulseWidthUs: 200, intensity: { unit: 'mA', value: 1.5 }, channel: 'A' }
  expect(one('r mult l4 estim 2hz 200us 1.5mA chA 10min')?.detail).toMatchObject({
    technique: 'electrical',
    electrical: { ...current, durationMin: 10 },
    plannedDwellS: null,
  })
  expect(one('r mult l4 10min estim 2hz dwell 15min')?.detail).toMatchObject({
    electrical: { frequencyHz: 2, durationMin: 10 },
    plannedDwellS: 900,
  })
  expect(codes('r mult l4 piston 2hz')).toEqual(['impossible'])
})

test.each([
  ['ltr', { kind: 'seen', count: 1 }],
  ['ltr2', { kind: 'seen', count: 2 }],
  ['ltrs', { kind: 'seen', count: null }],
  ['no ltr', { kind: 'none' }],
  ['ltr?', { kind: 'unknown' }],
  ['', { kind: 'not-looked-for' }],
])('twitch: %s', (written, twitch) => {
  expect(one(`r piri ${written}`)?.detail.twitch).toEqual(twitch)
})

test('what is not understood is shown and blocks, and is never dropped', () => {
  const { needles, tokens, problems } = readShorthand('r mult l4 banana .30x50; l piri')
  expect(needles).toEqual([])
  expect(tokens.find((token) => token.text === 'banana')).toMatchObject({
    meaning: 'not-understood',
    start: 10,
    end: 16,
  })
  expect(problems).toMatchObject([{ code: 'not-understood', text: 'banana', part: 0, start: 10, end: 16 }])
})

test.each([
  ['r mult l4 l', ['said-twice']],
  ['r mult l4 L5', ['said-twice']],
  ['r piri .30x50 .25x40', ['said-twice']],
  ['r piri glut med', ['said-twice']],
  ['r piri piston static', ['said-twice']],
  ['r piri 10min 5min', ['said-twice']],
  ['r piri p4 p4', ['said-twice']],
  ['r mult l4 estim 2hz 100hz', ['said-twice']],
  ['mult l4', ['side-missing']],
  ['r .30x50', ['muscle-missing']],
  ['r ES l3', ['muscle-ambiguous']],
  ['r mult', ['muscle-ambiguous']],
  ['r lumbar multifidus', ['impossible']],
  ['r piri L3', ['impossible']],
  ['r ql T3', ['impossible']],
  ['r mult L9', ['muscle-ambiguous', 'not-understood']],
  ['r piri .25x40 d41', ['impossible']],
  ['r piri 30x50', ['impossible']],
  ['r piri p11', ['impossible']],
  ['r piri -5mm deep', ['not-understood', 'not-understood']],
  ['bilat mult L1-L5; bilat ilioc T8-T8; bilat longissimus lumborum L1-L5', []],
])('%s: %j', (line, expected) => {
  expect(codes(line).toSorted()).toEqual(expected.toSorted())
  if (expected.length > 0) expect(readShorthand(line).needles).toEqual([])
})

test('an ambiguous word names its candidates', () => {
  expect(readShorthand('r ES L3').problems[0]).toMatchObject({
    candidates: ['longissimus-lumborum', 'iliocostalis-lumborum'],
  })
})

test('settings carry over from needle to needle; side, muscle, level and what was felt do not', () => {
  const { needles } = readShorthand('r mult l4 .30x50 piston ltr2 p5 d30 medial 10min lot K2291; l piri')
  expect(needles[1]?.detail).toEqual({
    ...BARE_NEEDLE,
    gaugeMm: 0.3,
    lengthMm: 50,
    technique: 'deep-pistoning',
    plannedDwellS: 600,
    lot: 'K2291',
  })
  expect(readShorthand('l piri', needles[0]?.detail).needles[0]?.detail).toEqual(needles[1]?.detail)
  expect(codes('r piri; glut med')).toEqual(['side-missing'])
})

test('another technique leaves the carried current behind; the same keeps what is not said anew', () => {
  const carried = readShorthand('r piri estim 2hz 10min').needles[0]?.detail ?? BARE_NEEDLE
  expect(readShorthand('l piri', carried).needles[0]?.detail.electrical).toMatchObject({
    frequencyHz: 2,
    durationMin: 10,
  })
  expect(readShorthand('l piri 80hz', carried).needles[0]?.detail.electrical).toMatchObject({
    frequencyHz: 80,
    durationMin: 10,
  })
  expect(readShorthand('l piri piston', carried).needles[0]?.detail.electrical).toBeNull()
  expect(carriedSettings(carried).technique).toBe('electrical')
})

test('nothing written asks for nothing; an empty part is no needle', () => {
  for (const line of ['', '   ', ';', ' ; ;', ',']) {
    expect(readShorthand(line).needles).toEqual([])
    expect(readShorthand(line).problems).toEqual([])
  }
  expect(readShorthand('r piri ;; l piri;').needles).toHaveLength(2)
})

test('a token says what the whole part decided', () => {
  const words = (line: string, text: string) => readShorthand(line).tokens.find((token) => token.text === text)?.words
  expect(words('r mult l4', 'mult')).toBe('Lumbar multifidus')
  expect(words('r mult', 'mult')).toBe('one of 3 muscles')
  expect(words('r mult l4 estim 10min', '10min')).toBe('Current 10 min')
  expect(words('r mult l4 static 10min', '10min')).toBe('Stays 10 min')
})

test('more needles than anybody places at once are refused, and so is an endless line', () => {
  expect(codes(Array.from({ length: 51 }, () => 'r piri').join(';'))).toEqual(['too-many-needles'])
  expect(codes('x'.repeat(10_001))).toEqual(['line-too-long'])
})
