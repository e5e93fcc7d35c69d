/**
 * Refusals at the edge: RFC 9457 problem details, with words for people.
 *
 * A room's table of refusals doesn't compile until each of its codes has a status and words. Whatever is thrown becomes a 500
 * with the request's id and nothing else.
 */
import { err, type Problem } from '@unknot/care/kernel'
import type { ProblemWire } from '@unknot/wire/kernel'
import type * as z from 'zod/mini'
import { codeOf } from './start-refusal.ts'

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 500 | 503
export type FieldError = { readonly field: string; readonly detail: string }

/** A refusal with its words, ready to be sent. */
export type Refusal = Problem & {
  readonly status: ProblemStatus
  /** What happened, in one plain sentence. */
  readonly title: string
  /** What is safe and what to do. Never patient data. */
  readonly detail?: string
  readonly errors?: readonly FieldError[]
  /** Further members of the problem, for programs. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly retryAfterS?: number
}

export type ProblemKind<P extends Problem> = {
  readonly status: ProblemStatus
  readonly title: string
  readonly detail?: string | ((problem: P) => string)
  readonly errors?: (problem: P) => readonly FieldError[]
  readonly facts?: (problem: P) => Readonly<Record<string, unknown>>
}

export type RefusalTable<P extends Problem> = {
  readonly [Code in P['code']]: ProblemKind<Extract<P, { readonly code: Code }>>
}

/**
 * Words for a room's refusals.
 *
 * @example
 * const refuse = refusals<PatientProblem>({
 *   'not-there': NOT_THERE,
 *   'patient-changed-meanwhile': { status: 409, title: 'Somebody changed this patient meanwhile.', detail: 'Load it again.' },
 * })
 * return changed.ok ? changed : refuse(changed.problem)
 */
export function refusals<P extends Problem>(table: RefusalTable<P>) {
  return (problem: P): { readonly ok: false; readonly problem: Refusal } => {
    const kind = (table as unknown as Readonly<Record<string, ProblemKind<P>>>)[problem.code]
    if (!kind) return err(UNEXPECTED)
    const detail = typeof kind.detail === 'function' ? kind.detail(problem) : kind.detail
    return err({
      code: problem.code,
      status: kind.status,
      title: kind.title,
      ...(detail === undefined ? {} : { detail }),
      ...(kind.errors ? { errors: kind.errors(problem) } : {}),
      ...(kind.facts ? { facts: kind.facts(problem) } : {}),
    })
  }
}

/** For a table's `not-there`. Not allowed on this row looks the same. */
export const NOT_THERE = {
  status: 404,
  title: 'There is nothing here.',
  detail: 'It may have been moved, or it is not yours to see.',
} as const satisfies ProblemKind<Problem>

export function notThere(): { readonly ok: false; readonly problem: Refusal } {
  return err({ code: 'not-there', ...NOT_THERE })
}

export const UNEXPECTED: Refusal = {
  code: 'unexpected',
  status: 500,
  title: 'Something went wrong in Unknot. Nothing of this was saved.',
  detail: 'Try again. If it stays, tell whoever runs Unknot the request id.',
}

export const SIGN_IN_NEEDED: Refusal = {
  code: 'sign-in-needed',
  status: 401,
  title: 'You are not signed in, or your sign-in has ended.',
  detail: 'Sign in and go on. What you typed is still on your screen.',
}

export const ROLE_MISSING: Refusal = {
  code: 'role-missing',
  status: 403,
  title: 'Your role does not include this.',
  detail: 'Ask the owner of the clinic if you need it.',
}

export const OTHER_ORIGIN: Refusal = {
  code: 'other-origin',
  status: 403,
  title: 'This came from another site and was refused. Nothing was changed.',
}

const TOO_MANY: Refusal = {
  code: 'too-many-requests',
  status: 429,
  title: 'Too many requests came from your address.',
  detail: 'Wait a minute, then try again.',
}

const UNREACHABLE: Refusal = {
  code: 'database-unreachable',
  status: 503,
  title: 'The database can’t be reached right now. Nothing of this was saved.',
  detail: 'Try again in a moment.',
  retryAfterS: 2,
}

const LOST: Refusal = {
  code: 'database-lost',
  status: 503,
  title: 'The database went away in the middle of this. It may not have been saved.',
  detail: 'Send it again in a moment, the very same: what was saved already is not saved twice.',
  retryAfterS: 2,
}

const DISK_FULL: Refusal = {
  code: 'disk-full',
  status: 503,
  title: 'The disk of the server is full. Nothing of this was saved; what was saved before is safe.',
  detail: 'Tell whoever runs Unknot.',
}

const TRY_AGAIN: Refusal = {
  code: 'try-again',
  status: 503,
  title: 'Somebody changed the same thing at the same moment. Nothing of this was saved.',
  detail: 'Try again.',
  retryAfterS: 1,
}

/** The refusal of a body, query or path that doesn't fit, each field by its name. */
export function badInput(errors: readonly FieldError[]): Refusal {
  const first = errors[0]
  return {
    code: 'bad-input',
    status: 400,
    title: 'Something in the request is not right. Nothing was saved.',
    ...(first ? { detail: `${first.field || 'The body'} ${first.detail}.` } : {}),
    errors,
  }
}

type Issue = z.core.$ZodIssue

/** zod's issues as RFC 6901 pointers, `/needles/0/depthMm`. At most 50: a huge bad body needn't get a huge answer. */
export function fieldErrors(issues: readonly Issue[], prefix = ''): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, prefix)).slice(0, 50)
}

