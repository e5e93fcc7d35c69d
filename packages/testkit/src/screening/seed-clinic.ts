/** A clinic with one clinician, an owner, a desk and one patient: what tests of clinical rooms stand upon. */
import type { AccountId, CalendarDay, ClinicId, PatientId } from '@unknot/care/kernel'
import type { Role } from '@unknot/wire/kernel'
import { freshId, type TestDatabase, tokenFor } from '../kernel/index.ts'

export type SeededClinic = {
  readonly clinic: ClinicId
  readonly clinician: AccountId
  readonly patient: PatientId
  /** Tokens that an app of `withDatabase` believes. */
  readonly tokens: Readonly<Record<Role, string>>
}

export type Seed = {
  readonly birthOn?: CalendarDay
  readonly country?: string
  readonly timeZone?: string
}

/** Written past the app's role, so that no other room's commands are under test here. */
export async function seedClinic(store: TestDatabase, seed: Seed = {}): Promise<SeededClinic> {
  const { birthOn = '1992-03-31', country = 'IE', timeZone = 'Europe/Dublin' } = seed
  const clinic = freshId<ClinicId>()
  const patient = freshId<PatientId>()
  const rules = JSON.stringify({ notAcupunctureStatement: 'unknown' })
  await store.asAdmin(
    `insert into clinic_clinic (clinic_id, name, country, time_zone, jurisdiction, emergency_number, rules, rules_note,
       version, created_at, changed_at)
     values ($1, 'Riverside Physiotherapy', $2, $3, 'ie', '112', $4, '', 1, now(), now())`,
    [clinic, country, timeZone, rules],
  )
  const accounts = await Promise.all(
    (['owner', 'clinician', 'desk'] as const).map((role) => addOne(store, clinic, role)),
  )
  const [owner, clinician, desk] = accounts as [AccountId, AccountId, AccountId]
  await store.asAdmin(
    `insert into people_patient (clinic_id, id, number, name, birth_on, sex, notes, version, registered_at, changed_at,
       name_key)
     values ($1, $2, 1, 'Zoë Ó Briain-Łęcka', $3, 'female', '', 1, now(), now(), 'zoe o briain lecka')`,
    [clinic, patient, birthOn],
  )
  const token = (account: AccountId, role: Role) => tokenFor({ clinic, account, roles: [role], name: `Test ${role}` })
  return {
    clinic,
    clinician,
    patient,
    tokens: { owner: token(owner, 'owner'), clinician: token(clinician, 'clinician'), desk: token(desk, 'desk') },
  }
}

async function addOne(store: TestDatabase, clinic: ClinicId, role: Role): Promise<AccountId> {
  const account = freshId<AccountId>()
  const email = `${role}@example.org`
  await store.asAdmin(
    `insert into people_account (clinic_id, id, name, email, email_hash, password_hash, password_temporary, roles, active,
       created_at)
     values ($1, $2, $3, $4, sha256($5), '$argon2id$none', false, $6, true, now())`,
    [clinic, account, `Test ${role}`, email, Buffer.from(email), [role]],
  )
  return account
}
