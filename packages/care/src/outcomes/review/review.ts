/**
 * When to go on, change, look again, finish or stop. Advice for a clinician, never a decision; each with its rule, its
 * reason and its numbers.
 *
 * The cut-offs are defaults of our own making, in the spirit of the sources named: a clinic can change them, and no source
 * gives them as they stand, so they are unreviewed. No counterfactual was seen: nothing here says that needling works, or
 * doesn't, for somebody.
 */
import { err, ok, type Result } from '../../kernel/index.ts'
import { pImproves } from '../forecast/improvement.ts'
import { type Known, levelAt } from '../forecast/posterior.ts'
import type { Measure } from '../measures/measure.ts'

export const REVIEW_RULES = [
  'REV-1',
  'REV-2',
  'REV-3',
  'REV-4',
  'REV-5',
  'REV-6',
  'REV-7',
  'REV-8',
  'REV-9',
  'REV-10',
] as const
export type ReviewRule = (typeof REVIEW_RULES)[number]
export const ADVICES = [
  'continue',
  'continue-with-a-change',
  're-assess',
  'finish',
  'stop-and-refer',
  'not-enough-data',
] as const
export type Advice = (typeof ADVICES)[number]

export type ReviewCutoffs = {
  /** From this probability of reaching the aim: go on as it is. */
  readonly continueFrom: number
  /** From this one up: go on, with a change; below it: re-assess, and at the decision stop. */
  readonly changeFrom: number
  /** Less than this chance of a further point within three sessions is a plateau. */
  readonly plateauBelow: number
  /** More than this chance of being two points worse: stop. */
  readonly worseAbove: number
  readonly firstReviewSession: number
  readonly decisionSession: number
}

export const DEFAULT_CUTOFFS: ReviewCutoffs = {
  continueFrom: 0.5,
  changeFrom: 0.2,
  plateauBelow: 0.15,
  worseAbove: 0.5,
  firstReviewSession: 3,
  decisionSession: 6,
}
/** No advice to stop for lack of effect before this session, whatever the clinic sets (Matin 2023: nothing at 3, an effect at 5). */
const NEVER_STOP_BEFORE_SESSION = 3
const WORSE_POINTS = 2
const FURTHER_POINTS = 1
const FURTHER_SESSIONS = 3

export type CutoffProblem = { readonly code: 'cutoff-out-of-range'; readonly field: keyof ReviewCutoffs }

/** Cut-offs that make sense together, or the first that doesn't. */
export function checkCutoffs(cutoffs: ReviewCutoffs): Result<ReviewCutoffs, CutoffProblem> {
  const share = (value: number) => value > 0 && value < 1
  const bad = (field: keyof ReviewCutoffs) => err({ code: 'cutoff-out-of-range', field } as const)
  if (!share(cutoffs.continueFrom)) return bad('continueFrom')
  if (!share(cutoffs.changeFrom) || cutoffs.changeFrom >= cutoffs.continueFrom) return bad('changeFrom')
  if (!share(cutoffs.plateauBelow)) return bad('plateauBelow')
  if (!share(cutoffs.worseAbove)) return bad('worseAbove')
  const { firstReviewSession: first, decisionSession: decision } = cutoffs
  if (!Number.isInteger(first) || first < NEVER_STOP_BEFORE_SESSION || first > 20) return bad('firstReviewSession')
  if (!Number.isInteger(decision) || decision <= first || decision > 40) return bad('decisionSession')
  return ok(cutoffs)
}

export type ReviewFacts = {
  readonly measure: Measure
  /** Null where the patient has no score that a forecast could be made from. */
  readonly known: Known | null
  readonly sessions: number
  readonly nowWeek: number
  readonly weeksPerSession: number
  /** Weeks since the first session at which the course is planned to end. */
  readonly plannedEndWeek: number
  /** The level that the patient wants to reach, in points of the measure; null where none was set. */
  readonly goal: number | null
  /** Words of red flags that stand open. */
  readonly redFlags: readonly string[]
  readonly cutoffs: ReviewCutoffs
}

export type ReviewNumbers = {
  readonly sessions: number
  readonly week: number
  readonly scoreCount: number
  /** Points of improvement that are aimed at: the larger of the smallest important change and the patient's goal. */
  readonly aimPoints: number
  readonly endWeek: number
  readonly pAim: number
  readonly pWorse: number
  readonly pFurther: number
  readonly goalReached: boolean
}

export type Review = {
  readonly advice: Advice
  readonly rule: ReviewRule
  readonly reason: string
  /** Null where nothing was computed. */
  readonly numbers: ReviewNumbers | null
  readonly sources: readonly string[]
  readonly reviewed: false
}

