/** Where the needles of a record were. The table below it says the same. */
import type { SessionEvent } from '@unknot/care/session'

export function RecordMap(_: { readonly events: readonly SessionEvent[] }) {
  return null
}
