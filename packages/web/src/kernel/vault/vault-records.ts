/** The vault's records in this browser's IndexedDB. A device key is kept there as the browser's own object, never as bytes. */
import { type DBSchema, openDB } from 'idb'
import type { VaultRecord, VaultRecords } from './vault.ts'

interface Schema extends DBSchema {
  vault: { key: string; value: VaultRecord }
}

export function browserRecords(): VaultRecords {
  const opening = () =>
    openDB<Schema>('unknot-vault', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('vault', { keyPath: 'account' })
      },
    })
  let db: ReturnType<typeof opening> | null = null
  const opened = () => (db ??= opening())
  return {
    read: async (account) => (await (await opened()).get('vault', account)) ?? null,
    async write(record) {
      const tx = (await opened()).transaction('vault', 'readwrite', { durability: 'strict' })
      await Promise.all([tx.store.put(record), tx.done])
    },
    remove: async (account) => (await opened()).delete('vault', account),
  }
}
