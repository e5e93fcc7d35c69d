/**
 * The sessions that are open on this device: one engine a session, however many ask for it.
 *
 * A page holds the engine of its session, and the outbox those of sessions that still have something to send; so the same entry
 * is never in two hands.
 */
import type { AccountId, DeviceId, EventId, SessionId } from '@unknot/care/kernel'
import type { SessionEvent } from '@unknot/care/session'
import { sessionRoutes, type SessionView } from '@unknot/wire/session'
import { canSeal, deviceVault, keptAnswer, keyOf, newId } from '../kernel/index.ts'
import { openDeviceStore, thisDevice } from './device-store.ts'
import type { DeviceStore, KeptEvent } from './kept-event.ts'
import { fetchEvents, sendEvents } from './session-api.ts'
import { openEngine, type SessionEngine } from './session-engine.ts'

type Held = { readonly engine: Promise<SessionEngine>; holders: number }

const open = new Map<string, Held>()

/** Rejects when this browser keeps nothing, or when the vault is locked. */
export function holdEngine(session: SessionId, actor: AccountId): Promise<SessionEngine> {
  const key = `${actor} ${session}`
  const held = open.get(key) ?? { engine: startEngine(session, actor), holders: 0 }
  held.holders += 1
  open.set(key, held)
  return held.engine
}

export function letEngineGo(session: SessionId, actor: AccountId): void {
  const key = `${actor} ${session}`
  const held = open.get(key)
  if (!held) return
  held.holders -= 1
  if (held.holders > 0) return
  open.delete(key)
  held.engine.then((engine) => engine.close()).catch(() => undefined)
}

const stores = new Map<AccountId, Promise<DeviceStore>>()

/** The account's own store, opened with its vault. */
export async function ownStore(actor: AccountId): Promise<DeviceStore> {
  if (!canSeal()) return keepsNothing(await thisDevice())
  const { kind } = await deviceVault.openFor(actor)
  if (kind !== 'open') throw new Error('the vault is locked')
  const store = stores.get(actor) ?? openDeviceStore(actor, deviceVault)
  stores.set(actor, store)
  store.catch(() => stores.delete(actor))
  return store
}

/** Without https nothing can be sealed, so nothing is kept: entries are held on the page, which says so, and sent. */
function keepsNothing(device: DeviceId): DeviceStore {
  return {
    device,
    read: async () => [],
    keep: () => Promise.reject(new Error('not https')),
    unsent: async () => [],
    readSkew: async () => null,
    keepSkew: async () => {},
  }
}

/** A session that was never opened on this device may have been taken along: then what the server had of it is known. */
async function withTakenAlong(store: DeviceStore, session: SessionId): Promise<readonly KeptEvent[]> {
  const rows = await store.read(session)
  if (rows.some(({ event }) => event.kind === 'session-opened')) return rows
  const kept = await keptAnswer(keyOf(sessionRoutes.readSession, { params: { session } }))
  if (!kept) return rows
  const events = (kept.answer as SessionView).events as readonly SessionEvent[]
  const sent = events.map((event, at): KeptEvent => {
    return { id: event.id, session, actor: event.actor, order: at + 1, event, status: 'sent', problem: null }
  })
  return [...sent, ...rows.map((row) => ({ ...row, order: row.order + sent.length }))]
}

async function startEngine(session: SessionId, actor: AccountId): Promise<SessionEngine> {
  const store = await ownStore(actor)
  // Under pressure a browser clears what it was not asked to keep.
  if (canSeal()) void navigator.storage.persist()
  return openEngine({
    session,
    actor,
    store: { ...store, read: (of) => withTakenAlong(store, of) },
    fetchEvents: () => fetchEvents(session),
    sendEvents: (events, sentAt) => sendEvents(session, events, sentAt),
    now: Date.now,
    newEventId: () => newId<EventId>(),
    later(afterMs, what) {
      const timer = setTimeout(what, afterMs)
      return () => clearTimeout(timer)
    },
  })
}
