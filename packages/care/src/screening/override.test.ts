import { expect, test } from 'vitest'
import type { AccountId, Instant } from '../kernel/index.ts'
import type { Override } from './override.ts'
import { SCREENING_RULES } from './rules.ts'
import { screen } from './screen.ts'
import { ADULT, healthyBut, yesTo } from './screen.fixture.ts'
import { withOverrides } from './table.ts'

function over(rule: string): Override {
  const by = '0193a000-0000-7000-8000-000000000009' as AccountId
  return {
    rule,
    reason: 'Cleared by Dr Byrne by telephone',
    by,
    byName: 'Rosa',
    at: '2026-11-24T05:00:00.000Z' as Instant,
  }
}

test('an override softens its finding to a precaution, names who did it, and leaves the rest', () => {
  const result = withOverrides(screen(yesTo('cancer', 'blood-thinner'), ADULT), [over('SCR-R10')])
  expect(result).toMatchObject({ disposition: 'precaution', mayNeedle: true })
  expect(result.precautions).toContain('Cancer, now or before: overridden by Rosa')
  expect(result.precautions).toContain('Blood thinner')
})

test('a pregnancy that was cleared still bars the low back', () => {
  const result = withOverrides(screen(yesTo('pregnant'), ADULT), [over('SCR-R5')])
  expect(result).toMatchObject({ mayNeedle: true, barredRegions: ['lumbar', 'gluteal', 'abdomen'] })
})

test('no override turns an emergency, a refusal or a device under current into needling', () => {
  const all = SCREENING_RULES.map(({ id }) => over(id))
  for (const sign of ['saddle-numbness', 'sepsis-signs', 'chest-or-breath', 'unwilling', 'cannot-consent'] as const) {
    expect(withOverrides(screen(yesTo(sign), ADULT), all).mayNeedle, sign).toBe(false)
  }
  expect(withOverrides(screen(yesTo('implanted-device'), ADULT), all).barredTechniques).toEqual(['electrical'])
})

test("what nobody knows can't be overridden, it is asked", () => {
  const unknown = screen(healthyBut({ 'bleeding-disorder': { answer: 'unknown' } }), ADULT)
  expect(withOverrides(unknown, [over('SCR-A9')]).mayNeedle).toBe(false)
})

test('each rule that bars says what must be written, or that nobody may override it', () => {
  for (const { id, override, urgency, disposition } of SCREENING_RULES) {
    if (urgency === 'emergency-now') expect(override, id).toBeNull()
    if (override) expect(override.mustWrite.length, id).toBeGreaterThan(20)
    if (disposition === 'precaution' || disposition === 'proceed') expect(override, id).toBeNull()
  }
})
