/**
 * How much the whole way of a needle event costs (HTTP, sign-in, rule, row-level security, audit, durable commit) against a
 * bare insert of one row into the same PostgreSQL; a chart against its bare statement; the program's start.
 *
 * Ratios of one run, raw and whole taking turns, since the machine's own speed changes while one looks.
 *
 *     npm run bench
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startPostgres } from '@unknot/server/kernel'
import pg from 'pg'
import {
  admit,
  type BenchDatabase,
  type Caller,
  callerOf,
  event,
  needleIn,
  openSession,
  send,
  setUp,
  startDatabase,
  startProgram,
  urlOf,
  type Visitor,
} from './table.ts'

const ROUNDS = 7
const SESSIONS = 40
const NEEDLES = 8

/** What a chart shows, in one statement, by nobody in particular. */
const RAW_CHART = `
  select p.*,
    (select to_jsonb(c) from screening_screening c where c.clinic_id = p.clinic_id and c.patient = p.id
      order by screened_at desc limit 1) as screening,
    (select jsonb_agg(jsonb_build_object('id', c.id, 'regions', c.regions, 'at', c.given_at, 'withdrawn', w.withdrawn_at))
      from consent_consent c left join consent_withdrawal w on w.clinic_id = c.clinic_id and w.consent = c.id
      where c.clinic_id = p.clinic_id and c.patient = p.id) as consents,
    (select jsonb_agg(to_jsonb(s) order by s.opened_at desc) from session_session s
      where s.clinic_id = p.clinic_id and s.patient = p.id) as sessions
  from people_patient p where p.id = $1 and p.clinic_id = (select clinic_id from clinic_clinic)`

type Figure = { readonly perS: number; readonly p95Ms: number }

const database = await startDatabase()
try {
  await benchStart(database)
  await benchProgram(database)
} finally {
  await database.stop()
}

async function benchStart({ folder }: BenchDatabase): Promise<void> {
  const data = join(folder, 'start')
  const first = await startProgram({ UNKNOT_DATA: data })
  await first.stop()
  const second = await startProgram({ UNKNOT_DATA: data })
  await second.stop()
  const started = performance.now()
  const bare = await startPostgres(data, {})
  const bareMs = performance.now() - started
  await bare.stop()
  const words = `first ${Math.round(first.startedInMs)} ms, then ${Math.round(second.startedInMs)} ms`
  console.log(
    `start-up: ${words}; ${ratio(second.startedInMs, bareMs)} times its PostgreSQL alone (${Math.round(bareMs)} ms)`,
  )
}

async function benchProgram({ admin: login, folder }: BenchDatabase): Promise<void> {
  const url = urlOf(login, String(login.database))
  const program = await startProgram({ DATABASE_URL: url, UNKNOT_DATA: join(folder, 'unused') })
  const admin = new pg.Client(login)
  await admin.connect()
  try {
    let token = ''
    const call = callerOf(program.address, () => token)
    token = await setUp(call)
    await admin.query('create table bench_raw (clinic uuid, id uuid, payload jsonb, primary key (clinic, id))')
    for (const connections of [1, 16]) await benchEvents(login, call, connections)
    await benchChart(call, admin)
  } finally {
    await admin.end()
    await program.stop()
  }
}

