/**
 * The needle ledger of one session: every needle that goes in is counted out again.
 *
 * A forgotten needle is a safety incident, so the ledger never guesses. It refuses an entry that cannot be true and leaves
 * the given ledger as it was. Its law, SES-3: in = in the body + out + accounted for, whatever is entered in whatever order.
 */
import type { SiteAnswer } from '../atlas/index.ts'
import type { AccountId, DeviceId, EventId, Instant, NeedleId, PlanId, Result } from '../kernel/index.ts'
import { err, ok } from '../kernel/index.ts'
import type { IncidentKind, NeedleOutcome, SessionEvent } from './event.ts'
import type { Needle, NeedleDetail } from './needle.ts'
import type { LedgerProblem } from './problem.ts'
import { happenedAt } from './skew.ts'

export type Incident = {
  readonly event: EventId
  readonly at: Instant
  readonly actor: AccountId
  readonly kind: IncidentKind
  readonly what: string
  readonly secondPerson: string
}

/** A needle with its life. `detail` is what is known of it now; what it was when it went in is in its event. */
export type ChartedNeedle = Needle & {
  readonly insertion: {
    readonly event: EventId
    readonly device: DeviceId
    readonly actor: AccountId
    readonly detail: NeedleDetail
    /** What was answered to the atlas's questions, and why it went in against a source's advice; empty: nothing. */
    readonly answers: readonly SiteAnswer[]
    readonly reason: string
  }
  readonly insertedAt: Instant
  readonly plan: PlanId | null
  /** What was said of it later, oldest first. */
  readonly changes: readonly { readonly event: EventId; readonly change: Partial<NeedleDetail> }[]
  readonly outcome: NeedleOutcome
  /** When it came out or was accounted for; null while it is in the body. */
  readonly outAt: Instant | null
  readonly removal: { readonly event: EventId; readonly actor: AccountId } | null
  readonly incident: Incident | null
}

export type NeedleLedger = {
  /** Every needle that was in, in the order of insertion. */
  readonly needles: readonly ChartedNeedle[]
  /** Entered by mistake and taken back. They never were in; their ids stay used. */
  readonly retractedNeedles: readonly ChartedNeedle[]
}

type EventOf<Kind extends SessionEvent['kind']> = Extract<SessionEvent, { readonly kind: Kind }>
/** The events that the ledger takes. */
export type NeedleEvent = EventOf<'needle-inserted' | 'needle-detailed' | 'needle-removed' | 'needle-accounted'>

export const EMPTY_LEDGER: NeedleLedger = { needles: [], retractedNeedles: [] }

/** Adds one entry, or says why it cannot be true. */
export function recordNeedle(ledger: NeedleLedger, event: NeedleEvent): Result<NeedleLedger, LedgerProblem> {
  if (event.kind === 'needle-inserted') return insert(ledger, event)
  const needle = findNeedle(ledger, event.needle)
  if (!needle) return err({ code: 'needle-unknown', needle: event.needle })
  // What is known of a needle may still be said when it is out: the twitch is often written down afterwards.
  if (event.kind === 'needle-detailed') return ok(replace(ledger, withChange(needle, event)))
  if (needle.outcome !== 'in-body') return err({ code: 'needle-not-in', needle: needle.id, outcome: needle.outcome })
  // Clocks of two devices differ even when they are put right by what was measured; one device's clock doesn't.
  if (event.device === needle.insertion.device && happenedAt(event) < needle.insertedAt) {
    return err({ code: 'removed-before-inserted', needle: needle.id, insertedAt: needle.insertedAt })
  }
  return ok(replace(ledger, event.kind === 'needle-removed' ? takenOut(needle, event) : accounted(needle, event)))
}

