/**
 * The screening itself: answers in, findings and what follows out.
 *
 * It guarantees: blank and unknown are never no; one more yes never makes the outcome milder; an emergency stands above all
 * else; every outcome that isn't plain *proceed* has its rule, its reason and words for the patient. It supports a
 * clinician's decision and doesn't replace it.
 */
import { must } from '../kernel/index.ts'
import { findingOf } from './finding.ts'
import { type Answers, QUESTIONS } from './questions.ts'
import { read, type Reading, type ScreenedPatient } from './reading.ts'
import type { Finding, MissingAnswer, NeedlingPlan, ScreeningResult } from './result.ts'
import { rulesThatMayHold } from './rules.ts'
import { summarise } from './summary.ts'

/** Judges the answers; with a plan also each needle of it. Levels of the plan are those of its muscles (see `checkSite`). */
export function screen(answers: Answers, patient: ScreenedPatient, plan: NeedlingPlan | null = null): ScreeningResult {
  const reading = read(answers, patient)
  const findings: Finding[] = []
  for (const compiled of rulesThatMayHold(reading.facts)) {
    const truth = compiled.judge(reading.facts)
    if (truth === 0) continue
    const finding = findingOf(compiled, truth === 2 ? 'yes' : 'unknown', answers, plan)
    if (finding) findings.push(finding)
  }
  const { contradictions } = reading
  return summarise({ findings, missing: missingIn(answers, reading), contradictions }, plan)
}

function missingIn(answers: Answers, { facts }: Reading): readonly MissingAnswer[] {
  const missing: MissingAnswer[] = []
  for (let index = 0; index < QUESTIONS.length; index += 1) {
    const truth = facts.answers[index]
    if (truth === 0) continue
    const question = must(QUESTIONS[index], 'an answer without its question')
    if (question.mustAsk && truth === 1) missing.push({ question: question.id, what: 'answer' })
    if (question.asksWhere && truth === 2 && !answers[question.id]?.regions) {
      missing.push({ question: question.id, what: 'where' })
    }
  }
  return missing
}
