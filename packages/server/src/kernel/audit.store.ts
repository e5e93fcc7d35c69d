/**
 * The audit trail: who did what to whose record, when and from where.
 *
 * An entry is written in the transaction of the read or write that it tells of: either both stand or neither. A sealer chains
 * entries shortly afterwards; `verifyAudit` walks the chain and names every entry that was changed, taken, added or moved.
 *
 * A link's hash is SHA-256 over the 32 bytes of the previous hash (zeros for the first) and, in UTF-8, the JSON without
 * spaces of `["unknot-audit-1", clinic, seq, id, at, actor, patient, action, subject, ruleVersion, requestId, fromAddress]`,
 * `at` as `2026-11-24T05:02:05.000Z`, null where there is nothing.
 */
import { createHash } from 'node:crypto'
import { type AccountId, type ClinicId, type Instant, instantOf, type PatientId } from '@unknot/care/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Queries } from './connection.ts'
import type { Database } from './database.store.ts'

/** Where an action comes from. A handler's `call` is one. */
export type AuditSource = {
  readonly clinic: ClinicId
  readonly actor: { readonly account: AccountId } | null
  readonly at: Instant
  readonly requestId: string | null
  readonly fromAddress: string | null
  readonly newId: <Id extends string>() => Id
}

export type AuditAction = {
  /** Kebab-case, past tense: `patient-read`. */
  readonly action: string
  readonly patient?: PatientId | null
  /** The id of what it was done to. Never a name. */
  readonly subject?: string | null
  /** The version of the clinical rules that judged. */
  readonly ruleVersion?: string | null
}

/**
 * Writes an entry in the work's own transaction.
 *
 * @example await audit(tx, call, { action: 'patient-read', patient })
 */
export async function audit(queries: Queries, source: AuditSource, action: AuditAction): Promise<void> {
  await auditInsert(source, action).execute(queries)
}

/**
 * The same as a piece of SQL, for a statement that reads or writes and audits at once.
 *
 * @example sql`with audited as (${auditInsert(call, { action: 'patient-read', patient })}) select …`
 */
export function auditInsert(source: AuditSource, action: AuditAction): RawBuilder<unknown> {
  return sql`insert into kernel_audit_entry
    (clinic_id, id, at, actor, patient, action, subject, rule_version, request_id, from_address)
    values (${source.clinic}::uuid, ${source.newId()}::uuid, ${source.at}::timestamptz, ${source.actor?.account ?? null}::uuid,
      ${action.patient ?? null}::uuid, ${action.action}::text, ${action.subject ?? null}::text,
      ${action.ruleVersion ?? null}::text, ${source.requestId}::text, ${source.fromAddress}::text)`
}

type EntryRow = {
  id: string
  at: Date
  actor: string | null
  patient: string | null
  action: string
  subject: string | null
  rule_version: string | null
  request_id: string | null
  from_address: string | null
}

const entryColumns = sql`e.id, e.at, e.actor, e.patient, e.action, e.subject, e.rule_version, e.request_id, e.from_address`
const NO_HASH: Buffer = Buffer.alloc(32)
const BATCH = 1000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** The link's hash, from bytes that the file's head describes. */
function linkHash(clinic: ClinicId, seq: number, entry: EntryRow, previous: Buffer): Buffer {
  const { id, at, actor, patient, action, subject, rule_version, request_id, from_address } = entry
  const facts = [clinic, seq, id, instantOf(at.getTime()), actor, patient, action, subject, rule_version]
  const text = JSON.stringify(['unknot-audit-1', ...facts, request_id, from_address])
  return createHash('sha256').update(previous).update(text, 'utf8').digest()
}

/**
 * Seals what is committed and not sealed yet, oldest first. Says how many links it added.
 *
 * @param from looks only at entries from this id on, which is much faster on a long trail; all of them unless said
 */
export async function sealAudit(db: Database, clinic: ClinicId, from: string = FIRST_ID): Promise<number> {
  let sealed = 0
  for (;;) {
    const added = await db.inClinic(clinic, (tx) => sealBatch(tx, clinic, from))
    sealed += added
    if (added < BATCH) return sealed
  }
}

