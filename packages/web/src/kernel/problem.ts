/**
 * What went wrong, as the server says it (RFC 9457) or as the browser has to say it itself when the server is silent.
 *
 * Further members of the problem are facts for the page, such as the likely duplicates of a registration.
 */
import type { ProblemWire } from '@unknot/wire/kernel'

export type Problem = ProblemWire & { readonly [fact: string]: unknown }

export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** The problem of anything that was thrown. What isn't a refusal is a bug, and is said as that. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem
  return {
    type: 'urn:unknot:problem:page-broke',
    code: 'page-broke',
    status: 0,
    title: 'Something on this page went wrong.',
    detail: 'What was saved before is safe. Load the page again; if it stays, tell whoever runs Unknot.',
    requestId: '',
  }
}

/** The words of a field's refusal, by its JSON pointer such as `/owner/email`; undefined when the field is fine. */
export function fieldError(problem: Problem | null | undefined, field: string): string | undefined {
  const found = problem?.errors?.find((error) => error.field === field)
  return found && `This ${found.detail}.`
}

export function noNetwork(isRead: boolean): Problem {
  return {
    type: 'urn:unknot:problem:no-network',
    code: 'no-network',
    status: 0,
    title: 'Unknot can’t be reached right now.',
    detail: isRead
      ? 'Check the connection. It is tried again when the connection is back.'
      : 'Nothing of this was saved. What you typed is still here: try again when the connection is back.',
    requestId: '',
  }
}

export async function problemFrom(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return body
  return {
    type: 'about:blank',
    code: 'unexpected',
    status: response.status,
    title: 'The server gave an answer that Unknot can’t read.',
    detail: 'Don’t rely on this having been saved. Load the page again and look.',
    requestId: response.headers.get('x-request-id') ?? '',
  }
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'title' in body &&
    typeof body.title === 'string'
  )
}
