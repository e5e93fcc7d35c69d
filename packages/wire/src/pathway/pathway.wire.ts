/**
 * The walk across rooms: what is open today, and one patient's chart on one page.
 *
 * Both show other rooms' things as lines; the whole of each is read from its own room.
 */
import type { AccountId, PatientId, SessionId } from '@unknot/care/kernel'
import * as z from 'zod/mini'
import { consentLine } from '../consent/index.ts'
import { day, defineRoutes, idOf, instant } from '../kernel/index.ts'
import { patientView } from '../people/index.ts'
import { screeningLine, screeningView } from '../screening/index.ts'
import { sessionRecord, sessionView } from '../session/index.ts'

const patient = idOf<PatientId>()

/** A session in a list. What is in the body now is `needlesLeft`. */
const chartSession = z.object({
  id: idOf<SessionId>(),
  patient,
  status: z.enum(['open', 'signed']),
  openedAt: instant,
  openedBy: idOf<AccountId>(),
  openedByName: z.string(),
  lastEventAt: instant,
  signedAt: z.nullable(instant),
  signedByName: z.nullable(z.string()),
  needlesIn: z.number(),
  needlesOut: z.number(),
  /** Broken, retained, dropped or missing: each with an incident. */
  needlesAccounted: z.number(),
  needlesLeft: z.number(),
  addendumCount: z.number(),
})
export type ChartSession = z.output<typeof chartSession>

const todaySession = z.object({
  ...chartSession.shape,
  patientName: z.string(),
  patientNumber: z.number(),
  patientBirthOn: day,
})
export type TodaySession = z.output<typeof todaySession>

const todayView = z.object({
  /** The clinic's day. */
  on: day,
  timeZone: z.string(),
  /** Every open session, of whatever day: needles in the body first, then the longest open. */
  unfinished: z.array(todaySession),
  /** Signed since the clinic's midnight, the latest first. */
  signed: z.array(todaySession),
})
export type TodayView = z.output<typeof todayView>

const chartView = z.object({
  patient: patientView,
  /** The newest one, which is the one that counts at the table. Null: never screened. */
  screening: z.nullable(screeningView),
  /** All of them, withdrawn ones too, newest first. */
  consents: z.array(consentLine),
  /** Newest first, at most 500. */
  sessions: z.array(chartSession),
})
export type ChartView = z.output<typeof chartView>

/** What a device keeps of a patient who is expected. */
const takenAlong = z.object({
  chart: chartView,
  screenings: z.array(screeningLine),
  /** The last few, newest first. */
  sessions: z.array(sessionView),
  /** Of those that are signed. */
  records: z.array(sessionRecord),
})
export type TakenAlong = z.output<typeof takenAlong>

export const pathwayRoutes = defineRoutes({
  today: {
    method: 'GET',
    path: '/api/today',
    access: ['owner', 'clinician'],
    summary: 'What is open: needles still in, sessions not signed, and what was signed today',
    answer: todayView,
    isKept: true,
  },
  readChart: {
    method: 'GET',
    path: '/api/patients/:patient/chart',
    access: ['owner', 'clinician'],
    summary: "One patient's chart: who, the screening that counts, consents, sessions",
    params: z.strictObject({ patient }),
    answer: chartView,
    isKept: true,
  },
  expected: {
    method: 'GET',
    path: '/api/expected',
    access: ['clinician'],
    summary: 'Who is expected today and tomorrow: booked, being treated, or screened today',
    answer: z.object({ patients: z.array(patient) }),
  },
  takeAlong: {
    method: 'GET',
    path: '/api/expected/:patient',
    access: ['clinician'],
    summary: 'What a device keeps of an expected patient: chart, screenings, the last sessions',
    params: z.strictObject({ patient }),
    answer: takenAlong,
  },
})
