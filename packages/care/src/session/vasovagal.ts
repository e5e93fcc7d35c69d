/**
 * What to do when someone feels faint, in order, for *All out now* (SES-4).
 *
 * From the South African board notice [S18]; what it doesn't say is marked unreviewed, and no one has checked it yet.
 */
export type ChecklistItem = {
  readonly item: string
  readonly words: string
  /** Ids of citations in care/evidence. */
  readonly sources: readonly string[]
  readonly unreviewed: boolean
}

export const VASOVAGAL_CHECKLIST: readonly ChecklistItem[] = [
  cited('needles-out', 'Take every needle out'),
  cited('lying-flat', 'Lay the patient flat, legs raised'),
  cited('reassured', 'Stay, talk and reassure'),
  unreviewed('pulse-checked', 'Check pulse, breathing and colour; again until they are well'),
  unreviewed('fully-awake', 'Nothing to eat or drink until fully awake'),
  cited('water-and-sugar', 'Then water and something sweet'),
  cited('upright-when-recovered', 'Upright only when recovered, and slowly'),
  unreviewed('medical-review', 'Chest pain, a fit, an injury or no recovery: get medical help'),
]

export function isChecklistItem(item: string): boolean {
  return VASOVAGAL_CHECKLIST.some((each) => each.item === item)
}

function cited(item: string, words: string): ChecklistItem {
  return { item, words, sources: ['S18'], unreviewed: false }
}

function unreviewed(item: string, words: string): ChecklistItem {
  return { item, words, sources: [], unreviewed: true }
}
