/** What the kernel and the rooms hand each other: the app that routes are registered on, and who a caller turned out to be. */
import type { AccountId, ClinicId, Instant } from '@unknot/care/kernel'
import type { Role, Route } from '@unknot/wire/kernel'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Database } from './database.store.ts'
import type { Vault } from './vault.ts'

export type App = {
  /** Fastify itself, for the kernel. Rooms use `serve`. */
  readonly http: FastifyInstance
  readonly db: Database
  readonly vault: Vault
  readonly config: Config
  readonly authenticate: Authenticate
  readonly now: () => Instant
  readonly newId: <Id extends string>() => Id
  /** Tests: each answer is checked against its table. */
  readonly checksAnswers: boolean
  /** Every route so far: OpenAPI and the contract tests are made from it. */
  readonly served: Route[]
}

/** Registers a room's routes. */
export type Room = (app: App) => void

/** Who is signed in. */
export type Actor = {
  readonly clinic: ClinicId
  readonly account: AccountId
  readonly name: string
  readonly roles: readonly Role[]
  /** The id of this sign-in. */
  readonly signIn: string
}

/** The port that the people room fills: whose token is this? Null when nobody's, ended or revoked. */
export type Authenticate = (
  token: string,
  request: { readonly db: Database; readonly at: Instant; readonly fromAddress: string },
) => Promise<Actor | null>
