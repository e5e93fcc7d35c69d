/** What this device has not sent yet, on every page: it is sent from here, and it never goes unseen. */
import { Link } from '@tanstack/react-router'
import { CloudUpload, OctagonAlert } from 'lucide-react'
import { useEffect } from 'react'
import { unsentCount } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { OUTBOX_WORDS as W } from './session.words.ts'
import { useOutbox } from './use-outbox.ts'

export function OutboxTag() {
  const unsent = useOutbox(useMe().account)
  useEffect(() => unsentCount.tell(unsent?.length ?? 0), [unsent])
  if (unsent === null || unsent.length === 0) return null
  const refused = unsent.filter((row) => row.status === 'refused').length
  return (
    <Link className="nav-outbox" to="/device">
      <output className={refused > 0 ? 'tag dan outbox' : 'tag warn outbox'}>
        {refused > 0 ? (
          <OctagonAlert className="i" aria-hidden="true" />
        ) : (
          <CloudUpload className="i" aria-hidden="true" />
        )}
        {refused > 0 ? W.needsYou(refused) : W.waiting(unsent.length)}
      </output>
    </Link>
  )
}