async function benchEvents(login: pg.ClientConfig, call: Caller, connections: number): Promise<void> {
  const clients = await inParallel(connections, async () => {
    const client = new pg.Client(login)
    await client.connect()
    return client
  })
  const visitors: Visitor[] = []
  for (let number = 0; number < connections; number += 1) visitors.push(await admit(call, number))
  const text = 'insert into bench_raw (clinic, id, payload) values ($1, $2, $3)'
  const clinic = randomUUID()
  const raw: Figure[] = []
  const whole: Figure[] = []
  const count = connections === 1 ? 400 : 150
  for (let round = 0; round <= ROUNDS; round += 1) {
    // A session of its own for each round: in life one has some dozens of events.
    const sessions = await inParallel(connections, async (worker) => openSession(call, visitors[worker] ?? never()))
    const insert = (worker: number) =>
      (clients[worker] ?? never()).query({
        name: 'raw',
        text,
        values: [clinic, randomUUID(), JSON.stringify(needleIn())],
      })
    const rawFigure = await measure(connections, count, insert)
    const wholeFigure = await measure(connections, count, (worker) =>
      send(call, sessions[worker] ?? never(), [needleIn()]),
    )
    // The first round warms up.
    if (round === 0) continue
    raw.push(rawFigure)
    whole.push(wholeFigure)
  }
  const { rows } = await (clients[0] ?? never()).query(
    'select count(*)::integer as n from session_needle where outcome = $1',
    ['in-body'],
  )
  if (rows[0].n < connections * count * (ROUNDS + 1)) throw new Error('not every needle arrived')
  await Promise.all(clients.map((client) => client.end()))
  const rate = median(whole.map(({ perS }, round) => perS / (raw[round]?.perS ?? never())))
  const tail = median(whole.map(({ p95Ms }, round) => p95Ms / (raw[round]?.p95Ms ?? never())))
  const seen = `${Math.round(median(whole.map(({ perS }) => perS)))} against ${Math.round(median(raw.map(({ perS }) => perS)))} a second`
  console.log(
    `needle events, ${connections} connection(s): ${rate.toFixed(2)} of raw inserts (${seen}); p95 ${tail.toFixed(1)} times`,
  )
}

/** A chart of 40 sessions with 320 needles. */
async function benchChart(call: Caller, admin: pg.Client): Promise<void> {
  const visitor = await admit(call, 99)
  for (let number = 0; number < SESSIONS; number += 1) {
    const session = await openSession(call, visitor)
    await send(call, session, [
      ...Array.from({ length: NEEDLES }, needleIn),
      event({ kind: 'finding-noted', text: 'x' }),
    ])
  }
  const chart = () => call('GET', `/api/patients/${visitor.patient}/chart`)
  const { sessions } = (await chart()) as { sessions: { needlesIn: number }[] }
  const needles = sessions.reduce((sum, { needlesIn }) => sum + needlesIn, 0)
  if (sessions.length !== SESSIONS || needles !== SESSIONS * NEEDLES) throw new Error('the chart is not whole')
  const raw: Figure[] = []
  const whole: Figure[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const rawFigure = await measure(1, 200, () =>
      admin.query({ name: 'chart', text: RAW_CHART, values: [visitor.patient] }),
    )
    const wholeFigure = await measure(1, 200, chart)
    if (round === 0) continue
    raw.push(rawFigure)
    whole.push(wholeFigure)
  }
  const tail = median(whole.map(({ p95Ms }, round) => p95Ms / (raw[round]?.p95Ms ?? never())))
  const rate = median(whole.map(({ perS }, round) => (raw[round]?.perS ?? never()) / perS))
  console.log(
    `opening a chart of ${SESSIONS} sessions: ${rate.toFixed(2)} times its bare statement; p95 ${tail.toFixed(1)} times`,
  )
}

async function measure(workers: number, count: number, work: (worker: number) => Promise<unknown>): Promise<Figure> {
  const times: number[] = []
  const started = performance.now()
  await inParallel(workers, async (worker) => {
    for (let done = 0; done < count; done += 1) {
      const from = performance.now()
      await work(worker)
      times.push(performance.now() - from)
    }
  })
  const tookS = (performance.now() - started) / 1000
  times.sort((one, other) => one - other)
  return { perS: (workers * count) / tookS, p95Ms: times[Math.floor(times.length * 0.95)] ?? never() }
}

function inParallel<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => work(index)))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? never()
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(1)
}

function never(): never {
  throw new Error('there is nothing here')
}
