/** An open session on this device: its state as the screen shows it, and the one way to add to it. */
import type { AccountId, EventId, SessionId } from '@unknot/care/kernel'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { openDeviceStore } from './device-store.ts'
import { newId } from '../kernel/index.ts'
import { fetchEvents, sendEvents } from './session-api.ts'
import { openEngine, type SessionEngine, type SessionSnapshot } from './session-engine.ts'

export type OpenSession = { readonly engine: SessionEngine; readonly snapshot: SessionSnapshot }

/** Null while the device's store opens; `failed` when this browser has none. */
export function useSession(session: SessionId, actor: AccountId): OpenSession | 'failed' | null {
  const [engine, setEngine] = useState<SessionEngine | 'failed' | null>(null)

  useEffect(() => {
    let opened: SessionEngine | null = null
    let isGone = false
    const open = async () => {
      const store = await openDeviceStore()
      if (isGone) return
      opened = openEngine({
        session,
        actor,
        store,
        fetchEvents: () => fetchEvents(session),
        sendEvents: (events) => sendEvents(session, events),
        now: Date.now,
        newEventId: () => newId<EventId>(),
        later(afterMs, what) {
          const timer = setTimeout(what, afterMs)
          return () => clearTimeout(timer)
        },
      })
      setEngine(opened)
    }
    open().catch(() => setEngine('failed'))
    return () => {
      isGone = true
      opened?.close()
    }
  }, [session, actor])

  // Back from sleep or from another window: don't wait for the next round.
  useEffect(() => {
    if (engine === null || engine === 'failed') return
    const wake = () => engine.refetch()
    window.addEventListener('online', wake)
    window.addEventListener('focus', wake)
    return () => {
      window.removeEventListener('online', wake)
      window.removeEventListener('focus', wake)
    }
  }, [engine])

  const isOpen = engine !== null && engine !== 'failed'
  const snapshot = useSyncExternalStore(isOpen ? engine.subscribe : noChange, isOpen ? engine.snapshot : nothing)
  if (!isOpen) return engine
  return snapshot === null ? null : { engine, snapshot }
}

function noChange(): () => void {
  return () => {}
}

function nothing(): null {
  return null
}
