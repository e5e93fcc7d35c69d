import type { ClientConfig } from 'pg'

/** How tests reach the run's PostgreSQL: as its administrator and as the app's role. */
export type TestPostgres = { readonly admin: ClientConfig; readonly app: ClientConfig }

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres
  }
}
