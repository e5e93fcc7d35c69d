/** Light, dark, or as the device says. Kept on this device, since it belongs to the room and its light, not to the account. */
import { useSyncExternalStore } from 'react'

export const THEMES = ['device', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'unknot-theme'
const listeners = new Set<() => void>()

function kept(): Theme {
  const value = localStorage.getItem(KEY)
  return value === 'light' || value === 'dark' ? value : 'device'
}

/** Before the first paint, so that nothing flashes. */
export function showTheme(): void {
  const theme = kept()
  if (theme === 'device') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'device') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, theme)
  showTheme()
  for (const listener of listeners) listener()
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, kept)
}
