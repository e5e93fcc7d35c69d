/**
 * The life of one open session on this device: judge, keep, show, send; in that order.
 *
 * What is tapped is judged at once by the same rule that the server uses, kept on the device, shown, and sent in order until
 * the server has answered for it. A refused event is never dropped: it stands in *needs you* until somebody has read why.
 * The state on the screen is the server's list folded, with what still waits on top of it.
 */
import {
  type AccountId,
  epochMsOf,
  type EventId,
  type Instant,
  instantOf,
  type Result,
  type SessionId,
} from '@unknot/care/kernel'
import {
  decideEvent,
  happenedAt,
  type LateEntry,
  measureSkew,
  type SessionEvent,
  type SessionFact,
  type SessionProblem,
  type SessionState,
  unansweredLate,
} from '@unknot/care/session'
import type { DeviceStore, KeptEvent, ServerProblem } from './kept-event.ts'
import { merge } from './merge.ts'

/** What came back over the network, or didn't. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'no-network' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly fields: readonly string[] }

export type Verdict = {
  readonly id: EventId
  readonly verdict: 'accepted' | 'already-there' | 'refused'
  readonly problem: ServerProblem | null
}

/** The accepted events in the server's order, what came too late, and the server's clock. */
export type Fetched = {
  readonly events: readonly SessionEvent[]
  readonly late: readonly LateEntry[]
  readonly serverMs: number
}
export type Judgement = { readonly verdicts: readonly Verdict[]; readonly serverMs: number }

export type EnginePorts = {
  readonly session: SessionId
  readonly actor: AccountId
  readonly store: DeviceStore
  readonly fetchEvents: () => Promise<Reply<Fetched>>
  /** @param sentAt this device's clock */
  readonly sendEvents: (events: readonly SessionEvent[], sentAt: Instant) => Promise<Reply<Judgement>>
  readonly now: () => number
  readonly newEventId: () => EventId
  /** Calls back once after so many milliseconds; gives a function that calls it off. */
  readonly later: (afterMs: number, what: () => void) => () => void
}

export type RefusedEvent = { readonly event: SessionEvent; readonly problem: ServerProblem }

export type SessionSnapshot = {
  /** `not-there`: no such session for this account. `unreachable`: not on this device, and no network. */
  readonly phase: 'loading' | 'ready' | 'not-there' | 'unreachable'
  readonly state: SessionState
  readonly events: readonly SessionEvent[]
  readonly waiting: number
  readonly needsYou: readonly RefusedEvent[]
  /** What came after the signature, from this device or another, and is not answered by an addendum yet. */
  readonly late: readonly LateEntry[]
  readonly link: 'online' | 'offline' | 'signed-out'
  /** True when this device could not keep the last entry: it is held in memory and sent. */
  readonly isDeviceFull: boolean
}

export type SessionEngine = {
  readonly snapshot: () => SessionSnapshot
  readonly subscribe: (listener: () => void) => () => void
  /** All of these facts, or none of them and the reason why. */
  readonly record: (facts: readonly SessionFact[]) => Promise<Result<readonly SessionEvent[], SessionProblem>>
  /** A refused event was read by somebody; it stays on this device. */
  readonly putAside: (event: EventId) => Promise<void>
  readonly refetch: () => void
  readonly close: () => void
}

const BATCH = 100
const POLL_MS = 4000
const LONGEST_WAIT_MS = 15_000

