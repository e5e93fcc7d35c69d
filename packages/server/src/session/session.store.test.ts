import type {
  AccountId,
  ClinicId,
  DeviceId,
  EventId,
  Instant,
  NeedleId,
  PatientId,
  SessionId,
} from '@unknot/care/kernel'
import type { MuscleId } from '@unknot/care/atlas'
import { auditInsert } from '../kernel/index.ts'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import {
  type Addition,
  addEvents,
  type EventRow,
  findEvents,
  findSession,
  listSessions,
  type NeedleRow,
  unfinishedSessions,
} from './session.store.ts'

const store = withDatabase()
const clinic = freshId<ClinicId>()
const patient = freshId<PatientId>()
const account = freshId<AccountId>()
const device = freshId<DeviceId>()
const at = '2026-11-24T10:00:00.123Z' as Instant

beforeAll(async () => {
  await store.asAdmin(
    `insert into clinic_clinic (clinic_id, name, country, time_zone, jurisdiction, emergency_number, rules,
    rules_note, version, created_at, changed_at) values ($1, 'A', 'IE', 'Europe/Dublin', 'ie', '112', '{}', '', 1, $2, $2)`,
    [clinic, at],
  )
  await store.asAdmin(
    `insert into people_account (clinic_id, id, name, email, email_hash, password_hash, password_temporary,
    roles, active, created_at) values ($1, $2, 'D', 'd@x.org', sha256('d'), '$argon2id$x', false, '{clinician}', true, $3)`,
    [clinic, account, at],
  )
  await store.asAdmin(
    `insert into people_patient (clinic_id, id, number, name, birth_on, sex, notes, version, registered_at,
    changed_at, name_key) values ($1, $2, 1, 'P', '1990-01-01', 'female', '', 1, $3, $3, 'p')`,
    [clinic, patient, at],
  )
})

test('what was added is read back, in its order and to the millisecond', async () => {
  const session = freshId<SessionId>()
  const first = [opening(), finding('one')]
  expect(await add({ session, judgedAt: 0, events: first })).toBe('added')
  const second = [finding('two')]
  expect(await add({ session, judgedAt: 2, events: second })).toBe('added')
  const found = await read(session)
  expect(found?.events).toEqual([...first, ...second])
  expect(found?.line).toMatchObject({
    id: session,
    patient,
    version: 3,
    status: 'open',
    openedAt: at,
    openedBy: account,
  })
  expect(await read(freshId<SessionId>())).toBeNull()
})

test('of two who judged the same version one is told to judge again, and leaves no trace', async () => {
  const session = freshId<SessionId>()
  await add({ session, judgedAt: 0, events: [opening()] })
  expect(await add({ session, judgedAt: 0, events: [opening()] })).toBe('overtaken')
  expect(await add({ session, judgedAt: 1, events: [finding('first')] })).toBe('added')
  expect(await add({ session, judgedAt: 1, events: [finding('late'), finding('too')], needles: [needle()] })).toBe(
    'overtaken',
  )
  const found = await read(session)
  expect(found?.line.version).toBe(2)
  expect(found?.events).toHaveLength(2)
  expect(await count('session_needle', session)).toBe(0)
  const entries = await store.asAdmin<{ n: number }>(
    'select count(*)::integer as n from kernel_audit_entry where subject = $1',
    [session],
  )
  expect(entries[0]?.n).toBe(2)
})

test('an id that another session has is refused and found', async () => {
  const [one, other] = [freshId<SessionId>(), freshId<SessionId>()]
  const event = opening()
  await add({ session: one, judgedAt: 0, events: [event] })
  expect(await add({ session: other, judgedAt: 0, events: [event] })).toBe('id-taken')
  const taken = await store.db.onClinic(clinic, (queries) =>
    findEvents(queries, clinic, [event.id, freshId<EventId>()]),
  )
  expect([...taken]).toEqual([[event.id, one]])
})

test('8 writers with 40 events each, all at once: each event once, no place left out', async () => {
  const session = freshId<SessionId>()
  await add({ session, judgedAt: 0, events: [opening()] })
  const sent: EventId[] = []
  let overtakenCount = 0
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let left = 40; left > 0; ) {
        const version = (await read(session))?.line.version ?? 0
        const event = finding(`of writer ${writer}`)
        const added = await add({ session, judgedAt: version, events: [event], needles: [needle()] })
        if (added === 'added') {
          sent.push(event.id)
          left -= 1
        } else overtakenCount += 1
      }
    }),
  )
  const found = await read(session)
  expect(found?.line.version).toBe(321)
  expect(
    found?.events
      .slice(1)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(sent.sort())
  expect(await count('session_needle', session)).toBe(320)
  expect(overtakenCount).toBeGreaterThan(0)
})

