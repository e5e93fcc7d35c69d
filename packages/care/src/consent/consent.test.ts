import { expect, test } from 'vitest'
import { asId, type ConsentId, type Instant } from '../kernel/index.ts'
import { type ConsentDraft, checkConsent } from './consent.ts'
import { type Covered, checkWithdrawal, consentFacts, coverAt, isConsentOld, isConsentValid } from './cover.ts'
import type { Representative, Signature } from './signer.ts'

const at = (text: string) => text as Instant
const adult = { ageYears: 34, consentAge: 18, dnPermitted: 'unknown', consentWritten: 'unknown' } as const
const typed: Signature = { kind: 'typed', name: 'Anna Ó Briain' }
const draft: ConsentDraft = {
  regions: ['lumbar', 'gluteal'],
  electrical: false,
  extras: [],
  signature: typed,
  representative: null,
  interpreter: null,
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
  ['nothing said', { kind: 'spoken', words: ' ', witness: 'Sam' } as Signature, 'signature-missing'],
  ['a word without a witness', { kind: 'spoken', words: 'Yes', witness: '-' } as Signature, 'witness-missing'],
])('CON-2 %s is no signature', (_what, signature, code) => {
  expect(checkConsent({ ...draft, signature }, adult)).toMatchObject({ ok: false, problem: { code } })
})

test('CON-2 a drawn line signs', () => {
  expect(checkConsent({ ...draft, signature: strokes([10, 10], [80, 60], [150, 20]) }, adult).ok).toBe(true)
})

test('CON-2 a word before a witness signs, but not where the law asks for writing', () => {
  const spoken = { ...draft, signature: { kind: 'spoken', words: 'Yes', witness: 'Sam Keane' } as const }
  expect(checkConsent(spoken, adult).ok).toBe(true)
  expect(checkConsent(spoken, { ...adult, consentWritten: 'yes' })).toMatchObject({
    problem: { code: 'writing-needed' },
  })
})

const mother: Representative = {
  name: 'Mary Byrne',
  relation: 'mother',
  because: 'under-age',
  authority: '',
  assent: 'yes',
}

test('CON-3 below the age of consent a representative with a name is needed', () => {
  const minor = { ...adult, ageYears: 15, consentAge: 16 }
  expect(checkConsent(draft, minor)).toMatchObject({
    problem: { code: 'representative-needed', ageYears: 15, consentAge: 16 },
  })
  expect(checkConsent({ ...draft, representative: mother }, minor).ok).toBe(true)
  expect(checkConsent(draft, { ...minor, ageYears: 16 }).ok).toBe(true)
  expect(checkConsent({ ...draft, representative: { ...mother, name: ' ' } }, minor)).toMatchObject({
    problem: { code: 'representative-unnamed' },
  })
})

test.each([
  ['a parent whose child was not asked', 15, { ...mother, assent: 'not-asked' }, 'assent-missing'],
  ['a parent whose child says no', 15, { ...mother, assent: 'no' }, 'patient-dissents'],
  ['a mother of a grown daughter', 34, mother, 'representative-not-lawful'],
  ['a guardian without a right', 34, { ...mother, because: 'lacks-capacity', authority: ' ' }, 'authority-missing'],
] as const)('CON-6 %s does not sign for the patient', (_who, ageYears, representative, code) => {
  const facts = { ...adult, ageYears, consentAge: 16 }
  expect(checkConsent({ ...draft, representative }, facts)).toMatchObject({ problem: { code } })
})

test('CON-6 an interpreter without a name or language is none', () => {
  for (const interpreter of [
    { name: '', language: 'Polish' },
    { name: 'Jan Nowak', language: ' ' },
  ]) {
    expect(checkConsent({ ...draft, interpreter }, adult)).toMatchObject({ problem: { code: 'interpreter-unnamed' } })
  }
})

