/** Clinic. */
import { PageHead } from '../kernel/index.ts'

export function ClinicPage() {
  return <PageHead title="Clinic" />
}
