import { expect, test } from 'vitest'
import { atlasRoutes } from '../atlas/index.ts'
import { bookingRoutes } from '../booking/index.ts'
import { clinicRoutes } from '../clinic/index.ts'
import { consentRoutes, ownTextRoutes } from '../consent/index.ts'
import type { Route } from '../kernel/index.ts'
import { outcomesRoutes } from '../outcomes/index.ts'
import { peopleRoutes } from '../people/index.ts'
import { letterRoutes, screeningRoutes } from '../screening/index.ts'
import { sessionRoutes } from '../session/index.ts'
import { ALL_ROUTES, pathwayRoutes } from './index.ts'

const routes: readonly (readonly [string, Route])[] = Object.entries(ALL_ROUTES)

test('no name and no address stands twice', () => {
  const tables = [
    peopleRoutes,
    clinicRoutes,
    atlasRoutes,
    screeningRoutes,
    letterRoutes,
    bookingRoutes,
    consentRoutes,
    ownTextRoutes,
    sessionRoutes,
    outcomesRoutes,
    pathwayRoutes,
  ]
  expect(routes).toHaveLength(tables.reduce((sum, table) => sum + Object.keys(table).length, 0))
  const addresses = routes.map(([, route]) => `${route.method} ${route.path.replaceAll(/:\w+/g, ':')}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('each part of a path is checked by a schema of the same name, and nothing clinical is open to everybody', () => {
  for (const [name, { path, params, access }] of routes) {
    const named = [...path.matchAll(/:(\w+)/g)].map(([, part]) => part)
    const shape = (params as { shape?: object } | undefined)?.shape ?? {}
    expect(Object.keys(shape).sort(), name).toEqual(named.sort())
    if (named.includes('patient')) expect(access, name).not.toBe('public')
  }
})
