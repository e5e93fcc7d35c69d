export { type LetterDraftView, type LetterLine, letterRoutes, type LetterView } from './letter.wire.ts'
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