/** The advice for a patient now. The first rule that fits speaks; red flags speak before every number. */
export function reviewCourse(facts: ReviewFacts): Review {
  const { known, cutoffs, redFlags } = facts
  if (redFlags.length > 0)
    return said(
      'stop-and-refer',
      'REV-1',
      `A red flag is open: ${redFlags.join('; ')}. It comes before every number.`,
      null,
      [],
    )
  if (!known || known.course.scores.length < 2)
    return said('not-enough-data', 'REV-3', 'Fewer than two scores: there is no course to review yet.', null, [])
  const numbers = numbersOf(facts, known)
  if (numbers.pWorse > cutoffs.worseAbove)
    return said(
      'stop-and-refer',
      'REV-2',
      `The chance that the underlying level is ${WORSE_POINTS} points worse than at the start is ${percent(numbers.pWorse)}.`,
      numbers,
      ['S217'],
    )
  if (facts.sessions < cutoffs.firstReviewSession && facts.nowWeek < cutoffs.firstReviewSession)
    return said(
      'continue',
      'REV-3',
      `Too early to judge: the first review comes at session ${cutoffs.firstReviewSession} or week ${cutoffs.firstReviewSession}.`,
      numbers,
      ['S221', 'S220'],
    )
  const isPlateau = numbers.pFurther < cutoffs.plateauBelow
  const further = `The chance of a further point within ${FURTHER_SESSIONS} sessions is ${percent(numbers.pFurther)}`
  if (isPlateau && numbers.goalReached)
    return said('finish', 'REV-9', `${further}, and the goal is reached.`, numbers, ['S217'])
  return byAim(facts, numbers, isPlateau ? `${further}, and the goal isn’t reached.` : null)
}

function byAim({ cutoffs, sessions, nowWeek }: ReviewFacts, numbers: ReviewNumbers, plateau: string | null): Review {
  const aim = `The chance of improving by ${round(numbers.aimPoints)} points or more by week ${round(numbers.endWeek)} is ${percent(numbers.pAim)}.`
  const isDecision = sessions >= cutoffs.decisionSession || nowWeek >= cutoffs.decisionSession
  if (numbers.pAim < cutoffs.changeFrom) {
    if (!isDecision || sessions < NEVER_STOP_BEFORE_SESSION)
      return said('re-assess', 'REV-7', `${aim} Look again at the diagnosis and the plan.`, numbers, ['S217', 'S219'])
    return said('stop-and-refer', 'REV-8', `${aim} Stop, and talk about other ways.`, numbers, ['S217', 'S218'])
  }
  if (plateau !== null) return said('re-assess', 'REV-10', plateau, numbers, ['S217', 'S220'])
  if (numbers.pAim < cutoffs.continueFrom)
    return said(
      'continue-with-a-change',
      'REV-6',
      `${aim} Change something: dose, muscles, exercise, or the diagnosis.`,
      numbers,
      ['S218', 'S219'],
    )
  return isDecision
    ? said('continue', 'REV-5', `${aim} Decision at session ${cutoffs.decisionSession}: go on.`, numbers, ['S217'])
    : said('continue', 'REV-4', `${aim} First review: go on.`, numbers, ['S219'])
}

function numbersOf(facts: ReviewFacts, known: Known): ReviewNumbers {
  const { measure, nowWeek, weeksPerSession, goal } = facts
  const { direction } = measure
  const endWeek = Math.max(facts.plannedEndWeek, nowWeek)
  const baseline = levelAt(known, 0).mean
  const toGoal = goal === null ? 0 : direction === 'lower-better' ? baseline - goal : goal - baseline
  const mic = micPointsOf(measure, baseline)
  const aimPoints = Math.max(mic, toGoal)
  const p = (from: number, to: number, points: number) => pImproves(known, { from, to }, points, direction)
  return {
    sessions: facts.sessions,
    week: nowWeek,
    scoreCount: known.course.scores.length,
    aimPoints,
    endWeek,
    pAim: p(0, endWeek, aimPoints),
    pWorse: 1 - p(0, nowWeek, -WORSE_POINTS),
    pFurther: p(nowWeek, nowWeek + FURTHER_SESSIONS * weeksPerSession, FURTHER_POINTS),
    goalReached: p(0, nowWeek, aimPoints) >= 0.5,
  }
}

/** The smallest important change in points; where only a percentage is known, that of the modelled baseline. */
function micPointsOf({ mic }: Measure, baseline: number): number {
  if (mic?.points) return mic.points
  return mic?.percent ? (mic.percent / 100) * Math.max(3, baseline) : 2
}

/** Never 0 or 100 where something else is possible. */
function percent(p: number): string {
  if (p < 0.01) return 'less than 1 %'
  return p > 0.99 ? 'more than 99 %' : `${Math.round(100 * p)} %`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function said(
  advice: Advice,
  rule: ReviewRule,
  reason: string,
  numbers: ReviewNumbers | null,
  sources: readonly string[],
): Review {
  return { advice, rule, reason, numbers, sources, reviewed: false }
}
