/** Bugs throw, and stay on in production: a wrong record is worse than a stopped one. */

export class Bug extends Error {
  override readonly name = 'Bug'
}

/** Throws a `Bug` unless the condition holds. Never for input from outside: that is a refusal. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Bug(what)
}

/** The value, or a `Bug` when it is missing. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Bug(what)
  return value
}

/** For the `default` of a switch over a union: a new member doesn't compile until it is handled. */
export function unreachable(value: never): never {
  throw new Bug(`unreachable: ${JSON.stringify(value)}`)
}
