import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { MEDICINES } from './names.ts'
import { readMedicines } from './read.ts'

const brief = (text: string) => readMedicines(text).map(({ medicine, status }) => `${medicine}: ${status}`)

test.each([
  ['apixaban 5 mg', 'apixaban: taken'],
  ['Eliquis 2x5mg, ramipril', 'apixaban: taken'],
  ['Apixiban 5mg bd', 'apixaban: taken'],
  ['elequis', 'apixaban: taken'],
  ['rivoroxaban', 'rivaroxaban: taken'],
  ['Zarelto 20', 'rivaroxaban: taken'],
  ['xeralto', 'rivaroxaban: taken'],
  ['warferin', 'warfarin: taken'],
  ['cumadin', 'warfarin: taken'],
  ['Marcumar nach Plan', 'phenprocoumon: taken'],
  ['Sintrom 4mg', 'acenocoumarol: taken'],
  ['clopidrogel', 'clopidogrel: taken'],
  ['baby asprin', 'aspirin: taken'],
  ['ASS 100', 'aspirin: taken'],
  ['a blood thinner for my heart', 'anticoagulant: taken'],
  ['predinsolone 5mg', 'prednisolone: taken'],
  ['MTX 15mg weekly', 'methotrexate: taken'],
  ['Humira every two weeks', 'adalimumab: taken'],
  ['alendronic acid', 'alendronate: taken'],
  ['Lantus at night', 'insulin: taken'],
  ['pregablin 75', 'pregabalin: taken'],
])('reads %s', (text, expected) => {
  expect(brief(text)).toEqual([expected])
})

test.each([
  'stopped apixaban in 2019',
  'no apixaban',
  'I do not take apixaban',
  'apixaban (stopped)',
  'used to be on apixaban',
  'allergic to apixaban',
  'my husband takes apixaban',
  'was on apixaban until last year',
  'Eliquis abgesetzt',
])('%s is unclear, and never a no', (text) => {
  expect(brief(text)).toEqual(['apixaban: unclear'])
})

test.each([
  ['stopped warfarin, now on apixaban', ['warfarin: unclear', 'apixaban: taken']],
  ['apixaban paused for surgery in 2023, restarted apixaban', ['apixaban: taken']],
  ['I have never stopped apixaban', ['apixaban: taken']],
  ['no allergies; apixaban 5 mg', ['apixaban: taken']],
  ['stopped blood thinners in 2019', ['anticoagulant: unclear']],
  ['no blood thinners, apixaban 5 mg', ['apixaban: taken']],
  ['started Eliquis in 2022', ['apixaban: taken']],
  ['clopidogrel since 2021', ['clopidogrel: taken']],
  ['apixaban 2019', ['apixaban: unclear']],
  ['no apixaban since 2019', ['apixaban: unclear']],
  ['still on warfarin', ['warfarin: taken']],
])('%s', (text, expected) => {
  expect(brief(text)).toEqual(expected)
})

test.each([
  'ramipril 5 mg, metformin, atorvastatin 20, omeprazole, paracetamol, ibuprofen, vitamin D',
  'levothyroxine 100, amlodipine, bisoprolol, tamsulosin, loratadine',
  'aspiring runner with lyrical ideas, active and certain',
  'hydrocortisone cream, steroid inhaler',
  'contraceptive pill, iron, magnesium, sertraline',
  'none',
  'no blood thinners',
  'I do not take any blood thinners or steroids',
  'never had opioids',
  'my back hurts when I sit and the pain persists',
  '',
])('raises no alarm over: %s', (text) => {
  expect(brief(text)).toEqual([])
})

test('every known name is found as it stands, in capitals, and with a dose', () => {
  for (const names of Object.values(MEDICINES).flat()) {
    for (const name of names) expect(brief(`${name.toUpperCase()} 5 mg`), name).toEqual([`${names[0]}: taken`])
  }
})

test('a long name with one letter left out or doubled is still found', () => {
  const long = Object.values(MEDICINES)
    .flat()
    .map((names) => names[0] ?? '')
    .filter((name) => name.length >= 7)
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), fc.boolean(), (name, at, doubles) => {
      const spot = 1 + (at % (name.length - 2))
      const wrong = doubles
        ? name.slice(0, spot) + name.charAt(spot) + name.slice(spot)
        : name.slice(0, spot) + name.slice(spot + 1)
      expect(readMedicines(wrong)).toHaveLength(1)
    }),
  )
})

test('the distance of words counts letters, and a swap as one', () => {
  expect(editDistance('eliquis', 'eliquis', 2)).toBe(0)
  expect(editDistance('predinsolone', 'prednisolone', 2)).toBe(1)
  expect(editDistance('apixaban', 'rivaroxaban', 2)).toBe(3)
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
      expect(editDistance(one, other, 9)).toBe(editDistance(other, one, 9))
      expect(editDistance(one, one, 9)).toBe(0)
    }),
  )
})
