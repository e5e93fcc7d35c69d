export {
  type CourseView,
  type ForecastView,
  type MeasureView,
  outcomesRoutes,
  type PracticeView,
  type ReviewView,
  type ScoreView,
} from './outcomes.wire.ts'
