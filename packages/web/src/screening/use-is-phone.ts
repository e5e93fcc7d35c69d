/** Whether the screen is as narrow as a phone's. */
import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 600px)')

export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
}
