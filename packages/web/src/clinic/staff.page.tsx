/** Staff. */
import { PageHead } from '../kernel/index.ts'

export function StaffPage() {
  return <PageHead title="Staff" />
}
