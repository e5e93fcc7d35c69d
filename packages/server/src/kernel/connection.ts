/**
 * One connection, lent to one piece of work.
 *
 * Kysely runs on it as on a pool, but only until the work is over: a handle that leaks out of its gate throws instead of
 * reading on behalf of whichever clinic has the connection next.
 */
import { assert, Bug } from '@unknot/care/kernel'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Tables } from './schema.generated.ts'

/** What a store sends statements through: held to one clinic, and never a connection of its own. */
export type Queries = Kysely<Tables>

export type Lease = {
  readonly queries: Queries
  /** True once a statement named the audit trail: then the sealer has work. */
  hasAudited: () => boolean
  /** True once a statement put something into the outbox. */
  hasQueuedMail: () => boolean
  /** After this, whoever still holds `queries` gets a `Bug`. */
  end: () => void
}

/** Statements that stay prepared on every connection. Beyond this many the texts vary too much to be worth keeping. */
const PREPARED_MAX = 500
type Statement = { readonly name: string | undefined; readonly audits: boolean; readonly mails: boolean }
const statements = new Map<string, Statement>()

/** Named statements are parsed and planned once a connection, which halves the work of a point query. */
function statementOf(sql: string): Statement {
  const known = statements.get(sql)
  if (known) return known
  const audits = /insert into "?kernel_audit_entry/.test(sql)
  const mails = /insert into kernel_mail/.test(sql)
  if (statements.size >= PREPARED_MAX) return { name: undefined, audits, mails }
  const statement = { name: `u${statements.size}`, audits, mails }
  statements.set(sql, statement)
  return statement
}

class LentConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase
  isOver = false
  hasAudited = false
  hasQueuedMail = false

  constructor(client: pg.ClientBase) {
    this.#client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    assert(!this.isOver, 'a statement was sent after its gate was closed: await it inside')
    const { name, audits, mails } = statementOf(query.sql)
    if (audits) this.hasAudited = true
    if (mails) this.hasQueuedMail = true
    const values = query.parameters as unknown[]
    const result = await this.#client.query(name ? { name, text: query.sql, values } : { text: query.sql, values })
    const changes = result.command !== 'SELECT' && result.rowCount !== null
    return changes
      ? { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
      : { rows: result.rows as R[] }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Bug('read in pages: there is no streaming through the gate')
  }
}

const refuseTransaction = async () => {
  throw new Bug('the gate makes transactions: use db.inClinic')
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** Lends a connection until `end` is called. */
export function lend(client: pg.ClientBase): Lease {
  const connection = new LentConnection(client)
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuseTransaction,
    commitTransaction: refuseTransaction,
    rollbackTransaction: refuseTransaction,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  const queries = new Kysely<Tables>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driver,
      createQueryCompiler: () => compiler,
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  })
  return {
    queries,
    hasAudited: () => connection.hasAudited,
    hasQueuedMail: () => connection.hasQueuedMail,
    end: () => {
      connection.isOver = true
    },
  }
}
