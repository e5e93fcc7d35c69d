/**
 * PostgreSQL went away under work that had a connection: killed, restarted, cut off.
 *
 * What was sent last may have been committed before the answer was lost, so nobody may say that it wasn't. Commands carry ids
 * made by the caller, so that sending one again is safe.
 */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
  readonly code = 'connection-lost'

  constructor(cause: unknown) {
    super('the connection to the database was lost', { cause })
  }
}
