/**
 * The installation, the clinic with its jurisdiction's rules, its locations, and its audit trail.
 *
 * A jurisdiction's rule that no source states is `unknown`, and is shown as that: never as allowed.
 */
import { ANSWERS, type AccountId, type ClinicId, type LocationId, type PatientId } from '@unknot/care/kernel'
import * as z from 'zod/mini'
import { defineRoutes, idOf, instant, text } from '../kernel/index.ts'
import { emailField, me, passwordField } from '../people/index.ts'

const clinic = idOf<ClinicId>()
const everybody = ['owner', 'clinician', 'desk'] as const

const clinicFields = {
  name: text({ min: 1, max: 200 }),
  /** ISO 3166-1 alpha-2, such as `IE`. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country code of two capitals, such as IE')),
  /** IANA, such as `Europe/Dublin`. */
  timeZone: text({ min: 1, max: 64 }),
  /** An id from `/api/jurisdictions`. */
  jurisdiction: text({ min: 1, max: 40 }),
  /** What a patient dials when it is serious. */
  emergencyNumber: text({ min: 2, max: 20 }).check(
    z.refine((value) => /^\+?[\d\s-]+$/.test(value), 'must be a number that a phone can dial, such as 112'),
  ),
}

export const jurisdictionRules = z.object({
  dnPermitted: z.enum(ANSWERS),
  consentWritten: z.enum(ANSWERS),
  /** Null = no source tells a number. */
  trainingHours: z.nullable(z.number()),
  /** Whether needles may stay in without being moved. */
  retentionAllowed: z.enum(ANSWERS),
  /** Days in which a serious adverse event must be reported; null = no source tells. */
  aeReportDays: z.nullable(z.number()),
  /** Whether the patient must be told that this is not acupuncture. */
  notAcupunctureStatement: z.enum(ANSWERS),
})
export type JurisdictionRulesWire = z.output<typeof jurisdictionRules>

const rulesBody = z.strictObject({
  dnPermitted: z.enum(ANSWERS),
  consentWritten: z.enum(ANSWERS),
  trainingHours: z.nullable(z.int().check(z.minimum(0, 'must be 0 or more'), z.maximum(2000, 'must be at most 2000'))),
  retentionAllowed: z.enum(ANSWERS),
  aeReportDays: z.nullable(z.int().check(z.minimum(0, 'must be 0 or more'), z.maximum(365, 'must be at most 365'))),
  notAcupunctureStatement: z.enum(ANSWERS),
})

const jurisdiction = z.object({
  id: z.string(),
  /** Null for `other`: a place without an entry. */
  country: z.nullable(z.string()),
  name: z.string(),
  rules: jurisdictionRules,
  notes: z.array(z.string()),
  sources: z.array(z.string()),
  /** Year or month of the source, such as `2026-01`; null = not stated. */
  sourceDate: z.nullable(z.string()),
  /** No source that we could open supports this entry yet. */
  unreviewed: z.boolean(),
})
export type JurisdictionWire = z.output<typeof jurisdiction>

const clinicView = z.object({
  id: clinic,
  name: z.string(),
  country: z.string(),
  timeZone: z.string(),
  jurisdiction: z.string(),
  jurisdictionName: z.string(),
  emergencyNumber: z.string(),
  rules: jurisdictionRules,
  /** Why the rules differ from the jurisdiction's entry; empty while they don't. */
  rulesNote: z.string(),
  sources: z.array(z.string()),
  sourceDate: z.nullable(z.string()),
  unreviewed: z.boolean(),
  demo: z.boolean(),
  version: z.number(),
})
export type ClinicView = z.output<typeof clinicView>

const location = z.object({
  id: idOf<LocationId>(),
  name: z.string(),
  address: z.string(),
  phone: z.nullable(z.string()),
})
export type LocationView = z.output<typeof location>

const install = z.object({
  /** `empty`: nothing here yet. `demo`: only the demo clinic. `ready`: a real clinic. */
  state: z.enum(['empty', 'ready', 'demo']),
})
export type InstallState = z.output<typeof install>['state']

const auditEntry = z.object({
  id: idOf(),
  at: instant,
  actor: z.nullable(idOf<AccountId>()),
  actorName: z.nullable(z.string()),
  patient: z.nullable(idOf<PatientId>()),
  action: z.string(),
  subject: z.nullable(z.string()),
  ruleVersion: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  fromAddress: z.nullable(z.string()),
})
export type AuditEntryWire = z.output<typeof auditEntry>

const outboxMail = z.object({
  id: idOf(),
  /** What it is about, such as `forgotten-password`. */
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  /** Plain text; null once it is settled, and while an e-mail server is set: a link in it is nobody else's to open. */
  body: z.nullable(z.string()),
  state: z.enum(['waiting', 'sent', 'failed']),
  tries: z.number(),
  lastError: z.nullable(z.string()),
  queuedAt: instant,
  /** After this it is of no use any more, and is not sent. */
  usefulUntil: instant,
  settledAt: z.nullable(instant),
})
export type OutboxMail = z.output<typeof outboxMail>

