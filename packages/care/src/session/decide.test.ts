import { expect, test } from 'vitest'
import type { AccountId, DeviceId, EventId, Instant, NeedleId, PlanId, SessionId } from '../kernel/index.ts'
import type { SessionFact } from './event.ts'
import { BARE_NEEDLE } from './needle.ts'
import { CLINICIAN, idNo, needleIn, needleOut, NOW, PATIENT, siteAt, Table, timeOut } from './table.fixture.ts'

const openIt: SessionFact = { kind: 'session-opened', patient: PATIENT, reason: 'Back pain' }
const allOut: SessionFact = { kind: 'all-out-called', reason: 'felt-faint', note: '' }
const sign: SessionFact = { kind: 'session-signed', signerName: 'Rosa Okafor', registration: null }
const needle = (no: number) => idNo<NeedleId>('needle', no)
const plan = (no: number) => idNo<PlanId>('plan', no)
const planned = (no: number, site = siteAt('piriformis', null)): SessionFact => {
  return { kind: 'site-planned', plan: plan(no), site, detail: BARE_NEEDLE }
}
const incident = (no: number, change: Partial<{ what: string; secondPerson: string }> = {}): SessionFact => {
  return {
    kind: 'needle-accounted',
    needle: needle(no),
    incident: 'dropped',
    what: 'Fell to the floor',
    secondPerson: 'Ann',
    ...change,
  }
}

test('a session is opened once and first', () => {
  const table = new Table()
  expect(table.code({ kind: 'finding-noted', text: 'Taut band' })).toBe('session-not-opened')
  expect(table.code(openIt)).toBe('accepted')
  expect(table.code(openIt)).toBe('session-already-opened')
  expect(table.code({ kind: 'finding-noted', text: 'x' }, { session: idNo<SessionId>('session', 2) })).toBe(
    'event-of-another-session',
  )
})

test('the same event twice is accepted twice and counts once; another with its id is refused', () => {
  const table = Table.ready()
  const event = table.does(needleIn(1))
  const before = table.state
  const again = table.judges(structuredClone(event))
  expect(again.ok && again.value).toBe(before)
  const other = table.judges({ ...event, device: idNo<DeviceId>('device', 2) })
  expect(other.ok ? null : other.problem.code).toBe('event-id-reused')
  expect(table.state).toBe(before)
})

test('an event dated more than ten minutes ahead is refused', () => {
  const table = Table.ready()
  const finding: SessionFact = { kind: 'finding-noted', text: 'Taut band' }
  expect(table.code(finding, { at: '2026-11-23T10:09:30.000Z' as Instant })).toBe('accepted')
  expect(table.code(finding, { at: '2026-11-23T10:10:30.000Z' as Instant })).toBe('event-ahead-of-clock')
})

test('SES-5: no needle before the time-out, and one time-out only', () => {
  const table = new Table()
  table.does(openIt)
  expect(table.code(needleIn(1))).toBe('time-out-missing')
  expect(table.code(timeOut({ position: 'seated' }))).toBe('position-not-lying')
  expect(table.code(timeOut())).toBe('accepted')
  expect(table.code(timeOut())).toBe('time-out-already-done')
  expect(table.code(needleIn(1))).toBe('accepted')
})

test('SES-5: who sits up is not needled further', () => {
  const table = Table.ready()
  table.does({ kind: 'position-changed', position: 'seated' })
  expect(table.code(needleIn(1))).toBe('position-not-lying')
  table.does({ kind: 'position-changed', position: 'side-lying-left' })
  expect(table.code(needleIn(1))).toBe('accepted')
})

