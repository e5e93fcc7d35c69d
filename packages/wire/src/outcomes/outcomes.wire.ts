/**
 * Outcomes: measures, scores, the expected course under this care, the review and its answer, and the practice's own figures.
 *
 * No forecast crosses without its interval and the number of people behind it.
 */
import type { AccountId, PatientId, SessionId } from '@unknot/care/kernel'
import { ADVICES, MEASURE_IDS, REVIEW_RULES } from '@unknot/care/outcomes'
import * as z from 'zod/mini'
import { defineRoutes, idOf, instant, text } from '../kernel/index.ts'

const patient = idOf<PatientId>()
const measureId = z.enum(MEASURE_IDS)
const staff = ['owner', 'clinician'] as const
const finite = z
  .number({ error: 'must be a number' })
  .check(z.minimum(-1000, 'must be -1000 or more'), z.maximum(1000, 'must be at most 1000'))

const measureView = z.object({
  id: measureId,
  name: z.string(),
  recall: z.string(),
  direction: z.enum(['lower-better', 'higher-better']),
  lowest: z.number(),
  highest: z.number(),
  /** `clinic`: the wording belongs to somebody; only totals are taken until a clinic declares its licence. */
  wording: z.enum(['shipped', 'clinic']),
  licence: z.string(),
  intro: z.nullable(z.string()),
  kind: z.enum(['numbers', 'options', 'ticks', 'activities']),
  items: z.array(
    z.object({
      id: z.string(),
      text: z.nullable(z.string()),
      /** What may be answered, lowest first, each with its words; the numbers between have none. */
      options: z.array(z.object({ value: z.number(), label: z.string() })),
    }),
  ),
  sources: z.array(z.string()),
})
export type MeasureView = z.output<typeof measureView>

const scoreView = z.object({
  id: idOf<string>(),
  measure: measureId,
  value: z.number(),
  band: z.nullable(z.string()),
  bandReviewed: z.boolean(),
  activities: z.array(z.string()),
  asked: z.enum(['pad', 'clinic', 'home', 'paper']),
  takenAt: instant,
  recordedByName: z.string(),
  /** Words for the person who should talk with the patient. Never shown to the patient, never an alarm. */
  prompt: z.nullable(z.string()),
})
export type ScoreView = z.output<typeof scoreView>

const interval = z.tuple([z.number(), z.number()])
const forecastView = z.object({
  week: z.number(),
  median: z.number(),
  interval50: interval,
  interval80: interval,
  interval95: interval,
  /** Before it is folded to whole numbers, held within the scale: what a smooth band is drawn from. 80 %. */
  curve: z.object({ low: z.number(), middle: z.number(), high: z.number() }),
})
export type ForecastView = z.output<typeof forecastView>

const share = z.nullable(z.number())

const reviewView = z.object({
  advice: z.enum(ADVICES),
  rule: z.enum(REVIEW_RULES),
  reason: z.string(),
  numbers: z.nullable(
    z.object({
      sessions: z.number(),
      week: z.number(),
      scoreCount: z.number(),
      aimPoints: z.number(),
      endWeek: z.number(),
      pAim: z.number(),
      pWorse: z.number(),
      pFurther: z.number(),
      goalReached: z.boolean(),
    }),
  ),
  sources: z.array(z.string()),
})
export type ReviewView = z.output<typeof reviewView>

const changeView = z.object({
  improvement: z.number(),
  percent: share,
  reliable: z.nullable(z.object({ index: z.number(), verdict: z.enum(['better', 'worse', 'within-error']) })),
  importantByPoints: z.nullable(z.boolean()),
  importantByPercent: z.nullable(z.boolean()),
  immpact: z.nullable(z.enum(['below', 'minimal', 'moderate', 'substantial'])),
  recovered: z.nullable(z.boolean()),
})

const courseView = z.object({
  measure: measureView,
  /** Week 0: the first session, or the first score where there was none yet. Null while there is neither. */
  startAt: z.nullable(instant),
  scores: z.array(z.object({ week: z.number(), score: scoreView })),
  sessions: z.array(z.object({ id: idOf<SessionId>(), week: z.number(), at: instant, needles: z.number() })),
  /** From the first score to the last; null where there are fewer than two. */
  change: z.nullable(changeView),
  aim: z.object({
    onset: z.enum(['new', 'lasting']),
    goal: z.nullable(z.number()),
    plannedEndWeek: z.number(),
    /** The level at which the change from the modelled start is the smallest important one; null without a forecast. */
    importantLevel: z.nullable(z.number()),
  }),
  /** Null: not enough data yet, or a measure that isn't forecast. */
  expected: z.nullable(
    z.object({
      /** `last-value`: this clinic's own forecasts missed too often, so a plain rule speaks. */
      method: z.enum(['model', 'last-value']),
      /** The people behind it; 0 = published courses alone. */
      people: z.number(),
      scoreCount: z.number(),
      reachWeeks: z.number(),
      band: z.array(forecastView),
      points: z.array(
        z.object({
          unit: z.enum(['session', 'week']),
          number: z.number(),
          week: z.number(),
          forecast: z.nullable(forecastView),
        }),
      ),
      probabilities: z.object({
        week: z.number(),
        important: share,
        reliable: share,
        percent10: share,
        percent30: share,
        percent50: share,
      }),
      sentences: z.array(z.string()),
    }),
  ),
  review: z.nullable(reviewView),
  lastAnswer: z.nullable(
    z.object({
      answer: z.enum(['agreed', 'another-way']),
      chosen: z.string(),
      reason: z.string(),
      rule: z.string(),
      answeredAt: instant,
      answeredByName: z.string(),
    }),
  ),
})
export type CourseView = z.output<typeof courseView>

