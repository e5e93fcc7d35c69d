export {
  DISPOSITIONS,
  type Disposition,
  SCREENED_TECHNIQUES,
  type ScreenedTechnique,
  SEVERITIES,
  type Severity,
  stopsNeedling,
  URGENCIES,
  type Urgency,
} from './disposition.ts'
export { type GivenAnswer, QUESTION_GROUPS, type Question, type QuestionGroup } from './question.ts'
export { type Answers, findQuestion, QUESTION_IDS, QUESTIONS, type QuestionId } from './questions.ts'
export type { Basis, Finding, MissingAnswer, Screening, ScreeningResult } from './result.ts'
export type { Rule } from './rule.ts'
export {
  needsRecheck,
  RECHECK_AFTER_HOURS,
  recheckAt,
  RULES_VERSION,
  rulesReading,
  type ScreenedPatient,
  SCREENING_RULES,
  screen,
  screeningFacts,
} from './screen.ts'
