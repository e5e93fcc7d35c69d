/**
 * Results: a refusal is a value, a bug is a throw.
 *
 * Every `Problem` is a plain object with a kebab-case `code` and the facts that a reader needs to put it in words.
 */
export type Problem = { readonly code: string }

export type Result<T, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P }

/** @example ok(3) // { ok: true, value: 3 } */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** @example err({ code: 'needle-not-in-situ' }) */
export function err<const P extends Problem>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem }
}
