/**
 * Registering, changing and finding patients.
 *
 * PPL-4 A likely duplicate is refused until somebody has looked: the refusal names who, and the same registration goes through
 * once it names each of them as somebody else. Registrations of a clinic queue up for its next number, so that two desks that
 * register one person at the same moment see each other.
 */
import {
  type CalendarDay,
  type ClinicId,
  err,
  type Instant,
  ok,
  type PatientId,
  type Result,
} from '@unknot/care/kernel'
import {
  checkPatient,
  likelyDuplicates,
  type Likeness,
  type PatientDraft,
  type PatientProblem,
  searchWords,
} from '@unknot/care/people'
import type { Queries } from '../kernel/index.ts'
import {
  addPatient,
  changePatientRow,
  findDuplicateCandidates,
  findPatient,
  lockPatient,
  type StoredPatient,
  takePatientNumber,
} from './patient.store.ts'
import { type Found, newestPatients, searchPatients } from './patient-search.store.ts'

export type RegisterProblem =
  | PatientProblem
  | { readonly code: 'patient-id-reused' }
  | { readonly code: 'likely-duplicate'; readonly patients: readonly PatientId[] }

export type Register = {
  readonly clinic: ClinicId
  readonly id: PatientId
  readonly draft: PatientDraft
  /** Those whom somebody has looked at and who are other people. */
  readonly notDuplicateOf: readonly PatientId[]
  /** The clinic's day. */
  readonly today: CalendarDay
  readonly at: Instant
}

/** Sent twice with the same id and content it makes one patient and answers it both times. */
export async function registerPatient(tx: Queries, command: Register): Promise<Result<StoredPatient, RegisterProblem>> {
  const { clinic, id, at } = command
  const checked = checkPatient(command.draft, command.today)
  if (!checked.ok) return checked
  // First, since it queues: whoever comes later sees what this registration made.
  const number = await takePatientNumber(tx, clinic)
  const known = await findPatient(tx, clinic, id)
  if (known) return err({ code: 'patient-id-reused' })
  const likely = await whoIsLike(tx, clinic, checked.value)
  const unseen = likely.filter(({ candidate }) => !command.notDuplicateOf.includes(candidate.id))
  if (unseen.length > 0) return err({ code: 'likely-duplicate', patients: unseen.map(({ candidate }) => candidate.id) })
  await addPatient(tx, clinic, { ...checked.value, id, number }, at)
  return ok({ ...checked.value, id, number, version: 1, registeredAt: at, changedAt: at })
}

/** The patient of this id when it was registered with just this content: then the registration came twice. */
export async function registeredAlready(
  queries: Queries,
  { clinic, id, draft, today }: Register,
): Promise<StoredPatient | null> {
  const known = await findPatient(queries, clinic, id)
  const checked = checkPatient(draft, today)
  return known && checked.ok && sameDraft(known, checked.value) ? known : null
}

export type ChangeProblem =
  | PatientProblem
  | { readonly code: 'patient-not-found' }
  | { readonly code: 'patient-changed-meanwhile'; readonly version: number }

export type PatientChange = { readonly [K in keyof PatientDraft]?: PatientDraft[K] | undefined }

export type Change = {
  readonly clinic: ClinicId
  readonly id: PatientId
  /** The version that the change was made from. */
  readonly version: number
  readonly change: PatientChange
  readonly today: CalendarDay
  readonly at: Instant
}

/** Changes what is named and leaves the rest. */
export async function changePatient(tx: Queries, command: Change): Promise<Result<StoredPatient, ChangeProblem>> {
  const { clinic, id, change, at } = command
  const known = await lockPatient(tx, clinic, id)
  if (!known) return err({ code: 'patient-not-found' })
  if (known.version !== command.version) return err({ code: 'patient-changed-meanwhile', version: known.version })
  const checked = checkPatient(merged(known, change), command.today)
  if (!checked.ok) return checked
  await changePatientRow(tx, clinic, { ...checked.value, id, number: known.number }, at)
  return ok({ ...known, ...checked.value, version: known.version + 1, changedAt: at })
}

/** Who is likely the same person, the likeliest first, at most twenty. */
export async function whoIsLike(
  queries: Queries,
  clinic: ClinicId,
  draft: Pick<PatientDraft, 'name' | 'birthOn' | 'phone' | 'email'>,
): Promise<readonly Likeness<StoredPatient>[]> {
  return likelyDuplicates(draft, await findDuplicateCandidates(queries, clinic, draft)).slice(0, 20)
}

/** By any part of name, birth date or number; the newest when nothing searchable was typed. */
export async function findPatients(queries: Queries, clinic: ClinicId, typed: string, limit: number): Promise<Found> {
  const words = searchWords(typed)
  if (words.length > 0) return searchPatients(queries, clinic, words, limit)
  return typed.trim() === '' ? newestPatients(queries, clinic, limit) : { patients: [], more: false }
}

function merged(known: PatientDraft, change: PatientChange): PatientDraft {
  const pick = <K extends keyof PatientDraft>(key: K): PatientDraft[K] => {
    const value = change[key] as PatientDraft[K] | undefined
    return value === undefined ? known[key] : value
  }
  return {
    name: pick('name'),
    birthOn: pick('birthOn'),
    sex: pick('sex'),
    phone: pick('phone'),
    email: pick('email'),
    emergencyContact: pick('emergencyContact'),
    language: pick('language'),
    notes: pick('notes'),
  }
}

function sameDraft(one: PatientDraft, other: PatientDraft): boolean {
  const parts = ({ name, birthOn, sex, phone, email, emergencyContact: contact, language, notes }: PatientDraft) =>
    JSON.stringify([
      name,
      birthOn,
      sex,
      phone,
      email,
      language,
      notes,
      contact && [contact.name, contact.phone, contact.relation],
    ])
  return parts(one) === parts(other)
}
