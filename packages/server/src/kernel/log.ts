/**
 * Logs for whoever runs Unknot: one JSON line an event, on standard error so that standard output stays readable.
 *
 * Nothing of a patient gets in: requests are logged by their route's pattern, and of an error only its name, its code and
 * the places in the program, since its message may quote a value.
 */
import type { FastifyBaseLogger } from 'fastify'
import { destination, pino } from 'pino'
import type { LogLevel } from './config.ts'
import { codeOf } from './start-refusal.ts'

export function logTo(level: LogLevel): FastifyBaseLogger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: bareError } }
  const out = destination({ fd: 2, sync: true })
  out.on('error', () => {})
  return pino(options, out) as FastifyBaseLogger
}

/** Our own `Bug` is worded by us and holds no value; other messages are left out. */
export function bareError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(error.name === 'Bug' ? { message: error.message } : {}),
    ...(codeOf(error) ? { code: codeOf(error) } : {}),
    ...(error.cause === undefined ? {} : { cause: bareError(error.cause) }),
    places: places.slice(0, 12).map((line) => line.trim()),
  }
}