export function openEngine(ports: EnginePorts): SessionEngine {
  let server: readonly SessionEvent[] = []
  let kept: KeptEvent[] = []
  let late: readonly LateEntry[] = []
  let skewMs: number | null = null
  let merged = merge(server, kept)
  let phase: SessionSnapshot['phase'] = 'loading'
  let link: SessionSnapshot['link'] = 'online'
  let isDeviceFull = false
  let isBusy = false
  let isWanted = false
  let isClosed = false
  let failures = 0
  let cancelNext: () => void = () => {}
  let queue: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  let current = present()

  function present(): SessionSnapshot {
    return {
      phase,
      ...merged,
      waiting: kept.filter((row) => row.status === 'waiting').length,
      needsYou: kept
        .filter((row) => row.status === 'refused')
        .map((row) => ({ event: row.event, problem: row.problem ?? { code: 'unknown' } })),
      late: unansweredLate(merged.state, late),
      link,
      isDeviceFull,
    }
  }

  function show(): void {
    current = present()
    for (const listener of listeners) listener()
  }

  /** Writes are taken one after the other, so that two fast taps are judged in their order. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work)
    queue = next.catch(() => undefined)
    return next
  }

  async function keep(rows: readonly KeptEvent[]): Promise<void> {
    try {
      await ports.store.keep(rows)
      isDeviceFull = false
    } catch {
      // The needle is in the body whether the disk is full or not: hold it, say so, send it.
      isDeviceFull = true
    }
    const changed = new Map(rows.map((row) => [row.id, row]))
    kept = [
      ...kept.map((row) => changed.get(row.id) ?? row),
      ...rows.filter((row) => !kept.some((k) => k.id === row.id)),
    ]
  }

  function record(facts: readonly SessionFact[]): Promise<Result<readonly SessionEvent[], SessionProblem>> {
    return inTurn(async () => {
      let state = merged.state
      const made: SessionEvent[] = []
      for (const fact of facts) {
        const event = makeEvent(fact)
        const judged = decideEvent(state, event, happenedAt(event))
        if (!judged.ok) return judged
        state = judged.value
        made.push(event)
      }
      const first = (kept.at(-1)?.order ?? 0) + 1
      await keep(made.map((event, index) => rowOf(event, first + index)))
      merged = { state, events: [...merged.events, ...made] }
      show()
      void round()
      return { ok: true, value: made }
    })
  }

  function makeEvent(fact: SessionFact): SessionEvent {
    return {
      id: ports.newEventId(),
      session: ports.session,
      device: ports.store.device,
      actor: ports.actor,
      at: deviceInstant(),
      ...(skewMs === null ? {} : { skewMs }),
      ...fact,
    }
  }

  /** The device's clock, but never before what was already entered here: a clock set back must not turn a dwell negative. */
  function deviceInstant(): Instant {
    const aheadMs = skewMs ?? 0
    const lastMs = merged.events.reduce(
      (latest, event) =>
        // Of this clock, whether it was measured before that entry or after it.
        event.device === ports.store.device
          ? Math.max(latest, epochMsOf(event.at) - (event.skewMs ?? aheadMs))
          : latest,
      0,
    )
    return instantOf(Math.max(ports.now(), lastMs + 1 + aheadMs))
  }

  /** Every answer of the server is a look at its clock. */
  async function lookAtClock(sentMs: number, serverMs: number): Promise<void> {
    const measured = measureSkew({ sentMs, gotMs: ports.now(), serverMs }, skewMs)
    if (measured === null || measured === skewMs) return
    skewMs = measured
    await ports.store.keepSkew(measured).catch(() => undefined)
  }

  function rowOf(event: SessionEvent, order: number): KeptEvent {
    return { id: event.id, session: ports.session, actor: ports.actor, order, event, status: 'waiting', problem: null }
  }

  /** One round with the server: send what waits, then read. Never two at once, so that answers can't overtake each other. */
  async function round(): Promise<void> {
    if (isBusy || isClosed) {
      isWanted = true
      return
    }
    isBusy = true
    cancelNext()
    try {
      do {
        isWanted = false
        if (isClosed) return
        if (await sendAll()) await fetchOnce()
        else if (phase === 'loading') phase = 'unreachable'
      } while (isWanted && failures === 0)
    } finally {
      isBusy = false
    }
    if (isClosed) return
    show()
    const wait = failures > 0 ? Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT_MS) : POLL_MS
    cancelNext = ports.later(wait, () => void round())
  }

  /** Sends batch after batch. False when the network or the sign-in is gone. */
  async function sendAll(): Promise<boolean> {
    for (;;) {
      const batch = kept.filter((row) => row.status === 'waiting' && row.actor === ports.actor).slice(0, BATCH)
      if (batch.length === 0) return true
      const sentMs = ports.now()
      const reply = await ports.sendEvents(
        batch.map((row) => row.event),
        instantOf(sentMs),
      )
      if (reply.kind === 'answer') await lookAtClock(sentMs, reply.value.serverMs)
      if (!(await settle(batch, reply))) return false
    }
  }

  /** Notes the server's answers. False when sending must pause. */
  async function settle(batch: readonly KeptEvent[], reply: Reply<Judgement>): Promise<boolean> {
    if (reply.kind === 'no-network' || reply.kind === 'signed-out') {
      link = reply.kind === 'signed-out' ? 'signed-out' : 'offline'
      failures += 1
      show()
      return false
    }
    link = 'online'
    failures = 0
    await inTurn(() =>
      keep(reply.kind === 'answer' ? judgedRows(batch, reply.value.verdicts) : turnedAway(batch, reply)),
    )
    return true
  }

  function judgedRows(batch: readonly KeptEvent[], verdicts: readonly Verdict[]): KeptEvent[] {
    const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
    const rows: KeptEvent[] = []
    for (const row of batch) {
      const verdict = byId.get(row.id)
      // No verdict is no answer: it is sent again.
      if (!verdict) continue
      const isRefused = verdict.verdict === 'refused'
      rows.push({ ...row, status: isRefused ? 'refused' : 'sent', problem: isRefused ? verdict.problem : null })
    }
    return rows
  }

  /** The whole batch was turned away: the events that the problem names, or else the first, so that the rest can go on. */
  function turnedAway(batch: readonly KeptEvent[], reply: Extract<Reply<never>, { kind: 'refused' }>): KeptEvent[] {
    const named = new Set(reply.fields.map((field) => Number(/^\/events\/(\d+)/.exec(field)?.[1] ?? 0)))
    if (named.size === 0) named.add(0)
    return batch
      .filter((_, index) => named.has(index))
      .map((row) => ({ ...row, status: 'refused' as const, problem: { code: reply.code } }))
  }

  async function fetchOnce(): Promise<void> {
    const sentMs = ports.now()
    const reply = await ports.fetchEvents()
    if (isClosed) return
    if (reply.kind === 'answer') {
      await lookAtClock(sentMs, reply.value.serverMs)
      late = reply.value.late
      await inTurn(() => takeOver(reply.value.events))
      link = 'online'
      failures = 0
      phase = 'ready'
    } else if (reply.kind === 'refused') {
      failures += 1
      phase = kept.length > 0 ? 'ready' : reply.status < 500 ? 'not-there' : 'unreachable'
    } else {
      link = reply.kind === 'signed-out' ? 'signed-out' : 'offline'
      failures += 1
      if (phase === 'loading') phase = kept.length > 0 ? 'ready' : 'unreachable'
    }
  }

  /** The server's list, kept here too in its order, so that a reload without network shows what was last known. */
  async function takeOver(events: readonly SessionEvent[]): Promise<void> {
    server = events
    const there = new Set(events.map((event) => event.id))
    const mine = kept.filter((row) => !there.has(row.id))
    const rows = [
      ...events.map((event, index) => ({ ...rowOf(event, index + 1), actor: event.actor, status: 'sent' as const })),
      ...mine.map((row, index) => ({ ...row, order: events.length + index + 1 })),
    ]
    const known = new Map(kept.map((row) => [row.id, row]))
    const changed = rows.filter((row) => {
      const before = known.get(row.id)
      return before?.order !== row.order || before.status !== row.status
    })
    if (changed.length > 0) await keep(changed)
    kept = rows
    merged = merge(server, kept)
  }

  void inTurn(async () => {
    try {
      kept = [...(await ports.store.read(ports.session))]
      skewMs = await ports.store.readSkew()
    } catch {
      isDeviceFull = true
    }
    server = kept.filter((row) => row.status === 'sent').map((row) => row.event)
    merged = merge(server, kept)
    if (kept.length > 0) {
      phase = 'ready'
      show()
    }
  }).then(() => round())

  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    record,
    putAside: (event) =>
      inTurn(async () => {
        const row = kept.find((candidate) => candidate.id === event)
        if (row) await keep([{ ...row, status: 'put-aside' }])
        show()
      }),
    refetch: () => void round(),
    close() {
      isClosed = true
      cancelNext()
    },
  }
}
