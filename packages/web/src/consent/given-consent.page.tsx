/** Consent. */
import { PageHead } from '../kernel/index.ts'

export function GivenConsentPage() {
  return <PageHead title="Consent" />
}
