/**
 * One route of a wire table becomes one HTTP route, and no route is made in any other way.
 *
 * Before a handler runs the caller is signed in and has a role of the route's table, a write by cookie came from our own pages,
 * and path, query and body fit their schemas. A refusal goes out as RFC 9457; an unexpected throw as a 500 with its request id.
 */
import { assert, type ClinicId, err, type Instant, type Result } from '@unknot/care/kernel'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route, Schema } from '@unknot/wire/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from './database.store.ts'
import type { Vault } from './vault.ts'
import { isOwnOrigin } from './origin.ts'
import { badInput, fieldErrors, OTHER_ORIGIN, type Refusal, ROLE_MISSING, SIGN_IN_NEEDED } from './problem.ts'
import type { Actor, App } from './room.ts'
import { sendRefusal } from './send-refusal.ts'
import { SIGN_IN_COOKIE, type SignInCookie, writeSignInCookie } from './sign-in-cookie.ts'

type WhenSignedIn<R extends Route, T> = R['access'] extends 'public' ? null : T

/** What a handler gets. Also the source of an audit entry: `audit(tx, call, { … })` where somebody is signed in. */
export type Call<R extends Route = Route> = {
  readonly actor: WhenSignedIn<R, Actor>
  readonly clinic: WhenSignedIn<R, ClinicId>
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  /** When the request came. */
  readonly at: Instant
  readonly newId: <Id extends string>() => Id
  readonly db: Database
  readonly vault: Vault
  readonly requestId: string
  readonly fromAddress: string
  readonly userAgent: string
  /** The token that the caller sent; null when none. */
  readonly token: string | null
  /** Sets the cookie by which the browser stays signed in; null takes it away. */
  readonly setSignInCookie: (cookie: SignInCookie | null) => void
  /** The origin of our pages as this caller sees them, such as `http://localhost:3000`: passkeys are bound to it. */
  readonly origin: string
  /** The origin of links in mails: what is set, never what a caller claims. */
  readonly linkOrigin: string
}

export type FileAnswer = { readonly bytes: Uint8Array; readonly name: string }

export type ReplyOf<R extends Route> = R extends { readonly file: string }
  ? FileAnswer
  : R extends { readonly answer: Schema }
    ? AnswerOf<R>
    : undefined

export type Handler<R extends Route> = (call: Call<R>) => Promise<Result<ReplyOf<R>, Refusal>>

/**
 * Registers a route.
 *
 * @example
 * serve(app, peopleRoutes.readPatient, async (call) => {
 *   const patient = await call.db.inClinic(call.clinic, (tx) => readPatient(tx, call, call.params.patient))
 *   return patient ? ok(presentPatient(patient)) : notThere()
 * })
 */
export function serve<const R extends Route>(app: App, route: R, handler: Handler<R>): void {
  app.served.push(route)
  const needsSignIn = route.access !== 'public'
  app.http.route({
    method: route.method,
    url: route.path,
    // Fastify would answer HEAD by running the handler, audit and all.
    exposeHeadRoute: false,
    bodyLimit: route.bodyLimitBytes ?? 64 * 1024,
    config: { route },
    // Before the body is read: a stranger can't make us parse one.
    onRequest: async (request, reply) => {
      const refusal = await admit(app, route, request)
      if (refusal) return sendRefusal(request, reply, refusal)
    },
    handler: async (request, reply) => {
      const input = checkInput(route, request)
      if (!input.ok) return sendRefusal(request, reply, input.problem)
      const call = callOf<R>(app, request, reply, input.value, needsSignIn)
      const answered = await handler(call)
      if (!answered.ok) return sendRefusal(request, reply, answered.problem)
      return sendAnswer(app, route, reply, answered.value)
    },
  })
}

