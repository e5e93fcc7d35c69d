export { checkClinic, type ClinicDraft, type ClinicProblem, rulesDiffer } from './clinic.ts'
export { COUNTRY_CODES, emergencyNumberOf } from './country.ts'
export {
  type Jurisdiction,
  type JurisdictionRules,
  JURISDICTIONS,
  jurisdictionOf,
  jurisdictionsIn,
  NOTHING_KNOWN,
} from './jurisdiction.ts'
