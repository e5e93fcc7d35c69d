/**
 * Sessions of the demo, charted event by event through the same commands as at a real table, needles by shorthand.
 *
 * Each kind of session ends in another state: needles in, all out called, an incident, unsigned, signed, with an addendum.
 */
import type { Region } from '@unknot/care/atlas'
import { consentFacts } from '@unknot/care/consent'
import {
  assert,
  type ConsentId,
  type DeviceId,
  type EventId,
  type Instant,
  type NeedleId,
  type PatientId,
  type SessionId,
  must,
} from '@unknot/care/kernel'
import { screeningFacts } from '@unknot/care/screening'
import { readShorthand, type SessionFact, VASOVAGAL_CHECKLIST } from '@unknot/care/session'
import { findConsent } from '../../consent/index.ts'
import { latestScreening } from '../../screening/index.ts'
import { type Desk, openSession, sendEvents, SessionMemory } from '../../session/index.ts'
import { type DemoHand, done, later } from './demo-hand.ts'
import type { DemoSession } from './invented-people.ts'

export type DemoVisit = {
  readonly patient: PatientId
  readonly consent: ConsentId
  readonly regions: readonly Region[]
  readonly reason: string
  readonly session: DemoSession
}

/** Minutes from the start, and what happened then. */
type Step = readonly [minute: number, fact: Exclude<SessionFact, { readonly kind: 'session-opened' }>]

export async function walkSession(hand: DemoHand, visit: DemoVisit, at: Instant): Promise<void> {
  const session = hand.idAt<SessionId>(at)
  const device = hand.idAt<DeviceId>(at)
  const memory = new SessionMemory()
  const deskAt = (when: Instant): Desk => {
    const source = { ...hand.sourceAt(when, hand.clinician.account), actor: hand.clinician }
    return { run: (work) => work(hand.tx), memory, source }
  }
  const opening = {
    id: session,
    event: hand.idAt<EventId>(at),
    device,
    at,
    patient: visit.patient,
    reason: visit.reason,
  }
  done(await openSession(deskAt(at), opening), visit.reason)
  for (const [minute, fact] of await stepsOf(hand, visit, at)) {
    const when = later(at, minute)
    const sent = { id: hand.idAt<EventId>(when), device, at: when, ...fact }
    const [verdict] = done(await sendEvents(deskAt(when), session, [sent]), fact.kind)
    assert(verdict?.verdict === 'accepted', `the demo was refused: ${fact.kind}: ${JSON.stringify(verdict?.problem)}`)
  }
}

async function stepsOf(hand: DemoHand, visit: DemoVisit, at: Instant): Promise<readonly Step[]> {
  if (visit.session === 'just-opened') return []
  const needles = needlesFor(visit.regions).map((fact, index) => {
    const needle = hand.idAt<NeedleId>(later(at, index))
    return { needle, fact: { kind: 'needle-inserted', needle, plan: null, ...fact } as const }
  })
  const start: Step[] = [
    [1, await timeOutOf(hand, visit)],
    [1.2, { kind: 'pain-scored', when: 'before', pain0to10: 6 }],
    [1.5, { kind: 'finding-noted', text: 'Taut, tender bands; pressing them brings on the known pain.' }],
    ...needles.map(({ fact }, index): Step => [2 + index / 2, fact]),
  ]
  const ids = needles.map(({ needle }) => needle)
  return [...start, ...courseOf(visit.session, ids)]
}

