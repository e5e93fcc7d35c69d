/**
 * The last answers of the server on this device, sealed by the vault: what was read, or taken along, is read again without a
 * network. Thrown away after three days; unreadable once its account has signed out.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { canSeal, deviceVault } from './device-vault.ts'
import type { Sealed } from './seal.ts'

type Row = { readonly owner: string; readonly key: string; readonly keptAtMs: number; readonly sealed: Sealed }
interface Schema extends DBSchema {
  answer: { key: [string, string]; value: Row; indexes: { keptAtMs: number } }
}

const KEPT_FOR_MS = 3 * 24 * 3_600_000

let opening: Promise<IDBPDatabase<Schema>> | null = null

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('unknot-answers', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('answer', { keyPath: ['owner', 'key'] }).createIndex('keptAtMs', 'keptAtMs')
    },
  })
  return opening
}

/** Does nothing where nothing can be sealed, or nobody's vault is open. A full disk is no reason not to show an answer. */
export async function keepAnswer(key: readonly unknown[], answer: unknown): Promise<void> {
  const state = deviceVault.state()
  if (!canSeal() || state.kind !== 'open') return
  const sealed = await deviceVault.seal(answer)
  const row = { owner: state.account, key: JSON.stringify(key), keptAtMs: Date.now(), sealed }
  await database()
    .then((db) => db.put('answer', row))
    .catch(() => undefined)
}

export async function keptAnswer(
  key: readonly unknown[],
): Promise<{ readonly answer: unknown; readonly keptAtMs: number } | null> {
  const state = deviceVault.state()
  if (!canSeal() || state.kind !== 'open') return null
  const row = await (await database()).get('answer', [state.account, JSON.stringify(key)])
  return row ? { answer: await deviceVault.open(row.sealed), keptAtMs: row.keptAtMs } : null
}

/** What is too old, or was sealed under a key that is gone. */
export async function dropAnswers(gone: string | null): Promise<void> {
  if (!canSeal()) return
  const db = await database()
  if (gone !== null) await db.delete('answer', IDBKeyRange.bound([gone, ''], [gone, '\uffff']))
  const tx = db.transaction('answer', 'readwrite')
  for await (const cursor of tx.store.index('keptAtMs').iterate(IDBKeyRange.upperBound(Date.now() - KEPT_FOR_MS))) {
    void cursor.delete()
  }
  await tx.done
}
