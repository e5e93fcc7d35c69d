import { expect, test } from 'vitest'
import { MUSCLES, mustMuscle } from './muscles.ts'
import { plainMuscle, spokenSite } from './names.ts'
import type { Level } from './site.ts'

function spoken(muscle: string, level: Level | null): string {
  return spokenSite({ muscle: mustMuscle(muscle).id, side: 'right', level })
}

test('a place is said with its muscle, level, layer and tier', () => {
  expect(spoken('lumbar-multifidus', 'L4')).toBe('Right lumbar multifidus, L4, deep layer, caution')
  expect(spoken('lumbar-multifidus', 'L1')).toBe('Right lumbar multifidus, L1, deep layer, high risk')
})

test('nothing on the map or for the patient calls a place safe', () => {
  for (const { id } of MUSCLES) {
    expect(`${spoken(id, null)} ${plainMuscle({ muscle: id, side: 'left' })}`).not.toMatch(/safe|proven|harmless/i)
    expect(plainMuscle({ muscle: id, side: 'left' })).toMatch(/^Left .+: a .*muscle .+, on the left\.$/)
  }
})
