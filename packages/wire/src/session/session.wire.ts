/**
 * Sessions: opened, added to event by event, read as events, as state and as a record.
 *
 * Each event has its own verdict, so that one that is refused doesn't hold up the others. The same event may be sent as often
 * as the network needs it: it counts once.
 */
import type { AccountId, DeviceId, EventId, NeedleId, PatientId, PlanId, SessionId } from '@unknot/care/kernel'
import { EVENT_VERSIONS, MISSING_STEPS, POSITIONS } from '@unknot/care/session'
import * as z from 'zod/mini'
import { defineRoutes, idOf, instant, text } from '../kernel/index.ts'
import { sentEvent, skew, storedEvent } from './event.wire.ts'
import { outcome, phase, sessionNote } from './note.wire.ts'
import { lineField, shorthandReading } from './shorthand.wire.ts'
import { needleDetail, site } from './site.wire.ts'

const session = idOf<SessionId>()
const patient = idOf<PatientId>()
const account = idOf<AccountId>()

const count = z.object({
  inCount: z.number(),
  outCount: z.number(),
  accountedCount: z.number(),
  /** Still in the body. */
  leftCount: z.number(),
})

/** What the events come to, for a reader that doesn't fold them itself. */
export const sessionStateView = z.object({
  phase,
  reason: z.string(),
  openedAt: instant,
  position: z.nullable(z.enum(POSITIONS)),
  timeOutAt: z.nullable(instant),
  allOutAt: z.nullable(instant),
  withdrawnAt: z.nullable(instant),
  signedAt: z.nullable(instant),
  signedBy: z.nullable(account),
  /** Every needle that was in, in the order of insertion. */
  needles: z.array(
    z.object({
      id: idOf<NeedleId>(),
      number: z.number(),
      site,
      detail: needleDetail,
      plan: z.nullable(idOf<PlanId>()),
      insertedAt: instant,
      outAt: z.nullable(instant),
      outcome,
    }),
  ),
  count,
  /** What is still missing before it can be signed, in order. */
  missing: z.array(z.enum(MISSING_STEPS)),
})
export type SessionStateView = z.output<typeof sessionStateView>

/** Charted on a device without network, sent after the signature. */
const lateEntry = z.object({ event: storedEvent, receivedAt: instant })

export const sessionView = z.object({
  id: session,
  patient,
  events: z.array(storedEvent),
  state: sessionStateView,
  /** Every late entry, in the order in which they came; an addendum that answers one names it. */
  late: z.array(lateEntry),
  /** The server's clock, so that a device can measure its own. */
  readAt: instant,
})
export type SessionView = z.output<typeof sessionView>

/** A session in a list. */
export const sessionLine = z.object({
  id: session,
  patient,
  patientName: z.string(),
  status: z.enum(['open', 'signed']),
  openedAt: instant,
  openedBy: account,
  openedByName: z.string(),
  lastEventAt: instant,
  signedAt: z.nullable(instant),
  count,
  addenda: z.number(),
})
export type SessionLine = z.output<typeof sessionLine>

/** Why an event was refused: the code of care's rule with its facts, and a sentence that says it. */
const refusal = z.looseObject({ code: z.string(), detail: z.string() })

export const verdict = z.object({
  id: idOf<EventId>(),
  verdict: z.enum(['accepted', 'already-there', 'refused']),
  problem: z.nullable(refusal),
})
export type Verdict = z.output<typeof verdict>

export const sessionRecord = z.object({
  note: sessionNote,
  /** SHA-256 over the events in their order. */
  seal: z.string(),
  events: z.array(storedEvent),
})
export type SessionRecord = z.output<typeof sessionRecord>

export const sessionRoutes = defineRoutes({
  readShorthand: {
    method: 'POST',
    path: '/api/shorthand',
    access: ['owner', 'clinician'],
    summary: 'Read a line of shorthand as needles; nothing is recorded',
    body: z.strictObject({
      line: lineField,
      /** The last needle's settings, which the line takes over where it says nothing else. */
      carried: z.optional(needleDetail),
    }),
    answer: shorthandReading,
  },
  openSession: {
    method: 'POST',
    path: '/api/patients/:patient/sessions',
    access: ['clinician'],
    summary: 'Open a session; sent again with the same ids it is the same session',
    params: z.strictObject({ patient }),
    body: z.strictObject({
      id: session,
      /** Id of the session-opened event. */
      event: idOf<EventId>(),
      device: idOf<DeviceId>(),
      at: instant,
      skewMs: skew,
      /** The device's clock when this was sent: an opening without `skewMs` gets it from there. */
      sentAt: z.optional(instant),
      reason: text({ max: 500 }),
    }),
    status: 201,
    answer: sessionView,
  },
  listSessions: {
    method: 'GET',
    path: '/api/patients/:patient/sessions',
    access: ['owner', 'clinician'],
    summary: "A patient's sessions, newest first",
    params: z.strictObject({ patient }),
    answer: z.object({ sessions: z.array(sessionLine) }),
  },
  unfinishedSessions: {
    method: 'GET',
    path: '/api/sessions/unfinished',
    access: ['owner', 'clinician'],
    summary: 'Sessions that nobody has signed, the longest open first',
    answer: z.object({ sessions: z.array(sessionLine) }),
  },
  readSession: {
    method: 'GET',
    path: '/api/sessions/:session',
    access: ['owner', 'clinician'],
    summary: 'The events of a session and what they come to',
    params: z.strictObject({ session }),
    answer: sessionView,
    isKept: true,
  },
  sendEvents: {
    method: 'POST',
    path: '/api/sessions/:session/events',
    access: ['clinician'],
    summary: 'Add events in their order; each gets its own verdict',
    params: z.strictObject({ session }),
    body: z.strictObject({
      /** The shape of the events; 1 when it isn't said. */
      version: z.optional(z.literal(EVENT_VERSIONS, { error: `must be ${EVENT_VERSIONS.join(' or ')}` })),
      /** The device's clock when this was sent: events without `skewMs` get theirs from it. */
      sentAt: z.optional(instant),
      events: z
        .array(sentEvent)
        .check(z.minLength(1, 'must hold an event'), z.maxLength(100, 'must hold at most 100 events')),
    }),
    bodyLimitBytes: 512 * 1024,
    answer: z.object({
      verdicts: z.array(verdict),
      /** The server's clock. */
      receivedAt: instant,
    }),
  },
  readRecord: {
    method: 'GET',
    path: '/api/sessions/:session/record',
    access: ['owner', 'clinician'],
    summary: 'The record as a readable note, with the events that it is made from',
    params: z.strictObject({ session }),
    answer: sessionRecord,
    isKept: true,
  },
  printRecord: {
    method: 'GET',
    path: '/api/sessions/:session/record.pdf',
    access: ['owner', 'clinician'],
    summary: 'The record on paper',
    params: z.strictObject({ session }),
    query: z.strictObject({ paper: z.optional(z.enum(['a4', 'letter'])) }),
    file: 'application/pdf',
  },
})
