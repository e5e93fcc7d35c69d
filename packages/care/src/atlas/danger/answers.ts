/**
 * Answers to what the atlas asked: checked, taken into what is asked again, and judged together with the clinician's reason.
 * SES-6 records them; what they change is computed by `assessSite` alone.
 */
import { type Answer, err, ok, type Result } from '../../kernel/index.ts'
import type { Level, Site } from '../site.ts'
import type { SiteAssessment } from './assess.ts'
import type { PatientFactors } from './factors.ts'
import type { LyingPosition, NeedlePlan, NeedleTechnique } from './needle-plan.ts'
import { type QuestionId, QUESTIONS } from './questions.ts'

/** One of the question's options, or a length in millimetres; *unknown* is an answer that is kept, and changes nothing. */
export type SiteAnswer = { readonly question: QuestionId; readonly answer: string | number }

export type SiteAnswerProblem = {
  readonly code: 'answer-not-offered'
  readonly question: QuestionId
  readonly answer: string | number
}

/** Millimetres that can be answered: no needle is longer, no back is wider. */
const LONGEST_MM = 400

export function checkSiteAnswer({ question, answer }: SiteAnswer): Result<SiteAnswer, SiteAnswerProblem> {
  const { options } = QUESTIONS[question]
  const isOffered =
    options === null
      ? answer === 'unknown' || (typeof answer === 'number' && answer >= 0 && answer <= LONGEST_MM)
      : options.some(({ value }) => value === answer)
  return isOffered ? ok({ question, answer }) : err({ code: 'answer-not-offered', question, answer })
}

/** What `assessSite` is asked. */
export type SiteAsked = {
  readonly site: Site
  readonly needle: NeedlePlan
  readonly technique: NeedleTechnique
  readonly position: LyingPosition
  readonly factors: PatientFactors
  readonly alsoNeedled: readonly Site[] | Answer
}

/** The same with the answers in it, the last one to a question counting. They are checked before. */
export function withSiteAnswers(asked: SiteAsked, answers: readonly SiteAnswer[]): SiteAsked {
  return answers.reduce((before, each) => TAKE[each.question](before, each.answer), asked)
}

type Take = (asked: SiteAsked, answer: string | number) => SiteAsked

const mmOf = (answer: string | number) => (typeof answer === 'number' ? answer : null)
const intoNeedle =
  (key: keyof NeedlePlan): Take =>
  (asked, answer) => ({ ...asked, needle: { ...asked.needle, [key]: answer } })
const intoFactors =
  (key: keyof PatientFactors): Take =>
  (asked, answer) => ({ ...asked, factors: { ...asked.factors, [key]: answer } })

const TAKE: Readonly<Record<QuestionId, Take>> = {
  level: (asked, answer) => ({
    ...asked,
    site: { ...asked.site, level: answer === 'unknown' ? null : (answer as Level) },
  }),
  length: (asked, answer) => ({ ...asked, needle: { ...asked.needle, lengthMm: mmOf(answer) } }),
  'midline-offset': (asked, answer) => ({ ...asked, needle: { ...asked.needle, offsetMm: mmOf(answer) } }),
  direction: intoNeedle('direction'),
  third: intoNeedle('third'),
  grip: intoNeedle('grip'),
  bracketing: intoNeedle('bracketing'),
  position: (asked, answer) => ({ ...asked, position: answer as LyingPosition }),
  technique: (asked, answer) => ({ ...asked, technique: answer as NeedleTechnique }),
  // What is known of this session's own needles stands; the answer adds what was done elsewhere.
  'other-side': (asked, answer) => ({
    ...asked,
    alsoNeedled: typeof asked.alsoNeedled === 'string' || answer === 'yes' ? (answer as Answer) : asked.alsoNeedled,
  }),
  'bmi-class': intoFactors('bmiClass'),
  scoliosis: intoFactors('scoliosis'),
  kyphosis: intoFactors('kyphosis'),
  'lung-disease': intoFactors('lungDisease'),
  'previous-pneumothorax': intoFactors('previousPneumothorax'),
  'spinal-hardware': intoFactors('spinalHardware'),
  'implanted-device': intoFactors('implantedDevice'),
  pregnancy: intoFactors('pregnancy'),
}

export type PlacingProblem =
  /** Asked and not answered: *unknown* is an answer, silence isn't. */
  | { readonly code: 'site-questions-open'; readonly questions: readonly QuestionId[] }
  /** It holds, or nobody knows whether it holds: only with a written reason. */
  | { readonly code: 'site-needs-reason'; readonly rules: readonly string[] }
  | { readonly code: 'site-barred'; readonly rules: readonly string[] }

/**
 * Whether a needle may go in as it was assessed with the answers in it.
 *
 * @param answered what was answered, *unknown* included
 * @param hasReason the clinician wrote down why, knowing of the blocks
 */
export function checkPlacing(
  { questions, blocks }: Pick<SiteAssessment, 'questions' | 'blocks'>,
  answered: readonly QuestionId[],
  hasReason: boolean,
): Result<null, PlacingProblem> {
  const barred = blocks.filter(({ kind }) => kind === 'never').map(({ rule }) => rule)
  if (barred.length > 0) return err({ code: 'site-barred', rules: barred })
  const open = questions.map(({ id }) => id).filter((id) => !answered.includes(id))
  if (open.length > 0) return err({ code: 'site-questions-open', questions: open })
  if (blocks.length > 0 && !hasReason) {
    return err({ code: 'site-needs-reason', rules: blocks.map(({ rule }) => rule) })
  }
  return ok(null)
}
