declare const brand: unique symbol

/** A string that went through its own check, so that a patient's id can't be handed in where a session's is meant. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
