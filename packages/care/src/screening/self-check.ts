/**
 * The self-check: a stranger asks "is it right for me?", and the clinic's own screening judges the answers.
 *
 * It guarantees: a red flag stops it at once, gravest signs are asked first, what somebody isn't sure of is never taken for a no,
 * and no outcome says that all is well. It asks a part of the questions only; a clinician asks all of them before any needle.
 */
import type { Answer } from '../kernel/index.ts'
import { stopsNeedling, type Urgency } from './disposition.ts'
import { type Answers, findQuestion, type QuestionId } from './questions.ts'
import type { Finding } from './result.ts'
import { screen } from './screen.ts'

type Part = { readonly id: string; readonly title: string; readonly questions: readonly QuestionId[] }

/** In the order in which they are asked: a follow-up stands right after its question, and what is an emergency comes first. */
export const SELF_CHECK_PARTS: readonly Part[] = [
  {
    id: 'warning-signs',
    title: 'Warning signs',
    questions: [
      'bladder-or-bowel',
      'saddle-numbness',
      'sexual-function',
      'both-legs',
      'tearing-pain',
      'chest-or-breath',
      'sepsis-signs',
      'hard-belly',
      'medical-emergency',
      'leg-weaker',
      'leg-weaker-fast',
      'pregnant',
      'maybe-pregnant',
      'late-period-or-bleeding',
      'swollen-leg',
      'pulsing-belly',
      'major-injury',
      'jaundice-or-black-stools',
    ],
  },
  {
    id: 'your-health',
    title: 'Your health',
    questions: [
      'fever',
      'cancer',
      'recent-infection',
      'weak-immunity',
      'diabetes',
      'osteoporosis',
      'steroids',
      'aneurysm',
      'blood-thinner',
      'bleeding-disorder',
      'implanted-device',
      'spinal-metal',
      'lung-disease',
      'collapsed-lung',
      'first-trimester',
      'new-to-needling-in-pregnancy',
      'needle-phobia',
      'fainted-with-needles',
    ],
  },
  {
    id: 'your-back',
    title: 'Your back',
    questions: [
      'minor-injury',
      'weight-loss',
      'night-pain',
      'no-improvement',
      'new-pain',
      'pain-not-from-moving',
      'pain-over-3-months',
    ],
  },
]

/** `ageYears`: whole years, or null when somebody would rather not say; left out while it wasn't asked. */
export type SelfCheck = { readonly answers: Answers; readonly ageYears?: number | null }

/** What is asked: a question of screening, or the age, which opens the second part. */
export type SelfCheckStep = QuestionId | 'age'

export const SELF_CHECK_STEPS: readonly SelfCheckStep[] = SELF_CHECK_PARTS.flatMap(
  ({ questions }, part): readonly SelfCheckStep[] => (part === 1 ? ['age', ...questions] : questions),
)

/** What stops it: a referral that can't wait for a routine letter. */
export type StopUrgency = Exclude<Urgency, 'routine'>

/** What the answers come to, gravest first. A stranger's own words for each stand in `SELF_CHECK_WORDS`. */
export type Outcome = 'not-at-all' | 'ask-doctor' | 'not-today' | 'unsure-sign' | 'with-care' | 'nothing-found'

export type SelfCheckVerdict =
  | { readonly kind: 'stop'; readonly urgency: StopUrgency; readonly findings: readonly Finding[] }
  | { readonly kind: 'ask'; readonly step: SelfCheckStep }
  | {
      readonly kind: 'done'
      readonly outcome: Outcome
      /** That hold, gravest first. */
      readonly findings: readonly Finding[]
      readonly notSure: readonly QuestionId[]
    }

/** Judges what was answered so far: stop, ask on, or the outcome. */
export function judgeSelfCheck(given: SelfCheck): SelfCheckVerdict {
  const { findings } = screen(given.answers, { ageYears: given.ageYears ?? null })
  const known = findings.filter(({ because }) => because === 'yes')
  const next = SELF_CHECK_STEPS.find((step) => isOpen(step, given))
  const flags = known.filter(isRedFlag)
  const urgency = gravestOf(flags)
  // A follow-up can only make a flag graver, so it is asked before anybody is told what to do.
  const isFollowed = next !== undefined && isFollowUp(next, given.answers)
  if (urgency !== null && (urgency === 'emergency-now' || !isFollowed))
    return { kind: 'stop', urgency, findings: flags }
  if (next !== undefined) return { kind: 'ask', step: next }
  const notSure = SELF_CHECK_STEPS.filter(
    (step): step is QuestionId => step !== 'age' && given.answers[step]?.answer === 'unknown',
  )
  return { kind: 'done', outcome: outcomeOf(known, notSure), findings: known, notSure }
}

/** Gives one answer; what hung on the answer before is asked anew. */
export function answerSelfCheck({ answers, ageYears }: SelfCheck, id: QuestionId, answer: Answer): SelfCheck {
  const kept = Object.entries(answers).filter(([other]) => findQuestion(other)?.onlyIf !== id)
  const now = { ...(Object.fromEntries(kept) as Answers), [id]: { answer } }
  return ageYears === undefined ? { answers: now } : { answers: now, ageYears }
}

function isOpen(step: SelfCheckStep, { answers, ageYears }: SelfCheck): boolean {
  if (step === 'age') return ageYears === undefined
  if (answers[step] !== undefined) return false
  if (step === 'maybe-pregnant') return answers.pregnant?.answer !== 'yes'
  const parent = findQuestion(step)?.onlyIf as QuestionId | null
  return parent === null || answers[parent]?.answer !== 'no'
}

function isFollowUp(step: SelfCheckStep, answers: Answers): boolean {
  const parent = findQuestion(step)?.onlyIf as QuestionId | null | undefined
  return parent !== null && parent !== undefined && answers[parent]?.answer === 'yes'
}

const isRedFlag = ({ urgency }: Finding) => urgency !== null && urgency !== 'routine'

function gravestOf(flags: readonly Finding[]): StopUrgency | null {
  const order = ['emergency-now', 'same-day', 'urgent'] as const
  return order.find((urgency) => flags.some((flag) => flag.urgency === urgency)) ?? null
}

function outcomeOf(known: readonly Finding[], notSure: readonly QuestionId[]): Outcome {
  const has = (disposition: Finding['disposition']) => known.some((finding) => finding.disposition === disposition)
  if (has('not-at-all')) return 'not-at-all'
  if (notSure.some(isSign)) return 'unsure-sign'
  if (has('medical-clearance-first') || known.some(({ urgency }) => urgency !== null)) return 'ask-doctor'
  if (known.some(({ disposition }) => stopsNeedling(disposition))) return 'not-today'
  return known.length > 0 || notSure.length > 0 ? 'with-care' : 'nothing-found'
}

/** A question whose yes could be a red flag by itself. */
function isSign(id: QuestionId): boolean {
  return findQuestion(id)?.group === 'warning-signs' || id === 'medical-emergency' || id === 'late-period-or-bleeding'
}
