/** Screening. */
import { PageHead } from '../kernel/index.ts'

export function ScreeningPage() {
  return <PageHead title="Screening" />
}
