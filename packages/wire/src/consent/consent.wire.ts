/**
 * Consent: the words, the signature, the copy, the withdrawal.
 *
 * A client sends back the hash of the text that the patient saw; when it isn't the text in force, nothing is signed.
 */
import { REGIONS } from '@unknot/care/atlas'
import { ASSENTS, CONSENT_EXTRAS, SUBSTITUTE_REASONS, WITHDRAWAL_SCOPES } from '@unknot/care/consent'
import type { AccountId, ConsentId, PatientId, ScreeningId } from '@unknot/care/kernel'
import * as z from 'zod/mini'
import { defineRoutes, idOf, instant, text } from '../kernel/index.ts'

const consent = idOf<ConsentId>()
const patient = idOf<PatientId>()
const region = z.enum(REGIONS)
const regions = z.array(region, { error: 'must be a list of regions' }).check(
  z.minLength(1, 'must name at least one region'),
  z.maxLength(REGIONS.length, 'must name each region once'),
  z.refine((list) => new Set(list).size === list.length, 'must name each region once'),
)
const extras = z
  .array(z.enum(CONSENT_EXTRAS), { error: 'must be a list' })
  .check(z.maxLength(CONSENT_EXTRAS.length, 'must name each once'))
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal'))

const boxSide = z.number().check(z.minimum(1, 'must be 1 or more'), z.maximum(10_000, 'must be at most 10000'))
const coordinate = z.number().check(z.minimum(0, 'must be 0 or more'), z.maximum(10_000, 'must be at most 10000'))
const stroke = z
  .array(z.strictObject({ x: coordinate, y: coordinate }))
  .check(z.minLength(1, 'must hold a point'), z.maxLength(2000, 'must hold at most 2000 points'))

const signature = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('strokes'),
    /** The box in which the strokes were drawn; points lie within it, `y` downwards. */
    width: boxSide,
    height: boxSide,
    strokes: z
      .array(stroke)
      .check(z.minLength(1, 'must hold a stroke'), z.maxLength(200, 'must hold at most 200 strokes')),
  }),
  z.strictObject({ kind: z.literal('typed'), name: text({ min: 1, max: 200 }) }),
  /** Said by who can't write; the witness heard it. */
  z.strictObject({
    kind: z.literal('spoken'),
    words: text({ min: 1, max: 1000 }),
    witness: text({ min: 1, max: 200 }),
  }),
])
export type SignatureWire = z.output<typeof signature>

const representative = z.strictObject({
  name: text({ min: 1, max: 200 }),
  relation: text({ min: 1, max: 100 }),
  because: z.optional(z.enum(SUBSTITUTE_REASONS)),
  /** What gives them the right to sign; needed for a patient who lacks capacity. */
  authority: z.optional(text({ max: 500 })),
  /** Whether the patient agrees: without a yes nothing is signed. */
  assent: z.optional(z.enum(ASSENTS)),
})
export type RepresentativeWire = z.output<typeof representative>
const representativeView = z.object({
  name: z.string(),
  relation: z.string(),
  because: z.enum(SUBSTITUTE_REASONS),
  authority: z.string(),
  assent: z.enum(ASSENTS),
})
const interpreter = z.strictObject({ name: text({ min: 1, max: 200 }), language: text({ min: 1, max: 60 }) })

const sentence = z.object({
  /** A published rate, such as `About 1 in 1,000`; null for most. */
  figure: z.nullable(z.string()),
  text: z.string(),
  /** Ids of citations, such as `S41`. */
  sources: z.array(z.string()),
  unreviewed: z.boolean(),
})

const consentTextView = z.object({
  /** Such as `DN-1.0`. */
  version: z.string(),
  hash,
  /** BCP 47. */
  language: z.string(),
  regions: z.array(region),
  electrical: z.boolean(),
  extras: z.array(z.enum(CONSENT_EXTRAS)),
  title: z.string(),
  parts: z.array(z.object({ id: z.string(), title: z.string(), sentences: z.array(sentence) })),
  /** The screening whose notes for the patient are in the text; it goes back with the signature. */
  screening: z.nullable(idOf<ScreeningId>()),
  /** Set where the rules of the place forbid dry needling: nothing can be signed. */
  forbidden: z.nullable(
    z.object({
      reason: z.string(),
      sources: z.array(z.string()),
      /** Year or month of the source, or the day on which the clinic stated its own rule; null = not stated. */
      asOf: z.nullable(z.string()),
    }),
  ),
  /** Whether the law asks for writing: a consent by word of mouth isn't taken then. */
  mustBeWritten: z.boolean(),
  /** Below this age a representative signs. No source for it was checked yet: the clinic's own law governs. */
  consentAge: z.number(),
})
export type ConsentTextView = z.output<typeof consentTextView>

const withdrawal = z.object({
  scope: z.enum(WITHDRAWAL_SCOPES),
  at: instant,
  by: z.enum(['patient', 'clinician']),
  reason: z.string(),
  recordedBy: idOf<AccountId>(),
  recordedByName: z.string(),
})

