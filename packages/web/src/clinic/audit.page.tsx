/** Audit trail. */
import { PageHead } from '../kernel/index.ts'

export function AuditPage() {
  return <PageHead title="Audit trail" />
}
