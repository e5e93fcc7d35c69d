/**
 * What a session still lacks before it can be signed, in the order in which it is done at the table.
 *
 * The screen jumps to the first; signing is refused until there is none. One list for both, so they can't disagree.
 */
import { countNeedles } from './count.ts'
import { MISSING_STEPS, type MissingStep } from './missing-step.ts'
import type { SessionState } from './state.ts'

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
