/** Today. */
import { PageHead } from '../kernel/index.ts'

export function TodayPage() {
  return <PageHead title="Today" />
}
