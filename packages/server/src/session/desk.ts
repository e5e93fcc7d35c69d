/** Where a command of the session room works: a call's gate and memory, or one transaction with a memory of its own. */
import type { AccountId } from '@unknot/care/kernel'
import type { AuditSource, Queries } from '../kernel/index.ts'
import type { SessionMemory } from './session-memory.ts'

export type Desk = {
  readonly run: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>
  readonly memory: SessionMemory
  readonly source: AuditSource & { readonly actor: { readonly account: AccountId; readonly name: string } }
}
