/** What a precaution changes in the needling: the words for the table, and what the treatment screen begins with. */

export const CHANGES = [
  'fewer-needles',
  'shorter',
  'superficial-first',
  'press-longer',
  'watch',
  'lying',
  'never-alone',
  'strict-asepsis',
  'no-strong-current',
  'away-from-it',
  'other-materials',
  'eat-and-rest-first',
  'other-angle-or-site',
] as const
export type Change = (typeof CHANGES)[number]

export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  'fewer-needles': 'Fewer needles, one or two to begin with',
  shorter: 'Shorter time and shorter needles',
  'superficial-first': 'Superficial first; leave deep muscles until tolerance is shown',
  'press-longer': 'Press longer at each site',
  watch: 'Watch the response, also for bleeding',
  lying: 'Lying, and no sitting up in a hurry',
  'never-alone': 'Never left alone',
  'strict-asepsis': 'Disinfect the skin, strict asepsis',
  'no-strong-current': 'No strong current',
  'away-from-it': 'Keep away from the place named',
  'other-materials': 'Other needles, gloves or wipes',
  'eat-and-rest-first': 'Eat and rest first, or another day',
  'other-angle-or-site': 'Other angle, site or technique',
}
