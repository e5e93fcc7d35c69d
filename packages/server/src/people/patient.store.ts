/** Patients in the database: added, changed under a version, never deleted. */
import { type CalendarDay, type ClinicId, type Instant, instantOf, must, type PatientId } from '@unknot/care/kernel'
import {
  type EmergencyContact,
  nameKey,
  type Patient,
  type PatientDraft,
  phoneKey,
  searchSuffixes,
  type Sex,
  swappedDay,
} from '@unknot/care/people'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type StoredPatient = Patient & {
  /** Counts its changes, from 1. */
  readonly version: number
  readonly registeredAt: Instant
  readonly changedAt: Instant
}

type Row = {
  id: PatientId
  number: number
  name: string
  birth_on: CalendarDay
  sex: Sex
  phone: string | null
  email: string | null
  emergency_contact: EmergencyContact | null
  language: string | null
  notes: string
  version: number
  registered_at: Date
  changed_at: Date
}

const columns = sql`id, number, name, birth_on::text as birth_on, sex, phone, email, emergency_contact, language, notes,
  version, registered_at, changed_at`

export async function findPatient(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<StoredPatient | null> {
  const { rows } = await sql<Row>`
    select ${columns} from people_patient where clinic_id = ${clinic} and id = ${patient}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockPatient(
  queries: Queries,
  clinic: ClinicId,
  patient: PatientId,
): Promise<StoredPatient | null> {
  const { rows } = await sql<Row>`
    select ${columns} from people_patient where clinic_id = ${clinic} and id = ${patient} for update`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/**
 * The next number of the clinic. Everybody else who registers there waits until this transaction ends, so that numbers have no
 * gaps and two who register the same person at once see each other.
 */
export async function takePatientNumber(queries: Queries, clinic: ClinicId): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into people_patient_number (clinic_id, last) values (${clinic}, 1)
    on conflict (clinic_id) do update set last = people_patient_number.last + 1
    returning last`.execute(queries)
  return must(rows[0], 'a number was given').last
}

/** Adds the patient with the keys that it is found by. */
export async function addPatient(queries: Queries, clinic: ClinicId, patient: Patient, at: Instant): Promise<void> {
  await sql`
    insert into people_patient (clinic_id, id, number, name, birth_on, sex, phone, email, emergency_contact, language, notes,
      version, registered_at, changed_at, name_key, phone_key, email_key)
    values (${clinic}, ${patient.id}, ${patient.number}, ${patient.name}, ${patient.birthOn}, ${patient.sex},
      ${patient.phone}, ${patient.email}, ${jsonOf(patient.emergencyContact)}, ${patient.language}, ${patient.notes},
      1, ${at}, ${at}, ${nameKey(patient.name)}, ${phoneKey(patient.phone)}, ${emailKey(patient.email)})`.execute(
    queries,
  )
  await addSuffixes(queries, clinic, patient)
}

/** Writes the patient as it is now, one version on. The row was locked by the caller. */
export async function changePatientRow(
  queries: Queries,
  clinic: ClinicId,
  patient: Patient,
  at: Instant,
): Promise<void> {
  await sql`
    update people_patient set name = ${patient.name}, birth_on = ${patient.birthOn}, sex = ${patient.sex},
      phone = ${patient.phone}, email = ${patient.email}, emergency_contact = ${jsonOf(patient.emergencyContact)},
      language = ${patient.language}, notes = ${patient.notes}, version = version + 1, changed_at = ${at},
      name_key = ${nameKey(patient.name)}, phone_key = ${phoneKey(patient.phone)}, email_key = ${emailKey(patient.email)}
    where clinic_id = ${clinic} and id = ${patient.id}`.execute(queries)
  await sql`
    delete from people_patient_suffix where clinic_id = ${clinic} and patient = ${patient.id}`.execute(queries)
  await addSuffixes(queries, clinic, patient)
}

async function addSuffixes(queries: Queries, clinic: ClinicId, patient: Patient): Promise<void> {
  await sql`
    insert into people_patient_suffix (clinic_id, suffix, patient)
    select ${clinic}, unnest(${[...searchSuffixes(patient)]}::text[]), ${patient.id}`.execute(queries)
}

/** As many candidates as anybody could look through, by each sign. */
const CANDIDATES_A_SIGN = 200

/**
 * Everybody who shares a birth date (or its swapped form), all names, phone or e-mail: no other pair reaches the threshold of
 * care/people, as its test shows. Each sign is one look into an index.
 */
export async function findDuplicateCandidates(
  queries: Queries,
  clinic: ClinicId,
  draft: Pick<PatientDraft, 'name' | 'birthOn' | 'phone' | 'email'>,
): Promise<readonly StoredPatient[]> {
  const days = [draft.birthOn, swappedDay(draft.birthOn)].filter((day) => day !== null)
  const { rows } = await sql<Row>`
    select ${columns} from people_patient where clinic_id = ${clinic} and id in (
      (select id from people_patient where clinic_id = ${clinic} and birth_on = any (${days}::date[])
        limit ${CANDIDATES_A_SIGN})
      union
      (select id from people_patient where clinic_id = ${clinic} and name_key = ${nameKey(draft.name)}
        limit ${CANDIDATES_A_SIGN})
      union
      (select id from people_patient where clinic_id = ${clinic} and phone_key = ${phoneKey(draft.phone)}
        limit ${CANDIDATES_A_SIGN})
      union
      (select id from people_patient where clinic_id = ${clinic} and email_key = ${emailKey(draft.email)}
        limit ${CANDIDATES_A_SIGN}))`.execute(queries)
  return rows.map(fromRow)
}

function emailKey(email: string | null): string | null {
  return email === null ? null : email.toLowerCase()
}

function jsonOf(contact: EmergencyContact | null): string | null {
  return contact && JSON.stringify(contact)
}

function fromRow(row: Row): StoredPatient {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    birthOn: row.birth_on,
    sex: row.sex,
    phone: row.phone,
    email: row.email,
    emergencyContact: row.emergency_contact,
    language: row.language,
    notes: row.notes,
    version: row.version,
    registeredAt: instantOf(row.registered_at.getTime()),
    changedAt: instantOf(row.changed_at.getTime()),
  }
}
