/** The session's laws, over whatever is entered in whatever order by three devices with clocks of their own. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AccountId,
  type DeviceId,
  type EventId,
  type Instant,
  instantOf,
  type NeedleId,
  type PlanId,
} from '../kernel/index.ts'
import { countNeedles } from './count.ts'
import { decideEvent } from './decide.ts'
import {
  ALL_OUT_REASONS,
  INCIDENT_KINDS,
  POSITIONS,
  REACTION_GRADES,
  REACTION_KINDS,
  type SessionEvent,
  type SessionFact,
} from './event.ts'
import { foldEvents } from './fold.ts'
import { missingBeforeSigning } from './missing.ts'
import { BARE_NEEDLE, type NeedleDetail, TECHNIQUES } from './needle.ts'
import { emptySession, type SessionState } from './state.ts'
import { CLINICIAN, idNo, NOW, PATIENT, SESSION, siteAt, timeOut } from './table.fixture.ts'

// Few ids, so that events meet each other often.
const needle = fc.integer({ min: 1, max: 6 }).map((no) => idNo<NeedleId>('needle', no))
const plan = fc.integer({ min: 1, max: 3 }).map((no) => idNo<PlanId>('plan', no))
const small = fc.integer({ min: 0, max: 7 })
const words = fc.constantFrom('', 'said')
const possible = fc.constantFrom(
  siteAt('lumbar-multifidus', 'L4'),
  siteAt('lumbar-multifidus', 'L5', 'left'),
  siteAt('quadratus-lumborum', 'L3'),
  siteAt('gluteus-medius', null),
  siteAt('piriformis', null, 'left'),
)
const impossible = fc.constantFrom(
  siteAt('lumbar-multifidus', null),
  siteAt('quadratus-lumborum', 'T3'),
  siteAt('upper-trapezius', 'C4'),
  siteAt('no-such-muscle', null),
)
const site = fc.oneof({ weight: 8, arbitrary: possible }, impossible)
const change: fc.Arbitrary<Partial<NeedleDetail>> = fc.record(
  {
    gaugeMm: fc.constantFrom(null, 0.3, 0.9),
    lengthMm: fc.constantFrom(null, 25, 50),
    depthMm: fc.constantFrom('not-measured' as const, 20, 40),
    technique: fc.constantFrom(...TECHNIQUES),
    pain0to10: fc.constantFrom('not-asked' as const, 5, 11),
  },
  { requiredKeys: [] },
)
const detail = fc
  .oneof({ weight: 4, arbitrary: fc.constant({}) }, change)
  .map((some): NeedleDetail => ({ ...BARE_NEEDLE, ...some }))

/** Stands for an earlier event, which is chosen when the list is made. */
const NO_EVENT = idNo<EventId>('event', 0)

const kind = <Kind extends SessionFact['kind']>(name: Kind) => fc.constant(name)
const fact: fc.Arbitrary<SessionFact> = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({ kind: kind('needle-inserted'), needle, site, detail, plan: fc.option(plan, { freq: 3 }) }),
  },
  { weight: 10, arbitrary: fc.record({ kind: kind('needle-removed'), needle }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kind('needle-accounted'),
      needle,
      incident: fc.constantFrom(...INCIDENT_KINDS),
      what: words,
      secondPerson: words,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kind('needle-detailed'), needle, change }) },
  { weight: 6, arbitrary: fc.record({ kind: kind('entry-retracted'), event: fc.constant(NO_EVENT), reason: words }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('site-planned'), plan, site, detail }) },
  fc.record({ kind: kind('plan-dropped'), plan, reason: words }),
  fc.record({ kind: kind('session-opened'), patient: fc.constant(PATIENT), reason: words }),
  fc.constant(timeOut()),
  fc.record({ kind: kind('position-changed'), position: fc.constantFrom(...POSITIONS) }),
  fc.record({ kind: kind('finding-noted'), text: words }),
  fc.record({
    kind: kind('pain-scored'),
    when: fc.constantFrom('before' as const, 'after' as const),
    pain0to10: fc.constantFrom('not-asked' as const, 0, 3, 10, 12),
  }),
  fc.record({ kind: kind('all-out-called'), reason: fc.constantFrom(...ALL_OUT_REASONS), note: words }),
  fc.record({ kind: kind('checklist-ticked'), item: fc.constantFrom('lying-flat', 'x'), done: fc.boolean() }),
  fc.record({
    kind: kind('reaction-recorded'),
    reaction: fc.constantFrom(...REACTION_KINDS),
    grade: fc.constantFrom(...REACTION_GRADES),
    needle: fc.option(needle),
    action: words,
    recoveredAfterMin: fc.constantFrom(null, 8, -1),
  }),
  fc.record({ kind: kind('no-reaction-confirmed') }),
  fc.record({ kind: kind('consent-withdrawn'), by: fc.constantFrom('patient' as const), reason: words }),
  fc.record({ kind: kind('count-confirmed'), inCount: small, outCount: small, accountedCount: fc.constantFrom(0, 1) }),
  fc.record({
    kind: kind('aftercare-given'),
    sheet: fc.constant('AC-1'),
    how: fc.constantFrom('told' as const),
    advice: fc.constant([]),
  }),
  fc.record({ kind: kind('session-signed'), signerName: fc.constant('R'), registration: fc.constant(null) }),
  fc.record({ kind: kind('addendum-added'), text: words, authorName: fc.constant('R') }),
)

