import { atlasRoutes } from '../atlas/index.ts'
import { bookingRoutes } from '../booking/index.ts'
import { clinicRoutes } from '../clinic/index.ts'
import { outcomesRoutes } from '../outcomes/index.ts'
import { consentRoutes, ownTextRoutes } from '../consent/index.ts'
import { peopleRoutes } from '../people/index.ts'
import { letterRoutes, screeningRoutes } from '../screening/index.ts'
import { sessionRoutes } from '../session/index.ts'
import { pathwayRoutes } from './pathway.wire.ts'

export {
  type ChartSession,
  type ChartView,
  pathwayRoutes,
  type TakenAlong,
  type TodaySession,
  type TodayView,
} from './pathway.wire.ts'

/** Every route of Unknot: OpenAPI, the browser's client and the contract tests are made from it. */
export const ALL_ROUTES = {
  ...peopleRoutes,
  ...clinicRoutes,
  ...atlasRoutes,
  ...screeningRoutes,
  ...letterRoutes,
  ...bookingRoutes,
  ...consentRoutes,
  ...ownTextRoutes,
  ...sessionRoutes,
  ...outcomesRoutes,
  ...pathwayRoutes,
} as const
