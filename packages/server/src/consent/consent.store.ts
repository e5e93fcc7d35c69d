/** Consents and their withdrawals in the database. Rows are added and read, never changed. */
import {
  type Consent,
  type ConsentExtra,
  type ConsentText,
  type Covered,
  type Interpreter,
  type Representative,
  type Signature,
  type Withdrawal,
  type WithdrawalScope,
} from '@unknot/care/consent'
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
import { type RawBuilder, sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type RecordedWithdrawal = Withdrawal & {
  readonly recordedBy: AccountId
  readonly recordedByName: string
}

export type StoredConsent = Omit<Consent, 'withdrawals'> & {
  /** As they stood on the paper. */
  readonly patientName: string
  readonly patientBirthOn: CalendarDay
  readonly text: ConsentText
  readonly language: string
  readonly takenBy: AccountId
  readonly takenByName: string
  /** In the order in which they came. */
  readonly withdrawals: readonly RecordedWithdrawal[]
}

export type ConsentSummary = Pick<StoredConsent, 'id' | 'textVersion' | 'takenByName' | 'withdrawals'> & Covered

/** Inside JSON instants come as milliseconds since 1970. */
type WithdrawalJson = Omit<RecordedWithdrawal, 'at'> & { readonly at: number }

/** A consent as one JSON value, for whoever reads lists of it in a statement of theirs. */
export type ConsentJson = Omit<ConsentSummary, 'givenAt' | 'withdrawals'> & {
  readonly givenAt: number
  readonly withdrawals: readonly WithdrawalJson[]
}

const withdrawalsJson: RawBuilder<WithdrawalJson[]> = sql`coalesce((
  select jsonb_agg(jsonb_build_object('scope', w.scope, 'at', floor(extract(epoch from w.withdrawn_at) * 1000)::bigint,
    'by', w.withdrawn_by, 'reason', w.reason, 'recordedBy', w.recorded_by, 'recordedByName', w.recorded_by_name)
    order by w.withdrawn_at, w.scope)
  from consent_withdrawal w where w.clinic_id = c.clinic_id and w.consent = c.id), '[]')`

/** Of a row of `consent_consent` under the name `c`. */
export const consentJson: RawBuilder<ConsentJson> = sql`jsonb_build_object('id', c.id, 'textVersion', c.text_version,
  'regions', c.regions, 'electrical', c.electrical, 'extras', c.extras,
  'givenAt', floor(extract(epoch from c.given_at) * 1000)::bigint, 'takenByName', c.taken_by_name,
  'withdrawals', ${withdrawalsJson})`

export function summaryOfJson(json: ConsentJson): ConsentSummary {
  return { ...json, givenAt: instantOf(json.givenAt), withdrawals: json.withdrawals.map(withdrawalOf) }
}

type Row = {
  id: ConsentId
  text_version: string
  regions: Region[]
  electrical: boolean
  extras: ConsentExtra[]
  given_at: Date
  taken_by_name: string
  withdrawals: WithdrawalJson[]
  patient: PatientId
  patient_name: string
  patient_birth_on: CalendarDay
  text_hash: string
  agreed: ConsentText
  language: string
  jurisdiction: string
  signature: Signature
  representative: Representative | null
  interpreter: Interpreter | null
  taken_by: AccountId
}

/** Adds it and says true; false when the id is taken, by whatever row. */
export async function addConsent(
  queries: Queries,
  clinic: ClinicId,
  consent: Omit<StoredConsent, 'withdrawals'>,
): Promise<boolean> {
  const json = (value: object | null) => (value ? JSON.stringify(value) : null)
  const added = await sql`
    insert into consent_consent (clinic_id, id, patient, patient_name, patient_birth_on, text_version, text_hash, agreed,
      language, jurisdiction, regions, electrical, extras, signature, representative, interpreter, given_at, taken_by,
      taken_by_name)
    values (${clinic}, ${consent.id}, ${consent.patient}, ${consent.patientName}, ${consent.patientBirthOn},
      ${consent.textVersion}, ${consent.textHash}, ${json(consent.text)}, ${consent.language}, ${consent.jurisdiction},
      ${[...consent.regions]}, ${consent.electrical}, ${[...consent.extras]}, ${json(consent.signature)},
      ${json(consent.representative)}, ${json(consent.interpreter)}, ${consent.givenAt}, ${consent.takenBy},
      ${consent.takenByName})
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
      c.agreed, c.language, c.jurisdiction, c.regions, c.electrical, c.extras, c.signature, c.representative, c.interpreter,
      c.given_at, c.taken_by, c.taken_by_name, ${withdrawalsJson} as withdrawals
    from consent_consent c where c.clinic_id = ${clinic} and c.id = ${consent}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** Newest first, withdrawn ones too. */
export async function listConsents(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<readonly ConsentSummary[]> {
  const { rows } = await sql<{ consent: ConsentJson }>`
    select ${consentJson} as consent from consent_consent c
    where c.clinic_id = ${clinic} and c.patient = ${patient}
    order by c.given_at desc, c.id desc limit 500`.execute(queries)
  return rows.map(({ consent }) => summaryOfJson(consent))
}

/** Adds one row a scope; those that are there already stay as they are. Says which were added. */
export async function addWithdrawals(
  queries: Queries,
  clinic: ClinicId,
  consent: ConsentId,
  withdrawal: Omit<RecordedWithdrawal, 'scope'>,
  scopes: readonly WithdrawalScope[],
): Promise<readonly WithdrawalScope[]> {
  const { at, by, reason, recordedBy, recordedByName } = withdrawal
  const { rows } = await sql<{ scope: WithdrawalScope }>`
    insert into consent_withdrawal (clinic_id, consent, scope, withdrawn_at, withdrawn_by, reason, recorded_by,
      recorded_by_name)
    select ${clinic}::uuid, ${consent}::uuid, s.scope, ${at}::timestamptz, ${by}, ${reason}, ${recordedBy}::uuid,
      ${recordedByName}
    from unnest(${[...scopes]}::text[]) as s(scope)
    on conflict do nothing returning scope`.execute(queries)
  return rows.map(({ scope }) => scope)
}

function withdrawalOf(json: WithdrawalJson): RecordedWithdrawal {
  return { ...json, at: instantOf(json.at) as Instant }
}

function fromRow(row: Row): StoredConsent {
  return {
    id: row.id,
    textVersion: row.text_version,
    regions: row.regions,
    electrical: row.electrical,
    extras: row.extras,
    givenAt: instantOf(row.given_at.getTime()),
    takenByName: row.taken_by_name,
    withdrawals: row.withdrawals.map(withdrawalOf),
    patient: row.patient,
    patientName: row.patient_name,
    patientBirthOn: row.patient_birth_on,
    textHash: row.text_hash,
    text: row.agreed,
    language: row.language,
    jurisdiction: row.jurisdiction,
    signature: row.signature,
    representative: row.representative && representativeOf(row.representative),
    interpreter: row.interpreter,
    takenBy: row.taken_by,
  }
}

/** Those of before 0040 told name and relation only. */
function representativeOf(stored: Pick<Representative, 'name' | 'relation'> & Partial<Representative>): Representative {
  return { because: 'under-age', authority: '', assent: 'not-asked', ...stored }
}
