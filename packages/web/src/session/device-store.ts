/**
 * The device's store in IndexedDB: every event that was made here or fetched from the server, sealed by the vault.
 *
 * An event is on the disk before the screen shows it, so that a reload, a crash or an empty battery loses nothing that was
 * tapped. In the clear stand ids, order and status only. What the server has taken is thrown away after three days.
 */
import { type AccountId, asId, type DeviceId, type EventId, type SessionId } from '@unknot/care/kernel'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { newId, type Sealed, type Sealer } from '../kernel/index.ts'
import type { DeviceStore, KeptEvent, KeptStatus } from './kept-event.ts'

type Row = {
  /** Whose vault sealed it. */
  readonly owner: AccountId
  readonly id: EventId
  readonly session: SessionId
  readonly order: number
  readonly status: KeptStatus
  readonly keptAtMs: number
  readonly sealed: Sealed
}
/** What is sealed. */
type Secret = Pick<KeptEvent, 'actor' | 'event' | 'problem'>

interface Schema extends DBSchema {
  entry: {
    key: [AccountId, EventId]
    value: Row
    indexes: { session: [AccountId, SessionId]; status: [AccountId, KeptStatus] }
  }
  fact: { key: string; value: string }
  /** Version 1 kept its events here, in the clear. */
  event: { key: EventId; value: KeptEvent }
}

const KEPT_FOR_MS = 3 * 24 * 3_600_000

/** Opens the account's store of this browser; makes it, and the device's own id, when there is none. */
export async function openDeviceStore(owner: AccountId, sealer: Sealer): Promise<DeviceStore> {
  const db = await openDatabase()
  const device = await deviceOf(db)
  const store: DeviceStore = {
    device,
    read: async (session) => openRows(await db.getAllFromIndex('entry', 'session', [owner, session]), sealer),
    keep: async (rows) => keepRows(db, await Promise.all(rows.map((row) => sealRow(row, owner, sealer)))),
    async unsent() {
      const [waiting, refused] = await Promise.all(
        (['waiting', 'refused'] as const).map((status) => db.getAllFromIndex('entry', 'status', [owner, status])),
      )
      return openRows([...(waiting ?? []), ...(refused ?? [])], sealer)
    },
    async readSkew() {
      const known = await db.get('fact', 'skewMs')
      return known === undefined ? null : Number(known)
    },
    async keepSkew(skewMs) {
      await db.put('fact', String(skewMs), 'skewMs')
    },
  }
  await takeOverOld(db, owner, store)
  await forgetOld(db, owner)
  return store
}

/** This browser's own id. */
export async function thisDevice(): Promise<DeviceId> {
  return deviceOf(await openDatabase())
}

let opening: Promise<IDBPDatabase<Schema>> | null = null

function openDatabase(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('unknot-session', 2, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) db.createObjectStore('fact')
      if (oldVersion < 1) db.createObjectStore('event', { keyPath: 'id' })
      const entries = db.createObjectStore('entry', { keyPath: ['owner', 'id'] })
      entries.createIndex('session', ['owner', 'session'])
      entries.createIndex('status', ['owner', 'status'])
    },
    // A newer version of the app in another tab must not wait for this one.
    blocking(_current, _blocked, event) {
      opening = null
      ;(event.target as IDBDatabase).close()
    },
  }).catch((error: unknown) => {
    opening = null
    throw error
  })
  return opening
}

async function sealRow(row: KeptEvent, owner: AccountId, sealer: Sealer): Promise<Row> {
  const { id, session, order, status, actor, event, problem } = row
  const secret: Secret = { actor, event, problem }
  return { owner, id, session, order, status, keptAtMs: Date.now(), sealed: await sealer.seal(secret) }
}

async function openRows(rows: readonly Row[], sealer: Sealer): Promise<readonly KeptEvent[]> {
  const opened = await Promise.all(
    rows.map(async ({ id, session, order, status, sealed }): Promise<KeptEvent> => {
      const secret = (await sealer.open(sealed)) as Secret
      return { id, session, order, status, ...secret }
    }),
  )
  return opened.sort((a, b) => (a.session === b.session ? a.order - b.order : a.session < b.session ? -1 : 1))
}

async function keepRows(db: IDBPDatabase<Schema>, rows: readonly Row[]): Promise<void> {
  // Strict: a needle that the screen shows must survive the battery.
  const tx = db.transaction('entry', 'readwrite', { durability: 'strict' })
  await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done])
}

/** What version 1 of this store left unsent is taken along, sealed, and its readable copies are thrown away. */
async function takeOverOld(db: IDBPDatabase<Schema>, owner: AccountId, store: DeviceStore): Promise<void> {
  const old = await db.getAll('event')
  const mine = old.filter((row) => row.actor === owner || row.status === 'sent')
  if (mine.length === 0) return
  await store.keep(mine.filter((row) => row.status !== 'sent'))
  const tx = db.transaction('event', 'readwrite')
  await Promise.all([...mine.map((row) => tx.store.delete(row.id)), tx.done])
}

async function forgetOld(db: IDBPDatabase<Schema>, owner: AccountId): Promise<void> {
  const tx = db.transaction('entry', 'readwrite')
  for await (const cursor of tx.store.index('status').iterate([owner, 'sent'])) {
    if (cursor.value.keptAtMs < Date.now() - KEPT_FOR_MS) void cursor.delete()
  }
  await tx.done
}

async function deviceOf(db: IDBPDatabase<Schema>): Promise<DeviceId> {
  // One transaction, so that two tabs opened at once agree on one id.
  const tx = db.transaction('fact', 'readwrite')
  const known = await tx.store.get('device')
  const device = known ?? newId<DeviceId>()
  if (known === undefined) await tx.store.put(device, 'device')
  await tx.done
  return asId<DeviceId>(device)
}
