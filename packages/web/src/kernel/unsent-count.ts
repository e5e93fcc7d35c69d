/** How many entries on this device nobody has but this device: told by the outbox, asked before somebody signs out. */
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let count = 0

export const unsentCount = {
  read: (): number => count,
  tell(now: number): void {
    count = now
    for (const listener of listeners) listener()
  },
}

export function useUnsentCount(): number {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, unsentCount.read)
}
