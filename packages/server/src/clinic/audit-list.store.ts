/** The audit trail as its owner reads it, newest first. */
import { type AccountId, type ClinicId, type Instant, instantOf, type PatientId } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type AuditLine = {
  readonly id: string
  readonly at: Instant
  readonly actor: AccountId | null
  /** The name that the account has today. */
  readonly actorName: string | null
  readonly patient: PatientId | null
  readonly action: string
  readonly subject: string | null
  readonly ruleVersion: string | null
  readonly requestId: string | null
  readonly fromAddress: string | null
}

export type AuditFilter = {
  readonly before: string | null
  readonly patient: PatientId | null
  readonly actor: AccountId | null
}

type Row = {
  id: string
  at: Date
  actor: AccountId | null
  actor_name: string | null
  patient: PatientId | null
  action: string
  subject: string | null
  rule_version: string | null
  request_id: string | null
  from_address: string | null
}

/** One more than the limit tells that there is more. */
export async function listAudit(
  queries: Queries,
  clinic: ClinicId,
  { before, patient, actor }: AuditFilter,
  limit: number,
): Promise<{ readonly entries: readonly AuditLine[]; readonly more: boolean }> {
  const { rows } = await sql<Row>`
    select e.id, e.at, e.actor, a.name as actor_name, e.patient, e.action, e.subject, e.rule_version, e.request_id,
      e.from_address
    from kernel_audit_entry e
    left join people_account a on a.clinic_id = e.clinic_id and a.id = e.actor
    where e.clinic_id = ${clinic}
      ${before === null ? sql`` : sql`and e.id < ${before}`}
      ${patient === null ? sql`` : sql`and e.patient = ${patient}`}
      ${actor === null ? sql`` : sql`and e.actor = ${actor}`}
    order by e.id desc limit ${limit + 1}`.execute(queries)
  return { entries: rows.slice(0, limit).map(lineOf), more: rows.length > limit }
}

function lineOf(row: Row): AuditLine {
  return {
    id: row.id,
    at: instantOf(row.at.getTime()),
    actor: row.actor,
    actorName: row.actor_name,
    patient: row.patient,
    action: row.action,
    subject: row.subject,
    ruleVersion: row.rule_version,
    requestId: row.request_id,
    fromAddress: row.from_address,
  }
}