/** Who is it, and may they? The answer is kept on the request. */
async function admit(app: App, route: Route, request: FastifyRequest): Promise<Refusal | null> {
  const at = app.now()
  const sent = tokenOf(request)
  request.caller = { at, actor: null, token: sent?.token ?? null }
  const isWrite = route.method !== 'GET'
  if (isWrite && !isOwnOrigin(request.headers, request.protocol, app.config.publicUrl, sent?.by === 'cookie')) {
    return OTHER_ORIGIN
  }
  if (route.access === 'public') return null
  if (!sent) return SIGN_IN_NEEDED
  const actor = await app.authenticate(sent.token, { db: app.db, at, fromAddress: request.ip })
  if (!actor) return SIGN_IN_NEEDED
  request.caller = { at, actor, token: sent.token }
  if (route.access === 'signed-in') return null
  return route.access.some((role) => actor.roles.includes(role)) ? null : ROLE_MISSING
}

function tokenOf(request: FastifyRequest): { token: string; by: 'cookie' | 'header' } | null {
  const header = request.headers.authorization
  if (header !== undefined) {
    const token = /^Bearer ([A-Za-z0-9._~-]{1,500})$/i.exec(header)?.[1]
    return token ? { token, by: 'header' } : null
  }
  const cookie = request.cookies[SIGN_IN_COOKIE]
  return cookie && cookie.length <= 500 ? { token: cookie, by: 'cookie' } : null
}

type Input = { readonly params: unknown; readonly query: unknown; readonly body: unknown }

/** All three at once, so that one answer names everything that is wrong. */
function checkInput(route: Route, request: FastifyRequest): Result<Input, Refusal> {
  const parts = [
    checkPart(route.params, request.params, ':'),
    checkPart(route.query, request.query, '?'),
    checkPart(route.body, request.body, ''),
  ] as const
  const errors = parts.flatMap((part) => part.errors)
  if (errors.length > 0) return err(badInput(errors))
  return { ok: true, value: { params: parts[0].value, query: parts[1].value, body: parts[2].value } }
}

/** A part without a schema is not looked at and not handed on. */
function checkPart(schema: Schema | undefined, value: unknown, prefix: string) {
  if (!schema) return { value: undefined, errors: [] }
  // The router's objects have no prototype, which zod takes; a missing body is an empty one.
  const read = schema.safeParse(value ?? (prefix === '' ? undefined : {}), { reportInput: true })
  if (read.success) return { value: read.data, errors: [] }
  return { value: undefined, errors: fieldErrors(read.error.issues, prefix) }
}

function callOf<R extends Route>(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  input: Input,
  needsSignIn: boolean,
) {
  const { at, actor, token } = request.caller
  assert(!needsSignIn || actor !== null, 'a route that needs a sign-in was reached without one')
  const call: Omit<Call, 'actor' | 'clinic' | 'params' | 'query' | 'body'> = {
    at,
    newId: app.newId,
    db: app.db,
    vault: app.vault,
    requestId: request.id,
    fromAddress: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    token,
    setSignInCookie: (cookie) => writeSignInCookie(reply, app.config.publicUrl, cookie),
    origin: app.config.publicUrl ?? `${request.protocol}://${request.host}`,
    linkOrigin: app.config.publicUrl ?? `http://localhost:${app.config.port}`,
  }
  // The schemas of this very route made the input: the types follow from its table.
  return { ...call, ...input, actor, clinic: actor?.clinic ?? null } as Call<R>
}

function sendAnswer(app: App, route: Route, reply: FastifyReply, value: unknown): FastifyReply {
  reply.header('cache-control', 'no-store').code(route.status ?? 200)
  if (route.file) {
    const { bytes, name } = value as FileAnswer
    assert(/^[\w.-]+$/.test(name), 'a file name is plain ASCII')
    reply.header('content-disposition', `inline; filename="${name}"`)
    return reply.type(route.file).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
  if (!route.answer) return reply.send()
  if (app.checksAnswers) checkAnswer(route, value)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(value))
}

/** Tests only: the answer is exactly what the table promises, no field more. */
function checkAnswer(route: Route, value: unknown): void {
  const plain: unknown = JSON.parse(JSON.stringify(value))
  const read = route.answer?.safeParse(plain)
  if (!read || read.success) return
  const faults = fieldErrors(read.error.issues).map(({ field, detail }) => `${field} ${detail}`)
  assert(false, `the answer of ${route.method} ${route.path} is not what its table promises: ${faults.join('; ')}`)
}
