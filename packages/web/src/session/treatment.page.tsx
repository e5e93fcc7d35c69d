/** Treatment room. */
import { PageHead } from '../kernel/index.ts'

export function TreatmentPage() {
  return <PageHead title="Treatment room" />
}