const entry = fc.record({
  device: fc.integer({ min: 1, max: 3 }).map((no) => idNo<DeviceId>('device', no)),
  actor: fc.constantFrom(CLINICIAN, idNo<AccountId>('account', 2)),
  lateS: fc.integer({ min: -60, max: 620 }),
  back: fc.integer({ min: 1, max: 5 }),
  isIdReused: fc.boolean().chain((rarely) => (rarely ? fc.boolean() : fc.constant(false))),
  fact,
})
type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never

/** The entry as the event that stands at this place of the list. */
function eventAt({ device, actor, lateS, back, isIdReused, fact: what }: Entry, place: number): SessionEvent {
  const earlier = idNo<EventId>('event', Math.max(1, place - back))
  return {
    id: isIdReused && place % 4 === 0 ? earlier : idNo<EventId>('event', place),
    session: SESSION,
    device,
    actor,
    at: instantOf(Date.parse(NOW) + lateS * 1000),
    ...(what.kind === 'entry-retracted' ? { ...what, event: earlier } : what),
  }
}

/** Most begin as sessions do, so that there is something to go wrong; some end as sessions do. */
const start: readonly SessionEvent[] = [
  { kind: 'session-opened', patient: PATIENT, reason: '' } as const,
  timeOut(),
].map((what, at) => ({
  id: idNo<EventId>('event', 1000 + at),
  session: SESSION,
  device: idNo<DeviceId>('device', 1),
  actor: CLINICIAN,
  at: NOW,
  ...what,
}))
const list = fc
  .tuple(
    fc.constantFrom(start, start, start, start, start.slice(0, 1), []),
    fc.array(entry, { maxLength: 60, size: 'max' }),
    fc.boolean(),
  )
  .map(([first, rest, isFinished]) => {
    return { events: [...first, ...rest.map((each, at) => eventAt(each, at + 1))], isFinished }
  })

type Run = { readonly state: SessionState; readonly accepted: readonly SessionEvent[]; readonly refused: number }

/** Enters the events one by one; then, if so wished, whatever it takes to sign. */
function run({ events, isFinished }: { readonly events: readonly SessionEvent[]; readonly isFinished: boolean }): Run {
  let state = emptySession(SESSION)
  const accepted: SessionEvent[] = []
  let refused = 0
  const enter = (each: SessionEvent): void => {
    const decided = decideEvent(state, each, NOW)
    if (!decided.ok) refused += 1
    else if (decided.value !== state) accepted.push(each)
    if (decided.ok) state = decided.value
  }
  for (const each of events) enter(each)
  if (isFinished) for (const each of finish(state)) enter(each)
  // And then somebody goes on as if nothing had been signed.
  if (isFinished) for (const each of events.slice(-10)) enter({ ...each, id: idNo<EventId>('late', accepted.length) })
  return { state, accepted, refused }
}

function finish(state: SessionState): readonly SessionEvent[] {
  const { inCount, leftCount, outCount, accountedCount } = countNeedles(state)
  const facts: readonly SessionFact[] = [
    ...state.needles.map((each) => ({ kind: 'needle-removed', needle: each.id }) as const),
    { kind: 'count-confirmed', inCount, outCount: outCount + leftCount, accountedCount },
    { kind: 'no-reaction-confirmed' },
    { kind: 'pain-scored', when: 'after', pain0to10: 'not-asked' },
    { kind: 'aftercare-given', sheet: 'AC-1', how: 'told', advice: [] },
    { kind: 'session-signed', signerName: 'R', registration: null },
  ]
  const at = instantOf(Date.parse(NOW) + 600_000)
  return facts.map((what, no) => {
    const id = idNo<EventId>('event', 2000 + no)
    return { id, session: SESSION, device: idNo<DeviceId>('device', 9), actor: CLINICIAN, at, ...what }
  })
}

