/** All rules of screening, compiled, under one version. */
import { compile, type Facts, type Judge, questionsOf } from './condition.ts'
import { GRAVITY_STOPS, gravity } from './disposition.ts'
import { indexOfQuestion, QUESTIONS, type QuestionId } from './questions.ts'
import type { Rule } from './rule.ts'
import { PRECAUTION_RULES } from './rules-precautions.ts'
import { RED_FLAG_RULES } from './rules-red-flags.ts'
import { STOP_RULES } from './rules-stops.ts'

/** Counts up with every change of a question, a rule or a word of either. */
export const RULES_VERSION = 'SCR-2.0'

export const SCREENING_RULES: readonly Rule[] = [...RED_FLAG_RULES, ...STOP_RULES, ...PRECAUTION_RULES]

export type CompiledRule = {
  readonly rule: Rule
  readonly judge: Judge
  readonly questions: readonly QuestionId[]
  /** It keeps every needle out, and a question that must be asked decides it. */
  readonly stopsWhenUnasked: boolean
}

const mustAsk = new Set(QUESTIONS.filter((question) => question.mustAsk).map((question) => question.id))

const COMPILED_RULES: readonly CompiledRule[] = SCREENING_RULES.map((rule) => {
  const questions = questionsOf(rule.when)
  const stopsWhenUnasked = gravity(rule.disposition) >= GRAVITY_STOPS && questions.some((id) => mustAsk.has(id))
  return { rule, judge: compile(rule.when), questions, stopsWhenUnasked }
})

/** The rules that may hold though every answer is no, as those about age alone. */
const HOLDING_WITHOUT_ANSWERS: readonly number[] = COMPILED_RULES.flatMap(({ judge }, index) => {
  const allNo: Facts = { answers: new Uint8Array(QUESTIONS.length), ageYears: null, weeks: null }
  return judge(allNo) === 0 ? [] : [index]
})

const RULES_OF_QUESTION: readonly (readonly number[])[] = QUESTIONS.map(({ id }) =>
  COMPILED_RULES.flatMap(({ questions }, index) => (questions.includes(id) ? [index] : [])),
)
const WEEKS = indexOfQuestion('pregnancy-weeks')

/** The rules that may hold, in their order: a rule that reads only answers of no can't, and most answers are no. */
export function rulesThatMayHold({ answers, weeks }: Facts): readonly CompiledRule[] {
  const may = new Uint8Array(COMPILED_RULES.length)
  for (const rule of HOLDING_WITHOUT_ANSWERS) may[rule] = 1
  for (let index = 0; index < answers.length; index += 1) {
    if (answers[index] !== 0) for (const rule of RULES_OF_QUESTION[index] ?? []) may[rule] = 1
  }
  if (weeks !== null) for (const rule of RULES_OF_QUESTION[WEEKS] ?? []) may[rule] = 1
  const rules: CompiledRule[] = []
  for (let index = 0; index < may.length; index += 1) {
    if (may[index] === 1) rules.push(COMPILED_RULES[index] as CompiledRule)
  }
  return rules
}

/** The ids of the rules that read the answer to a question. */
export function rulesReading(question: QuestionId): readonly string[] {
  return COMPILED_RULES.filter(({ questions }) => questions.includes(question)).map(({ rule }) => rule.id)
}

export function findRule(id: string): Rule | undefined {
  return SCREENING_RULES.find((rule) => rule.id === id)
}
