/** What the answers say, question by question, once blanks, branches, weeks and contradictions are taken into account. */
import type { Answer } from '../kernel/index.ts'
import { type Facts, truthOf } from './condition.ts'
import { type Contradiction, contradictionsIn } from './contradiction.ts'
import { FIRST_TRIMESTER_BELOW_WEEKS } from './pregnancy.ts'
import { type Answers, indexOfQuestion, QUESTIONS, type QuestionId } from './questions.ts'

/** Whole years at the day of the screening; null when nobody knows, as of a stranger. */
export type ScreenedPatient = { readonly ageYears: number | null }

export type Reading = {
  readonly facts: Facts
  readonly contradictions: readonly Contradiction[]
}

type Step = {
  readonly id: QuestionId
  readonly parent: number
  readonly below: number | null
  readonly isYesNo: boolean
}

const STEPS: readonly Step[] = QUESTIONS.map(({ id, onlyIf, onlyBelowAge, kind }) => ({
  id,
  parent: onlyIf === null ? -1 : indexOfQuestion(onlyIf),
  below: onlyBelowAge,
  isYesNo: kind === 'yes-no',
}))
const FIRST_TRIMESTER = indexOfQuestion('first-trimester')

export function read(answers: Answers, { ageYears }: ScreenedPatient): Reading {
  const truths = new Uint8Array(STEPS.length)
  let hasText = false
  for (let index = 0; index < STEPS.length; index += 1) {
    const step = STEPS[index] as Step
    const given = answers[step.id]
    if (given?.note) hasText = true
    if (step.isYesNo) truths[index] = truthFor(given?.answer, step, truths, ageYears)
  }
  const contradictions = hasText ? contradictionsIn(answers) : []
  for (const { question, countsAs } of contradictions) truths[indexOfQuestion(question)] = truthOf(countsAs)
  if (contradictions.length > 0) reopenDetails(answers, truths, contradictions)
  const weeks = weeksOf(answers)
  if (weeks !== null && !answers['first-trimester']) {
    truths[FIRST_TRIMESTER] = weeks < FIRST_TRIMESTER_BELOW_WEEKS ? 2 : 0
  }
  return { facts: { answers: truths, ageYears, weeks }, contradictions }
}

/** A blank is unknown, unless the question that leads to it was answered no, or nobody of that age is asked. Leading questions come first. */
function truthFor(answer: Answer | undefined, step: Step, truths: Uint8Array, ageYears: number | null): number {
  if (step.below !== null && ageYears !== null && ageYears >= step.below) return 0
  if (answer === 'yes') return 2
  if (answer === 'no') return 0
  return step.parent >= 0 && truths[step.parent] === 0 ? 0 : 1
}

/** A text that makes a leading question open opens the details that nobody answered, too. */
function reopenDetails(answers: Answers, truths: Uint8Array, contradictions: readonly Contradiction[]): void {
  const opened = new Set(contradictions.map(({ question }) => indexOfQuestion(question)))
  for (const [index, step] of STEPS.entries()) {
    const given = answers[step.id]?.answer
    if (step.isYesNo && opened.has(step.parent) && given !== 'yes' && given !== 'no') truths[index] = 1
  }
}

function weeksOf(answers: Answers): number | null {
  return answers['pregnancy-weeks']?.weeks ?? null
}
