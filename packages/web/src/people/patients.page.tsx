/** Patients. */
import { PageHead } from '../kernel/index.ts'

export function PatientsPage() {
  return <PageHead title="Patients" />
}