function errorsOf(issue: Issue, prefix: string): FieldError[] {
  const field = prefix + pointer(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 20).map((key) => ({
      field: `${field}${pointer([key.slice(0, 100)])}`,
      detail: 'is not a field that is known here',
    }))
  }
  return [{ field, detail: wordsFor(issue) }]
}

function wordsFor(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? 'is missing' : ownWords(issue, typeWords(issue.expected))
  }
  if (issue.code === 'invalid_value') return ownWords(issue, `must be ${issue.values.map(String).join(' or ')}`)
  if (issue.code === 'invalid_union') return ownWords(issue, 'has none of the forms that are known here')
  if (issue.code === 'too_small') return ownWords(issue, `must be ${String(issue.minimum)} or more`)
  if (issue.code === 'too_big') return ownWords(issue, `must be at most ${String(issue.maximum)}`)
  return ownWords(issue, 'is not right')
}

/** Our schemas say `must …`; zod's own English begins with a capital or "Invalid". */
function ownWords(issue: Issue, otherwise: string): string {
  return /^[a-z]/.test(issue.message) ? issue.message : otherwise
}

function typeWords(expected: string): string {
  const words: Record<string, string> = { string: 'text', int: 'a whole number', object: 'an object', array: 'a list' }
  return `must be ${words[expected] ?? `a ${expected}`}`
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** What Fastify, its plugins or PostgreSQL threw, as a refusal; null when it is a bug. */
export function refusalOf(error: unknown): Refusal | null {
  const code = codeOf(error)
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return { code: 'body-too-large', status: 413, title: 'The request is too large. Nothing was saved.' }
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return { code: 'not-json', status: 415, title: 'The body must be JSON, sent as application/json.' }
  }
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  if (status === 429) return TOO_MANY
  // A folder, or a path that leads out of it.
  if (status === 403 || status === 404) return { code: 'not-there', ...NOT_THERE }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return badInput([{ field: '', detail: 'can’t be read as JSON without forbidden keys' }])
  }
  return refusalOfDatabase(code, error)
}

function refusalOfDatabase(code: string, error: unknown): Refusal | null {
  if (code === 'connection-lost') return LOST
  if (code === '40001' || code === '40P01' || code === '55P03') return TRY_AGAIN
  if (code === '53100' || code === 'ENOSPC') return DISK_FULL
  if (code === '22021' || code === '22P05')
    return badInput([{ field: '', detail: 'holds a character that can’t be kept' }])
  const isLost = /^(57P0[1-5]|08...|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/.test(code)
  const saysSo =
    error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/i.test(error.message)
  return isLost || saysSo ? UNREACHABLE : null
}

export function problemBody(refusal: Refusal, requestId: string): ProblemWire {
  const { code, status, title, detail, errors, facts } = refusal
  return {
    ...facts,
    type: `urn:unknot:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    requestId,
    ...(errors ? { errors: [...errors] } : {}),
  }
}
