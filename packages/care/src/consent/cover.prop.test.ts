/** Laws of cover and text, for any consent and any order of withdrawals. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { REGIONS } from '../atlas/index.ts'
import { epochMsOf, type Instant, instantOf } from '../kernel/index.ts'
import {
  type Covered,
  checkWithdrawal,
  coverAt,
  isConsentValid,
  WITHDRAWAL_SCOPES,
  type WithdrawalScope,
} from './cover.ts'
import { CONSENT_EXTRAS, canonicalText, consentText, STANDARD_TEMPLATE } from './text.ts'

const start = epochMsOf('2026-11-24T05:00:00.000Z' as Instant)
const instant = fc.integer({ min: 0, max: 100 }).map((minutes) => instantOf(start + minutes * 60_000))
const signed = fc.record({
  regions: fc.subarray([...REGIONS], { minLength: 4 }),
  electrical: fc.boolean(),
  extras: fc.subarray([...CONSENT_EXTRAS]),
  givenAt: fc.integer({ min: 0, max: 20 }).map((minutes) => instantOf(start + minutes * 60_000)),
})
const steps = fc.array(fc.tuple(fc.subarray([...WITHDRAWAL_SCOPES], { minLength: 1, maxLength: 2 }), instant), {
  maxLength: 8,
})

/** Withdraws step by step as the server would, refused ones left out. */
function withdrawn(consent: Omit<Covered, 'withdrawals'>, all: readonly (readonly [WithdrawalScope[], Instant])[]) {
  return all.reduce<Covered>(
    (now, [scopes, at]) => {
      const checked = checkWithdrawal(now, scopes, at)
      const taken = checked.ok ? checked.value : []
      const added = taken.map((scope) => ({ scope, at, by: 'patient', reason: '' }) as const)
      return { ...now, withdrawals: [...now.withdrawals, ...added] }
    },
    { ...consent, withdrawals: [] },
  )
}

test('CON-4 law: a withdrawal always wins, from its instant on and for good, whatever else comes in whatever order', () => {
  let withdrawalCount = 0
  fc.assert(
    fc.property(signed, steps, instant, (consent, all, now) => {
      const after = withdrawn(consent, all)
      const cover = coverAt(after, now)
      for (const { scope } of after.withdrawals.filter((each) => each.at <= now)) {
        withdrawalCount += 1
        if (scope === 'all') expect(cover.regions).toEqual([])
        else
          expect([...cover.regions, ...cover.extras, ...(cover.electrical ? ['electrical'] : [])]).not.toContain(scope)
      }
    }),
    { numRuns: 300 },
  )
  expect(withdrawalCount).toBeGreaterThan(50)
})

test('CON-1 law: nothing is ever covered that was not signed, and a cover only shrinks', () => {
  fc.assert(
    fc.property(signed, steps, instant, instant, (consent, all, one, other) => {
      const after = withdrawn(consent, all)
      const [early, late] = one <= other ? [one, other] : [other, one]
      const [before, then] = [coverAt(after, early), coverAt(after, late)]
      for (const region of then.regions) expect(consent.regions).toContain(region)
      for (const extra of then.extras) expect(consent.extras).toContain(extra)
      expect(then.electrical && !consent.electrical).toBe(false)
      if (early < consent.givenAt) expect(before.regions).toEqual([])
      else for (const region of then.regions) expect(before.regions).toContain(region)
      expect(isConsentValid(after, late)).toBe(then.regions.length > 0)
    }),
  )
})

test('law: one changed character anywhere in a template changes the text that is hashed', () => {
  const jurisdiction = {
    notAcupunctureStatement: 'yes',
    consentWritten: 'yes',
    trainingHours: 50,
    emergencyNumber: '112',
  } as const
  const choice = { regions: REGIONS, electrical: true, extras: CONSENT_EXTRAS, forYou: [], jurisdiction }
  const whole = canonicalText(consentText(STANDARD_TEMPLATE, choice))
  const sentences = STANDARD_TEMPLATE.parts.flatMap((part, at) =>
    part.sentences.map((_, index) => [at, index] as const),
  )
  fc.assert(
    fc.property(fc.constantFrom(...sentences), fc.nat(), ([at, index], nth) => {
      const parts = STANDARD_TEMPLATE.parts.map((part, place) => {
        if (place !== at) return part
        const changed = part.sentences.map((sentence, position) => {
          if (position !== index) return sentence
          const cut = nth % sentence.text.length
          return { ...sentence, text: `${sentence.text.slice(0, cut)}~${sentence.text.slice(cut + 1)}` }
        })
        return { ...part, sentences: changed }
      })
      expect(canonicalText(consentText({ ...STANDARD_TEMPLATE, parts }, choice))).not.toBe(whole)
    }),
  )
})
