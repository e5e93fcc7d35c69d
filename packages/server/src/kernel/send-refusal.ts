/** A refusal on its way out: RFC 9457, never kept by a cache. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemBody, type Refusal } from './problem.ts'

export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer')
  if (refusal.retryAfterS !== undefined) reply.header('retry-after', refusal.retryAfterS)
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(problemBody(refusal, request.id)))
}
