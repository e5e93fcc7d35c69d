export { outcomesRoom } from './outcomes.routes.ts'
export { type RecordScore, recordScore, type RecordScoreProblem } from './record-score.commands.ts'
