/** One run of the synchronising fuzz: devices that chart at random in one session, then a calm network, then the laws. */
import type { EventId, NeedleId } from '@unknot/care/kernel'
import {
  countNeedles,
  foldEvents,
  missingBeforeSigning,
  type SessionFact,
  type SessionState,
} from '@unknot/care/session'
import type { App } from '@unknot/server/kernel'
import type { SessionSnapshot } from '../../../web/src/session/session-engine.ts'
import { type Device, type Random, seeded, seededId, startDevice, type World } from './sync-world.ts'
import { closing, insertionOf, type Lying, type ReadSession, type Table, timeOutOf } from './treatment-table.ts'

export type RunSetting = { readonly table: Table; readonly servers: readonly App[]; readonly lying: Lying }

/** What a run came to, so that the whole can say that it tried something. */
export type RunReport = {
  readonly events: number
  readonly refused: number
  readonly late: number
  readonly isSigned: boolean
  readonly reloads: number
  readonly fates: ReadonlyMap<string, number>
}

const LARGEST_SKEW_MS = 10 * 60_000

/** Throws with the broken law. The same seed gives the same commands, cuts and clocks. */
export async function runSync({ table, servers, lying }: RunSetting, seed: number): Promise<RunReport> {
  const random = seeded(seed)
  const session = await table.openSession(lying.patient)
  const world: World = {
    table,
    session,
    random,
    servers,
    isCalm: false,
    held: [],
    acknowledged: new Set(),
    fates: new Map(),
  }
  const devices: Device[] = []
  for (let count = 2 + random.below(3); count > 0; count -= 1) {
    const skewMs = random.below(2 * LARGEST_SKEW_MS) - LARGEST_SKEW_MS
    devices.push(await startDevice(world, { skewMs, nowMs: Date.now }))
  }
  try {
    const reloads = await chart(world, devices, lying)
    const read = await calmDown(world, devices)
    checkLaws(world, devices, read)
    return reportOf(world, devices, read, reloads)
  } finally {
    for (const device of devices) device.close()
  }
}

function reportOf(world: World, devices: readonly Device[], read: ReadSession, reloads: number): RunReport {
  const refused = devices.reduce((sum, device) => sum + device.engine().snapshot().needsYou.length, 0)
  const isSigned = read.state.phase === 'signed'
  return { events: read.events.length, refused, late: read.late.length, isSigned, reloads, fates: world.fates }
}

