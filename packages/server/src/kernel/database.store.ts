/**
 * The gate to the database: every statement of the program runs for one clinic, and PostgreSQL itself shows no other's rows.
 *
 * The clinic is held on the connection and set again whenever a connection comes to another clinic, so that a clinic with
 * the machine to itself never pays for it. A connection outside the gate has no clinic and sees nothing.
 */
import { type ClinicId, isUuid, assert } from '@unknot/care/kernel'
import pg from 'pg'
import { lend, type Queries } from './connection.ts'
import { ConnectionLost } from './connection-lost.ts'
import { wordsOf } from './start-refusal.ts'

export type Database = {
  /**
   * A transaction for one clinic. Throwing rolls back; so does returning a refusal (`{ ok: false, … }`), so that a refused
   * command leaves nothing half-written. To keep what was written with a refusal, return it inside another value.
   */
  inClinic: <T>(clinic: ClinicId, work: (tx: Queries) => Promise<T>, options?: GateOptions) => Promise<T>
  /** A single statement for one clinic (or several that needn't hold together): no BEGIN, no COMMIT, one trip. */
  onClinic: <T>(clinic: ClinicId, work: (queries: Queries) => Promise<T>) => Promise<T>
  /** For the few tables that belong to no clinic (`kernel_install`). Rows of clinics are invisible here. */
  outside: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>
  /** True when PostgreSQL answers. */
  isReachable: () => Promise<boolean>
  /** Is told the clinic after each committed work that wrote to the audit trail. */
  onAudited: (listener: (clinic: ClinicId) => void) => void
  /** Is called after each committed work that queued mail. */
  onMailQueued: (listener: () => void) => void
  /** Waits for running work, then closes the connections. */
  close: () => Promise<void>
}

export type GateOptions = { readonly isolation?: 'read committed' | 'repeatable read' | 'serializable' }

export type PoolOptions = {
  /** Most connections at a time, 10 unless said. */
  readonly connectionsMax?: number
  /** Is told when an idle connection breaks, such as when PostgreSQL stops. */
  readonly onConnectionLost?: (words: string) => void
}

/** Calendar days stay text and 8-byte integers become numbers; instants come as Date with milliseconds. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    if (oid === pg.types.builtins.INT8) return wholeNumber
    if (oid === pg.types.builtins.NUMERIC) return Number
    // date[]
    if (oid === 1182) return pg.types.getTypeParser(1009 as typeof pg.types.builtins.TEXT)
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

function wholeNumber(text: string): number {
  const value = Number(text)
  assert(Number.isSafeInteger(value), 'an 8-byte integer is too large for a number')
  return value
}

/** Opens the pool as the app's own role. Boot has migrated and checked that role (`boot.store.ts`). */
export function openPool(login: pg.ClientConfig, options: PoolOptions = {}): Database {
  const pool = new pg.Pool({
    ...login,
    types,
    max: options.connectionsMax ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    // BEGIN and the first statement travel together.
    pipeline: true,
    options: '-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c TimeZone=UTC',
  })
  // Without a listener a stopping PostgreSQL would take the whole program down.
  pool.on('error', (error) => options.onConnectionLost?.(wordsOf(error)))
  return gateOn(pool)
}

function gateOn(pool: pg.Pool): Database {
  const heldFor = new WeakMap<pg.PoolClient, string>()
  const lost = new WeakSet<pg.PoolClient>()
  // The pool listens to idle connections only: one that breaks while it is lent would take the whole program down.
  pool.on('connect', (client) => client.on('error', () => lost.add(client)))
  const auditListeners: ((clinic: ClinicId) => void)[] = []
  const mailListeners: (() => void)[] = []

  /** Awaited on purpose: work must not be on the wire before its clinic is certain. */
  const hold = async (client: pg.PoolClient, clinic: string) => {
    if ((heldFor.get(client) ?? '') === clinic) return
    heldFor.delete(client)
    await client.query({
      name: 'hold',
      text: `select set_config('unknot.clinic_id', $1, false)`,
      values: [clinic],
    })
    heldFor.set(client, clinic)
  }

  const lendFor = async <T>(clinic: string, work: (client: pg.PoolClient, queries: Queries) => Promise<T>) => {
    const client = await pool.connect()
    const lease = lend(client)
    let isBroken = true
    try {
      await hold(client, clinic)
      const value = await work(client, lease.queries)
      isBroken = false
      if (lease.hasAudited()) for (const listener of auditListeners) listener(clinic as ClinicId)
      if (lease.hasQueuedMail()) for (const listener of mailListeners) listener()
      return value
    } catch (error) {
      const isLost = lost.has(client) || saysGoodbye(error)
      isBroken = isLost || isPlanStale(error)
      throw isLost ? new ConnectionLost(error) : error
    } finally {
      lease.end()
      client.release(isBroken)
    }
  }

  return {
    inClinic: (clinic, work, gateOptions) => {
      assert(isUuid(clinic), 'the gate needs a clinic')
      return lendFor(clinic, (client, queries) => transact(client, () => work(queries), gateOptions))
    },
    onClinic: (clinic, work) => {
      assert(isUuid(clinic), 'the gate needs a clinic')
      return lendFor(clinic, (_, queries) => work(queries))
    },
    outside: (work) => lendFor('', (_, queries) => work(queries)),
    isReachable: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    onAudited: (listener) => auditListeners.push(listener),
    onMailQueued: (listener) => mailListeners.push(listener),
    close: () => pool.end(),
  }
}

async function transact<T>(client: pg.PoolClient, work: () => Promise<T>, options?: GateOptions): Promise<T> {
  const begun = client.query(options?.isolation ? `begin isolation level ${options.isolation}` : 'begin')
  // Its failure is met below; until then it must not count as unhandled.
  begun.catch(() => {})
  let value: T
  try {
    value = await work()
    await begun
  } catch (error) {
    await rollBack(client, error)
    throw error
  }
  if (isRefusal(value)) {
    await rollBack(client, null)
    return value
  }
  const end = await client.query('commit')
  if (end.command === 'ROLLBACK')
    throw new Error('the transaction had failed before its commit: a statement error was swallowed')
  return value
}

async function rollBack(client: pg.PoolClient, cause: unknown): Promise<void> {
  try {
    await client.query('rollback')
  } catch (error) {
    throw new ConnectionLost(cause ?? error)
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}

/** PostgreSQL says that it ends this connection, or it couldn't even be rolled back. */
function saysGoodbye(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true
  return error instanceof pg.DatabaseError && (error.severity === 'FATAL' || /^(57P|08)/.test(error.code ?? ''))
}

/** A prepared statement met a table that a migration changed. A new connection prepares it anew. */
function isPlanStale(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(0A000|26000)$/.test(error.code ?? '')
}
