export { calibration, type Calibration, type Tested } from './forecast/calibration.ts'
export { checkCourse, type CourseProblem } from './forecast/check-course.ts'
export { fit, type Fit, type FitOptions, type FitProblem } from './forecast/fit.ts'
export { fold, pAtMost, pExceeds, type Pmf, quantileOf } from './forecast/fold.ts'
export {
  type Course,
  courseAt,
  type Normal,
  NPRS_SCALE,
  PLAIN_SHAPE,
  type Population,
  type Residual,
  type Scale,
  type Score,
  type Shape,
  type Spread,
} from './forecast/model.ts'
export { changeAt, changeBetween, know, type Known, levelAt, posterior, type Posterior } from './forecast/posterior.ts'
export { foldedForecast, type Forecast, predict, type PredictProblem, ratingAt } from './forecast/predict.ts'
export { populationOf, type Prior, PRIOR_SOURCES, priorFor, PROFILES, type Profile } from './forecast/prior.ts'
export { crps, crpsOfPmf, pitOf, pitOfPmf } from './forecast/score-rules.ts'
export {
  type Diary,
  evaluateDiaries,
  type Evaluated,
  type EvaluateProblem,
  type Figures,
  type FoldedFigures,
  type Row as EvaluatedRow,
} from './forecast/evaluate-diaries.ts'
export { type DiaryCsvProblem, type LineProblem, readDiaryCsv } from './forecast/diary-csv.ts'
export { chooseShape } from './forecast/choose-shape.ts'
export { learnNoiseSpread } from './forecast/noise-spread.ts'
export { type Direction, pImproves, pReaches } from './forecast/improvement.ts'
export { type Change, changeOf, type Immpact, saysImproved } from './change/change.ts'
export { type ChangeProbabilities, changeProbabilities } from './change/probability.ts'
export { type CourseWordsFacts, courseSentences } from './course/course-words.ts'
export {
  courseBand,
  expectedCourse,
  type ExpectedPoint,
  FORECAST_SESSIONS,
  FORECAST_WEEKS,
  PRIOR_REACH_WEEKS,
  reachOf,
  weekOfSession,
} from './course/expected-course.ts'
export {
  type Answering,
  type Band,
  type Item,
  type Measure,
  MEASURE_IDS,
  type MeasureId,
  type Option,
  type Scoring,
} from './measures/measure.ts'
export { FORECAST_SERIES, measureOf, MEASURES } from './measures/measures.ts'
export { type ItemAnswers, scoreAnswers, type Scored, type ScoreProblem, scoreTotal } from './measures/score.ts'
export { fromMillimetres, type FromMillimetres } from './measures/shipped-pain.ts'
export {
  type Advice,
  ADVICES,
  checkCutoffs,
  type CutoffProblem,
  DEFAULT_CUTOFFS,
  type Review,
  REVIEW_RULES,
  type ReviewCutoffs,
  reviewCourse,
  type ReviewFacts,
  type ReviewNumbers,
  type ReviewRule,
} from './review/review.ts'
export { sessionSpacing, weeksSince } from './course/weeks.ts'
export {
  adverseRate,
  practiceFigures,
  type PracticeCourse,
  type PracticeFigures,
  PUBLISHED_RATES,
  type Share,
} from './practice/practice.ts'
export { watchForecasts, WATCH_WINDOW, type Watch, type WatchedTest } from './watch/watch.ts'
