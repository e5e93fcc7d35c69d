/** Sign in. */
import { PageHead } from '../kernel/index.ts'

export function SignInPage() {
  return <PageHead title="Sign in" />
}
