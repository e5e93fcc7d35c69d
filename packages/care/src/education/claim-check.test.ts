/** What may not be claimed is found, also in other forms; what denies it, or only sounds like it, is left alone. */
import { expect, test } from 'vitest'
import { isCited } from '../evidence/index.ts'
import { checkClaims } from './claim-check.ts'

test.each([
  ['Dry needling is proven to work.', 'proven'],
  ['A clinically proven method', 'clinically proven'],
  ['It resets your nervous system', 'resets'],
  ['We are resetting the muscle.', 'resetting'],
  ['Needling flushes out toxins', 'flushes out toxins'],
  ['releases lactic acid from the muscle', 'releases lactic acid'],
  ['a real DETOX for your back', 'DETOX'],
  ['You will heal faster', 'heal faster'],
  ['It speeds up healing', 'speeds up healing'],
  ['realigns the spine', 'realigns'],
  ['The treatment is painless.', 'painless'],
  ['It doesn’t hurt at all', 'doesn’t hurt'],
  ['There are no side effects', 'no side effects'],
  ['Our needles are risk-free', 'risk-free'],
  ['It is completely safe', 'completely safe'],
  ['safe for everyone', 'safe for everyone'],
  ['We guarantee results', 'guarantee'],
  ['It cured my back', 'cured'],
  ['long-lasting relief after three visits', 'long-lasting relief'],
  ['instant relief', 'instant relief'],
  ['It heals faster. More has not been shown.', 'heals faster'],
])('%s', (text, found) => {
  const warnings = checkClaims(text)
  expect(warnings.map((warning) => warning.found)).toEqual([found])
  const [warning] = warnings
  expect(text.slice(warning?.at, (warning?.at ?? 0) + found.length)).toBe(found)
  expect(warning?.sources.every(isCited)).toBe(true)
})

test.each([
  'Nobody can guarantee a result.',
  'This is not a cure.',
  'It is not known to speed healing.',
  'It has not been proven.',
  'That it makes a back heal sooner has not been shown.',
  'No study shows that it removes toxins.',
  'Press reset on the treadmill.',
  'The approval process is slow.',
  'Some people feel a change early; many don’t.',
])('left alone: %s', (text) => {
  expect(checkClaims(text)).toEqual([])
})

test('all of them, in the order of the text', () => {
  const found = checkClaims('Painless and proven. It resets the brain, and it is guaranteed.')
  expect(found.map((warning) => warning.found)).toEqual(['Painless', 'proven', 'resets', 'guaranteed'])
})
