/** What this device keeps of its sessions, and the port to where it keeps it: IndexedDB in the browser, a map in tests. */
import type { AccountId, DeviceId, EventId, SessionId } from '@unknot/care/kernel'
import type { SessionEvent } from '@unknot/care/session'

/** `waiting`: the server hasn't answered for it. `refused`: it has, and said no. `put-aside`: somebody has read why. */
export type KeptStatus = 'sent' | 'waiting' | 'refused' | 'put-aside'

/** A code, and the facts that its sentence needs. */
export type ServerProblem = { readonly code: string; readonly detail?: string; readonly [fact: string]: unknown }

export type KeptEvent = {
  readonly id: EventId
  readonly session: SessionId
  /** Who tapped. Events of another sign-in are never sent in this one's name. */
  readonly actor: AccountId
  /** Order on this device, from 1. */
  readonly order: number
  readonly event: SessionEvent
  readonly status: KeptStatus
  /** The server's problem with a refused event. */
  readonly problem: ServerProblem | null
}

/** The entries of one account on this device. */
export type DeviceStore = {
  readonly device: DeviceId
  readonly read: (session: SessionId) => Promise<readonly KeptEvent[]>
  /** All or nothing. */
  readonly keep: (rows: readonly KeptEvent[]) => Promise<void>
  /** Whatever the server hasn't taken: waiting and refused, of every session, in its order. */
  readonly unsent: () => Promise<readonly KeptEvent[]>
  /** How far this device's clock was ahead of the server's when it was last measured; null: never. */
  readonly readSkew: () => Promise<number | null>
  readonly keepSkew: (skewMs: number) => Promise<void>
}
