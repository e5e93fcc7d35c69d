/**
 * Who may do what. One table, read by the server before it looks anything up and by the browser to show only what works.
 *
 * PPL-1 The front desk sees names and contacts, never the clinical record. PPL-2 Only a clinician charts and signs.
 * PPL-3 Only an owner changes staff, the clinic and its rules, and reads the audit trail.
 */
export const ROLES = ['owner', 'clinician', 'desk'] as const
export type Role = (typeof ROLES)[number]

export const ACTIONS = [
  'patient-find',
  'patient-register',
  'patient-change',
  'record-read',
  'screening-take',
  'consent-take',
  'session-chart',
  'session-sign',
  'staff-read',
  'staff-change',
  'clinic-read',
  'clinic-change',
  'audit-read',
] as const
export type Action = (typeof ACTIONS)[number]

export type Actor = { readonly roles: readonly Role[] }

const everybody: readonly Role[] = ['owner', 'clinician', 'desk']

/** Who may do each. An action that isn't here doesn't compile, and a role that isn't named may not. */
export const PERMISSIONS = {
  'patient-find': everybody,
  'patient-register': everybody,
  'patient-change': everybody,
  'record-read': ['owner', 'clinician'],
  'screening-take': ['clinician'],
  'consent-take': ['clinician'],
  'session-chart': ['clinician'],
  'session-sign': ['clinician'],
  'staff-read': ['owner'],
  'staff-change': ['owner'],
  'clinic-read': everybody,
  'clinic-change': ['owner'],
  'audit-read': ['owner'],
} as const satisfies Record<Action, readonly Role[]>

/**
 * True when one of the actor's roles allows the action.
 *
 * @example may({ roles: ['desk'] }, 'record-read') // false
 */
export function may(actor: Actor, action: Action): boolean {
  const allowed: readonly Role[] = PERMISSIONS[action]
  return actor.roles.some((role) => allowed.includes(role))
}
