/** Failed sign-ins and asked-for links, counted by address and by e-mail. Stands in the database, so that a restart forgives nothing. */
import { type Instant, instantOf } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'
import { BEFORE_ANY_CLINIC } from './before-any-clinic.ts'

export type AttemptKind = 'address' | 'email' | 'link-address' | 'link-email'
export type Counted = { readonly failures: number; readonly lastAt: Instant; readonly blockedUntil: Instant }

/** The count so far, locked until the transaction ends; a stranger's begins at none. */
export async function lockAttempts(queries: Queries, kind: AttemptKind, key: Buffer, at: Instant): Promise<Counted> {
  await sql`
    insert into people_attempt (clinic_id, kind, key, failures, last_at, blocked_until)
    values (${BEFORE_ANY_CLINIC}, ${kind}, ${key}, 0, ${at}, ${at}) on conflict do nothing`.execute(queries)
  const { rows } = await sql<{ failures: number; last_at: Date; blocked_until: Date }>`
    select failures, last_at, blocked_until from people_attempt
    where clinic_id = ${BEFORE_ANY_CLINIC} and kind = ${kind} and key = ${key} for update`.execute(queries)
  const row = rows[0]
  if (!row) return { failures: 0, lastAt: at, blockedUntil: at }
  return {
    failures: row.failures,
    lastAt: instantOf(row.last_at.getTime()),
    blockedUntil: instantOf(row.blocked_until.getTime()),
  }
}

export async function setAttempts(queries: Queries, kind: AttemptKind, key: Buffer, counted: Counted): Promise<void> {
  await sql`
    update people_attempt set failures = ${counted.failures}, last_at = ${counted.lastAt},
      blocked_until = ${counted.blockedUntil}
    where clinic_id = ${BEFORE_ANY_CLINIC} and kind = ${kind} and key = ${key}`.execute(queries)
}

export async function forgetAttempts(queries: Queries, kind: AttemptKind, key: Buffer): Promise<void> {
  await sql`
    delete from people_attempt where clinic_id = ${BEFORE_ANY_CLINIC} and kind = ${kind} and key = ${key}`.execute(
    queries,
  )
}

/** Takes away what nobody added to since then, a thousand at a time. */
export async function sweepAttempts(queries: Queries, before: Instant): Promise<void> {
  await sql`
    delete from people_attempt where clinic_id = ${BEFORE_ANY_CLINIC} and (kind, key) in (
      select kind, key from people_attempt where clinic_id = ${BEFORE_ANY_CLINIC} and last_at < ${before}
      limit 1000 for update skip locked)`.execute(queries)
}
