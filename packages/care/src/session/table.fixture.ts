/** A treatment table for tests: facts are entered one after the other, ids and times are made up, refusals are counted. */
import type { MuscleId, Region, Site } from '../atlas/index.ts'
import {
  type AccountId,
  asId,
  type ConsentId,
  type DeviceId,
  type EventId,
  type Instant,
  instantOf,
  must,
  type NeedleId,
  type PatientId,
  type PlanId,
  type Result,
  type ScreeningId,
  type SessionId,
} from '../kernel/index.ts'
import { countNeedles } from './count.ts'
import { decideEvent } from './decide.ts'
import type { SessionEvent, SessionFact } from './event.ts'
import { BARE_NEEDLE, type NeedleDetail } from './needle.ts'
import type { SessionProblem } from './problem.ts'
import { readShorthand } from './shorthand/read.ts'
import { emptySession, type SessionState } from './state.ts'

/** An id that is the same in every run. */
export function idNo<Id extends string>(kind: string, no: number): Id {
  const head = [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffff, 7)
  return asId<Id>(`${head.toString(16).padStart(8, '0')}-0000-7000-8000-${no.toString(16).padStart(12, '0')}`)
}

export const SESSION = idNo<SessionId>('session', 1)
export const PATIENT = idNo<PatientId>('patient', 1)
export const CLINICIAN = idNo<AccountId>('account', 1)
const TABLET = idNo<DeviceId>('device', 1)
export const NOW = '2026-11-23T10:00:00.000Z' as Instant

type FactOf<Kind extends SessionFact['kind']> = Extract<SessionFact, { readonly kind: Kind }>

export function timeOut(change: Partial<FactOf<'time-out-confirmed'>> = {}): FactOf<'time-out-confirmed'> {
  return {
    kind: 'time-out-confirmed',
    checks: { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true },
    position: 'prone',
    screening: {
      screening: idNo<ScreeningId>('screening', 1),
      rulesVersion: 'SCR-1.0',
      mayNeedle: true,
      barredRegions: [],
      barredTechniques: [],
      precautions: ['Faints at needles'],
    },
    consent: {
      consent: idNo<ConsentId>('consent', 1),
      textVersion: 'DN-1.0',
      regions: ['lumbar', 'gluteal'] satisfies Region[],
      electrical: false,
    },
    ...change,
  }
}

export function siteAt(muscle: string, level: Site['level'], side: Site['side'] = 'right'): Site {
  return { muscle: muscle as MuscleId, side, level, point: null }
}

export function needleIn(
  no: number,
  site: Site = siteAt('lumbar-multifidus', 'L4'),
  detail: Partial<NeedleDetail> = {},
  plan: PlanId | null = null,
): FactOf<'needle-inserted'> {
  return {
    kind: 'needle-inserted',
    needle: idNo<NeedleId>('needle', no),
    site,
    detail: { ...BARE_NEEDLE, ...detail },
    plan,
  }
}

export function needleOut(no: number): FactOf<'needle-removed'> {
  return { kind: 'needle-removed', needle: idNo<NeedleId>('needle', no) }
}

export class Table {
  state: SessionState = emptySession(SESSION)
  readonly events: SessionEvent[] = []
  #entries = 0
  #needles = 0
  #at: number

  constructor(at: Instant = NOW) {
    this.#at = Date.parse(at)
  }

  /** A table with an open session and, unless told otherwise, the time-out done. */
  static ready(change?: Partial<FactOf<'time-out-confirmed'>>): Table {
    const table = new Table()
    table.does({ kind: 'session-opened', patient: PATIENT, reason: 'Low back pain, 5 months' })
    table.does(timeOut(change))
    return table
  }

  event(fact: SessionFact, change: Partial<Omit<SessionEvent, 'kind'>> = {}): SessionEvent {
    this.#entries += 1
    return {
      id: idNo<EventId>('event', this.#entries),
      session: SESSION,
      device: TABLET,
      actor: CLINICIAN,
      at: instantOf(this.#at),
      ...change,
      ...fact,
    }
  }

  wait(seconds: number): this {
    this.#at += seconds * 1000
    return this
  }

  tries(fact: SessionFact, change?: Partial<Omit<SessionEvent, 'kind'>>): Result<SessionState, SessionProblem> {
    return this.judges(this.event(fact, change))
  }

  judges(event: SessionEvent): Result<SessionState, SessionProblem> {
    const decided = decideEvent(this.state, event, instantOf(this.#at))
    if (decided.ok && decided.value !== this.state) this.events.push(event)
    if (decided.ok) this.state = decided.value
    this.wait(1)
    return decided
  }

  /** Enters a fact that must be accepted, and gives its event. */
  does(fact: SessionFact, change?: Partial<Omit<SessionEvent, 'kind'>>): SessionEvent {
    const decided = this.tries(fact, change)
    if (!decided.ok) throw new Error(`${fact.kind} was refused: ${JSON.stringify(decided.problem)}`)
    return must(this.events.at(-1), 'an event')
  }

  /** The code of the refusal, or `accepted`. */
  code(fact: SessionFact, change?: Partial<Omit<SessionEvent, 'kind'>>): string {
    const decided = this.tries(fact, change)
    return decided.ok ? 'accepted' : decided.problem.code
  }

  /** Places what a line of shorthand says, and gives the needles' ids. */
  places(line: string, change: Partial<NeedleDetail> = {}): readonly NeedleId[] {
    const { needles, problems } = readShorthand(line)
    if (problems.length > 0) throw new Error(`${line}: ${problems.map((problem) => problem.words).join('; ')}`)
    return needles.map(({ site, detail }) => {
      this.#needles += 1
      const needle = idNo<NeedleId>('placed', this.#needles)
      this.does({ kind: 'needle-inserted', needle, site, detail: { ...detail, ...change }, plan: null })
      return needle
    })
  }

  countsAll(): SessionEvent {
    const { inCount, outCount, accountedCount } = countNeedles(this.state)
    return this.does({ kind: 'count-confirmed', inCount, outCount, accountedCount })
  }

  /** Everything between the last needle out and the signature. */
  finishes(): this {
    this.countsAll()
    if (this.state.reactions.length === 0) this.does({ kind: 'no-reaction-confirmed' })
    this.does({ kind: 'pain-scored', when: 'after', pain0to10: 3 })
    this.does({ kind: 'aftercare-given', sheet: 'AC-1', how: 'told', advice: ['Keep moving gently.'] })
    return this
  }

  signs(): SessionEvent {
    return this.does({ kind: 'session-signed', signerName: 'Rosa Okafor', registration: 'PT 018 552' })
  }
}
