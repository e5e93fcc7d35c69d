import { readFileSync } from 'node:fs'
import { type Instant, instantOf, type NeedleId } from '@unknot/care/kernel'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import {
  closing,
  insertionOf,
  type Lying,
  type SentEvent,
  sentNow,
  setUpTable,
  startServer,
  type Table,
  timeOutOf,
  type Verdict,
} from '@unknot/testkit/session'
import { beforeAll, expect, test } from 'vitest'
import type { App } from '../kernel/index.ts'

const store = withDatabase()
let other: App
let table: Table
let lying: Lying

beforeAll(async () => {
  table = await setUpTable(await startServer(store))
  other = await startServer(store)
  lying = await table.lay()
})

test('SES-8: what a second tablet charted before the signature and sent after it is kept beside the record until an addendum answers it', async () => {
  const { session } = lying
  await signAfterOneNeedle()
  const late = [
    sentNow(insertionOf(freshId<NeedleId>())),
    sentNow({ kind: 'finding-noted', text: 'tender' }),
    sentNow({ kind: 'session-signed', signerName: 'x', registration: null }),
  ]
  for (const server of [undefined, other]) {
    const verdicts = await table.send(session, late, server)
    expect(verdicts.map(({ problem }) => [problem?.code, problem?.isLate])).toEqual([
      ['session-signed', true],
      ['session-signed', true],
      ['session-signed', undefined],
    ])
  }
  const kept = await table.read(session)
  const answers = late.slice(0, 2).map(({ id }) => id)
  expect(kept.late.map(({ event }) => event.id).sort()).toEqual([...answers].sort())
  expect(kept.state.count).toMatchObject({ inCount: 1, leftCount: 0 })
  const addendum = sentNow({ kind: 'addendum-added', text: 'Taken over.', authorName: '-', answers })
  expect((await table.send(session, [addendum]))[0]?.verdict).toBe('accepted')
  const after = await table.read(session)
  expect(after.events.at(-1)).toMatchObject({ kind: 'addendum-added', answers })
  expect(after.late).toHaveLength(2)
  const audited = await store.asAdmin("select 1 from kernel_audit_entry where action = 'late-entry-kept'")
  expect(audited.length).toBeGreaterThan(0)
})

test('a clock that is off is measured by the sending, stored beside the device’s time, and put right', async () => {
  const session = await table.openSession(lying.patient)
  const hour = 3_600_000
  const ahead = <E extends SentEvent>(each: E): E => ({ ...each, at: instantOf(Date.parse(each.at) + hour) })
  const needle = freshId<NeedleId>()
  const events = [
    ahead(sentNow(timeOutOf(lying))),
    ahead(sentNow(insertionOf(needle))),
    ahead(sentNow({ kind: 'needle-removed', needle })),
  ]
  const refused = await table.send(session, events)
  expect(refused[0]?.problem?.code).toBe('event-ahead-of-clock')
  const sending = { version: 2, sentAt: instantOf(Date.now() + hour), events }
  const answer = await table.ask<{ verdicts: Verdict[]; receivedAt: Instant }>(
    'POST',
    `/api/sessions/${session}/events`,
    sending,
  )
  expect(answer.verdicts.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(Math.abs(Date.parse(answer.receivedAt) - Date.now())).toBeLessThan(10_000)
  const { events: stored, state } = await table.read(session)
  expect(stored.slice(1).map(({ at }) => at)).toEqual(events.map(({ at }) => at))
  for (const { skewMs } of stored.slice(1)) expect(Math.abs((skewMs ?? 0) - hour)).toBeLessThan(10_000)
  expect(Math.abs(Date.parse(state.needles[0]?.insertedAt ?? '') - Date.now())).toBeLessThan(20_000)
})

test.each(['v1', 'v2'] as const)('entries as devices of version %s recorded them are taken', async (version) => {
  const session = await table.openSession(lying.patient)
  const recorded = readFileSync(new URL(`./recorded/${version}.json`, import.meta.url), 'utf8')
  // Who and on what consent differ from clinic to clinic; everything else is sent as it was recorded.
  const fresh = new Map<string, string>()
  const renamed = recorded.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const known = fresh.get(id) ?? freshId()
    fresh.set(id, known)
    return known
  })
  const sending = JSON.parse(renamed) as { readonly events: readonly (SentEvent & { kind: string })[] }
  const { screening, consent } = lying
  const at = instantOf(Date.now())
  const events = sending.events.map((each) =>
    each.kind === 'time-out-confirmed' ? { ...each, at, skewMs: 0, screening, consent } : each,
  )
  const body = { ...sending, events: version === 'v1' ? events.map(({ skewMs: _skewMs, ...each }) => each) : events }
  const answer = await table.ask<{ verdicts: Verdict[] }>('POST', `/api/sessions/${session}/events`, body)
  expect(answer.verdicts.filter(({ verdict }) => verdict !== 'accepted')).toEqual([])
  const { state } = await table.read(session)
  expect(state).toMatchObject({ phase: 'signed', count: { inCount: 2, outCount: 1, accountedCount: 1, leftCount: 0 } })
})

async function signAfterOneNeedle(): Promise<void> {
  const needle = freshId<NeedleId>()
  const sent = [
    sentNow(timeOutOf(lying)),
    sentNow(insertionOf(needle)),
    sentNow({ kind: 'needle-removed', needle } as const),
    ...closing({ inCount: 1, outCount: 1, accountedCount: 0 }).map((fact) => sentNow(fact)),
  ]
  const verdicts = await table.send(lying.session, sent)
  expect(verdicts.every(({ verdict }) => verdict === 'accepted')).toBe(true)
}