async function chart(world: World, devices: readonly Device[], lying: Lying): Promise<number> {
  const { random } = world
  let reloads = 0
  // Everybody has the session open before the network goes, as a tablet has that was carried into the room.
  world.isCalm = true
  const isOpen = ({ phase, state }: SessionSnapshot) => phase === 'ready' && state.opened !== null
  await until(world, devices, () => devices.every((device) => isOpen(device.engine().snapshot())))
  await pick(random, devices).record(timeOutOf(lying))
  if (random.isOneIn(2)) await until(world, devices, () => devices.every((device) => hasTimeOut(device)))
  world.isCalm = false
  const recording: Promise<unknown>[] = []
  for (let steps = 8 + random.below(12); steps > 0; steps -= 1) {
    const device = pick(random, devices)
    const what = random.below(20)
    if (what < 13) recording.push(device.record(randomFact(random, device.engine().snapshot().state)))
    else if (what < 16) device.tick()
    else if (what < 17) await world.held.shift()?.()
    else if (what < 18) {
      await Promise.all(recording.splice(0))
      await device.reload()
      reloads += 1
    } else if (what < 19) for (const fact of finish(device.engine().snapshot().state)) await device.record(fact)
    // Now and then the network gets its time; and two taps of one hand may be under way at once.
    for (let turns = random.below(4); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
    if (random.isOneIn(2)) await Promise.all(recording.splice(0))
  }
  await Promise.all(recording)
  return reloads
}

function hasTimeOut(device: Device): boolean {
  return device.engine().snapshot().state.timeOut !== null
}

function randomFact(random: Random, state: SessionState): SessionFact {
  const needle = pick(random, state.needles)?.id ?? seededId<NeedleId>(random)
  const event = pick(random, state.log.events())?.id ?? seededId<EventId>(random)
  const facts: readonly SessionFact[] = [
    insertionOf(seededId<NeedleId>(random)),
    insertionOf(seededId<NeedleId>(random)),
    insertionOf(seededId<NeedleId>(random)),
    { kind: 'needle-removed', needle },
    { kind: 'needle-removed', needle },
    { kind: 'needle-detailed', needle, change: { pain0to10: random.below(11) } },
    { kind: 'finding-noted', text: `finding ${random.below(1000)}` },
    { kind: 'pain-scored', when: 'before', pain0to10: random.below(11) },
    { kind: 'entry-retracted', event, reason: 'undone' },
    { kind: 'needle-accounted', needle, incident: 'dropped', what: 'fell', secondPerson: 'A. Byrne' },
    {
      kind: 'reaction-recorded',
      reaction: 'bruising',
      grade: 'mild',
      needle: null,
      action: '',
      recoveredAfterMin: null,
    },
    random.isOneIn(3)
      ? { kind: 'all-out-called', reason: 'felt-faint', note: '' }
      : { kind: 'position-changed', position: 'side-lying-left' },
    { kind: 'addendum-added', text: 'She rang.', authorName: '-' },
  ]
  return pick(random, facts)
}

/** Whatever this device thinks it takes to sign. */
function finish(state: SessionState): readonly SessionFact[] {
  const { inCount, outCount, leftCount, accountedCount } = countNeedles(state)
  const missing = new Set(missingBeforeSigning(state))
  const last = closing({ inCount, outCount: outCount + leftCount, accountedCount })
  return [
    ...state.needles
      .filter((each) => each.outcome === 'in-body')
      .map((each) => ({ kind: 'needle-removed', needle: each.id }) as const),
    ...last.filter((fact) => fact.kind !== 'no-reaction-confirmed' || missing.has('reaction')),
  ]
}

/** The network is there again; every request that it held back comes in; everybody sends and reads until nobody has news. */
async function calmDown(world: World, devices: readonly Device[]): Promise<ReadSession> {
  while (world.held.length > 0) await world.held.shift()?.()
  world.isCalm = true
  const snapshots = () => devices.map((device) => device.engine().snapshot())
  await until(world, devices, () => snapshots().every(({ waiting }) => waiting === 0))
  // Nobody has anything left to write, so this is the last word.
  const read = await world.table.read(world.session)
  const last = visible(foldEvents(read.events))
  await until(world, devices, () =>
    snapshots().every(({ phase, state }) => phase === 'ready' && visible(state) === last),
  )
  return read
}

/** Wakes every device until it is so; gives up after ten seconds, and the laws say what is wrong. */
async function until(world: World, devices: readonly Device[], isSo: () => boolean): Promise<void> {
  const endMs = Date.now() + 10_000
  while (!isSo() && Date.now() < endMs) {
    for (const device of devices) device.wake()
    while (world.held.length > 0) await world.held.shift()?.()
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

function checkLaws(world: World, devices: readonly Device[], read: ReadSession): void {
  const ids = new Set(read.events.map(({ id }) => id))
  law(ids.size === read.events.length, 'no event is stored twice')
  const state = foldEvents(read.events)
  law(state.signed === null || countNeedles(state).leftCount === 0, 'no signed session has a needle in the body')
  for (const id of world.acknowledged) law(ids.has(id), `acknowledged and lost: ${id}`)
  const late = new Set(read.late.map(({ event }) => event.id))
  for (const device of devices) {
    const { waiting, needsYou, state: seen, phase } = device.engine().snapshot()
    law(phase === 'ready' && waiting === 0, `device ${device.id} still waits for ${waiting}`)
    law(visible(seen) === visible(state), `device ${device.id} sees another session than the server`)
    const refused = new Map(needsYou.map(({ event, problem }) => [event.id, problem]))
    for (const id of device.shown) {
      const isKnown = ids.has(id) || refused.has(id)
      law(isKnown, `shown as done, and neither in the record nor in "needs you": ${id}`)
      law(!(ids.has(id) && refused.has(id)), `refused and in the record: ${id}`)
    }
    for (const [id, problem] of refused) {
      if (problem['isLate'] === true) law(late.has(id), `said to be kept as a late entry, and isn't: ${id}`)
    }
  }
}

/** All that a reader sees of a session, whatever the order in which JSON keeps its keys. */
function visible(state: SessionState): string {
  return JSON.stringify(state, (key, value: unknown) => {
    if (key === 'log') return state.log.events()
    if (value instanceof Set) return [...value]
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}

function law(holds: boolean, words: string): void {
  if (!holds) throw new Error(words)
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.below(Math.max(1, list.length))] as T
}
