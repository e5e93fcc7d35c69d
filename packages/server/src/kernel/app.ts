/**
 * The web server: what holds for every request, whatever its room.
 *
 * Rooms register their routes by `serve`; a room is a function that gets the app. Logs say method, route pattern, status and
 * time, never an address with ids in it, never a body.
 */
import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { type Instant, instantOf } from '@unknot/care/kernel'
import type { Route } from '@unknot/wire/kernel'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Config } from './config.ts'
import type { Database } from './database.store.ts'
import { logTo } from './log.ts'
import { idMaker } from './new-id.ts'
import { type Refusal, refusalOf, UNEXPECTED } from './problem.ts'
import type { Actor, App, Authenticate, Room } from './room.ts'
import { securityHeaders } from './security-headers.ts'
import { sendRefusal } from './send-refusal.ts'
import { servePublicFonts } from './kept-page.ts'
import { serveDescription } from './description.ts'
import type { Vault } from './vault.ts'
import { serveWeb } from './web-files.ts'

export type AppParts = {
  readonly db: Database
  readonly vault: Vault
  readonly config: Config
  readonly authenticate: Authenticate
  readonly rooms: readonly Room[]
  /** The clock, for tests. */
  readonly now?: () => Instant
  readonly checksAnswers?: boolean
  /** Where the built web app lies; null serves none. */
  readonly webFolder?: URL | null
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: { at: Instant; actor: Actor | null; token: string | null }
  }
  interface FastifyContextConfig {
    route?: Route
  }
}

/** Requests a minute and address. People on one machine, or behind one address, never come near it. */
const REQUESTS_PER_MINUTE = 3000

/** The web server with all its rooms, not yet listening. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { config, db } = parts
  const http = Fastify({
    loggerInstance: logTo(config.logLevel),
    // Behind a proxy on this machine its word about the caller's address counts; anybody else's doesn't.
    trustProxy: config.publicUrl ? 'loopback' : false,
    genReqId: () => randomBytes(9).toString('base64url'),
    requestIdHeader: false,
    // Headers and body within 30 s: nobody holds a connection open by dripping bytes.
    requestTimeout: 30_000,
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 200, caseSensitive: true },
    frameworkErrors: (_, request, reply) =>
      void sendRefusal(request, reply, { code: 'bad-address', status: 400, title: 'This address can’t be read.' }),
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
  })
  const app: App = {
    http,
    db,
    vault: parts.vault,
    config,
    authenticate: parts.authenticate,
    now: parts.now ?? (() => instantOf(Date.now())),
    newId: idMaker(),
    checksAnswers: parts.checksAnswers ?? false,
    served: [],
  }
  http.decorateRequest('caller', null as never)
  await protect(app)
  acceptEmptyBodies(http)
  answerErrors(http)
  logRequests(http)
  serveHealth(app)
  servePublicFonts(app)
  for (const room of parts.rooms) room(app)
  serveDescription(app)
  await serveWeb(app, parts.webFolder)
  return app
}

async function protect({ http, config }: App): Promise<void> {
  const { page, api } = securityHeaders(config.publicUrl)
  await http.register(cookie)
  await http.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    // The machine itself needs no protection from itself; behind a proxy callers have their own addresses.
    allowList: ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
  })
  http.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.routeOptions.config.route ? api : page)
    reply.header('x-request-id', request.id)
    done()
  })
}

/** A DELETE or POST without a body may still be announced as JSON. */
function acceptEmptyBodies(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'error')
  http.removeContentTypeParser(['application/json', 'text/plain'])
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}

function answerErrors(http: FastifyInstance): void {
  http.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error) ?? UNEXPECTED
    if (refusal.status >= 500) request.log.error({ err: error }, refusal.code)
    return sendRefusal(request, reply, refusal)
  })
}

function logRequests(http: FastifyInstance): void {
  http.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms }, 'answered')
    done()
  })
}

/** `/healthz`: the program runs. `/readyz`: it can serve, so a load balancer may send people. */
function serveHealth({ http, db }: App): void {
  const options = { logLevel: 'warn' as const, exposeHeadRoute: true }
  http.get('/healthz', options, async (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  http.get('/readyz', options, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (await db.isReachable()) return { status: 'ready' }
    return sendRefusal(request, reply, NOT_READY)
  })
}

const NOT_READY: Refusal = {
  code: 'not-ready',
  status: 503,
  title: 'The database can’t be reached right now.',
  retryAfterS: 2,
}