test('SES-5: what screening stops, bars by region or bars by technique is refused', () => {
  const { screening } = timeOut()
  const table = new Table()
  table.does(openIt)
  expect(table.code(timeOut({ screening: { ...screening, mayNeedle: false } }))).toBe('screening-bars-needling')
  table.does(timeOut({ screening: { ...screening, barredRegions: ['gluteal'], barredTechniques: ['deep-pistoning'] } }))
  expect(table.code(needleIn(1, siteAt('gluteus-medius', null), { technique: 'superficial' }))).toBe(
    'screening-bars-region',
  )
  expect(table.code(needleIn(1, undefined, { technique: 'deep-pistoning' }))).toBe('screening-bars-technique')
  // Something is barred and nobody says which technique this is: unknown is never fine.
  expect(table.code(needleIn(1))).toBe('technique-unknown')
  expect(table.code(needleIn(1, undefined, { technique: 'superficial' }))).toBe('accepted')
  const change = { technique: 'deep-pistoning' } as const
  expect(table.code({ kind: 'needle-detailed', needle: needle(1), change })).toBe('screening-bars-technique')
})

test('a site outside the consent is refused, by the region of its level', () => {
  const table = Table.ready()
  expect(table.code(needleIn(1, siteAt('upper-trapezius', null)))).toBe('consent-lacks-region')
  // Iliocostalis lumborum at T9 lies over the chest.
  expect(table.code(needleIn(1, siteAt('iliocostalis-lumborum', 'T9')))).toBe('consent-lacks-region')
  expect(table.code(needleIn(1, siteAt('iliocostalis-lumborum', 'L3')))).toBe('accepted')
  expect(table.code(needleIn(2, undefined, { technique: 'electrical' }))).toBe('consent-lacks-electrical')
})

test('the time-out is refused while a planned site lies outside the consent', () => {
  const table = new Table()
  table.does(openIt)
  table.does(planned(1, siteAt('infraspinatus', null)))
  expect(table.code(timeOut())).toBe('consent-lacks-region')
  table.does({ kind: 'plan-dropped', plan: plan(1), reason: 'No consent' })
  expect(table.code(timeOut())).toBe('accepted')
})

test.each([
  ['a muscle that the atlas lacks', siteAt('biceps-brachii', null), 'muscle-unknown'],
  ['a level of another muscle', siteAt('quadratus-lumborum', 'T3'), 'level-not-of-muscle'],
  ['a level for a muscle without levels', siteAt('piriformis', 'S1'), 'level-not-of-muscle'],
  ['no level on the trunk', siteAt('lumbar-multifidus', null), 'level-missing'],
  ['a point beside the body', { ...siteAt('piriformis', null), point: { x: 900, y: 500 } }, 'point-off-the-plate'],
  ['a point that is none', { ...siteAt('piriformis', null), point: { x: Number.NaN, y: 500 } }, 'point-off-the-plate'],
])('SES-1: %s is refused', (_what, site, code) => {
  expect(Table.ready().code(needleIn(1, site))).toBe(code)
  expect(Table.ready().code(planned(1, site))).toBe(code)
})

test.each([
  ['gaugeMm', { gaugeMm: 0.09 }],
  ['gaugeMm', { gaugeMm: 0.61 }],
  ['lengthMm', { lengthMm: 4 }],
  ['lengthMm', { lengthMm: 151 }],
  ['depthMm', { depthMm: -1 }],
  ['depthMm', { depthMm: Number.NaN }],
  ['pain0to10', { pain0to10: 11 }],
  ['pain0to10', { pain0to10: 2.5 }],
  ['plannedDwellS', { plannedDwellS: 4 }],
  ['plannedDwellS', { plannedDwellS: 2401 }],
  ['twitch.count', { twitch: { kind: 'seen', count: 0 } }],
  ['twitch.count', { twitch: { kind: 'seen', count: 100 } }],
] as const)('SES-1: a %s that cannot be is refused by name', (field, change) => {
  const table = Table.ready()
  const refused = table.tries(needleIn(1, undefined, change))
  expect(refused.ok ? null : refused.problem).toMatchObject({ code: 'detail-out-of-range', field })
  table.does(needleIn(1))
  const later = table.tries({ kind: 'needle-detailed', needle: needle(1), change })
  expect(later.ok ? null : later.problem).toMatchObject({ code: 'detail-out-of-range', field })
})