test('a needle row follows what becomes of its needle', async () => {
  const session = freshId<SessionId>()
  const row = needle()
  await add({ session, judgedAt: 0, events: [opening()], needles: [row] })
  await add({ session, judgedAt: 1, events: [finding('out')], needles: [{ ...row, outAt: at, outcome: 'out' }] })
  const rows = await store.asAdmin('select outcome, gauge_mm from session_needle where session = $1', [session])
  expect(rows).toEqual([{ outcome: 'out', gauge_mm: 0.3 }])
})

test('SES-3: the database itself takes no signed session with a needle in the body', async () => {
  const session = freshId<SessionId>()
  await add({ session, judgedAt: 0, events: [opening()] })
  const signed = { status: 'signed', signedAt: at, signedBy: account } as const
  await expect(
    add({ session, judgedAt: 1, events: [finding('sign')], head: { ...signed, needlesIn: 1 } }),
  ).rejects.toThrow()
  expect((await read(session))?.line).toMatchObject({ version: 1, status: 'open' })
  expect(
    await add({ session, judgedAt: 1, events: [finding('sign')], head: { ...signed, needlesIn: 1, needlesOut: 1 } }),
  ).toBe('added')
})

test('what happened is never changed and never taken away, and no other clinic sees it', async () => {
  const session = freshId<SessionId>()
  await add({ session, judgedAt: 0, events: [opening()] })
  const open = () => store.db.onClinic(clinic, (queries) => unfinishedSessions(queries, clinic))
  expect((await open()).map(({ id }) => id)).toContain(session)
  const other = freshId<ClinicId>()
  const lists = [
    await store.db.onClinic(other, (queries) => listSessions(queries, clinic, patient)),
    await store.db.onClinic(other, (queries) => unfinishedSessions(queries, clinic)),
  ]
  expect(lists).toEqual([[], []])
  expect(await store.db.onClinic(other, (queries) => findSession(queries, clinic, session))).toBeNull()
  const client = new pg.Client(store.login)
  await client.connect()
  try {
    await client.query(`select set_config('unknot.clinic_id', $1, false)`, [clinic])
    await expect(client.query('update session_event set seq = seq + 1')).rejects.toThrow('permission denied')
    for (const table of ['session_event', 'session_session', 'session_needle']) {
      await expect(client.query(`delete from ${table}`)).rejects.toThrow('permission denied')
    }
  } finally {
    await client.end()
  }
})

function opening(): EventRow {
  const fact = { kind: 'session-opened', patient, reason: 'Low back pain' } as const
  return { id: freshId<EventId>(), device, actor: account, at, skewMs: null, fact }
}

function finding(text: string): EventRow {
  return { id: freshId<EventId>(), device, actor: account, at, skewMs: -2500, fact: { kind: 'finding-noted', text } }
}

function needle(): NeedleRow {
  return {
    needle: freshId<NeedleId>(),
    number: 1,
    muscle: 'lumbar-multifidus' as MuscleId,
    side: 'right',
    level: 'L4',
    gaugeMm: 0.3,
    lengthMm: 50,
    depthMm: null,
    direction: 'straight',
    technique: 'deep-pistoning',
    twitch: 'seen',
    twitchCount: 2,
    pain0to10: null,
    lot: null,
    inAt: at,
    outAt: null,
    outcome: 'in-body',
  }
}

type Adding = {
  readonly session: SessionId
  readonly judgedAt: number
  readonly events: readonly EventRow[]
  readonly needles?: readonly NeedleRow[]
  readonly head?: Partial<Addition['head']>
}

function add({ session, judgedAt, events, needles = [], head }: Adding) {
  const source = { clinic, actor: { account }, at, requestId: null, fromAddress: null, newId: freshId }
  const audit = auditInsert(source, { action: 'session-charted', patient, subject: session })
  const none = { needlesIn: 0, needlesOut: 0, needlesAccounted: 0, addenda: 0 }
  const open = { status: 'open', lastEventAt: at, signedAt: null, signedBy: null, ...none } as const
  const addition: Addition = {
    clinic,
    session,
    patient,
    judgedAt,
    receivedAt: at,
    events,
    needles,
    audit,
    head: { ...open, ...head },
  }
  return store.db.onClinic(clinic, (queries) => addEvents(queries, addition))
}

function read(session: SessionId) {
  return store.db.onClinic(clinic, (queries) => findSession(queries, clinic, session))
}

async function count(table: 'session_needle' | 'session_event', session: SessionId): Promise<number | undefined> {
  const text = `select count(*)::integer as n from ${table} where clinic_id = $1 and session = $2`
  return (await store.asAdmin<{ n: number }>(text, [clinic, session]))[0]?.n
}
