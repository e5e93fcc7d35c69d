/**
 * The order in which *All out now* lists the sites, SES-4.
 *
 * Newest first: the last site is where the hands are and what most likely set it off, and an order that mirrors the map's
 * numbers downwards leaves no gap unseen. No source gives an order; every needle comes out whatever it is.
 */
import { type ChartedNeedle, type NeedleLedger, needlesInBody } from './needle-ledger.ts'

/** No source that we read gives an order: a clinician must approve it. */
export const REMOVAL_ORDER_UNREVIEWED = true

/** The needles in the body, the one to take out first at the front. */
export function removalOrder(ledger: NeedleLedger): readonly ChartedNeedle[] {
  return needlesInBody(ledger).toReversed()
}
