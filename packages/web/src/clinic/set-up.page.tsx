/** Set up my clinic. */
import { PageHead } from '../kernel/index.ts'

export function SetUpPage() {
  return <PageHead title="Set up my clinic" />
}
