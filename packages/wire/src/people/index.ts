import { accountRoutes } from './account.wire.ts'
import { patientRoutes } from './patient.wire.ts'

export {
  accountRoutes,
  emailField,
  type Me,
  me,
  passwordField,
  type SignedIn,
  type SignInLine,
  type StaffMember,
} from './account.wire.ts'
export {
  type LikelyDuplicate,
  type PatientLine,
  patientLine,
  patientRoutes,
  type PatientView,
  patientView,
} from './patient.wire.ts'

export const peopleRoutes = { ...accountRoutes, ...patientRoutes }