/** Takes an insertion back: only while the needle is in and nothing more was said of it. */
export function retractInsertion(ledger: NeedleLedger, id: NeedleId): Result<NeedleLedger, LedgerProblem> {
  const needle = findNeedle(ledger, id)
  if (!needle) return err({ code: 'needle-unknown', needle: id })
  if (needle.outcome !== 'in-body') return err({ code: 'needle-not-in', needle: id, outcome: needle.outcome })
  if (needle.changes.length > 0) return err({ code: 'needle-touched-since', needle: id })
  return ok({
    needles: ledger.needles.filter((each) => each !== needle),
    retractedNeedles: [...ledger.retractedNeedles, needle],
  })
}

/** Takes a removal back: the needle is in the body again. */
export function retractRemoval(ledger: NeedleLedger, id: NeedleId): Result<NeedleLedger, LedgerProblem> {
  const needle = findNeedle(ledger, id)
  if (!needle) return err({ code: 'needle-unknown', needle: id })
  if (needle.outcome !== 'out') return err({ code: 'needle-not-out', needle: id, outcome: needle.outcome })
  return ok(replace(ledger, { ...needle, outcome: 'in-body', outAt: null, removal: null }))
}

/** Takes one later word on a needle back; what the others said stands. */
export function retractChange(ledger: NeedleLedger, id: NeedleId, event: EventId): Result<NeedleLedger, LedgerProblem> {
  const needle = findNeedle(ledger, id)
  if (!needle) return err({ code: 'needle-unknown', needle: id })
  const changes = needle.changes.filter((each) => each.event !== event)
  const detail = changes.reduce((known, { change }) => ({ ...known, ...change }), needle.insertion.detail)
  return ok(replace(ledger, { ...needle, changes, detail }))
}

export function findNeedle(ledger: NeedleLedger, id: NeedleId): ChartedNeedle | undefined {
  return ledger.needles.find((needle) => needle.id === id)
}

/** The needles in the body, in the order of insertion. */
export function needlesInBody(ledger: NeedleLedger): readonly ChartedNeedle[] {
  return ledger.needles.filter((needle) => needle.outcome === 'in-body')
}

function insert(ledger: NeedleLedger, event: EventOf<'needle-inserted'>): Result<NeedleLedger, LedgerProblem> {
  // SES-2: needles are single use, and an id stands for one needle only.
  const isUsed = findNeedle(ledger, event.needle) ?? ledger.retractedNeedles.find((each) => each.id === event.needle)
  if (isUsed) return err({ code: 'needle-already-used', needle: event.needle })
  const needle: ChartedNeedle = {
    id: event.needle,
    // Numbers on the map never move: undoing the newest gives its number back, undoing another leaves a gap.
    number: (ledger.needles.at(-1)?.number ?? 0) + 1,
    site: event.site,
    detail: event.detail,
    insertion: {
      event: event.id,
      device: event.device,
      actor: event.actor,
      detail: event.detail,
      answers: event.answers ?? [],
      reason: event.reason ?? '',
    },
    insertedAt: happenedAt(event),
    plan: event.plan,
    changes: [],
    outcome: 'in-body',
    outAt: null,
    removal: null,
    incident: null,
  }
  return ok({ ...ledger, needles: [...ledger.needles, needle] })
}

function withChange(needle: ChartedNeedle, { id, change }: EventOf<'needle-detailed'>): ChartedNeedle {
  return {
    ...needle,
    detail: { ...needle.detail, ...change },
    changes: [...needle.changes, { event: id, change }],
  }
}

function takenOut(needle: ChartedNeedle, event: EventOf<'needle-removed'>): ChartedNeedle {
  return { ...needle, outcome: 'out', outAt: happenedAt(event), removal: { event: event.id, actor: event.actor } }
}

function accounted(needle: ChartedNeedle, event: EventOf<'needle-accounted'>): ChartedNeedle {
  const { id, actor, incident: kind, what, secondPerson } = event
  const at = happenedAt(event)
  return { ...needle, outcome: kind, outAt: at, incident: { event: id, at, actor, kind, what, secondPerson } }
}

function replace(ledger: NeedleLedger, needle: ChartedNeedle): NeedleLedger {
  return { ...ledger, needles: ledger.needles.map((each) => (each.id === needle.id ? needle : each)) }
}
