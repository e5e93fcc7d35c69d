import { expect, test } from 'vitest'
import type { MuscleId } from '../site.ts'
import { dangerOf } from './of-muscle.ts'

const of = (muscle: string) => dangerOf(muscle as MuscleId)

test('lumbar multifidus: high at L1 and L2, caution below; the canal is told of at these two levels alone', () => {
  const { tiers, findings, conflicts } = of('lumbar-multifidus')
  expect(tiers.filter(({ tier }) => tier === 'high').map(({ level }) => level)).toEqual(['L1', 'L2'])
  expect(findings.find(({ rule }) => rule === 'DNG-1')?.levels).toEqual(['L1', 'L2'])
  expect(conflicts.map(({ id }) => id)).toContain('lumbar-multifidus-aim')
})

test('piriformis has no level, and tells both sides of its conflict', () => {
  const { tiers, conflicts, findings } = of('piriformis')
  expect(tiers).toHaveLength(1)
  expect(tiers[0]?.level).toBeNull()
  expect(conflicts[0]?.sides).toHaveLength(2)
  for (const { levels } of findings) expect(levels).toEqual([])
})

test('nothing that only a patient brings is told of a muscle', () => {
  const rules = of('rhomboid-major').findings.map(({ rule }) => rule)
  for (const rule of ['DNG-21', 'DNG-22', 'DNG-23', 'DNG-60', 'DNG-63']) expect(rules).not.toContain(rule)
})
