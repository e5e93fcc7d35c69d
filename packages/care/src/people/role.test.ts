import { expect, test } from 'vitest'
import { ACTIONS, type Action, may, PERMISSIONS, ROLES, type Role } from './role.ts'

const allowed = (role: Role): readonly Action[] => ACTIONS.filter((action) => may({ roles: [role] }, action))

test('PPL-1 the front desk sees names and contacts, never the clinical record', () => {
  expect(allowed('desk')).toEqual(['patient-find', 'patient-register', 'patient-change', 'clinic-read'])
})

test('PPL-2 only a clinician screens, takes consent, charts and signs', () => {
  for (const action of ['screening-take', 'consent-take', 'session-chart', 'session-sign'] as const) {
    expect(PERMISSIONS[action]).toEqual(['clinician'])
  }
})

test('PPL-3 only an owner changes staff and clinic and reads the audit trail', () => {
  for (const action of ['staff-read', 'staff-change', 'clinic-change', 'audit-read'] as const) {
    expect(PERMISSIONS[action]).toEqual(['owner'])
  }
})

test('roles add up, and nobody without one may do anything', () => {
  for (const action of ACTIONS) {
    expect(may({ roles: [] }, action)).toBe(false)
    expect(may({ roles: ROLES }, action)).toBe(true)
  }
  expect(may({ roles: ['owner', 'clinician'] }, 'session-sign')).toBe(true)
})