test('CON-7 where dry needling is forbidden nothing is signed, however well; unknown does not bar', () => {
  expect(checkConsent(draft, { ...adult, dnPermitted: 'no' })).toMatchObject({
    problem: { code: 'jurisdiction-forbids' },
  })
  expect(checkConsent(draft, { ...adult, dnPermitted: 'yes' }).ok).toBe(true)
})

const givenAt = at('2026-11-24T05:00:00.000Z')
const given: Covered = {
  regions: ['lumbar', 'gluteal'],
  electrical: true,
  extras: ['student'],
  givenAt,
  withdrawals: [],
}
const withdrawn = (scope: Covered['withdrawals'][number]['scope'], when = '2026-11-24T06:00:00.000Z') => {
  return { scope, at: at(when), by: 'patient', reason: '' } as const
}

test('CON-4 a consent holds from the moment it is given to the moment it is withdrawn', () => {
  expect(isConsentValid(given, at('2026-11-24T04:59:59.999Z'))).toBe(false)
  expect(isConsentValid(given, givenAt)).toBe(true)
  const ended = { ...given, withdrawals: [withdrawn('all')] }
  expect(isConsentValid(ended, at('2026-11-24T05:59:59.999Z'))).toBe(true)
  expect(isConsentValid(ended, at('2026-11-24T06:00:00.000Z'))).toBe(false)
})

test('CON-4 what is withdrawn by itself goes by itself', () => {
  const later = at('2026-11-24T07:00:00.000Z')
  expect(coverAt({ ...given, withdrawals: [withdrawn('gluteal')] }, later)).toEqual({
    regions: ['lumbar'],
    electrical: true,
    extras: ['student'],
  })
  const apart = { ...given, withdrawals: [withdrawn('electrical'), withdrawn('student')] }
  expect(coverAt(apart, later)).toEqual({ regions: ['lumbar', 'gluteal'], electrical: false, extras: [] })
  const bare = { ...given, withdrawals: [withdrawn('gluteal'), withdrawn('lumbar')] }
  expect(coverAt(bare, later)).toEqual({ regions: [], electrical: false, extras: [] })
})

test('CON-4 each thing is withdrawn once, and only what was signed', () => {
  const now = at('2026-11-24T06:00:00.000Z')
  expect(checkWithdrawal(given, ['all'], now)).toEqual({ ok: true, value: ['all'] })
  expect(checkWithdrawal({ ...given, withdrawals: [withdrawn('all')] }, ['lumbar'], now)).toMatchObject({
    problem: { code: 'consent-already-withdrawn' },
  })
  const half = { ...given, withdrawals: [withdrawn('lumbar')] }
  expect(checkWithdrawal(half, ['lumbar', 'gluteal'], now)).toEqual({ ok: true, value: ['gluteal'] })
  expect(checkWithdrawal(half, ['lumbar'], now)).toMatchObject({ problem: { code: 'consent-already-withdrawn' } })
  expect(checkWithdrawal(given, ['thoracic'], now)).toMatchObject({ problem: { code: 'not-in-consent' } })
  expect(checkWithdrawal({ ...given, givenAt: now }, ['all'], givenAt)).toMatchObject({
    problem: { code: 'withdrawal-before-consent' },
  })
})

test('CON-5 a consent is old after a year, which warns and never blocks', () => {
  const lastYear = { ...given, givenAt: at('2025-11-24T05:00:00.000Z') }
  expect(isConsentOld(lastYear, at('2026-11-24T05:00:00.000Z'))).toBe(false)
  expect(isConsentOld(lastYear, at('2026-11-24T05:00:00.001Z'))).toBe(true)
  expect(isConsentValid(lastYear, at('2026-12-24T05:00:00.000Z'))).toBe(true)
})

test("a session gets regions in the body's order", () => {
  const consent = asId<ConsentId>('0193a000-0000-7000-8000-000000000002')
  const facts = consentFacts({ id: consent, textVersion: 'DN-2.0', regions: ['gluteal', 'lumbar'], electrical: true })
  expect(facts).toEqual({ consent, textVersion: 'DN-2.0', regions: ['lumbar', 'gluteal'], electrical: true })
})
