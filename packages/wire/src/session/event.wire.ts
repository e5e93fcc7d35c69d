/**
 * Events as they cross the network: one shape for each kind, nothing more in it than care knows.
 *
 * A client sends neither session (it stands in the address) nor actor (that is who is signed in). What it gets back has both.
 */
import { QUESTION_IDS, REGIONS } from '@unknot/care/atlas'
import type {
  AccountId,
  ConsentId,
  DeviceId,
  EventId,
  NeedleId,
  PatientId,
  PlanId,
  ScreeningId,
  SessionId,
} from '@unknot/care/kernel'
import {
  AFTERCARE_WAYS,
  ALL_OUT_REASONS,
  INCIDENT_KINDS,
  NARROWED_SCOPES,
  POSITIONS,
  REACTION_GRADES,
  REACTION_KINDS,
  type SessionEvent,
  type SessionFact,
  TECHNIQUES,
  WITHDRAWN_BY,
} from '@unknot/care/session'
import * as z from 'zod/mini'
import { idOf, instant, text } from '../kernel/index.ts'
import { type Agree, agree } from './agree.ts'
import { needleChange, needleDetail, site } from './site.wire.ts'

const needle = idOf<NeedleId>()
const plan = idOf<PlanId>()
const note = text({ max: 2000 })
const said = text({ min: 1, max: 2000 })
const name = text({ min: 1, max: 200 })
const position = z.enum(POSITIONS)
const regions = z.array(z.enum(REGIONS)).check(z.maxLength(REGIONS.length, 'must name each region once'))
const whole = z
  .number({ error: 'must be a whole number' })
  .check(z.int('must be a whole number'), z.minimum(0, 'must be 0 or more'), z.maximum(10_000, 'must be at most 10000'))
const pain = z.union([
  z
    .number({ error: 'must be a whole number from 0 to 10' })
    .check(z.int('must be a whole number'), z.minimum(0, 'must be 0 or more'), z.maximum(10, 'must be at most 10')),
  z.literal('not-asked'),
])
const yes = z.literal(true, { error: 'must be true: the time-out is done when all four are checked' })

const screeningFacts = z.strictObject({
  screening: idOf<ScreeningId>(),
  rulesVersion: text({ min: 1, max: 40 }),
  mayNeedle: z.boolean(),
  barredRegions: regions,
  barredTechniques: z.array(z.enum(TECHNIQUES)).check(z.maxLength(TECHNIQUES.length, 'must name each technique once')),
  precautions: z.array(text({ min: 1, max: 300 })).check(z.maxLength(50, 'must hold at most 50 lines')),
})

const consentFacts = z.strictObject({
  consent: idOf<ConsentId>(),
  textVersion: text({ min: 1, max: 40 }),
  regions,
  electrical: z.boolean(),
})

/** What was asked and answered at a site, and why a needle goes in against advice. */
const placing = {
  answers: z.exactOptional(
    z
      .array(
        z.strictObject({
          question: z.enum(QUESTION_IDS),
          answer: z.union([text({ min: 1, max: 40 }), z.number({ error: 'must be a number of millimetres' })]),
        }),
      )
      .check(z.maxLength(QUESTION_IDS.length, 'must answer each question once')),
  ),
  reason: z.exactOptional(text({ max: 500 })),
}

/** What happened, one shape a kind. */
const opened = { kind: z.literal('session-opened'), patient: idOf<PatientId>(), reason: text({ max: 500 }) }
const facts = {
  timeOut: {
    kind: z.literal('time-out-confirmed'),
    checks: z.strictObject({
      rightPatient: yes,
      screeningRechecked: yes,
      consentCoversPlan: yes,
      positionLying: yes,
    }),
    position,
    screening: screeningFacts,
    consent: consentFacts,
  },
  turn: { kind: z.literal('position-changed'), position },
  finding: { kind: z.literal('finding-noted'), text: said },
  pain: { kind: z.literal('pain-scored'), when: z.enum(['before', 'after']), pain0to10: pain },
  planned: { kind: z.literal('site-planned'), plan, site, detail: needleDetail },
  planDropped: { kind: z.literal('plan-dropped'), plan, reason: note },
  inserted: {
    kind: z.literal('needle-inserted'),
    needle,
    site,
    detail: needleDetail,
    plan: z.nullable(plan),
    ...placing,
  },
  detailed: { kind: z.literal('needle-detailed'), needle, change: needleChange },
  removed: { kind: z.literal('needle-removed'), needle },
  accounted: {
    kind: z.literal('needle-accounted'),
    needle,
    incident: z.enum(INCIDENT_KINDS),
    what: said,
    secondPerson: name,
  },
  allOut: { kind: z.literal('all-out-called'), reason: z.enum(ALL_OUT_REASONS), note },
  ticked: { kind: z.literal('checklist-ticked'), item: text({ min: 1, max: 60 }), done: z.boolean() },
  reaction: {
    kind: z.literal('reaction-recorded'),
    reaction: z.enum(REACTION_KINDS),
    grade: z.enum(REACTION_GRADES),
    needle: z.nullable(needle),
    action: note,
    recoveredAfterMin: z.nullable(
      z.number().check(z.minimum(0, 'must be 0 or more'), z.maximum(1440, 'must be at most 1440 minutes')),
    ),
  },
  noReaction: { kind: z.literal('no-reaction-confirmed') },
  reconfirmed: { kind: z.literal('consent-reconfirmed'), interpreter: z.nullable(name) },
  narrowed: {
    kind: z.literal('consent-narrowed'),
    scopes: z
      .array(z.enum(NARROWED_SCOPES), { error: 'must be a list' })
      .check(z.minLength(1, 'must name one'), z.maxLength(NARROWED_SCOPES.length, 'must name each once')),
    by: z.enum(WITHDRAWN_BY),
    reason: note,
  },
  withdrawn: { kind: z.literal('consent-withdrawn'), by: z.enum(WITHDRAWN_BY), reason: note },
  counted: { kind: z.literal('count-confirmed'), inCount: whole, outCount: whole, accountedCount: whole },
  aftercare: {
    kind: z.literal('aftercare-given'),
    sheet: text({ min: 1, max: 60 }),
    how: z.enum(AFTERCARE_WAYS),
    advice: z.array(text({ min: 1, max: 500 })).check(z.maxLength(50, 'must hold at most 50 lines')),
  },
  retracted: { kind: z.literal('entry-retracted'), event: idOf<EventId>(), reason: note },
  signed: { kind: z.literal('session-signed'), signerName: name, registration: z.nullable(text({ max: 100 })) },
  addendum: {
    kind: z.literal('addendum-added'),
    text: text({ min: 1, max: 5000 }),
    authorName: name,
    answers: z.exactOptional(z.array(idOf<EventId>()).check(z.maxLength(500, 'must name at most 500 entries'))),
  },
}

