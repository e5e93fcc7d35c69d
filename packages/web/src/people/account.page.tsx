/** Account. */
import { PageHead } from '../kernel/index.ts'

export function AccountPage() {
  return <PageHead title="Account" />
}