function courseOf(session: DemoSession, needles: readonly NeedleId[]): readonly Step[] {
  const [first] = needles
  const last = must(needles.at(-1), 'a session of the demo has needles')
  const out = (ids: readonly NeedleId[]) =>
    ids.map((needle, index): Step => [12 + index / 4, { kind: 'needle-removed', needle }])
  switch (session) {
    case 'needles-in':
      return first ? [[10, { kind: 'needle-removed', needle: first }]] : []
    case 'all-out-called':
      return [
        [6, { kind: 'all-out-called', reason: 'felt-faint', note: 'Pale, sweating' }],
        ...needles.slice(0, -1).map((needle, index): Step => [6.2 + index / 8, { kind: 'needle-removed', needle }]),
        [7, ticked(0)],
      ]
    case 'incident':
      return [
        ...out(needles.slice(0, -1)),
        [14, broken(last)],
        ...closing(needles.length, 1),
        [18, noReaction],
        [22, signed],
      ]
    case 'faint':
      return [
        [6, { kind: 'all-out-called', reason: 'felt-faint', note: 'As the last needle went in' }],
        ...needles.map((needle, index): Step => [6.2 + index / 8, { kind: 'needle-removed', needle }]),
        [7, ticked(1)],
        [7.5, ticked(2)],
        [15, feltFaint(last)],
        ...closing(needles.length, 0),
        [24, signed],
      ]
    case 'unsigned':
      return [...out(needles), ...closing(needles.length, 0)]
    default:
      return [...out(needles), ...closing(needles.length, 0), [18, noReaction], [22, signed], ...addenda(session)]
  }
}

function addenda(session: DemoSession): readonly Step[] {
  if (session !== 'signed-with-addendum') return []
  const text = 'She rang: a bruise over the right buttock, the size of a coin, not painful. Told what to look out for.'
  return [[60 * 23, { kind: 'addendum-added', text, authorName: '-' }]]
}

/** The count, the pain afterwards and the aftercare: all but the signature. */
function closing(needleCount: number, accountedCount: number): readonly Step[] {
  const outCount = needleCount - accountedCount
  return [
    [16, { kind: 'count-confirmed', inCount: needleCount, outCount, accountedCount }],
    [16.5, { kind: 'pain-scored', when: 'after', pain0to10: 3 }],
    [
      17,
      {
        kind: 'aftercare-given',
        sheet: 'A-1',
        how: 'printed',
        advice: ['Soreness for a day or two is common', 'Keep moving'],
      },
    ],
  ]
}

const noReaction = { kind: 'no-reaction-confirmed' } as const
/** The name is the account's, whatever stands here. */
const signed = { kind: 'session-signed', signerName: '-', registration: null } as const

function ticked(index: number): Step[1] {
  const item = must(VASOVAGAL_CHECKLIST[index], 'the checklist has such a line').item
  return { kind: 'checklist-ticked', item, done: true }
}

function broken(needle: NeedleId): Step[1] {
  const what = 'The handle came off as it was taken out; the shaft was taken out whole with forceps.'
  return { kind: 'needle-accounted', needle, incident: 'broken', what, secondPerson: 'Finn Aalto' }
}

function feltFaint(needle: NeedleId): Step[1] {
  const action = 'Laid flat, legs raised, water.'
  return { kind: 'reaction-recorded', reaction: 'felt-faint', grade: 'mild', needle, action, recoveredAfterMin: 8 }
}

async function timeOutOf(hand: DemoHand, { patient, consent }: DemoVisit): Promise<Step[1]> {
  const { tx, clinic } = hand
  const screening = must(await latestScreening(tx, clinic.id, patient), 'who is treated was screened')
  const given = must(await findConsent(tx, clinic.id, consent), 'who is treated has consented')
  const checks = { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true } as const
  const facts = { screening: screeningFacts(screening), consent: consentFacts(given) }
  return { kind: 'time-out-confirmed', checks, position: 'prone', ...facts }
}

const LINES: readonly (readonly [Region, string])[] = [
  ['lumbar', 'r mult L4-L5 .30x50 piston ltr2 p3; r iliocost L3 .30x40 superf no ltr p1'],
  ['gluteal', 'r glut med .30x60 static ltr p4'],
  // One side only, and short: the atlas stops the other side, and more than 19 mm straight in.
  ['thoracic', 'r rhomb maj T5 .25x15 superf no ltr p1; r rhomb maj T4 .25x15 superf ltr p2'],
]

function needlesFor(regions: readonly Region[]) {
  const line = LINES.flatMap(([region, words]) => (regions.includes(region) ? [words] : [])).join('; ')
  const { needles, problems } = readShorthand(line)
  assert(problems.length === 0, `the demo's shorthand: ${JSON.stringify(problems)}`)
  return needles.map(({ site, detail }) => ({ site, detail }))
}