/** Care refuses a clock that is days off, with a reason in words; here it only has to be a number that can be stored. */
export const skew = z.exactOptional(
  z
    .number({ error: 'must be a whole number of milliseconds' })
    .check(
      z.int('must be a whole number of milliseconds'),
      z.minimum(-2e9, 'is too small'),
      z.maximum(2e9, 'is too large'),
    ),
)
const sent = { id: idOf<EventId>(), device: idOf<DeviceId>(), at: instant, skewMs: skew }
const stored = { ...sent, session: idOf<SessionId>(), actor: idOf<AccountId>() }

/** An event that a client sends: any kind but the opening, which has its own route. */
export const sentEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...sent, ...facts.timeOut }),
  z.strictObject({ ...sent, ...facts.turn }),
  z.strictObject({ ...sent, ...facts.finding }),
  z.strictObject({ ...sent, ...facts.pain }),
  z.strictObject({ ...sent, ...facts.planned }),
  z.strictObject({ ...sent, ...facts.planDropped }),
  z.strictObject({ ...sent, ...facts.inserted }),
  z.strictObject({ ...sent, ...facts.detailed }),
  z.strictObject({ ...sent, ...facts.removed }),
  z.strictObject({ ...sent, ...facts.accounted }),
  z.strictObject({ ...sent, ...facts.allOut }),
  z.strictObject({ ...sent, ...facts.ticked }),
  z.strictObject({ ...sent, ...facts.reaction }),
  z.strictObject({ ...sent, ...facts.noReaction }),
  z.strictObject({ ...sent, ...facts.reconfirmed }),
  z.strictObject({ ...sent, ...facts.narrowed }),
  z.strictObject({ ...sent, ...facts.withdrawn }),
  z.strictObject({ ...sent, ...facts.counted }),
  z.strictObject({ ...sent, ...facts.aftercare }),
  z.strictObject({ ...sent, ...facts.retracted }),
  z.strictObject({ ...sent, ...facts.signed }),
  z.strictObject({ ...sent, ...facts.addendum }),
])
export type SentEvent = z.output<typeof sentEvent>

/** An event that was accepted. */
export const storedEvent = z.discriminatedUnion('kind', [
  z.object({ ...stored, ...opened }),
  z.object({ ...stored, ...facts.timeOut }),
  z.object({ ...stored, ...facts.turn }),
  z.object({ ...stored, ...facts.finding }),
  z.object({ ...stored, ...facts.pain }),
  z.object({ ...stored, ...facts.planned }),
  z.object({ ...stored, ...facts.planDropped }),
  z.object({ ...stored, ...facts.inserted }),
  z.object({ ...stored, ...facts.detailed }),
  z.object({ ...stored, ...facts.removed }),
  z.object({ ...stored, ...facts.accounted }),
  z.object({ ...stored, ...facts.allOut }),
  z.object({ ...stored, ...facts.ticked }),
  z.object({ ...stored, ...facts.reaction }),
  z.object({ ...stored, ...facts.noReaction }),
  z.object({ ...stored, ...facts.reconfirmed }),
  z.object({ ...stored, ...facts.narrowed }),
  z.object({ ...stored, ...facts.withdrawn }),
  z.object({ ...stored, ...facts.counted }),
  z.object({ ...stored, ...facts.aftercare }),
  z.object({ ...stored, ...facts.retracted }),
  z.object({ ...stored, ...facts.signed }),
  z.object({ ...stored, ...facts.addendum }),
])

type Sendable = Exclude<SessionFact, { readonly kind: 'session-opened' }>
type Distribute<Fact, Rest> = Fact extends unknown ? Rest & Fact : never

agree<Agree<z.output<typeof storedEvent>, Distribute<SessionFact, Omit<SessionEvent, keyof SessionFact>>>>()
agree<Agree<z.output<typeof sentEvent>, Distribute<Sendable, Pick<SessionEvent, 'id' | 'device' | 'at' | 'skewMs'>>>>()

/** The event as it is sent: without what the server adds. */
export function sentOf(event: Exclude<SessionEvent, { readonly kind: 'session-opened' }>): SentEvent {
  const { session: _session, actor: _actor, ...rest } = event
  return rest as SentEvent
}
