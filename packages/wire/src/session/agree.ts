/** Says at compile time that a schema and care's type are the same thing. */

type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Key in keyof T]: Plain<T[Key]> }

/** True when each can stand for the other, whether its parts may be written to or not. */
export type Agree<One, Other> = [Plain<One>] extends [Plain<Other>]
  ? [Plain<Other>] extends [Plain<One>]
    ? true
    : false
  : false

/** Doesn't compile unless they agree. Costs nothing at run time. */
export function agree<_Same extends true>(): void {}
