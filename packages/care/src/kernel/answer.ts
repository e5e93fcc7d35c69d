/** A three-way answer. *Unknown* is an answer with consequences, never the same as *no*. */
export type Answer = 'yes' | 'no' | 'unknown'

export const ANSWERS: readonly Answer[] = ['yes', 'no', 'unknown']
