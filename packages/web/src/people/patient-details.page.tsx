/** Details. */
import { PageHead } from '../kernel/index.ts'

export function PatientDetailsPage() {
  return <PageHead title="Details" />
}
