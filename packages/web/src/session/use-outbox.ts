/** The outbox: sessions that still have something to send are sent, whatever page is open. */
import type { AccountId, SessionId } from '@unknot/care/kernel'
import { useEffect, useState } from 'react'
import type { KeptEvent } from './kept-event.ts'
import { holdEngine, letEngineGo, ownStore } from './session-engines.ts'

const LOOK_EVERY_MS = 5000

/** Everything of this account that the server hasn't taken, looked for every few seconds. Null until it was looked. */
export function useOutbox(actor: AccountId): readonly KeptEvent[] | null {
  const [unsent, setUnsent] = useState<readonly KeptEvent[] | null>(null)
  useEffect(() => {
    const held = new Set<SessionId>()
    let timer: ReturnType<typeof setTimeout>
    let isGone = false
    const look = async () => {
      const rows = await ownStore(actor).then(
        (store) => store.unsent(),
        () => [],
      )
      if (isGone) return
      setUnsent((before) => (before !== null && isSameList(before, rows) ? before : rows))
      const waiting = new Set(rows.filter((row) => row.status === 'waiting').map((row) => row.session))
      for (const session of waiting) if (!held.has(session)) holdEngine(session, actor).catch(() => undefined)
      for (const session of held) if (!waiting.has(session)) letEngineGo(session, actor)
      held.clear()
      for (const session of waiting) held.add(session)
      timer = setTimeout(() => void look(), LOOK_EVERY_MS)
    }
    void look()
    return () => {
      isGone = true
      clearTimeout(timer)
      for (const session of held) letEngineGo(session, actor)
    }
  }, [actor])
  return unsent
}

function isSameList(one: readonly KeptEvent[], other: readonly KeptEvent[]): boolean {
  return (
    one.length === other.length && one.every((row, at) => row.id === other[at]?.id && row.status === other[at]?.status)
  )
}
