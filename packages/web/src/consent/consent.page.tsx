/** Consent. */
import { PageHead } from '../kernel/index.ts'

export function ConsentPage() {
  return <PageHead title="Consent" />
}
