/** Chart. */
import { PageHead } from '../kernel/index.ts'

export function ChartPage() {
  return <PageHead title="Chart" />
}
