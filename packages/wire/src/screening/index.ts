export {
  type CitationWire,
  type FindingWire,
  type QuestionWire,
  type ScreeningLine,
  type ScreeningResultWire,
  type ScreeningView,
  screeningLine,
  screeningRoutes,
  screeningView,
} from './screening.wire.ts'
