/** The rooms in the order in which a patient walks through them: the one list that the walls are checked against. */
// @ts-check
export const ROOMS = [
  'kernel',
  'people',
  'clinic',
  'atlas',
  'evidence',
  'education',
  'screening',
  'booking',
  'consent',
  'session',
  'aftercare',
  'outcomes',
  'plan',
  'experience',
  'pathway',
]
