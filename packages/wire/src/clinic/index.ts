export {
  type AuditEntryWire,
  clinicRoutes,
  type ClinicView,
  type InstallState,
  type JurisdictionRulesWire,
  type JurisdictionWire,
  jurisdictionRules,
  type LocationView,
} from './clinic.wire.ts'
