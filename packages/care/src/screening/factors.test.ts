import { expect, test } from 'vitest'
import type { Answers } from './questions.ts'
import { patientFactors } from './factors.ts'
import { healthyBut, yesTo } from './screen.fixture.ts'

test('what nobody said is unknown to the atlas, and what is no is no', () => {
  expect(Object.values(patientFactors({}))).toEqual(Array(7).fill('unknown'))
  expect(Object.values(patientFactors(healthyBut({})))).toEqual(Array(7).fill('no'))
})

test.each([
  [yesTo('scoliosis'), { scoliosis: 'yes' }],
  [yesTo('chest-surgery'), { lungDisease: 'yes', previousPneumothorax: 'no' }],
  [yesTo('collapsed-lung'), { lungDisease: 'no', previousPneumothorax: 'yes' }],
  [yesTo('spinal-metal', 'implanted-device'), { spinalHardware: 'yes', implantedDevice: 'yes' }],
  [yesTo('slight-build'), { bmiClass: 'under' }],
  [yesTo('pregnant'), { pregnancy: 'later' }],
  [yesTo('pregnant', 'first-trimester'), { pregnancy: 'first-trimester' }],
  [yesTo('maybe-pregnant'), { pregnancy: 'unknown' }],
  [weeks(9), { pregnancy: 'first-trimester' }],
  [weeks(20), { pregnancy: 'later' }],
  [{ pregnant: { answer: 'yes' } }, { pregnancy: 'stage-unknown' }],
] as const)('answers become factors', (answers, factors) => {
  expect(patientFactors(answers)).toMatchObject(factors)
})

function weeks(count: number): Answers {
  return { pregnant: { answer: 'yes' }, 'pregnancy-weeks': { answer: 'yes', weeks: count } }
}
