/** The steps without which a session can't be signed, in the order in which they are done at the table. */
export const MISSING_STEPS = ['needles-out', 'count', 'reaction', 'pain-after', 'aftercare'] as const
/**
 * `needles-out`: a needle is still in the body. `count`: nobody has confirmed the count since the last needle moved.
 * `reaction`: nobody has said whether there was one. `pain-after`: neither scored nor said to be not asked.
 */
export type MissingStep = (typeof MISSING_STEPS)[number]
