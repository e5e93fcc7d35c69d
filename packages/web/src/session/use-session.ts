/** An open session on this device: its state as the screen shows it, and the one way to add to it. */
import type { AccountId, SessionId } from '@unknot/care/kernel'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { SessionEngine, SessionSnapshot } from './session-engine.ts'
import { holdEngine, letEngineGo } from './session-engines.ts'

export type OpenSession = { readonly engine: SessionEngine; readonly snapshot: SessionSnapshot }

/** Null while the device's store opens; `failed` when this browser has none. */
export function useSession(session: SessionId, actor: AccountId): OpenSession | 'failed' | null {
  const [engine, setEngine] = useState<SessionEngine | 'failed' | null>(null)

  useEffect(() => {
    let isGone = false
    const hold = async () => {
      const held = await holdEngine(session, actor).catch(() => 'failed' as const)
      if (!isGone) setEngine(held)
    }
    void hold()
    return () => {
      isGone = true
      letEngineGo(session, actor)
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
