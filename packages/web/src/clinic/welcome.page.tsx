/** Welcome. */
import { PageHead } from '../kernel/index.ts'

export function WelcomePage() {
  return <PageHead title="Welcome" />
}
