export { day, idOf, instant, type ProblemWire, problem, text } from './fields.wire.ts'
export {
  type Access,
  type AnswerOf,
  type BodyIn,
  type BodyOf,
  defineRoutes,
  type Method,
  type ParamsIn,
  type ParamsOf,
  type QueryIn,
  type QueryOf,
  type Role,
  type Route,
  type Schema,
} from './route.ts'
