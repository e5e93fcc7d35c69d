/** The server's ground. So far only the type by which stores receive a connection that is held to one clinic. */
import type { QueryExecutorProvider } from 'kysely'

/** What a store may send statements through. It never opens a connection of its own. */
export type Queries = QueryExecutorProvider
