/**
 * What a session still lacks before it can be signed, in the order in which it is done at the table.
 *
 * The screen jumps to the first; signing is refused until there is none. One list for both, so they can't disagree.
 */
import { countNeedles } from './count.ts'
import type { SessionState } from './state.ts'

export const MISSING_STEPS = ['needles-out', 'count', 'reaction', 'pain-after', 'aftercare'] as const
/**
 * `needles-out`: a needle is still in the body. `count`: nobody has confirmed the count since the last needle moved.
 * `reaction`: nobody has said whether there was one. `pain-after`: neither scored nor said to be not asked.
 */
export type MissingStep = (typeof MISSING_STEPS)[number]

export function missingBeforeSigning(state: SessionState): readonly MissingStep[] {
  return MISSING_STEPS.filter((step) => isMissing[step](state))
}

const isMissing: Readonly<Record<MissingStep, (state: SessionState) => boolean>> = {
  'needles-out': (state) => countNeedles(state).leftCount > 0,
  count: (state) => state.count === null,
  reaction: (state) => state.reactions.length === 0 && state.noReaction === null,
  'pain-after': (state) => state.painAfter === null,
  aftercare: (state) => state.aftercare.length === 0,
}
