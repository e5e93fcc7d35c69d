/**
 * Screening: the questions, the answers and what they mean.
 *
 * The server judges; a client sends answers only. A question that isn't sent was not answered, which is not a no.
 */
import { REGIONS } from '@unknot/care/atlas'
import { type AccountId, ANSWERS, type PatientId, type ScreeningId } from '@unknot/care/kernel'
import {
  CHANGES,
  DISPOSITIONS,
  LETTERS,
  MEDICINE_GROUPS,
  QUESTION_GROUPS,
  QUESTION_IDS,
  QUESTION_KINDS,
  RECHECK_IDS,
  REOPENING_KINDS,
  SCREENED_TECHNIQUES,
  SEVERITIES,
  URGENCIES,
} from '@unknot/care/screening'
import * as z from 'zod/mini'
import { defineRoutes, idOf, instant, text } from '../kernel/index.ts'

const screening = idOf<ScreeningId>()
const patient = idOf<PatientId>()
const questionId = z.enum(QUESTION_IDS, { error: 'must be a question of /api/screening/questions' })
const region = z.enum(REGIONS)
const technique = z.enum(SCREENED_TECHNIQUES)
const disposition = z.enum(DISPOSITIONS)

const answer = z.enum(ANSWERS, { error: 'must be yes, no or unknown' })

const givenAnswer = z.strictObject({
  answer,
  note: z.optional(text({ max: 2000 })),
  /** Only where the question asks where; an empty list says: elsewhere. */
  regions: z.optional(z.array(region).check(z.maxLength(REGIONS.length, 'must name each region once'))),
  /** Only where the question asks for weeks. */
  weeks: z.optional(z.int().check(z.minimum(0), z.maximum(45))),
  /** Why the tick stands although a text contradicts it. */
  settled: z.optional(text({ max: 1000 })),
})

const question = z.object({
  id: questionId,
  group: z.enum(QUESTION_GROUPS.map((group) => group.id)),
  /** `text`: the words stand in the answer's note. `weeks`: the number stands in its weeks. */
  kind: z.enum(QUESTION_KINDS),
  text: z.string(),
  why: z.string(),
  /** The rules that read the answer. */
  rules: z.array(z.string()),
  mustAsk: z.boolean(),
  asksWhere: z.boolean(),
  onlyIf: z.nullable(questionId),
  /** Asked only of people younger than this; null = of all. */
  onlyBelowAge: z.nullable(z.int()),
})
export type QuestionWire = z.output<typeof question>

const citation = z.object({
  id: z.string(),
  title: z.string(),
  authors: z.string(),
  year: z.nullable(z.number()),
  /** DOI or address; null where none is known. */
  link: z.nullable(z.string()),
  saysWhat: z.string(),
})
export type CitationWire = z.output<typeof citation>

const change = z.enum(CHANGES)

/** Words that contradict a tick, until the clinician settles it. */
const contradiction = z.object({
  question: questionId,
  countsAs: z.enum(['yes', 'unknown']),
  isAgainstNo: z.boolean(),
  mentions: z.array(
    z.object({
      medicine: z.string(),
      written: z.string(),
      group: z.enum(MEDICINE_GROUPS),
      question: questionId,
      status: z.enum(['taken', 'unclear']),
    }),
  ),
})

const finding = z.object({
  rule: z.string(),
  because: z.enum(['yes', 'unknown']),
  disposition,
  severity: z.enum(SEVERITIES),
  urgency: z.nullable(z.enum(URGENCIES)),
  regions: z.array(region),
  techniques: z.array(technique),
  /** The muscles of a plan that it is about; null when it is about any. */
  muscles: z.nullable(z.array(z.string())),
  reasonForClinician: z.string(),
  reasonForPatient: z.string(),
  /** One short line for the treatment screen. */
  label: z.string(),
  /** What it changes in the needling. */
  changes: z.array(change),
  /** Who must clear it first, and what they are asked. */
  clearance: z.nullable(z.object({ from: z.string(), asking: z.string() })),
  /** To whom a letter goes. */
  letter: z.nullable(z.enum(LETTERS)),
  /** Who may needle against it, and what they must write; null when nobody may. */
  override: z.nullable(z.object({ by: z.literal('clinician'), mustWrite: z.string() })),
  questions: z.array(questionId),
  sources: z.array(z.string()),
  unreviewed: z.boolean(),
})
export type FindingWire = z.output<typeof finding>

const result = z.object({
  rulesVersion: z.string(),
  findings: z.array(finding),
  perRegion: z.record(region, disposition),
  perTechnique: z.record(technique, disposition),
  disposition,
  urgency: z.nullable(z.enum(URGENCIES)),
  mayNeedle: z.boolean(),
  barredRegions: z.array(region),
  barredTechniques: z.array(technique),
  precautions: z.array(z.string()),
  changes: z.array(change),
  mustSay: z.array(z.string()),
  missing: z.array(z.object({ question: questionId, what: z.enum(['answer', 'where']) })),
  contradictions: z.array(contradiction),
})
export type ScreeningResultWire = z.output<typeof result>