/** The state without its log, which compares by reference: what a reader sees, and the events in order. */
function visible(state: SessionState): unknown {
  return { ...state, log: state.log.events() }
}

test('SES-3: whatever is entered in whatever order, in = in the body + out + accounted for', () => {
  let needles = 0
  let incidents = 0
  fc.assert(
    fc.property(list, (given) => {
      const { state, accepted } = run(given)
      const count = countNeedles(state)
      expect(count.inCount).toBe(count.leftCount + count.outCount + count.accountedCount)
      // Counted another way, from the accepted events alone.
      const taken = new Set(accepted.flatMap((each) => (each.kind === 'entry-retracted' ? [each.event] : [])))
      const stands = (name: SessionFact['kind']): number =>
        accepted.filter((each) => each.kind === name && !taken.has(each.id)).length
      expect(count.inCount).toBe(stands('needle-inserted'))
      expect(count.outCount).toBe(stands('needle-removed'))
      expect(count.accountedCount).toBe(stands('needle-accounted'))
      needles += count.inCount
      incidents += count.accountedCount
    }),
    { numRuns: 500 },
  )
  expect(needles).toBeGreaterThan(300)
  expect(incidents).toBeGreaterThan(10)
})

test('a refused event changes nothing, and an accepted one leaves the state before it as it was', () => {
  let refused = 0
  fc.assert(
    fc.property(list, entry, (given, one) => {
      const next = eventAt(one, given.events.length + 1)
      const { state } = run(given)
      const before = structuredClone(visible(state))
      const decided = decideEvent(state, next, NOW)
      const sibling = decideEvent(state, { ...next, id: idNo<EventId>('event', 3000) }, NOW)
      expect(visible(state)).toEqual(before)
      if (!decided.ok) refused += 1
      // Two ways onward from one state don't see each other's events.
      if (decided.ok && sibling.ok && decided.value !== state) {
        expect(sibling.value.log.find(next.id)).toBeUndefined()
        expect(decided.value.log.find(next.id)).toEqual(next)
      }
    }),
    { numRuns: 300 },
  )
  expect(refused).toBeGreaterThan(60)
})

test('the same events twice change nothing', () => {
  let repeated = 0
  fc.assert(
    fc.property(list, (given) => {
      const { state, accepted } = run(given)
      let again = state
      for (const each of accepted) {
        const decided = decideEvent(again, structuredClone(each), '1999-01-01T00:00:00.000Z' as Instant)
        expect(decided.ok).toBe(true)
        if (decided.ok) again = decided.value
        repeated += 1
      }
      expect(again).toBe(state)
    }),
    { numRuns: 200 },
  )
  expect(repeated).toBeGreaterThan(1000)
})

test('the fold of the accepted events, through JSON, is the state that was built one by one', () => {
  let events = 0
  fc.assert(
    fc.property(list, (given) => {
      const { state, accepted } = run(given)
      const stored = JSON.parse(JSON.stringify(accepted)) as SessionEvent[]
      const folded = foldEvents(stored)
      if (accepted.length > 0) expect(visible(folded)).toEqual(visible(state))
      events += accepted.length
    }),
    { numRuns: 300 },
  )
  expect(events).toBeGreaterThan(2000)
})

test('SES-3, SES-8: no signed session has a needle in, and nothing but addenda follows its signature', () => {
  let signed = 0
  fc.assert(
    fc.property(list, (given) => {
      const { state, accepted } = run(given)
      if (!state.signed) return
      signed += 1
      expect(countNeedles(state).leftCount).toBe(0)
      expect(missingBeforeSigning(state)).toEqual([])
      const place = accepted.findIndex((each) => each.kind === 'session-signed')
      expect(accepted.slice(place + 1).every((each) => each.kind === 'addendum-added')).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(signed).toBeGreaterThan(40)
})

test('SES-2, SES-4, SES-5: no needle went in twice, before a time-out, or after all out or a withdrawal', () => {
  let insertions = 0
  fc.assert(
    fc.property(list, (given) => {
      const used = new Set<NeedleId>()
      let mayGoIn = false
      for (const each of run(given).accepted) {
        if (each.kind === 'time-out-confirmed') mayGoIn = true
        if (each.kind === 'all-out-called' || each.kind === 'consent-withdrawn') mayGoIn = false
        if (each.kind !== 'needle-inserted') continue
        expect(mayGoIn).toBe(true)
        expect(used.has(each.needle)).toBe(false)
        used.add(each.needle)
        insertions += 1
      }
    }),
    { numRuns: 300 },
  )
  expect(insertions).toBeGreaterThan(200)
})
