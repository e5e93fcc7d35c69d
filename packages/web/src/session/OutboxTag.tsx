/** What this device has not sent yet, on every page: it is sent from here, and it never goes unseen. */
import { CloudUpload, OctagonAlert } from 'lucide-react'
import { useMe } from '../people/index.ts'
import { OUTBOX_WORDS as W } from './session.words.ts'
import { useOutbox } from './use-outbox.ts'

export function OutboxTag() {
  const unsent = useOutbox(useMe().account)
  const refused = unsent.filter((row) => row.status === 'refused').length
  if (unsent.length === 0) return null
  return (
    <output className={refused > 0 ? 'tag dan outbox' : 'tag warn outbox'}>
      {refused > 0 ? (
        <OctagonAlert className="i" aria-hidden="true" />
      ) : (
        <CloudUpload className="i" aria-hidden="true" />
      )}
      {refused > 0 ? W.needsYou(refused) : W.waiting(unsent.length)}
    </output>
  )
}
