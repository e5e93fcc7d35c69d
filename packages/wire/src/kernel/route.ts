/**
 * Routes as data: one table a room says what crosses the network.
 *
 * The server registers handlers against these entries, the browser calls them, OpenAPI is made from them, and the contract
 * tests walk over all of them: a route that isn't in a table doesn't exist.
 */
import type * as z from 'zod/mini'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** Who may call: anybody, anybody who is signed in, or the roles named. */
export type Access = 'public' | 'signed-in' | readonly Role[]
export type Role = 'owner' | 'clinician' | 'desk'

export type Schema = z.ZodMiniType

export type Route = {
  readonly method: Method
  /** Fastify's form: `/api/patients/:patient`. */
  readonly path: `/${string}`
  readonly access: Access
  /** One line for the reader of the API. */
  readonly summary: string
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  /** The success status, 200 unless said. */
  readonly status?: 200 | 201 | 204
  /** Absent for 204 and for a file. */
  readonly answer?: Schema
  /** Set where the answer is a file, such as `application/pdf`. */
  readonly file?: string
  /** The browser keeps its last answer, sealed, and shows it when there is no network. */
  readonly isKept?: true
  /** Largest body in bytes, 64 KiB unless said. */
  readonly bodyLimitBytes?: number
}

/** Keeps the literal types of a table, so that handlers and callers are checked against each entry. */
export function defineRoutes<const Table extends Readonly<Record<string, Route>>>(table: Table): Table {
  return table
}

type Out<S> = S extends z.ZodMiniType ? z.output<S> : undefined
type In<S> = S extends z.ZodMiniType ? z.input<S> : undefined
type Slot<R, K extends string> = R extends { readonly [P in K]: infer S } ? S : undefined

export type ParamsOf<R extends Route> = Out<Slot<R, 'params'>>
export type QueryOf<R extends Route> = Out<Slot<R, 'query'>>
export type BodyOf<R extends Route> = Out<Slot<R, 'body'>>
export type BodyIn<R extends Route> = In<Slot<R, 'body'>>
export type QueryIn<R extends Route> = In<Slot<R, 'query'>>
export type ParamsIn<R extends Route> = In<Slot<R, 'params'>>
export type AnswerOf<R extends Route> = Out<Slot<R, 'answer'>>
