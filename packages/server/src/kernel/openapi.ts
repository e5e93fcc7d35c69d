/** OpenAPI 3.1, made from the route tables that are served: what isn't served isn't described, and the other way round. */
import type { Route, Schema } from '@unknot/wire/kernel'
import { problem } from '@unknot/wire/kernel'
import * as z from 'zod/mini'

type Json = Readonly<Record<string, unknown>>

export type OpenApi = {
  readonly openapi: '3.1.1'
  readonly info: Json
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>
  readonly components: Json
}

/** Refusals that any route may give; those by sign-in and input only where they can happen. */
function refusalsOf(route: Route): Readonly<Record<string, string>> {
  const hasInput = route.params || route.query || route.body
  return {
    ...(hasInput ? { 400: 'Something in the request is not right; `errors` names each field.' } : {}),
    ...(route.access === 'public' ? {} : { 401: 'Not signed in, or the sign-in has ended.' }),
    ...(route.access === 'public' && route.method === 'GET'
      ? {}
      : { 403: 'The role does not include this, or the write came from another site.' }),
    ...(route.params ? { 404: 'Not there, or not yours to see: the two look the same.' } : {}),
    ...(route.method === 'GET' ? {} : { 409: 'It contradicts what is recorded; `code` says how.' }),
    ...(route.body ? { 413: 'The body is too large.', 415: 'The body is not JSON.' } : {}),
    429: 'Too many requests; `Retry-After` says when to come back.',
    500: 'A fault of the program. Nothing was saved; the request id finds it in the log.',
    503: 'The database can’t be reached, or the same thing was changed at the same moment. Nothing was saved; try again.',
  }
}

export function openApi(routes: readonly Route[], version: string): OpenApi {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    const methods = (paths[path] ??= {})
    methods[route.method.toLowerCase()] = operation(route)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Unknot',
      version,
      summary: 'Dry needling of back pain: screening, consent, a session charted needle by needle.',
      description:
        'Sign in with POST /api/sign-in and send the token as `Authorization: Bearer …`; browsers get a cookie. Ids are UUIDs made by the caller, so a request may be sent again. Instants carry their zone, days don’t. Refusals are RFC 9457 problems with a `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token of a sign-in.' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'unknot', description: 'The same token, as browsers keep it.' },
      },
    },
  }
}

function operation(route: Route): Json {
  const roles = typeof route.access === 'string' ? [] : route.access
  return {
    operationId: operationId(route),
    tags: [route.path.split('/')[2] ?? 'unknot'],
    summary: route.summary,
    ...(roles.length > 0 ? { description: `For: ${roles.join(', ')}.` } : {}),
    security: route.access === 'public' ? [] : [{ token: [] }, { cookie: [] }],
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body ? { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } } : {}),
    responses: { [String(route.status ?? 200)]: success(route), ...problems(route) },
  }
}

/** `GET /api/patients/:patient/chart` is `get-patients-by-patient-chart`. */
function operationId(route: Route): string {
  const parts = route.path.replace(/^\/api\//, '').split('/')
  const words = parts.map((part) => part.replace(/^:/, 'by-').replaceAll(/[^\w-]+/g, '-'))
  return [route.method.toLowerCase(), ...words].join('-')
}

function success(route: Route): Json {
  if (route.file) {
    return { description: 'The file.', content: { [route.file]: { schema: { type: 'string', format: 'binary' } } } }
  }
  if (!route.answer) return { description: 'Done.' }
  return { description: 'Done.', content: json(schemaOf(route.answer, 'output')) }
}

function problems(route: Route): Json {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    Object.entries(refusalsOf(route)).map(([status, description]) => [status, { description, content }]),
  )
}

function json(schema: Json): Json {
  return { 'application/json': { schema } }
}

function parametersOf(schema: Schema | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12, which is what zod writes. */
function schemaOf(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}
