/** Screening. */
import { PageHead } from '../kernel/index.ts'

export function ScreeningResultPage() {
  return <PageHead title="Screening" />
}
