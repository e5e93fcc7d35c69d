/** Record. */
import { PageHead } from '../kernel/index.ts'

export function RecordPage() {
  return <PageHead title="Record" />
}
