/** New patient. */
import { PageHead } from '../kernel/index.ts'

export function NewPatientPage() {
  return <PageHead title="New patient" />
}