/** One sealer a clinic at a time. Entries of a transaction that commits late are sealed late: the order is that of sealing. */
async function sealBatch(tx: Queries, clinic: ClinicId, from: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kernel-audit ${clinic}`}, 0))`.execute(tx)
  const { rows: pending } = await sql<EntryRow>`
    select ${entryColumns} from kernel_audit_entry e
    where e.clinic_id = ${clinic} and e.id >= ${from} and not exists (
      select from kernel_audit_seal s where s.clinic_id = ${clinic} and s.entry = e.id)
    order by e.id limit ${BATCH}`.execute(tx)
  if (pending.length === 0) return 0
  const { rows: heads } = await sql<{ seq: number; hash: Buffer }>`
    select seq, hash from kernel_audit_seal where clinic_id = ${clinic} order by seq desc limit 1`.execute(tx)
  let { seq, hash } = heads[0] ?? { seq: 0, hash: NO_HASH }
  const links = pending.map((entry) => {
    const previous = hash
    seq += 1
    hash = linkHash(clinic, seq, entry, previous)
    return { seq, entry: entry.id, previous: previous.toString('hex'), hash: hash.toString('hex') }
  })
  await sql`
    insert into kernel_audit_seal (clinic_id, seq, entry, previous_hash, hash)
    select ${clinic}, l.seq, l.entry, decode(l.previous, 'hex'), decode(l.hash, 'hex')
    from json_to_recordset(${JSON.stringify(links)}::json)
      as l (seq bigint, entry uuid, previous text, hash text)`.execute(tx)
  return links.length
}

export type AuditCheck = {
  readonly whole: boolean
  readonly checkedCount: number
  /** In words, at most 20. */
  readonly faults: readonly string[]
  /** The end of the chain, to be written down elsewhere: only that shows a chain whose end was cut off and made again. */
  readonly head: { readonly seq: number; readonly hash: string } | null
}

const FAULTS_MAX = 20

/** Seals what is pending, then checks every link: its place, its predecessor, its entry and its hash. */
export async function verifyAudit(db: Database, clinic: ClinicId): Promise<AuditCheck> {
  await sealAudit(db, clinic)
  const faults: string[] = []
  let head: { seq: number; hash: Buffer } = { seq: 0, hash: NO_HASH }
  let checkedCount = 0
  for (;;) {
    const rows = await db.onClinic(clinic, (queries) => readLinks(queries, clinic, head.seq))
    for (const row of rows) {
      faults.push(...faultsOf(clinic, row, head))
      head = { seq: row.seq, hash: row.hash }
      checkedCount += 1
    }
    if (rows.length < BATCH || faults.length >= FAULTS_MAX) break
  }
  return {
    whole: faults.length === 0,
    checkedCount,
    faults: faults.slice(0, FAULTS_MAX),
    head: head.seq === 0 ? null : { seq: head.seq, hash: head.hash.toString('hex') },
  }
}

type LinkRow = Omit<EntryRow, 'id'> & {
  seq: number
  entry: string
  found: string | null
  previous_hash: Buffer
  hash: Buffer
}

async function readLinks(queries: Queries, clinic: ClinicId, after: number): Promise<readonly LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select s.seq, s.entry, s.previous_hash, s.hash, ${entryColumns}, e.id as found
    from kernel_audit_seal s
    left join kernel_audit_entry e on e.clinic_id = s.clinic_id and e.id = s.entry
    where s.clinic_id = ${clinic} and s.seq > ${after} order by s.seq limit ${BATCH}`.execute(queries)
  return rows
}

function faultsOf(clinic: ClinicId, row: LinkRow, head: { seq: number; hash: Buffer }): string[] {
  const faults: string[] = []
  if (row.seq !== head.seq + 1) {
    const last = row.seq - 1
    faults.push(head.seq + 1 === last ? `Link ${last} is missing.` : `Links ${head.seq + 1} to ${last} are missing.`)
  }
  if (!row.previous_hash.equals(head.hash)) faults.push(`Link ${row.seq} does not follow from the link before it.`)
  if (row.found === null) return [...faults, `The entry of link ${row.seq} (${row.entry}) is missing.`]
  const expected = linkHash(clinic, row.seq, { ...row, id: row.entry }, row.previous_hash)
  if (!expected.equals(row.hash)) faults.push(`The entry of link ${row.seq} (${row.entry}) is not what was sealed.`)
  return faults
}

/** The clinics of this installation. */
export async function listClinics(db: Database): Promise<readonly { id: ClinicId; kind: 'clinic' | 'demo' }[]> {
  const { rows } = await db.outside((queries) =>
    sql<{ id: ClinicId; kind: 'clinic' | 'demo' }>`
      select clinic_id as id, kind from kernel_install order by created_at, clinic_id`.execute(queries),
  )
  return rows
}

/** Records a clinic in the installation; false when it is recorded already. In the transaction that makes the clinic. */
export async function recordClinic(tx: Queries, clinic: ClinicId, kind: 'clinic' | 'demo'): Promise<boolean> {
  const added = await sql`
    insert into kernel_install (clinic_id, kind) values (${clinic}, ${kind}) on conflict do nothing`.execute(tx)
  return added.numAffectedRows === 1n
}

/** Deletes the demo clinic with everything in it, its audit trail too. PostgreSQL itself refuses a real clinic. */
export async function throwAwayDemo(db: Database, clinic: ClinicId): Promise<void> {
  await db.inClinic(clinic, (tx) => sql`select kernel_throw_away_demo(${clinic})`.execute(tx))
}
