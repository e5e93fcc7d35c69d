export { outcomesRoom } from './outcomes.routes.ts'