export const clinicRoutes = defineRoutes({
  install: {
    method: 'GET',
    path: '/api/install',
    access: 'public',
    summary: 'Whether there is a clinic here yet',
    answer: install,
  },
  setUpClinic: {
    method: 'POST',
    path: '/api/install/clinic',
    access: 'public',
    summary: 'Set up the first clinic and its owner, and sign the owner in; 409 already-set-up once there is one',
    body: z.strictObject({
      clinic: z.strictObject({ ...clinicFields, locationName: z.optional(text({ min: 1, max: 200 })) }),
      owner: z.strictObject({
        name: text({ min: 1, max: 200 }),
        email: emailField,
        password: passwordField,
        /** The owner treats patients, too: gets the role clinician. */
        treats: z.boolean(),
        registration: z.optional(z.nullable(text({ max: 100 }))),
      }),
      as: z.optional(z.enum(['cookie', 'token'])),
    }),
    status: 201,
    answer: z.object({ me, token: z.nullable(z.string()) }),
  },
  openDemo: {
    method: 'POST',
    path: '/api/install/demo',
    access: 'public',
    summary: 'Open the demo clinic with 30 invented patients, and sign in; only while there is no real clinic',
    body: z.strictObject({
      role: z.optional(z.enum(['owner', 'clinician', 'desk'])),
      as: z.optional(z.enum(['cookie', 'token'])),
    }),
    status: 201,
    answer: z.object({ me, token: z.nullable(z.string()) }),
  },
  throwAwayDemo: {
    method: 'DELETE',
    path: '/api/install/demo',
    access: 'signed-in',
    summary: 'Delete the demo clinic with everything in it; refused in a real clinic',
    status: 204,
  },
  readClinic: {
    method: 'GET',
    path: '/api/clinic',
    access: everybody,
    summary: 'The clinic and the rules that it works under',
    answer: clinicView,
  },
  changeClinic: {
    method: 'PATCH',
    path: '/api/clinic',
    access: ['owner'],
    summary: 'Change what is named, leave the rest; 409 clinic-changed-meanwhile when the version is old',
    body: z.strictObject({
      version: z.int().check(z.minimum(1, 'must be 1 or more')),
      name: z.optional(clinicFields.name),
      country: z.optional(clinicFields.country),
      timeZone: z.optional(clinicFields.timeZone),
      /** Takes over the jurisdiction's rules unless `rules` is sent along. */
      jurisdiction: z.optional(clinicFields.jurisdiction),
      emergencyNumber: z.optional(clinicFields.emergencyNumber),
      rules: z.optional(rulesBody),
      /** Needed when `rules` differ from the jurisdiction's entry: which law or college says so. */
      rulesNote: z.optional(text({ max: 1000 })),
    }),
    answer: clinicView,
  },
  listLocations: {
    method: 'GET',
    path: '/api/locations',
    access: everybody,
    summary: 'Where the clinic treats',
    answer: z.object({ locations: z.array(location) }),
  },
  addLocation: {
    method: 'POST',
    path: '/api/locations',
    access: ['owner'],
    summary: 'Add a place where the clinic treats',
    body: z.strictObject({
      id: idOf<LocationId>(),
      name: text({ min: 1, max: 200 }),
      address: z.optional(text({ max: 500 })),
      phone: z.optional(z.nullable(text({ max: 40 }))),
    }),
    status: 201,
    answer: location,
  },
  jurisdictions: {
    method: 'GET',
    path: '/api/jurisdictions',
    access: 'public',
    summary: 'Countries with their emergency numbers, and jurisdictions with what their sources say of dry needling',
    answer: z.object({
      countries: z.array(z.object({ code: z.string(), name: z.string(), emergencyNumber: z.nullable(z.string()) })),
      jurisdictions: z.array(jurisdiction),
    }),
  },
  readAudit: {
    method: 'GET',
    path: '/api/audit',
    access: ['owner'],
    summary: 'Who saw or changed what, newest first',
    query: z.strictObject({
      /** Only entries older than this one. */
      before: z.optional(idOf()),
      patient: z.optional(idOf<PatientId>()),
      actor: z.optional(idOf<AccountId>()),
      limit: z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|100)$/, 'must be a number from 1 to 100'))),
    }),
    answer: z.object({ entries: z.array(auditEntry), more: z.boolean() }),
  },
  readOutbox: {
    method: 'GET',
    path: '/api/outbox',
    access: ['owner'],
    summary: 'Mails that wait, were sent or could not be, newest first; their text while no e-mail server is set',
    query: z.strictObject({
      /** Only mails older than this one. */
      before: z.optional(idOf()),
    }),
    answer: z.object({
      /** An e-mail server is set. Without one mails wait until the owner passes them on. */
      sends: z.boolean(),
      mails: z.array(outboxMail),
      more: z.boolean(),
    }),
  },
  verifyAudit: {
    method: 'POST',
    path: '/api/audit/verify',
    access: ['owner'],
    summary: 'Seal what is pending and check the whole chain of the audit trail',
    answer: z.object({
      whole: z.boolean(),
      checkedCount: z.number(),
      /** In words, at most 20. */
      faults: z.array(z.string()),
    }),
  },
})
