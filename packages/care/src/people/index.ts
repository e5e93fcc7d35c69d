export {
  checkPatient,
  type EmergencyContact,
  type FieldProblem,
  isEmail,
  isLanguage,
  isPhone,
  type Patient,
  type PatientDraft,
  type PatientProblem,
  SEXES,
  type Sex,
} from './patient.ts'
export { ACTIONS, type Action, type Actor, may, PERMISSIONS, ROLES, type Role } from './role.ts'