test('SES-1: a needle is not deeper than it is long, and current needs the electrical technique', () => {
  const table = Table.ready({ consent: { ...timeOut().consent, electrical: true } })
  expect(table.code(needleIn(1, undefined, { lengthMm: 25, depthMm: 26 }))).toBe('depth-beyond-length')
  const electrical = { frequencyHz: 2, pulseWidthUs: null, intensity: null, channel: 'A', durationMin: 10 }
  expect(table.code(needleIn(1, undefined, { electrical }))).toBe('electrical-settings-without-current')
  const tooFast = { technique: 'electrical', electrical: { ...electrical, frequencyHz: 500 } } as const
  expect(table.code(needleIn(1, undefined, tooFast))).toBe('detail-out-of-range')
  expect(table.code(needleIn(1, undefined, { technique: 'electrical', electrical }))).toBe('accepted')
})

test('SES-2: a needle is single use, also after it was taken out or entered by mistake', () => {
  const table = Table.ready()
  const event = table.does(needleIn(1))
  expect(table.code(needleIn(1))).toBe('needle-already-used')
  table.does({ kind: 'entry-retracted', event: event.id, reason: 'Mistap' })
  expect(table.code(needleIn(1))).toBe('needle-already-used')
  table.does(needleIn(2))
  table.does(needleOut(2))
  expect(table.code(needleIn(2))).toBe('needle-already-used')
})

test('SES-3: only a needle that is in comes out, and not before it went in on the same device', () => {
  const table = Table.ready()
  expect(table.code(needleOut(1))).toBe('needle-unknown')
  table.does(needleIn(1))
  expect(table.code(needleOut(1), { at: '2026-11-23T09:59:00.000Z' as Instant })).toBe('removed-before-inserted')
  const other = { at: '2026-11-23T09:59:00.000Z' as Instant, device: idNo<DeviceId>('device', 2) }
  expect(table.code(needleOut(1), other)).toBe('accepted')
  expect(table.code(needleOut(1))).toBe('needle-not-in')
})

test('SES-3: an incident says what happened and names a second person', () => {
  const table = Table.ready()
  table.does(needleIn(1))
  expect(table.code(incident(1, { what: '  ' }))).toBe('incident-needs-account')
  expect(table.code(incident(1, { secondPerson: '' }))).toBe('incident-needs-second-person')
  expect(table.code(incident(1))).toBe('accepted')
  expect(table.code(needleOut(1))).toBe('needle-not-in')
})

test('SES-3: the count is confirmed as it is, with nothing in the body, and counts no longer once a needle moves', () => {
  const table = Table.ready()
  const count = (inCount: number, outCount: number, accountedCount = 0): SessionFact => {
    return { kind: 'count-confirmed', inCount, outCount, accountedCount }
  }
  table.does(needleIn(1))
  expect(table.code(count(1, 0))).toBe('needles-unaccounted')
  table.does(needleOut(1))
  expect(table.code(count(2, 2))).toBe('count-differs')
  expect(table.code(count(1, 1))).toBe('accepted')
  table.does(needleIn(2))
  expect(table.state.count).toBeNull()
})

test('SES-3: signing waits for needles, count, reaction, pain and aftercare, in this order', () => {
  const table = Table.ready()
  table.does(needleIn(1))
  const refused = table.tries(sign)
  expect(refused.ok ? null : refused.problem).toEqual({ code: 'needles-unaccounted', leftCount: 1 })
  table.does(needleOut(1))
  const still = table.tries(sign)
  const missing = ['count', 'reaction', 'pain-after', 'aftercare']
  expect(still.ok ? null : still.problem).toEqual({ code: 'not-ready-to-sign', missing })
  table.finishes()
  expect(table.code(sign)).toBe('accepted')
})

test('a pain that was not asked is an answer; a pain of 11 is none', () => {
  const table = Table.ready()
  expect(table.code({ kind: 'pain-scored', when: 'after', pain0to10: 11 })).toBe('pain-out-of-range')
  expect(table.code({ kind: 'pain-scored', when: 'after', pain0to10: 'not-asked' })).toBe('accepted')
})

