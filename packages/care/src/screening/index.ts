export { type Change, CHANGE_WORDS, CHANGES } from './change.ts'
export type { Condition } from './condition.ts'
export { type Contradiction, contradictionsIn } from './contradiction.ts'
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
export {
  type Dated,
  needsFullScreening,
  needsRecheck,
  recheckAt,
  REOPENING_KINDS,
  type ReopeningKind,
} from './expiry.ts'
export {
  questionsReopened,
  RECHECK_IDS,
  RECHECK_ITEMS,
  type RecheckId,
  type RecheckAnswers,
  recheck,
} from './recheck.ts'
export { patientFactors } from './factors.ts'
export { fhirQuestionnaire } from './fhir-questionnaire.ts'
export { MEDICINE_GROUPS } from './medicines/names.ts'
export type { Mention } from './medicines/read.ts'
export { MIN_REASON_LENGTH, type Override, type OverrideTerms } from './override.ts'
export { type GivenAnswer, QUESTION_GROUPS, QUESTION_KINDS, type Question, type QuestionGroup } from './question.ts'
export { type Answers, findQuestion, QUESTION_IDS, QUESTIONS, type QuestionId } from './questions.ts'
export type { ScreenedPatient } from './reading.ts'
export type {
  Basis,
  Finding,
  MissingAnswer,
  NeedlingPlan,
  PlannedNeedle,
  Screening,
  ScreeningResult,
  SiteVerdict,
} from './result.ts'
export { type Clearance, type Letter, LETTERS, type Rule } from './rule.ts'
export { RULES_VERSION, rulesReading, SCREENING_RULES } from './rules.ts'
export { screen } from './screen.ts'
export { screeningFacts, withOverrides } from './table.ts'
export {
  type AskedSign,
  askedSigns,
  checkLetter,
  draftLetter,
  LETTER_WAYS,
  type LetterProblem,
  type LetterWay,
  type LetterWords,
  recipientFor,
} from './letter.ts'
export {
  answerSelfCheck,
  judgeSelfCheck,
  type Outcome,
  SELF_CHECK_PARTS,
  SELF_CHECK_STEPS,
  type SelfCheck,
  type SelfCheckStep,
  type SelfCheckVerdict,
  type StopUrgency,
} from './self-check.ts'
export { OUTCOME_WORDS, type Point, STOP_WORDS, WEIGHING } from './self-check-words.ts'
