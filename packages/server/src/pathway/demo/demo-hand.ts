/** What every step of the demo works with: the transaction, the people, ids that follow from the seed. */
import {
  type AccountId,
  assert,
  type ClinicId,
  epochMsOf,
  type Instant,
  instantOf,
  must,
  type Problem,
  type Result,
  uuidV7,
} from '@unknot/care/kernel'
import { type Clinic, findClinic } from '../../clinic/index.ts'
import type { AuditSource, Queries } from '../../kernel/index.ts'
import { findAccount } from '../../people/index.ts'

const MINUTE_MS = 60_000

export type DemoHand = {
  readonly tx: Queries
  readonly clinic: Clinic
  readonly desk: { readonly account: AccountId; readonly name: string }
  readonly clinician: { readonly account: AccountId; readonly name: string }
  /** A new id whose time part is the instant. */
  readonly idAt: <Id extends string>(at: Instant) => Id
  readonly sourceAt: (at: Instant, who: AccountId) => AuditSource
}

export async function handOf(
  tx: Queries,
  clinic: ClinicId,
  accounts: { readonly clinician: AccountId; readonly desk: AccountId },
  at: Instant,
): Promise<DemoHand> {
  const random = seeded(Number.parseInt(at.slice(0, 10).replaceAll('-', ''), 10))
  const idAt = <Id extends string>(when: Instant): Id =>
    uuidV7<Id>(
      epochMsOf(when),
      Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
    )
  const named = async (account: AccountId) => {
    const { name } = must(await findAccount(tx, clinic, account), 'the demo has its staff')
    return { account, name }
  }
  return {
    tx,
    clinic: must(await findClinic(tx, clinic), 'the demo has its clinic'),
    desk: await named(accounts.desk),
    clinician: await named(accounts.clinician),
    idAt,
    sourceAt: (when, account) => {
      return { clinic, actor: { account }, at: when, requestId: null, fromAddress: null, newId: () => idAt(when) }
    },
  }
}

export function later(at: Instant, minutes: number): Instant {
  return instantOf(epochMsOf(at) + minutes * MINUTE_MS)
}

export function done<T>(result: Result<T, Problem>, what: string): T {
  assert(result.ok, `the demo was refused: ${what}: ${JSON.stringify(result.ok ? null : result.problem)}`)
  return result.value
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32 by Tommy Ettinger, public domain). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