test('SES-4: after All out now needles only come out, and no more go in in this session', () => {
  const table = Table.ready()
  table.does(needleIn(1))
  table.does(allOut)
  expect(table.state.phase).toBe('all-out-called')
  expect(table.code(needleIn(2))).toBe('all-out-called')
  expect(table.code(planned(1))).toBe('all-out-called')
  expect(table.code(allOut)).toBe('accepted')
  table.does(needleOut(1))
  expect(table.code(needleIn(2))).toBe('all-out-called')
  table.finishes().signs()
  expect(table.state.phase).toBe('signed')
})

test('SES-4: the faint checklist takes its own items only', () => {
  const table = Table.ready()
  expect(table.code({ kind: 'checklist-ticked', item: 'lying-flat', done: true })).toBe('accepted')
  expect(table.code({ kind: 'checklist-ticked', item: 'smelling-salts', done: true })).toBe('checklist-item-unknown')
})

test('consent withdrawn at the table: needles come out, none goes in, and the session is signed as withdrawn', () => {
  const table = Table.ready()
  table.does(needleIn(1))
  table.does({ kind: 'consent-withdrawn', by: 'patient', reason: '' })
  expect(table.state.phase).toBe('withdrawn')
  expect(table.code(needleIn(2))).toBe('consent-withdrawn')
  expect(table.code(sign)).toBe('needles-unaccounted')
  table.does(needleOut(1))
  table.finishes().signs()
  expect(table.state).toMatchObject({ phase: 'signed', withdrawal: { by: 'patient' } })
})

test('SES-8: a signed session takes addenda and nothing else; an open one takes no addendum', () => {
  const table = Table.ready()
  const addendum: SessionFact = { kind: 'addendum-added', text: 'She rang: a bruise.', authorName: 'Rosa Okafor' }
  expect(table.code(addendum)).toBe('session-not-signed')
  const note = table.does({ kind: 'finding-noted', text: 'Taut band' })
  table.finishes().signs()
  for (const fact of [
    needleIn(9),
    allOut,
    sign,
    { kind: 'finding-noted', text: 'Late' },
    { kind: 'entry-retracted', event: note.id, reason: 'No' },
  ] as const) {
    expect(table.code(fact)).toBe('session-signed')
  }
  expect(table.code(addendum, { actor: idNo<AccountId>('account', 2) })).toBe('accepted')
  expect(table.state.addenda).toHaveLength(1)
})

test('a plan is placed once, in its own muscle and side, or dropped with its reason', () => {
  const table = Table.ready()
  const piri = siteAt('piriformis', null)
  table.does(planned(1))
  expect(table.code(planned(1))).toBe('plan-already-made')
  expect(table.code(needleIn(1, siteAt('gluteus-medius', null), {}, plan(1)))).toBe('plan-of-another-site')
  expect(table.code(needleIn(1, piri, {}, plan(2)))).toBe('plan-unknown')
  expect(table.code(needleIn(1, piri, {}, plan(1)))).toBe('accepted')
  expect(table.code(needleIn(2, piri, {}, plan(1)))).toBe('plan-not-open')
  expect(table.code({ kind: 'plan-dropped', plan: plan(1), reason: '' })).toBe('plan-not-open')
})

test('a reaction names a needle of this session; once there is one, "none" is refused', () => {
  const table = Table.ready()
  const felt = { kind: 'reaction-recorded', reaction: 'bruising', grade: 'mild', action: '' } as const
  expect(table.code({ ...felt, needle: needle(5), recoveredAfterMin: null })).toBe('needle-unknown')
  expect(table.code({ ...felt, needle: null, recoveredAfterMin: -1 })).toBe('recovery-out-of-range')
  table.does({ kind: 'no-reaction-confirmed' })
  table.does({ ...felt, needle: null, recoveredAfterMin: 8 })
  expect(table.state.noReaction).toBeNull()
  expect(table.code({ kind: 'no-reaction-confirmed' })).toBe('reaction-already-recorded')
})