/** A screening with its answers. */
export const screeningView = z.object({
  id: screening,
  patient,
  screenedAt: instant,
  screenedBy: idOf<AccountId>(),
  screenedByName: z.string(),
  /** After this instant the answers need to be confirmed again before a needle goes in. */
  recheckAt: instant,
  /** The first event since then that reopened it: the answers no longer count. */
  reopenedAt: z.nullable(instant),
  /** Set on a re-check: the screening that it confirmed. */
  recheckOf: z.nullable(screening),
  /** When everything was last asked. */
  fullAt: instant,
  answers: z.partialRecord(questionId, givenAnswer),
  /** Once overrides count. */
  result,
  overrides: z.array(z.object({ rule: z.string(), reason: z.string(), byName: z.string(), at: instant })),
  reopenings: z.array(z.object({ kind: z.enum(REOPENING_KINDS), note: z.string(), byName: z.string(), at: instant })),
})
export type ScreeningView = z.output<typeof screeningView>

/** A screening in a list. */
export const screeningLine = z.object({
  id: screening,
  screenedAt: instant,
  screenedByName: z.string(),
  recheckAt: instant,
  reopenedAt: z.nullable(instant),
  recheckOf: z.nullable(screening),
  rulesVersion: z.string(),
  disposition,
  urgency: z.nullable(z.enum(URGENCIES)),
  mayNeedle: z.boolean(),
})
export type ScreeningLine = z.output<typeof screeningLine>

export const screeningRoutes = defineRoutes({
  screeningQuestions: {
    method: 'GET',
    path: '/api/screening/questions',
    access: ['owner', 'clinician'],
    summary: 'The questions of a screening in their groups, and the sources that the rules rest on',
    answer: z.object({
      rulesVersion: z.string(),
      groups: z.array(z.object({ id: z.string(), title: z.string() })),
      /** The things asked again before each session, with the questions that each opens unless it is no. */
      recheck: z.array(z.object({ id: z.enum(RECHECK_IDS), text: z.string(), questions: z.array(questionId) })),
      questions: z.array(question),
      citations: z.array(citation),
    }),
  },
  screeningQuestionnaire: {
    method: 'GET',
    path: '/api/screening/questionnaire',
    access: ['owner', 'clinician'],
    summary: 'The questions as an HL7 FHIR R4 Questionnaire',
    answer: z.looseObject({
      resourceType: z.literal('Questionnaire'),
      version: z.string(),
      item: z.array(z.unknown()),
    }),
  },
  screenPatient: {
    method: 'POST',
    path: '/api/patients/:patient/screenings',
    access: ['clinician'],
    summary: 'Record answers and get what they mean; the same id with the same answers again changes nothing',
    params: z.strictObject({ patient }),
    body: z.strictObject({ id: screening, answers: z.partialRecord(questionId, givenAnswer) }),
    bodyLimitBytes: 128 * 1024,
    status: 201,
    answer: screeningView,
  },
  recheckPatient: {
    method: 'POST',
    path: '/api/patients/:patient/rechecks',
    access: ['clinician'],
    summary: 'Confirm the newest answers: five things asked again, and fresh answers to what they open',
    params: z.strictObject({ patient }),
    body: z.strictObject({
      id: screening,
      of: screening,
      items: z.strictObject({
        pregnancy: answer,
        medicine: answer,
        infection: answer,
        nerves: answer,
        reaction: answer,
      }),
      answers: z.partialRecord(questionId, givenAnswer),
    }),
    bodyLimitBytes: 128 * 1024,
    status: 201,
    answer: screeningView,
  },
  overrideFinding: {
    method: 'POST',
    path: '/api/screenings/:screening/overrides',
    access: ['clinician'],
    summary: 'Needle against one finding, in one’s own name and with a reason; never against an emergency',
    params: z.strictObject({ screening }),
    body: z.strictObject({ rule: text({ max: 20 }), reason: text({ max: 1000 }) }),
    status: 201,
    answer: screeningView,
  },
  reopenScreening: {
    method: 'POST',
    path: '/api/patients/:patient/screening-reopenings',
    access: ['clinician', 'desk'],
    summary: 'Tell what happened between sessions; the answers no longer count until they are asked again',
    params: z.strictObject({ patient }),
    body: z.strictObject({ id: idOf(), kind: z.enum(REOPENING_KINDS), note: text({ max: 1000 }) }),
    status: 201,
    answer: z.object({ reopenedAt: instant }),
  },
  listScreenings: {
    method: 'GET',
    path: '/api/patients/:patient/screenings',
    access: ['owner', 'clinician'],
    summary: "A patient's screenings, newest first",
    params: z.strictObject({ patient }),
    answer: z.object({ screenings: z.array(screeningLine) }),
    isKept: true,
  },
  readScreening: {
    method: 'GET',
    path: '/api/screenings/:screening',
    access: ['owner', 'clinician'],
    summary: 'One screening: answers, findings, and what follows',
    params: z.strictObject({ screening }),
    answer: screeningView,
    isKept: true,
  },
})
