/**
 * Bodies made from a route's own schema, for the contract tests: one that fits, and many that don't.
 *
 * A route that is new needs nothing here. Where no text of `TEXTS` fits a new kind of field, `fittingBody` says so, and that
 * text is added.
 */
import { assert } from '@unknot/care/kernel'
import type { Schema } from '@unknot/wire/kernel'

type Json = unknown
type Def = {
  readonly type: string
  readonly innerType?: Schema
  readonly element?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
  readonly options?: readonly Schema[]
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly Json[]
  readonly items?: readonly Schema[]
  readonly left?: Schema
  readonly getter?: () => Schema
}

/** One of them fits each text field: ids, times, days, names, addresses, codes, hashes. */
const TEXTS = [
  'Maren Ulfsdottir',
  '01930b6a-7c1e-7a3b-8c4d-5e6f708192a3',
  '2026-11-24T05:02:05Z',
  '1992-03-31',
  '2026-11-24T09:30',
  'name@example.org',
  '+353 87 123 4567',
  'en',
  'IE',
  'Europe/Dublin',
  '123456',
  '20',
  'lumbar',
  'a4',
  'yes',
  'lumbar-multifidus',
  'ab'.repeat(32),
]
const NUMBERS = [1, 0, 5, 0.3, 50, 100]

function defOf(schema: Schema): Def {
  return schema._zod.def as unknown as Def
}

/** A body that the schema takes. Optional fields are left out unless `whole`. */
export function fittingBody(schema: Schema, whole = false): Json {
  const body = fitting(schema, whole)
  assert(schema.safeParse(body).success, `no body fits: ${JSON.stringify(body)?.slice(0, 300)}`)
  return body
}

function fitting(schema: Schema, whole: boolean): Json {
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .filter(([, field]) => whole || defOf(field).type !== 'optional')
          .map(([name, field]) => [name, fitting(field, whole)]),
      )
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return def.innerType ? fitting(def.innerType, whole) : null
    case 'lazy':
      return def.getter ? fitting(def.getter(), whole) : null
    case 'array':
      return def.element ? [fitting(def.element, whole)] : []
    case 'tuple':
      return (def.items ?? []).map((item) => fitting(item, whole))
    case 'record':
      return {}
    case 'boolean':
      return true
    case 'null':
      return null
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'literal':
      return def.values?.[0]
    case 'union':
      return (def.options ?? [])
        .map((option) => fitting(option, whole))
        .find((value) => schema.safeParse(value).success)
    case 'intersection':
      return def.left ? fitting(def.left, whole) : null
    default:
      return [...TEXTS, ...NUMBERS].find((value) => schema.safeParse(value).success)
  }
}

/** What people, programs and attackers send instead of a value. */
const WRONG: readonly Json[] = [
  null,
  7,
  -1,
  1e308,
  '',
  'x',
  true,
  [],
  {},
  [[[]]],
  '\u0000',
  'nul \u0000 within',
  '\ud800',
  '‮right to left',
  '2026-11-24T05:02:05',
  '2026-02-30',
  '2999-01-01',
  "'; drop table people_patient; --",
  'x'.repeat(20_000),
]

/** The body with one thing wrong at a time, everywhere in it. Some of them may still fit: then the route judges. */
export function* wrongBodies(body: Json): Generator<Json> {
  yield* [null, [], 'x', 7, true]
  for (const path of pathsOf(body)) {
    for (const value of WRONG) yield changed(body, path, value)
    if (path.length > 0) yield asSent(changed(body, path, undefined))
  }
  for (const path of pathsOf(body)) {
    const at = valueAt(body, path)
    if (isObject(at)) yield changed(body, path, { ...at, unheardOf: 1 })
  }
}

/** As it crosses the network: what is undefined isn't there. */
function asSent(value: Json): Json {
  return JSON.parse(JSON.stringify(value))
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Path = readonly (string | number)[]

function* pathsOf(value: Json, path: Path = []): Generator<Path> {
  yield path
  if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* pathsOf(each, [...path, index])
  else if (isObject(value)) for (const [name, each] of Object.entries(value)) yield* pathsOf(each, [...path, name])
}

function valueAt(value: Json, path: Path): Json {
  return path.reduce<Json>((at, step) => (at as Record<string | number, Json>)[step], value)
}

/** A copy with the value at the path put in; undefined takes the field away. */
function changed(body: Json, [step, ...rest]: Path, value: Json): Json {
  if (step === undefined) return value
  if (Array.isArray(body)) return body.map((each, index) => (index === step ? changed(each, rest, value) : each))
  return { ...(body as object), [step]: changed((body as Record<string | number, Json>)[step], rest, value) }
}
