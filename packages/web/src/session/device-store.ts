/**
 * What this device keeps of its sessions: every event that was made here or fetched from the server, and what became of it.
 *
 * An event is on the disk before the screen shows it, so that a reload, a crash or an empty battery loses nothing that was
 * tapped. Rows are thrown away only when the server has signed and acknowledged the whole session.
 */
import type { AccountId, DeviceId, EventId, SessionId } from '@unknot/care/kernel'
import type { SessionEvent } from '@unknot/care/session'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { newId } from '../kernel/index.ts'

/** `waiting`: the server hasn't answered for it. `refused`: it has, and said no. `put-aside`: somebody has read why. */
export type KeptStatus = 'sent' | 'waiting' | 'refused' | 'put-aside'

export type KeptEvent = {
  readonly id: EventId
  readonly session: SessionId
  /** Who tapped. Events of another sign-in are never sent in this one's name. */
  readonly actor: AccountId
  /** Order on this device, from 1. */
  readonly order: number
  readonly event: SessionEvent
  readonly status: KeptStatus
  /** The server's problem with a refused event. */
  readonly problem: { readonly code: string; readonly detail?: string } | null
}

/** The port: IndexedDB in the browser, a map in tests. */
export type DeviceStore = {
  readonly device: DeviceId
  read: (session: SessionId) => Promise<readonly KeptEvent[]>
  /** All or nothing. */
  keep: (rows: readonly KeptEvent[]) => Promise<void>
  forget: (session: SessionId) => Promise<void>
}

interface Schema extends DBSchema {
  event: { key: EventId; value: KeptEvent; indexes: { session: SessionId } }
  fact: { key: string; value: string }
}

/** Opens the store of this browser; makes it, and the device's own id, when there is none. */
export async function openDeviceStore(): Promise<DeviceStore> {
  const db = await openDB<Schema>('unknot-session', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('event', { keyPath: 'id' }).createIndex('session', 'session')
      fresh.createObjectStore('fact')
    },
  })
  const device = await deviceOf(db)
  return {
    device,
    async read(session) {
      const rows = await db.getAllFromIndex('event', 'session', session)
      return rows.sort((a, b) => a.order - b.order)
    },
    async keep(rows) {
      // Strict: a needle that the screen shows must survive the battery.
      const tx = db.transaction('event', 'readwrite', { durability: 'strict' })
      await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done])
    },
    async forget(session) {
      const tx = db.transaction('event', 'readwrite')
      const ids = await tx.store.index('session').getAllKeys(session)
      await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
    },
  }
}

async function deviceOf(db: IDBPDatabase<Schema>): Promise<DeviceId> {
  // One transaction, so that two tabs opened at once agree on one id.
  const tx = db.transaction('fact', 'readwrite')
  const known = await tx.store.get('device')
  const device = known ?? newId<DeviceId>()
  if (known === undefined) await tx.store.put(device, 'device')
  await tx.done
  return device as DeviceId
}
