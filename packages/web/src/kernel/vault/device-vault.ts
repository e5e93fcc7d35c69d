/** This browser's vault. Without https there is no cryptography in a browser, and nothing of a patient is kept then. */
import { useSyncExternalStore } from 'react'
import { browserRecords } from './vault-records.ts'
import type { Sealed } from './seal.ts'
import { Vault, type VaultState } from './vault.ts'

export type Sealer = {
  readonly seal: (value: unknown) => Promise<Sealed>
  readonly open: (sealed: Sealed) => Promise<unknown>
}

export const deviceVault = new Vault(browserRecords(), Date.now)

export function canSeal(): boolean {
  return globalThis.isSecureContext
}

export function useVault(): VaultState {
  return useSyncExternalStore(deviceVault.subscribe, deviceVault.state)
}