test('undo: an insertion only while the needle is in and nothing more was said of it', () => {
  const table = Table.ready()
  const first = table.does(needleIn(1))
  const undo = (event: EventId): SessionFact => ({ kind: 'entry-retracted', event, reason: 'Mistap' })
  const detail = table.does({ kind: 'needle-detailed', needle: needle(1), change: { lengthMm: 50 } })
  expect(table.code(undo(first.id))).toBe('needle-touched-since')
  table.does(undo(detail.id))
  expect(table.state.needles[0]?.detail.lengthMm).toBeNull()
  const out = table.does(needleOut(1))
  expect(table.code(undo(first.id))).toBe('needle-not-in')
  table.does(undo(out.id))
  expect(table.state.needles[0]).toMatchObject({ outcome: 'in-body', outAt: null })
  table.does(undo(first.id))
  expect(table.state.needles).toEqual([])
  expect(table.code(undo(first.id))).toBe('entry-already-retracted')
  expect(table.code(undo(idNo<EventId>('event', 999)))).toBe('entry-unknown')
})

test('undo: a word on a needle cannot be taken back when what is left could not be', () => {
  const table = Table.ready()
  table.does(needleIn(1, undefined, { lengthMm: 25 }))
  const longer = table.does({ kind: 'needle-detailed', needle: needle(1), change: { lengthMm: 60 } })
  table.does({ kind: 'needle-detailed', needle: needle(1), change: { depthMm: 40 } })
  expect(table.code({ kind: 'entry-retracted', event: longer.id, reason: '' })).toBe('depth-beyond-length')
})

test('undo: notes, pain, turns, plans, reactions and aftercare go back to what was before', () => {
  const table = Table.ready()
  table.does({ kind: 'pain-scored', when: 'before', pain0to10: 6 })
  const before = { ...table.state }
  for (const fact of [
    { kind: 'finding-noted', text: 'x' },
    { kind: 'pain-scored', when: 'before', pain0to10: 2 },
    { kind: 'position-changed', position: 'supine' },
    planned(1),
    { kind: 'reaction-recorded', reaction: 'dizzy', grade: 'mild', needle: null, action: '', recoveredAfterMin: 1 },
    { kind: 'no-reaction-confirmed' },
    { kind: 'aftercare-given', sheet: 'AC-1', how: 'told', advice: [] },
  ] as readonly SessionFact[]) {
    const event = table.does(fact)
    table.does({ kind: 'entry-retracted', event: event.id, reason: '' })
    expect({ ...table.state, log: null, retracted: null }, fact.kind).toEqual({ ...before, log: null, retracted: null })
  }
})

test('undo: what was checked, counted, called out or reported as an incident stands', () => {
  const table = Table.ready()
  table.does(needleIn(1))
  const stands = [
    ...table.events.slice(0, 2),
    table.does(allOut),
    table.does(incident(1)),
    table.does({ kind: 'count-confirmed', inCount: 1, outCount: 0, accountedCount: 1 }),
    table.does({ kind: 'consent-withdrawn', by: 'patient', reason: '' }),
  ]
  for (const event of stands) {
    expect(table.code({ kind: 'entry-retracted', event: event.id, reason: '' }), event.kind).toBe('entry-stands')
  }
})

test('undo of a placed needle opens its plan again; the newest number is given anew', () => {
  const table = Table.ready()
  table.does(planned(1))
  const placed = table.does(needleIn(1, siteAt('piriformis', null), {}, plan(1)))
  table.does({ kind: 'entry-retracted', event: placed.id, reason: '' })
  expect(table.state.plans[0]?.status).toBe('open')
  table.does(needleIn(2))
  expect(table.state.needles[0]?.number).toBe(1)
})

test('a session has a bounded number of events', () => {
  const table = Table.ready()
  for (let count = table.events.length; count < 5000; count += 1) table.does({ kind: 'finding-noted', text: 'x' })
  expect(table.code({ kind: 'finding-noted', text: 'x' })).toBe('session-full')
  expect(table.state.opened?.actor).toBe(CLINICIAN)
  expect(table.state.opened?.at).toBe(NOW)
})
