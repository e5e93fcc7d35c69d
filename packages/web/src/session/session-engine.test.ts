import {
  type AccountId,
  asId,
  type DeviceId,
  type EventId,
  instantOf,
  type NeedleId,
  type PatientId,
  type SessionId,
} from '@unknot/care/kernel'
import type { MuscleId } from '@unknot/care/atlas'
import {
  BARE_NEEDLE,
  countNeedles,
  decideEvent,
  foldEvents,
  isAlreadyThere,
  type SessionEvent,
  type SessionFact,
} from '@unknot/care/session'
import { expect, test } from 'vitest'
import type { DeviceStore, KeptEvent } from './kept-event.ts'
import { type Judgement, openEngine, type Reply, type SessionEngine, type Verdict } from './session-engine.ts'

const START = Date.parse('2026-11-24T10:00:00.000Z')
const session = id<SessionId>(1)
const actor = id<AccountId>(2)

function id<Id extends string>(n: number): Id {
  return asId<Id>(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`)
}

const timeOut: SessionFact = {
  kind: 'time-out-confirmed',
  checks: { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true },
  position: 'prone',
  screening: {
    screening: id(10),
    rulesVersion: 'SCR-1.0',
    mayNeedle: true,
    barredRegions: [],
    barredTechniques: [],
    precautions: [],
  },
  consent: { consent: id(11), textVersion: 'DN-1.0', regions: ['lumbar', 'gluteal'], electrical: false },
}

function needleIn(needle: number): SessionFact {
  const site = { muscle: 'lumbar-multifidus' as MuscleId, side: 'right', level: 'L4', point: null } as const
  return { kind: 'needle-inserted', needle: id<NeedleId>(needle), site, detail: BARE_NEEDLE, plan: null }
}

/** A server that judges by the same rule, and a network that can be cut before or after it has heard. */
function world() {
  const disk = new Map<string, KeptEvent>()
  const opened: SessionEvent = {
    id: id<EventId>(100),
    session,
    device: id<DeviceId>(3),
    actor,
    at: instantOf(START),
    kind: 'session-opened',
    patient: id<PatientId>(4),
    reason: 'low back pain',
  }
  const server = { events: [opened] as SessionEvent[], network: 'up' as 'up' | 'down' | 'answer-lost', asked: 0 }
  let isDiskFull = false
  let ids = 1000
  let clock = START + 1000

  function judge(event: SessionEvent): Verdict {
    const state = foldEvents(server.events)
    if (isAlreadyThere(state, event)) return { id: event.id, verdict: 'already-there', problem: null }
    const judged = decideEvent(state, event, instantOf(START + 3_600_000))
    if (!judged.ok) return { id: event.id, verdict: 'refused', problem: judged.problem }
    server.events = [...server.events, event]
    return { id: event.id, verdict: 'accepted', problem: null }
  }

  function open(device = 3): { engine: SessionEngine; tick: () => void } {
    let next: (() => void) | null = null
    const store: DeviceStore = {
      device: id<DeviceId>(device),
      read: async () => [...disk.values()].sort((a, b) => a.order - b.order),
      keep: async (rows) => {
        if (isDiskFull) throw new Error('QuotaExceededError')
        for (const row of rows) disk.set(row.id, structuredClone(row))
      },
      unsent: async () => [...disk.values()].filter(({ status }) => status === 'waiting' || status === 'refused'),
      readSkew: async () => null,
      keepSkew: async () => {},
    }
    const engine = openEngine({
      session,
      actor,
      store,
      fetchEvents: async () =>
        server.network === 'down'
          ? { kind: 'no-network' }
          : { kind: 'answer', value: { events: server.events, late: [], serverMs: clock } },
      async sendEvents(events): Promise<Reply<Judgement>> {
        server.asked += 1
        if (server.network === 'down') return { kind: 'no-network' }
        const verdicts = events.map(judge)
        return server.network === 'answer-lost'
          ? { kind: 'no-network' }
          : { kind: 'answer', value: { verdicts, serverMs: clock } }
      },
      now: () => (clock += 1000),
      newEventId: () => id<EventId>((ids += 1)),
      later: (_, what) => {
        next = what
        return () => (next = null)
      },
    })
    return { engine, tick: () => next?.() }
  }

  return { server, disk, open, fillDisk: () => (isDiskFull = true) }
}

/** Lets every promise that can go on go on. */
async function settle(): Promise<void> {
  for (let i = 0; i < 50; i += 1) await Promise.resolve()
}

test('an entry is on the device before the screen shows it, and then reaches the server', async () => {
  const { server, disk, open } = world()
  const { engine } = open()
  await settle()
  let shownAt = -1
  engine.subscribe(() => {
    if (shownAt < 0 && engine.snapshot().state.timeOut) shownAt = disk.size
  })
  await engine.record([timeOut])
  expect(shownAt).toBeGreaterThanOrEqual(2)
  await settle()
  expect(server.events.map((event) => event.kind)).toEqual(['session-opened', 'time-out-confirmed'])
  expect(engine.snapshot().waiting).toBe(0)
})

test('what was tapped without a network is there after a reload, and is sent in its order when the network is back', async () => {
  const { server, open } = world()
  const first = open()
  await settle()
  server.network = 'down'
  await first.engine.record([timeOut])
  await first.engine.record([needleIn(50)])
  await first.engine.record([{ kind: 'needle-removed', needle: id<NeedleId>(50) }])
  await settle()
  expect(first.engine.snapshot().waiting).toBe(3)
  first.engine.close()

  const second = open()
  await settle()
  expect(countNeedles(second.engine.snapshot().state)).toMatchObject({ inCount: 1, outCount: 1 })
  expect(second.engine.snapshot()).toMatchObject({ phase: 'ready', link: 'offline', waiting: 3 })
  server.network = 'up'
  second.tick()
  await settle()
  expect(server.events.map((event) => event.kind)).toEqual([
    'session-opened',
    'time-out-confirmed',
    'needle-inserted',
    'needle-removed',
  ])
  expect(second.engine.snapshot()).toMatchObject({ link: 'online', waiting: 0 })
})

test('an answer that was lost on its way doubles nothing', async () => {
  const { server, open } = world()
  const { engine, tick } = open()
  await settle()
  await engine.record([timeOut])
  await settle()
  server.network = 'answer-lost'
  await engine.record([needleIn(50)])
  await settle()
  expect(engine.snapshot().waiting).toBe(1)
  server.network = 'up'
  tick()
  await settle()
  expect(engine.snapshot().waiting).toBe(0)
  expect(countNeedles(foldEvents(server.events)).inCount).toBe(1)
  expect(countNeedles(engine.snapshot().state).inCount).toBe(1)
})

test('an entry that the rules refuse is neither kept nor sent, and changes nothing', async () => {
  const { disk, open } = world()
  const { engine } = open()
  await settle()
  const before = disk.size
  const recorded = await engine.record([needleIn(50)])
  expect(recorded).toMatchObject({ ok: false, problem: { code: 'time-out-missing' } })
  expect(disk.size).toBe(before)
  expect(countNeedles(engine.snapshot().state).inCount).toBe(0)
})

test('of several needles on one line all go in, or none', async () => {
  const { open } = world()
  const { engine } = open()
  await settle()
  await engine.record([timeOut])
  const recorded = await engine.record([needleIn(50), needleIn(50)])
  expect(recorded).toMatchObject({ ok: false, problem: { code: 'needle-already-used' } })
  expect(countNeedles(engine.snapshot().state).inCount).toBe(0)
})

test('an entry that the server refuses needs somebody, until it was read; nothing is dropped in silence', async () => {
  const { server, disk, open } = world()
  const { engine, tick } = open()
  await settle()
  await engine.record([timeOut, needleIn(50)])
  await settle()
  server.network = 'down'
  await engine.record([{ kind: 'needle-removed', needle: id<NeedleId>(50) }])
  await settle()
  // Meanwhile another tablet took the same needle out.
  const at = instantOf(START + 60_000)
  server.events = [
    ...server.events,
    { id: id(900), session, device: id(9), actor, at, kind: 'needle-removed', needle: id<NeedleId>(50) },
  ]
  server.network = 'up'
  tick()
  await settle()
  const [refused] = engine.snapshot().needsYou
  expect(refused).toMatchObject({ event: { kind: 'needle-removed' }, problem: { code: 'needle-not-in' } })
  expect(countNeedles(engine.snapshot().state)).toMatchObject({ inCount: 1, outCount: 1, leftCount: 0 })
  if (refused) await engine.putAside(refused.event.id)
  expect(engine.snapshot().needsYou).toEqual([])
  expect([...disk.values()].some((row) => row.status === 'put-aside')).toBe(true)
})

test('a full disk is said, and the needle still reaches the server', async () => {
  const { server, open, fillDisk } = world()
  const { engine } = open()
  await settle()
  await engine.record([timeOut])
  await settle()
  fillDisk()
  await engine.record([needleIn(50)])
  expect(engine.snapshot().isDeviceFull).toBe(true)
  await settle()
  expect(countNeedles(foldEvents(server.events)).inCount).toBe(1)
})

test('what another device entered is seen after the next look', async () => {
  const { server, open } = world()
  const { engine, tick } = open()
  await settle()
  await engine.record([timeOut])
  await settle()
  const at = instantOf(START + 60_000)
  server.events = [
    ...server.events,
    { id: id(900), session, device: id(9), actor, at, ...needleIn(77) } as SessionEvent,
  ]
  tick()
  await settle()
  expect(countNeedles(engine.snapshot().state).inCount).toBe(1)
})
