/** Consents and their withdrawals in the database. Rows are added and read, never changed. */
import type { Consent, ConsentText, Representative, Signature, Withdrawal } from '@unknot/care/consent'
import type { Region } from '@unknot/care/atlas'
import {
  type AccountId,
  type CalendarDay,
  type ClinicId,
  type ConsentId,
  type Instant,
  instantOf,
  type PatientId,
} from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type RecordedWithdrawal = Withdrawal & {
  readonly recordedBy: AccountId
  readonly recordedByName: string
}

export type StoredConsent = Omit<Consent, 'withdrawal'> & {
  /** As they stood on the paper. */
  readonly patientName: string
  readonly patientBirthOn: CalendarDay
  readonly text: ConsentText
  readonly takenBy: AccountId
  readonly takenByName: string
  readonly withdrawal: RecordedWithdrawal | null
}

export type ConsentSummary = Pick<
  StoredConsent,
  'id' | 'textVersion' | 'regions' | 'electrical' | 'givenAt' | 'takenByName' | 'withdrawal'
>

type SummaryRow = {
  id: ConsentId
  text_version: string
  regions: Region[]
  electrical: boolean
  given_at: Date
  taken_by_name: string
  withdrawn_at: Date | null
  withdrawn_by: 'patient' | 'clinician' | null
  reason: string | null
  recorded_by: AccountId | null
  recorded_by_name: string | null
}

type Row = SummaryRow & {
  patient: PatientId
  patient_name: string
  patient_birth_on: CalendarDay
  text_hash: string
  agreed: ConsentText
  jurisdiction: string
  signature: Signature
  representative: Representative | null
  taken_by: AccountId
}

/** Adds it and says true; false when the id is taken, by whatever row. */
export async function addConsent(
  queries: Queries,
  clinic: ClinicId,
  consent: Omit<StoredConsent, 'withdrawal'>,
): Promise<boolean> {
  const representative = consent.representative ? JSON.stringify(consent.representative) : null
  const added = await sql`
    insert into consent_consent (clinic_id, id, patient, patient_name, patient_birth_on, text_version, text_hash, agreed,
      jurisdiction, regions, electrical, signature, representative, given_at, taken_by, taken_by_name)
    values (${clinic}, ${consent.id}, ${consent.patient}, ${consent.patientName}, ${consent.patientBirthOn},
      ${consent.textVersion}, ${consent.textHash}, ${JSON.stringify(consent.text)}, ${consent.jurisdiction},
      ${[...consent.regions]}, ${consent.electrical}, ${JSON.stringify(consent.signature)}, ${representative},
      ${consent.givenAt}, ${consent.takenBy}, ${consent.takenByName})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

export async function findConsent(
  queries: Queries,
  clinic: ClinicId,
  consent: ConsentId,
): Promise<StoredConsent | null> {
  const { rows } = await sql<Row>`
    select c.id, c.patient, c.patient_name, c.patient_birth_on::text as patient_birth_on, c.text_version, c.text_hash,
      c.agreed, c.jurisdiction, c.regions, c.electrical, c.signature, c.representative, c.given_at, c.taken_by,
      c.taken_by_name, w.withdrawn_at, w.withdrawn_by, w.reason, w.recorded_by, w.recorded_by_name
    from consent_consent c
    left join consent_withdrawal w on w.clinic_id = c.clinic_id and w.consent = c.id
    where c.clinic_id = ${clinic} and c.id = ${consent}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** Newest first, withdrawn ones too. */
export async function listConsents(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<readonly ConsentSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select c.id, c.text_version, c.regions, c.electrical, c.given_at, c.taken_by_name,
      w.withdrawn_at, w.withdrawn_by, w.reason, w.recorded_by, w.recorded_by_name
    from consent_consent c
    left join consent_withdrawal w on w.clinic_id = c.clinic_id and w.consent = c.id
    where c.clinic_id = ${clinic} and c.patient = ${patient}
    order by c.given_at desc, c.id desc limit 500`.execute(queries)
  return rows.map(summaryOf)
}

/** Adds it and says true; false when the consent is withdrawn already. */
export async function addWithdrawal(
  queries: Queries,
  clinic: ClinicId,
  consent: ConsentId,
  withdrawal: RecordedWithdrawal,
): Promise<boolean> {
  const added = await sql`
    insert into consent_withdrawal (clinic_id, consent, withdrawn_at, withdrawn_by, reason, recorded_by, recorded_by_name)
    values (${clinic}, ${consent}, ${withdrawal.at}, ${withdrawal.by}, ${withdrawal.reason}, ${withdrawal.recordedBy},
      ${withdrawal.recordedByName})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

function summaryOf(row: SummaryRow): ConsentSummary {
  return {
    id: row.id,
    textVersion: row.text_version,
    regions: row.regions,
    electrical: row.electrical,
    givenAt: instantOf(row.given_at.getTime()),
    takenByName: row.taken_by_name,
    withdrawal: withdrawalOf(row),
  }
}

function withdrawalOf(row: SummaryRow): RecordedWithdrawal | null {
  const { withdrawn_at, withdrawn_by, reason, recorded_by, recorded_by_name } = row
  if (!(withdrawn_at && withdrawn_by && recorded_by && recorded_by_name !== null && reason !== null)) return null
  return {
    at: instantOf(withdrawn_at.getTime()) as Instant,
    by: withdrawn_by,
    reason,
    recordedBy: recorded_by,
    recordedByName: recorded_by_name,
  }
}

function fromRow(row: Row): StoredConsent {
  return {
    ...summaryOf(row),
    patient: row.patient,
    patientName: row.patient_name,
    patientBirthOn: row.patient_birth_on,
    textHash: row.text_hash,
    text: row.agreed,
    jurisdiction: row.jurisdiction,
    signature: row.signature,
    representative: row.representative,
    takenBy: row.taken_by,
  }
}
