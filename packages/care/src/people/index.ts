export {
  type Comparable,
  LIKELY_FROM,
  likelyDuplicates,
  type Likeness,
  nameKey,
  phoneKey,
  swappedDay,
} from './duplicate.ts'
export { checkPassword, PASSWORD_MAX, PASSWORD_MIN, type PasswordProblem } from './password.ts'
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
export { MOST_SUFFIXES, type Searchable, searchSuffixes, searchWords } from './search.ts'