/** A consent with the exact text that was agreed. */
export const consentView = z.object({
  id: consent,
  patient,
  textVersion: z.string(),
  textHash: hash,
  regions: z.array(region),
  electrical: z.boolean(),
  title: z.string(),
  parts: consentTextView.shape.parts,
  language: z.string(),
  extras: z.array(z.enum(CONSENT_EXTRAS)),
  /** What it covers now: what was signed without what was withdrawn. */
  covers: z.object({
    regions: z.array(region),
    electrical: z.boolean(),
    extras: z.array(z.enum(CONSENT_EXTRAS)),
  }),
  signature,
  representative: z.nullable(representativeView),
  interpreter: z.nullable(interpreter),
  givenAt: instant,
  /** The clinician who explained and witnessed. */
  takenBy: idOf<AccountId>(),
  takenByName: z.string(),
  /** False as soon as nothing of it is left. */
  valid: z.boolean(),
  /** Over a year old: ask again. A warning; unreviewed. */
  old: z.boolean(),
  /** Of the whole; null while something of it holds. */
  withdrawal: z.nullable(withdrawal),
  /** Everything that was taken back, in the order in which it was. */
  withdrawals: z.array(withdrawal),
})
export type ConsentView = z.output<typeof consentView>

/** A consent in a list. */
export const consentLine = z.object({
  id: consent,
  textVersion: z.string(),
  /** What it covers now; of one that is withdrawn as a whole, what was signed. */
  regions: z.array(region),
  electrical: z.boolean(),
  extras: z.array(z.enum(CONSENT_EXTRAS)),
  /** Signed, and taken back since. */
  withdrawnScopes: z.array(z.enum(WITHDRAWAL_SCOPES)),
  givenAt: instant,
  takenByName: z.string(),
  valid: z.boolean(),
  old: z.boolean(),
  withdrawnAt: z.nullable(instant),
})
export type ConsentLine = z.output<typeof consentLine>

const regionList = new RegExp(`^(?:${REGIONS.join('|')})(?:,(?:${REGIONS.join('|')})){0,${REGIONS.length - 1}}$`)

const extraList = new RegExp(
  `^(?:${CONSENT_EXTRAS.join('|')})(?:,(?:${CONSENT_EXTRAS.join('|')})){0,${CONSENT_EXTRAS.length - 1}}$`,
)

export const consentRoutes = defineRoutes({
  consentText: {
    method: 'GET',
    path: '/api/consent/text',
    access: ['owner', 'clinician'],
    summary: 'The consent in the words in force for these regions; its hash goes back with the signature',
    query: z.strictObject({
      /** Comma-separated, such as `lumbar,gluteal`. */
      regions: z.string().check(z.regex(regionList, 'must be regions with commas between, such as lumbar,gluteal')),
      electrical: z.optional(z.enum(['yes', 'no'])),
      /** Comma-separated, such as `student,photographs`. */
      extras: z.optional(z.string().check(z.regex(extraList, 'must be extras with commas between'))),
      /** Puts in what this patient's newest screening says for them, as the part `for-you`. */
      patient: z.optional(patient),
    }),
    answer: consentTextView,
  },
  giveConsent: {
    method: 'POST',
    path: '/api/patients/:patient/consents',
    access: ['clinician'],
    summary: 'Record a signed consent; 409 consent-text-changed when the words are no longer those in force',
    params: z.strictObject({ patient }),
    body: z.strictObject({
      id: consent,
      regions,
      electrical: z.boolean(),
      extras: z.optional(extras),
      /** As the text told it, when its words were for this patient. */
      screening: z.optional(z.nullable(idOf<ScreeningId>())),
      textVersion: text({ min: 1, max: 40 }),
      textHash: hash,
      signature,
      representative: z.optional(z.nullable(representative)),
      interpreter: z.optional(z.nullable(interpreter)),
    }),
    bodyLimitBytes: 256 * 1024,
    status: 201,
    answer: consentView,
  },
  listConsents: {
    method: 'GET',
    path: '/api/patients/:patient/consents',
    access: ['owner', 'clinician'],
    summary: "A patient's consents, newest first, withdrawn ones too",
    params: z.strictObject({ patient }),
    answer: z.object({ consents: z.array(consentLine) }),
    isKept: true,
  },
  readConsent: {
    method: 'GET',
    path: '/api/consents/:consent',
    access: ['owner', 'clinician'],
    summary: 'One consent with its exact text and its withdrawal',
    params: z.strictObject({ consent }),
    answer: consentView,
  },
  consentCopy: {
    method: 'GET',
    path: '/api/consents/:consent/copy.pdf',
    access: ['owner', 'clinician'],
    summary: "The patient's copy on paper",
    params: z.strictObject({ consent }),
    query: z.strictObject({ paper: z.optional(z.enum(['a4', 'letter'])) }),
    file: 'application/pdf',
  },
  withdrawConsent: {
    method: 'POST',
    path: '/api/consents/:consent/withdrawal',
    access: ['clinician'],
    summary: 'Withdraw the consent, or a part of it, from this moment on, at the table too; nothing is deleted',
    params: z.strictObject({ consent }),
    body: z.strictObject({
      /** Left out: the whole. */
      scopes: z.optional(
        z
          .array(z.enum(WITHDRAWAL_SCOPES), { error: 'must be a list' })
          .check(z.minLength(1, 'must name one'), z.maxLength(WITHDRAWAL_SCOPES.length, 'must name each once')),
      ),
      by: z.enum(['patient', 'clinician']),
      /** May be empty: nobody owes a reason. */
      reason: text({ max: 1000 }),
    }),
    status: 201,
    answer: consentView,
  },
})
