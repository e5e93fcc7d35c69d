/**
 * A world to try synchronising in: the real servers on a real database, devices with the real session engine, and between them
 * a network that is cut before or after the server has heard, delivers twice, and overtakes itself.
 *
 * Everything random comes from one seeded source, so that a run can be had again from its number.
 */
import { asId, type DeviceId, epochMsOf, type EventId, type Instant, type SessionId } from '@unknot/care/kernel'
import { EVENT_VERSION, type LateEntry, type SessionEvent, type SessionFact } from '@unknot/care/session'
import type { App } from '@unknot/server/kernel'
import type { DeviceStore, KeptEvent } from '../../../web/src/session/kept-event.ts'
import { openEngine, type Reply, type SessionEngine } from '../../../web/src/session/session-engine.ts'
import type { ReadSession, SentEvent, Table, Verdict } from './treatment-table.ts'

export type Random = { readonly below: (limit: number) => number; readonly isOneIn: (count: number) => boolean }

/** Mulberry32 by Tommy Ettinger, public domain. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return { below, isOneIn: (count) => below(count) === 0 }
}

/** An id that a seed gives again. */
export function seededId<Id extends string>(random: Random): Id {
  const hex = (digits: number) => Array.from({ length: digits }, () => random.below(16).toString(16)).join('')
  return asId<Id>(`${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`)
}

/** What the network does with one request. */
type Fate = 'through' | 'cut-before' | 'cut-after' | 'twice' | 'later'

export type World = {
  readonly table: Table
  readonly session: SessionId
  readonly random: Random
  readonly servers: readonly App[]
  /** True: every request gets through, once. */
  isCalm: boolean
  /** Requests that the network holds back: the server hears them after others. */
  readonly held: (() => Promise<void>)[]
  /** Ids that a server acknowledged as accepted or already there. */
  readonly acknowledged: Set<EventId>
  readonly fates: Map<Fate, number>
}

export type Device = {
  readonly id: DeviceId
  readonly disk: Map<EventId, KeptEvent>
  readonly engine: () => SessionEngine
  /** The tab is killed and opened again: what isn't on the disk is gone. */
  readonly reload: () => Promise<void>
  readonly record: (fact: SessionFact) => Promise<SessionEvent | null>
  /** One more round with the server, when none is under way. */
  readonly tick: () => void
  /** A round as soon as may be, and no more than one waiting for it. */
  readonly wake: () => void
  readonly close: () => void
  /** Every event that its screen has shown as done. */
  readonly shown: Set<EventId>
}

export async function startDevice(
  world: World,
  clock: { readonly skewMs: number; nowMs: () => number },
): Promise<Device> {
  const { random, table, session } = world
  const id = seededId<DeviceId>(random)
  const disk = new Map<EventId, KeptEvent>()
  const shown = new Set<EventId>()
  const now = () => clock.nowMs() + clock.skewMs
  let skew: number | null = null
  let next: (() => void) | null = null
  let engine = await open()

  async function open(): Promise<SessionEngine> {
    // A tab that was killed still has a hand on its disk, as a slow write of a dying tab has; it never has the newer one's.
    const store: DeviceStore = {
      device: id,
      read: async () => [...disk.values()].map((row) => structuredClone(row)).sort((a, b) => a.order - b.order),
      async keep(rows) {
        await pause(random)
        for (const row of rows) disk.set(row.id, structuredClone(row))
      },
      unsent: async () => [],
      readSkew: async () => skew,
      keepSkew: async (skewMs) => {
        skew = skewMs
      },
    }
    return openEngine({
      session,
      actor: table.account,
      store,
      fetchEvents: () => carry(world, (server) => fetch(world, server)),
      sendEvents: (events, sentAt) => carry(world, (server) => send(world, server, events, sentAt)),
      now,
      newEventId: () => seededId<EventId>(random),
      later(_, what) {
        next = what
        return () => {
          next = null
        }
      },
    })
  }

  return {
    id,
    disk,
    shown,
    engine: () => engine,
    async reload() {
      engine.close()
      engine = await open()
    },
    async record(fact) {
      const recorded = await engine.record([fact])
      const made = recorded.ok ? (recorded.value[0] ?? null) : null
      if (made) shown.add(made.id)
      return made
    },
    tick() {
      const due = next
      next = null
      due?.()
    },
    wake() {
      if (next === null) return
      next = null
      engine.refetch()
    },
    close: () => engine.close(),
  }
}

const FATES: readonly Fate[] = ['through', 'through', 'through', 'through', 'cut-before', 'cut-after', 'twice', 'later']

async function carry<T>(world: World, ask: (server: App) => Promise<T>): Promise<Reply<T>> {
  const { random } = world
  const server = world.servers[random.below(world.servers.length)] as App
  const fate = world.isCalm ? 'through' : (FATES[random.below(FATES.length)] as Fate)
  world.fates.set(fate, (world.fates.get(fate) ?? 0) + 1)
  await pause(random)
  if (fate === 'cut-before') return { kind: 'no-network' }
  if (fate === 'later') {
    // The device gives up; the server hears it some time after the device's next words.
    world.held.push(async () => void (await ask(server)))
    return { kind: 'no-network' }
  }
  const value = await ask(server)
  if (fate === 'twice') await ask(server)
  await pause(random)
  return fate === 'cut-after' ? { kind: 'no-network' } : { kind: 'answer', value }
}

/** Lets others go on in between: which ones, the seed says. */
async function pause(random: Random): Promise<void> {
  for (let turns = random.below(4); turns > 0; turns -= 1) await Promise.resolve()
}

async function fetch({ table, session }: World, server: App) {
  const { events, late, readAt } = await table.ask<ReadSession>('GET', `/api/sessions/${session}`, undefined, server)
  return { events, late: late as readonly LateEntry[], serverMs: epochMsOf(readAt) }
}

async function send(world: World, server: App, events: readonly SessionEvent[], sentAt: Instant) {
  const sent: SentEvent[] = events.map(({ session: _session, actor: _actor, ...rest }) => rest)
  const body = { version: EVENT_VERSION, sentAt, events: sent }
  const url = `/api/sessions/${world.session}/events`
  const answer = await world.table.ask<{ verdicts: Verdict[]; receivedAt: Instant }>('POST', url, body, server)
  for (const { id, verdict } of answer.verdicts) if (verdict !== 'refused') world.acknowledged.add(id)
  return { verdicts: answer.verdicts, serverMs: epochMsOf(answer.receivedAt) }
}
