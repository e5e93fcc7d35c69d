export { clinicDay } from './clinic-day.ts'
export { letterRoom } from './letter.routes.ts'
export { presentScreening, presentScreeningLine } from './screening.presenter.ts'
export { recordScreening, type ScreeningCommand, type ScreeningProblem } from './screening.commands.ts'
export { screeningRoom } from './screening.routes.ts'
export {
  addReopening,
  findScreening,
  latestScreening,
  listScreenings,
  type ScreeningJson,
  screeningJson,
  screeningOfJson,
  type ScreeningSummary,
  type StoredScreening,
} from './screening.store.ts'
export { selfCheckRoom } from './self-check.routes.ts'