const cutoffs = z.strictObject({
  continueFrom: finite,
  changeFrom: finite,
  plateauBelow: finite,
  worseAbove: finite,
  firstReviewSession: finite,
  decisionSession: finite,
})

const proportion = z.object({ count: z.number(), of: z.number(), from: z.number(), to: z.number() })
const practiceView = z.object({
  measure: measureId,
  /** Null: fewer than 5, which are hidden. */
  courses: z.nullable(z.number()),
  response: z.array(z.object({ definition: z.string(), share: z.nullable(proportion) })),
  /** Courses whose last score is older than six weeks and whose last review wasn't an ending. */
  dropOut: z.nullable(proportion),
  /** The same response with those who stayed away counted at their last score, and at their first. */
  sensitivity: z.object({ atLastScore: z.nullable(proportion), atBaseline: z.nullable(proportion) }),
  adverse: z.object({
    sessions: z.number(),
    reactions: z.number(),
    per1000: z.nullable(z.number()),
    from: z.nullable(z.number()),
    to: z.nullable(z.number()),
    published: z.array(z.object({ text: z.string(), source: z.string() })),
  }),
  calibration: z.object({
    state: z.enum(['too-few', 'holds', 'fell-back']),
    forecasts: z.number(),
    coverage50: share,
    coverage80: share,
    coverage95: share,
    crps: share,
    crpsLastValue: share,
    pitMean: share,
    pitVariance: share,
  }),
  cutoffs: z.object(cutoffs.shape),
})
export type PracticeView = z.output<typeof practiceView>

export const outcomesRoutes = defineRoutes({
  measures: {
    method: 'GET',
    path: '/api/outcomes/measures',
    access: 'signed-in',
    summary: 'Every measure: what is asked, how it is scored, whose wording it is',
    answer: z.object({ measures: z.array(measureView) }),
  },
  recordScore: {
    method: 'POST',
    path: '/api/patients/:patient/scores',
    access: ['owner', 'clinician', 'desk'],
    summary: 'Record a filled-in measure, or the total of a paper form; it is scored here, whatever a client showed',
    params: z.strictObject({ patient }),
    body: z.strictObject({
      id: idOf<string>(),
      measure: measureId,
      /** By item; an item that isn't there wasn't answered. */
      answers: z.optional(z.record(z.string().check(z.maxLength(40, 'must have at most 40 characters')), finite)),
      total: z.optional(finite),
      activities: z.optional(z.array(text({ min: 1, max: 120 })).check(z.maxLength(5, 'must name at most 5'))),
      asked: z.enum(['pad', 'clinic', 'home', 'paper']),
      takenAt: z.optional(instant),
    }),
    status: 201,
    answer: scoreView,
  },
  readCourse: {
    method: 'GET',
    path: '/api/patients/:patient/course',
    access: staff,
    summary: 'Scores, sessions, the expected course under this care and the review, of one series',
    params: z.strictObject({ patient }),
    query: z.strictObject({ measure: z.optional(measureId) }),
    answer: courseView,
  },
  setAim: {
    method: 'POST',
    path: '/api/patients/:patient/aims',
    access: ['clinician'],
    summary: 'What patient and clinician aim at, and until when',
    params: z.strictObject({ patient }),
    body: z.strictObject({
      id: idOf<string>(),
      measure: measureId,
      onset: z.enum(['new', 'lasting']),
      goal: z.nullable(finite),
      plannedEndWeek: finite,
    }),
    status: 204,
  },
  answerReview: {
    method: 'POST',
    path: '/api/patients/:patient/reviews',
    access: ['clinician'],
    summary:
      'Agree with the review, or go another way with a reason; 409 review-changed when the advice is another by now',
    params: z.strictObject({ patient }),
    body: z.strictObject({
      id: idOf<string>(),
      measure: measureId,
      rule: z.enum(REVIEW_RULES),
      answer: z.enum(['agreed', 'another-way']),
      chosen: z.enum(ADVICES),
      reason: text({ max: 1000 }),
    }),
    status: 204,
  },
  practiceOutcomes: {
    method: 'GET',
    path: '/api/outcomes/practice',
    access: staff,
    summary: 'How courses went, adverse events and whether forecasts kept their word; groups below 5 are hidden',
    query: z.strictObject({
      measure: z.optional(measureId),
      /** Only for the owner: the courses of one clinician. */
      clinician: z.optional(idOf<AccountId>()),
    }),
    answer: practiceView,
  },
  setCutoffs: {
    method: 'PUT',
    path: '/api/outcomes/cutoffs',
    access: ['owner'],
    summary: 'The cut-offs of the review rules',
    body: cutoffs,
    status: 204,
  },
})
