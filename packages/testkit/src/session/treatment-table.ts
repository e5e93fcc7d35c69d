/** A clinic with its rooms up to the session, and patients who are screened, have consented and lie there. */
import {
  type AccountId,
  type ClinicId,
  type ConsentId,
  type DeviceId,
  type EventId,
  type Instant,
  instantOf,
  type NeedleId,
  type PatientId,
  type SessionId,
} from '@unknot/care/kernel'
import {
  BARE_NEEDLE,
  type ConsentFacts,
  type LateEntry,
  type ScreeningFacts,
  type SessionEvent,
  type SessionFact,
} from '@unknot/care/session'
import { QUESTION_IDS } from '@unknot/care/screening'
import { clinicRoom, findClinic } from '@unknot/server/clinic'
import { consentRoom } from '@unknot/server/consent'
import type { App, Room } from '@unknot/server/kernel'
import { peopleRoom } from '@unknot/server/people'
import { screeningRoom } from '@unknot/server/screening'
import { sessionRoom, stopAtTable } from '@unknot/server/session'
import { freshId, type TestDatabase, tokenFor } from '../kernel/index.ts'

export type SentEvent = Omit<SessionEvent, 'session' | 'actor'>
export type Verdict = {
  readonly id: EventId
  readonly verdict: 'accepted' | 'already-there' | 'refused'
  readonly problem: { readonly code: string; readonly detail: string; readonly isLate?: boolean } | null
}
export type ReadSession = {
  readonly events: readonly SessionEvent[]
  readonly late: readonly LateEntry[]
  readonly readAt: Instant
  readonly state: {
    readonly phase: string
    readonly count: object
    readonly needles: readonly { readonly id: NeedleId; readonly outcome: string; readonly insertedAt: Instant }[]
  }
}
export type Lying = {
  readonly patient: PatientId
  readonly session: SessionId
  readonly screening: ScreeningFacts
  readonly consent: ConsentFacts
}

/** A server of the rooms up to the session; each call is one more on the same database, with a memory of its own. */
export function startServer(store: TestDatabase, ...more: readonly Room[]): Promise<App> {
  const rooms = [
    peopleRoom({ findClinic }),
    clinicRoom({ fillDemo: async () => {} }),
    screeningRoom,
    consentRoom({ onWithdrawn: stopAtTable }),
    sessionRoom,
    ...more,
  ]
  return store.app({ rooms })
}

export type Table = ReturnType<typeof tableOf>

/** Sets up a clinic whose owner treats. */
export async function setUpTable(app: App) {
  const setUp = await app.http.inject({
    method: 'POST',
    url: '/api/install/clinic',
    payload: {
      clinic: { name: 'Table', country: 'IE', timeZone: 'Europe/Dublin', jurisdiction: 'ie', emergencyNumber: '112' },
      owner: { name: 'Rosa Okafor', email: 'r@x.example', password: 'seven brown kettles sing', treats: true },
    },
  })
  const { me } = setUp.json<{ me: { account: AccountId; clinic: { id: ClinicId } } }>()
  return tableOf(app, me.clinic.id, me.account)
}

function tableOf(app: App, clinic: ClinicId, account: AccountId) {
  const token = tokenFor({ clinic, account, name: 'Rosa Okafor', roles: ['clinician'] })
  const headers = { authorization: `Bearer ${token}` }
  let patients = 0

  async function ask<T>(method: 'GET' | 'POST', url: string, payload?: object, to: App = app): Promise<T> {
    const answer = await to.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json<T>()
  }

  /** Another session of the same patient costs one request. */
  async function openSession(patient: PatientId, to?: App): Promise<SessionId> {
    const session = freshId<SessionId>()
    const opening = {
      id: session,
      event: freshId(),
      device: freshId(),
      at: instantOf(Date.now()),
      reason: 'Low back pain',
    }
    await ask('POST', `/api/patients/${patient}/sessions`, opening, to)
    return session
  }

  async function lay(): Promise<Lying> {
    patients += 1
    const patient = freshId<PatientId>()
    // Names that nobody takes for one person twice.
    const name = `Patient Nr${patients} ${'abcdefghij'[patients % 10]?.repeat(patients)}`
    await ask('POST', '/api/patients', { id: patient, name, birthOn: `19${40 + patients}-03-31` })
    const screening = await screen(patient)
    const text = await ask<{ version: string; hash: string }>('GET', '/api/consent/text?regions=lumbar,gluteal')
    const consent = {
      consent: freshId<ConsentId>(),
      textVersion: text.version,
      regions: ['lumbar', 'gluteal'] as const,
      electrical: false,
    }
    await ask('POST', `/api/patients/${patient}/consents`, {
      id: consent.consent,
      regions: consent.regions,
      electrical: false,
      signature: { kind: 'typed', name: 'P' },
      textVersion: text.version,
      textHash: text.hash,
    })
    return { patient, session: await openSession(patient), screening, consent }
  }

  async function screen(patient: PatientId): Promise<ScreeningFacts> {
    const answers = Object.fromEntries(QUESTION_IDS.map((id) => [id, { answer: id === 'diabetes' ? 'yes' : 'no' }]))
    const { id, result } = await ask<{ id: ScreeningFacts['screening']; result: ScreeningFacts }>(
      'POST',
      `/api/patients/${patient}/screenings`,
      { id: freshId(), answers },
    )
    const { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions } = result
    return { screening: id, rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions }
  }

  async function send(session: SessionId, events: readonly SentEvent[], to?: App): Promise<readonly Verdict[]> {
    const answer = await ask<{ verdicts: Verdict[] }>('POST', `/api/sessions/${session}/events`, { events }, to)
    return answer.verdicts
  }

  return {
    clinic,
    account,
    ask,
    lay,
    openSession,
    send,
    read: (session: SessionId, to?: App) => ask<ReadSession>('GET', `/api/sessions/${session}`, undefined, to),
  }
}

const device = freshId<DeviceId>()

/** The fact as an event of one device, now. */
export function sentNow<Fact extends SessionFact>(fact: Fact): Fact & Pick<SessionEvent, 'id' | 'device' | 'at'> {
  return { id: freshId<EventId>(), device, at: instantOf(Date.now()), ...fact }
}

export function timeOutOf({ screening, consent }: Pick<Lying, 'screening' | 'consent'>) {
  const checks = { rightPatient: true, screeningRechecked: true, consentCoversPlan: true, positionLying: true } as const
  return { kind: 'time-out-confirmed', checks, position: 'prone', screening, consent } as const
}

export function insertionOf(needle: NeedleId): Extract<SessionFact, { kind: 'needle-inserted' }> {
  const site = { muscle: 'lumbar-multifidus', side: 'right', level: 'L4', point: null } as never
  const detail = { ...BARE_NEEDLE, gaugeMm: 0.3, lengthMm: 50, technique: 'deep-static' } as const
  return { kind: 'needle-inserted', needle, site, detail, plan: null }
}

/** What it takes to sign when these needles were in and are out again. */
export function closing(count: {
  readonly inCount: number
  readonly outCount: number
  readonly accountedCount: number
}) {
  return [
    { kind: 'count-confirmed', ...count },
    { kind: 'no-reaction-confirmed' },
    { kind: 'pain-scored', when: 'after', pain0to10: 3 },
    { kind: 'aftercare-given', sheet: 'A-1', how: 'told', advice: ['Soreness for a day or two'] },
    { kind: 'session-signed', signerName: 'Somebody', registration: null },
  ] as const satisfies readonly SessionFact[]
}
