/** The outcomes of a screening, from mildest to gravest. Order is meaning here: severity compares by it. */

export const DISPOSITIONS = [
  'proceed',
  'precaution',
  'not-this-technique',
  'not-in-this-region',
  'not-today',
  'medical-clearance-first',
  'not-at-all',
  'urgent-referral',
] as const
export type Disposition = (typeof DISPOSITIONS)[number]

export const URGENCIES = ['routine', 'urgent', 'same-day', 'emergency-now'] as const
export type Urgency = (typeof URGENCIES)[number]

export const SEVERITIES = ['information', 'caution', 'stop', 'emergency'] as const
export type Severity = (typeof SEVERITIES)[number]

/** The techniques that screening tells apart; the session's words. */
export const SCREENED_TECHNIQUES = ['superficial', 'deep-static', 'deep-pistoning', 'rotation', 'electrical'] as const
export type ScreenedTechnique = (typeof SCREENED_TECHNIQUES)[number]

/** 0 for proceed; higher is graver. */
const GRAVITY = Object.fromEntries(DISPOSITIONS.map((each, index) => [each, index])) as Record<Disposition, number>

export function gravity(disposition: Disposition): number {
  return GRAVITY[disposition]
}

export function graver(a: Disposition, b: Disposition): Disposition {
  return gravity(a) >= gravity(b) ? a : b
}

export function moreUrgent(a: Urgency | null, b: Urgency | null): Urgency | null {
  if (a === null || b === null) return a ?? b
  return URGENCIES.indexOf(a) >= URGENCIES.indexOf(b) ? a : b
}

/** From here on no needle may go in anywhere. */
export const GRAVITY_STOPS = GRAVITY['not-today']

/** True when no needle may go in anywhere while this stands. */
export function stopsNeedling(disposition: Disposition): boolean {
  return gravity(disposition) >= GRAVITY_STOPS
}
