/** Clinics and their locations in the database. Whether a clinic is the demo stands in the list of what is installed. */
import { type ClinicId, type Instant, type LocationId } from '@unknot/care/kernel'
import type { ClinicDraft, JurisdictionRules } from '@unknot/care/clinic'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type Clinic = ClinicDraft & {
  readonly id: ClinicId
  /** The rules it works under: its jurisdiction's as they were taken over, or its own. */
  readonly rules: JurisdictionRules
  /** Why they differ from the jurisdiction's entry; empty while they don't. */
  readonly rulesNote: string
  readonly version: number
  /** Invented patients only. */
  readonly demo: boolean
}

export type Location = {
  readonly id: LocationId
  readonly name: string
  readonly address: string
  readonly phone: string | null
}

type Row = {
  clinic_id: ClinicId
  name: string
  country: string
  time_zone: string
  jurisdiction: string
  emergency_number: string
  rules: JurisdictionRules
  rules_note: string
  version: number
  demo: boolean
}

const columns = sql`c.clinic_id, c.name, c.country, c.time_zone, c.jurisdiction, c.emergency_number, c.rules, c.rules_note,
  c.version, exists (select from kernel_install i where i.clinic_id = c.clinic_id and i.kind = 'demo') as demo`

export async function findClinic(queries: Queries, clinic: ClinicId): Promise<Clinic | null> {
  const { rows } = await sql<Row>`
    select ${columns} from clinic_clinic c where c.clinic_id = ${clinic}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockClinic(queries: Queries, clinic: ClinicId): Promise<Clinic | null> {
  const { rows } = await sql<Row>`
    select ${columns} from clinic_clinic c where c.clinic_id = ${clinic} for update of c`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

export async function addClinic(
  queries: Queries,
  clinic: Omit<Clinic, 'version' | 'demo'>,
  at: Instant,
): Promise<void> {
  await sql`
    insert into clinic_clinic (clinic_id, name, country, time_zone, jurisdiction, emergency_number, rules, rules_note,
      version, created_at, changed_at)
    values (${clinic.id}, ${clinic.name}, ${clinic.country}, ${clinic.timeZone}, ${clinic.jurisdiction},
      ${clinic.emergencyNumber}, ${JSON.stringify(clinic.rules)}, ${clinic.rulesNote}, 1, ${at}, ${at})`.execute(
    queries,
  )
}

/** Writes the clinic as it is now, one version on. The row was locked by the caller. */
export async function changeClinicRow(
  queries: Queries,
  clinic: Omit<Clinic, 'version' | 'demo'>,
  at: Instant,
): Promise<void> {
  await sql`
    update clinic_clinic set name = ${clinic.name}, country = ${clinic.country}, time_zone = ${clinic.timeZone},
      jurisdiction = ${clinic.jurisdiction}, emergency_number = ${clinic.emergencyNumber},
      rules = ${JSON.stringify(clinic.rules)}, rules_note = ${clinic.rulesNote}, version = version + 1, changed_at = ${at}
    where clinic_id = ${clinic.id}`.execute(queries)
}

export async function listLocationsOf(queries: Queries, clinic: ClinicId): Promise<readonly Location[]> {
  const { rows } = await sql<Location>`
    select id, name, address, phone from clinic_location where clinic_id = ${clinic}
    order by created_at, id limit 500`.execute(queries)
  return rows
}

/** Adds it and says true; false when the id is taken. */
export async function addLocationRow(
  queries: Queries,
  clinic: ClinicId,
  location: Location,
  at: Instant,
): Promise<boolean> {
  const added = await sql`
    insert into clinic_location (clinic_id, id, name, address, phone, created_at)
    values (${clinic}, ${location.id}, ${location.name}, ${location.address}, ${location.phone}, ${at})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

/** Whoever installs or throws away queues here until the transaction ends: two at once make one clinic. */
export async function lockInstall(queries: Queries): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('clinic-install', 0))`.execute(queries)
}

/** What is installed, as the transaction sees it after the lock. */
export async function installedKinds(queries: Queries): Promise<readonly ('clinic' | 'demo')[]> {
  const { rows } = await sql<{ kind: 'clinic' | 'demo' }>`
    select distinct kind from kernel_install`.execute(queries)
  return rows.map((row) => row.kind)
}

function fromRow(row: Row): Clinic {
  return {
    id: row.clinic_id,
    name: row.name,
    country: row.country,
    timeZone: row.time_zone,
    jurisdiction: row.jurisdiction,
    emergencyNumber: row.emergency_number,
    rules: row.rules,
    rulesNote: row.rules_note,
    version: row.version,
    demo: row.demo,
  }
}
