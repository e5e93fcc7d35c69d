export {
  type AuditEntryWire,
  clinicRoutes,
  type ClinicView,
  type InstallState,
  type JurisdictionRulesWire,
  type JurisdictionWire,
  jurisdictionRules,
  type LocationView,
  type OutboxMail,
} from './clinic.wire.ts'
