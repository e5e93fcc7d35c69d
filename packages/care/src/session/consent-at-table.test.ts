/** What a consent lets through at the table, and what it doesn't any more once it was taken back. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { regionOf, REGIONS, type Region } from '../atlas/index.ts'
import type { NeedleId } from '../kernel/index.ts'
import { NARROWED_SCOPES, type SessionFact } from './event.ts'
import { foldEvents } from './fold.ts'
import { BARE_NEEDLE } from './needle.ts'
import { narrowed, needlesWithoutConsent } from './permission.ts'
import { idNo, needleIn, needleOut, PATIENT, siteAt, Table, timeOut } from './table.fixture.ts'

const narrowing = (...scopes: Extract<SessionFact, { kind: 'consent-narrowed' }>['scopes']): SessionFact => {
  return { kind: 'consent-narrowed', scopes, by: 'patient', reason: '' }
}

test('CON-1 consent for the lower back and buttock: a thoracic needle is refused by its region', () => {
  const table = Table.ready()
  expect(table.tries(needleIn(1, siteAt('thoracic-multifidus', 'T8')))).toMatchObject({
    problem: { code: 'consent-lacks-region', region: 'thoracic' },
  })
  expect(table.state.needles).toEqual([])
})

test('CON-4 a region taken back: no needle goes in there, those in it must come out, the rest goes on', () => {
  const table = Table.ready()
  table.does(needleIn(1))
  table.does(needleIn(2, siteAt('gluteus-medius', null)))
  table.does(narrowing('gluteal'))
  expect(needlesWithoutConsent(table.state).map(({ number }) => number)).toEqual([2])
  expect(table.code(needleIn(3, siteAt('gluteus-medius', null)))).toBe('consent-lacks-region')
  expect(table.code(needleIn(3))).toBe('accepted')
  table.does(needleOut(2))
  expect(needlesWithoutConsent(table.state)).toEqual([])
  expect(table.state.phase).toBe('needling')
})

test('CON-4 current is taken back by itself; a needle is not made electrical afterwards', () => {
  const consent = { ...timeOut().consent, electrical: true }
  const table = Table.ready({ consent })
  table.does(needleIn(1, undefined, { technique: 'electrical' }))
  table.does(needleIn(2))
  table.does(narrowing('electrical'))
  expect(needlesWithoutConsent(table.state).map(({ number }) => number)).toEqual([1])
  const change = { kind: 'needle-detailed', needle: idNo<NeedleId>('needle', 2), change: { technique: 'electrical' } }
  expect(table.code(change as SessionFact)).toBe('consent-lacks-electrical')
})

test('CON-4 the last region is a withdrawal, before the time-out nothing is narrowed, and neither is undone', () => {
  const table = Table.ready()
  expect(table.code(narrowing('lumbar', 'gluteal'))).toBe('narrowing-leaves-nothing')
  const event = table.does(narrowing('lumbar'))
  expect(table.code({ kind: 'entry-retracted', event: event.id, reason: '' })).toBe('entry-stands')
  const early = new Table()
  early.does({ kind: 'session-opened', patient: PATIENT, reason: '' })
  expect(early.code(narrowing('lumbar'))).toBe('time-out-missing')
})

test('withdrawn at needle three: all three must come out, no fourth goes in, and asking again is too late', () => {
  const table = Table.ready()
  for (const no of [1, 2, 3]) table.does(needleIn(no))
  table.does({ kind: 'consent-withdrawn', by: 'patient', reason: '' })
  expect(needlesWithoutConsent(table.state)).toHaveLength(3)
  expect(table.code(needleIn(4))).toBe('consent-withdrawn')
  expect(table.code({ kind: 'consent-reconfirmed', interpreter: null })).toBe('consent-withdrawn')
  for (const no of [1, 2, 3]) table.does(needleOut(no))
  table.finishes().signs()
  expect(table.state.signed).not.toBeNull()
})

const site = fc.constantFrom(
  siteAt('thoracic-multifidus', 'T8'),
  siteAt('lumbar-multifidus', 'L4'),
  siteAt('gluteus-medius', null),
  siteAt('upper-trapezius', null),
  siteAt('quadratus-lumborum', 'L3'),
)
const step: fc.Arbitrary<SessionFact> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('needle-inserted' as const),
      needle: fc.nat({ max: 60 }).map((no) => idNo<NeedleId>('needle', no)),
      site,
      detail: fc.constantFrom(BARE_NEEDLE, { ...BARE_NEEDLE, technique: 'electrical' as const }),
      plan: fc.constant(null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.subarray([...NARROWED_SCOPES], { minLength: 1, maxLength: 2 }).map((scopes) => narrowing(...scopes)),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'consent-withdrawn', by: 'clinician', reason: '' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'consent-reconfirmed', interpreter: null } as const) },
  {
    weight: 4,
    arbitrary: fc
      .record({ regions: fc.subarray([...REGIONS], { minLength: 1 }), electrical: fc.boolean() })
      .map((cover) => timeOut({ consent: { ...timeOut().consent, ...cover } })),
  },
)

test('CON-1 CON-4 law: in whatever order things come, no needle passes outside what is still consented to', () => {
  let acceptedCount = 0
  let refusedCount = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const table = new Table()
      table.does({ kind: 'session-opened', patient: PATIENT, reason: '' })
      // Kept beside the state by the simplest rule there is: what was agreed, less what was taken back.
      let agreed: { regions: readonly Region[]; electrical: boolean } | null = null
      const gone = new Set<string>()
      for (const fact of steps) {
        const isIn = table.tries(fact).ok
        if (fact.kind === 'needle-inserted') {
          const isAgreed =
            agreed !== null &&
            !gone.has('all') &&
            agreed.regions.includes(regionOf(fact.site.muscle, fact.site.level)) &&
            !gone.has(regionOf(fact.site.muscle, fact.site.level)) &&
            (fact.detail.technique !== 'electrical' || (agreed.electrical && !gone.has('electrical')))
          if (isIn) expect(isAgreed).toBe(true)
          if (isIn) acceptedCount += 1
          else refusedCount += 1
        } else if (isIn && fact.kind === 'time-out-confirmed') agreed = fact.consent
        else if (isIn && fact.kind === 'consent-narrowed') for (const scope of fact.scopes) gone.add(scope)
        else if (isIn && fact.kind === 'consent-withdrawn') gone.add('all')
      }
      // What was accepted folds to the same state anywhere, and the cover never grows.
      const { timeOut: done } = foldEvents(table.events)
      if (done) {
        const left = narrowed(table.state, done).consent.regions
        for (const region of left) expect(gone.has(region)).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
  expect(acceptedCount).toBeGreaterThan(100)
  expect(refusedCount).toBeGreaterThan(100)
})
