import type { Instant } from '@unknot/care/kernel'
import { expect, test } from 'vitest'
import { nextStep } from './next-step.ts'

type Chart = Parameters<typeof nextStep>[0]

const now = '2026-11-24T10:00:00.000Z' as Instant
const screening = (screenedAt: string, mayNeedle = true) =>
  ({ screenedAt, reopenedAt: null, result: { mayNeedle } }) as Chart['screening']
const consent = (valid: boolean) => ({ valid }) as Chart['consents'][number]
const session = (status: string) => ({ status }) as Chart['sessions'][number]
const fresh = screening('2026-11-24T09:00:00.000Z')

test('a patient who was never screened is screened first, consent or not', () => {
  expect(nextStep({ screening: null, consents: [consent(true)], sessions: [] }, now)).toBe('screen')
})

test('a screening of yesterday is asked again', () => {
  const old = screening('2026-11-23T09:00:00.000Z')
  expect(nextStep({ screening: old, consents: [consent(true)], sessions: [] }, now)).toBe('screen-again')
})

test('a screening that stops needling is never followed by consent or a session', () => {
  const stopped = screening('2026-11-24T09:00:00.000Z', false)
  expect(nextStep({ screening: stopped, consents: [consent(true)], sessions: [] }, now)).toBe('stopped')
})

test('a withdrawn consent is no consent', () => {
  expect(nextStep({ screening: fresh, consents: [consent(false)], sessions: [] }, now)).toBe('consent')
  expect(nextStep({ screening: fresh, consents: [consent(false), consent(true)], sessions: [] }, now)).toBe(
    'start-session',
  )
})

test('an open session comes before everything else', () => {
  expect(nextStep({ screening: null, consents: [], sessions: [session('signed'), session('open')] }, now)).toBe(
    'back-to-session',
  )
})
