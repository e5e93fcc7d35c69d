import { expect, test } from 'vitest'
import { asId, type ConsentId, type Instant } from '../kernel/index.ts'
import {
  type ConsentDraft,
  checkConsent,
  checkWithdrawal,
  consentFacts,
  isConsentOld,
  isConsentValid,
  type Signature,
} from './consent.ts'

const at = (text: string) => text as Instant
const adult = { ageYears: 34, consentAge: 18 }
const typed: Signature = { kind: 'typed', name: 'Anna Ó Briain' }
const draft: ConsentDraft = {
  regions: ['lumbar', 'gluteal'],
  electrical: false,
  signature: typed,
  representative: null,
}
const strokes = (...points: [number, number][]): Signature => ({
  kind: 'strokes',
  width: 300,
  height: 100,
  strokes: [points.map(([x, y]) => ({ x, y }))],
})

test('CON-1 a region, a signature, an adult: the consent can be recorded', () => {
  expect(checkConsent(draft, adult)).toEqual({ ok: true, value: draft })
})

test('CON-1 a consent to no region or to one twice is refused', () => {
  expect(checkConsent({ ...draft, regions: [] }, adult)).toMatchObject({ problem: { code: 'no-region' } })
  expect(checkConsent({ ...draft, regions: ['lumbar', 'lumbar'] }, adult)).toMatchObject({
    problem: { code: 'region-named-twice', region: 'lumbar' },
  })
})

test.each([
  ['a dot', strokes([10, 10]), 'signature-missing'],
  ['a twitch of the pointer', strokes([10, 10], [12, 12]), 'signature-missing'],
  ['no stroke at all', { ...strokes(), strokes: [] } as Signature, 'signature-missing'],
  ['a typed blank', { kind: 'typed', name: '  ' } as Signature, 'signature-missing'],
  ['a typed mark', { kind: 'typed', name: '---' } as Signature, 'signature-missing'],
  ['a stroke that leaves the box', strokes([10, 10], [400, 50]), 'signature-outside-box'],
])('CON-2 %s is no signature', (_what, signature, code) => {
  expect(checkConsent({ ...draft, signature }, adult)).toMatchObject({ ok: false, problem: { code } })
})

test('CON-2 a drawn line signs', () => {
  expect(checkConsent({ ...draft, signature: strokes([10, 10], [80, 60], [150, 20]) }, adult).ok).toBe(true)
})

test('CON-3 below the age of consent a representative with a name is needed', () => {
  const minor = { ageYears: 15, consentAge: 16 }
  expect(checkConsent(draft, minor)).toMatchObject({
    problem: { code: 'representative-needed', ageYears: 15, consentAge: 16 },
  })
  const withMother = { ...draft, representative: { name: 'Mary Byrne', relation: 'mother' } }
  expect(checkConsent(withMother, minor).ok).toBe(true)
  expect(checkConsent(draft, { ageYears: 16, consentAge: 16 }).ok).toBe(true)
  expect(checkConsent({ ...draft, representative: { name: ' ', relation: 'mother' } }, minor)).toMatchObject({
    problem: { code: 'representative-unnamed' },
  })
})

test('CON-4 a consent holds from the moment it is given to the moment it is withdrawn', () => {
  const givenAt = at('2026-11-24T05:00:00.000Z')
  expect(isConsentValid({ givenAt, withdrawal: null }, at('2026-11-24T04:59:59.999Z'))).toBe(false)
  expect(isConsentValid({ givenAt, withdrawal: null }, givenAt)).toBe(true)
  const withdrawal = { at: at('2026-11-24T06:00:00.000Z'), by: 'patient' as const, reason: '' }
  expect(isConsentValid({ givenAt, withdrawal }, at('2026-11-24T05:59:59.999Z'))).toBe(true)
  expect(isConsentValid({ givenAt, withdrawal }, at('2026-11-24T06:00:00.000Z'))).toBe(false)
})

test('CON-4 a consent is withdrawn once', () => {
  const givenAt = at('2026-11-24T05:00:00.000Z')
  const now = at('2026-11-24T06:00:00.000Z')
  expect(checkWithdrawal({ givenAt, withdrawal: null }, now).ok).toBe(true)
  const withdrawal = { at: now, by: 'patient' as const, reason: '' }
  expect(checkWithdrawal({ givenAt, withdrawal }, now)).toMatchObject({
    problem: { code: 'consent-already-withdrawn' },
  })
  expect(checkWithdrawal({ givenAt: now, withdrawal: null }, givenAt)).toMatchObject({
    problem: { code: 'withdrawal-before-consent' },
  })
})

test('CON-5 a consent is old after a year, which warns and never blocks', () => {
  const givenAt = at('2025-11-24T05:00:00.000Z')
  expect(isConsentOld({ givenAt }, at('2026-11-24T05:00:00.000Z'))).toBe(false)
  expect(isConsentOld({ givenAt }, at('2026-11-24T05:00:00.001Z'))).toBe(true)
  expect(isConsentValid({ givenAt, withdrawal: null }, at('2026-12-24T05:00:00.000Z'))).toBe(true)
})

test("a session gets regions in the body's order", () => {
  const consent = asId<ConsentId>('0193a000-0000-7000-8000-000000000002')
  const facts = consentFacts({ id: consent, textVersion: 'DN-1.0', regions: ['gluteal', 'lumbar'], electrical: true })
  expect(facts).toEqual({ consent, textVersion: 'DN-1.0', regions: ['lumbar', 'gluteal'], electrical: true })
})
