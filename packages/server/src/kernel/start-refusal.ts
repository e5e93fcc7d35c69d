/** A reason why Unknot can't start, in one plain sentence for the person at the keyboard. Never shown with a stack trace. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}

/** The message of whatever was thrown. */
export function wordsOf(error: unknown): string {
  // A refused connection to a name with several addresses comes as an AggregateError without words of its own.
  if (error instanceof AggregateError && error.errors.length > 0) return wordsOf(error.errors[0])
  return error instanceof Error ? error.message || error.name : String(error)
}

/** The code of a system or PostgreSQL error, such as `ECONNREFUSED` or `42P01`; empty when there is none. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
