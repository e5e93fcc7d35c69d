/**
 * A patient as the front desk knows them: name, birth date, how to reach them, whom to call, which language.
 *
 * Nothing clinical stands here, so that the desk can work with it. `checkPatient` names every field that can't be true,
 * all at once, and changes nothing but surrounding spaces.
 */
import {
  type CalendarDay,
  err,
  foldText,
  hasControlCharacter,
  ok,
  parseDay,
  type PatientId,
  type Result,
} from '../kernel/index.ts'

export const SEXES = ['female', 'male', 'other', 'unknown'] as const
/** As the person or their papers say. `unknown` is never read as one of the others. */
export type Sex = (typeof SEXES)[number]

export type EmergencyContact = {
  readonly name: string
  readonly phone: string
  /** Such as `sister`; null when nobody said. */
  readonly relation: string | null
}

export type PatientDraft = {
  /** The whole name in the person's own order, 1 to 200 characters. */
  readonly name: string
  readonly birthOn: CalendarDay
  readonly sex: Sex
  readonly phone: string | null
  readonly email: string | null
  readonly emergencyContact: EmergencyContact | null
  /** BCP 47, such as `en-IE`. */
  readonly language: string | null
  /** For the front desk, such as `needs a ground-floor room`. Not the clinical record. Up to 2,000 characters. */
  readonly notes: string
}

/** A registered patient. `number` counts up from 1 in each clinic and is what people read out. */
export type Patient = PatientDraft & {
  readonly id: PatientId
  readonly number: number
}

export type FieldProblem = { readonly field: string; readonly detail: string }
export type PatientProblem = { readonly code: 'patient-not-valid'; readonly fields: readonly FieldProblem[] }

/** The patient with surrounding spaces gone, or every field that can't be true. `today` is the clinic's day. */
export function checkPatient(draft: PatientDraft, today: CalendarDay): Result<PatientDraft, PatientProblem> {
  const patient = tidy(draft)
  const fields = [
    ...nameProblems('name', patient.name),
    ...birthProblems(patient.birthOn, today),
    ...shapeProblem('phone', patient.phone, isPhone, 'must be a phone number, such as +353 87 123 4567'),
    ...shapeProblem('email', patient.email, isEmail, 'must be an e-mail address, such as name@example.org'),
    ...shapeProblem('language', patient.language, isLanguage, 'must be a language tag, such as en or pt-BR'),
    ...contactProblems(patient.emergencyContact),
    ...textProblems('notes', patient.notes, 2000),
  ]
  return fields.length === 0 ? ok(patient) : err({ code: 'patient-not-valid', fields })
}

/** True for something that a phone could dial: 4 to 15 digits, with the signs that people write between them. */
export function isPhone(text: string): boolean {
  if (text.length > 40 || !/^\+?[\d\s().\-/]+(?:(?:x|ext\.?)\s*\d{1,6})?$/i.test(text)) return false
  const digits = text.replace(/(?:x|ext).*$/i, '').replace(/\D/g, '')
  return digits.length >= 4 && digits.length <= 15
}

/** True for one address with a domain. Whether mail arrives there is another question. */
export function isEmail(text: string): boolean {
  if (text.length > 254) return false
  return /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(
    text,
  )
}

/** True for a well-formed BCP 47 tag of language, script, region and variants (RFC 5646 section 2.1, without private use). */
export function isLanguage(text: string): boolean {
  return (
    text.length <= 35 &&
    /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*$/i.test(text)
  )
}

function tidy(draft: PatientDraft): PatientDraft {
  const contact = draft.emergencyContact
  return {
    name: draft.name.trim().replace(/\s+/gu, ' '),
    birthOn: draft.birthOn,
    sex: draft.sex,
    phone: orNull(draft.phone),
    email: orNull(draft.email),
    emergencyContact: contact && {
      name: contact.name.trim(),
      phone: contact.phone.trim(),
      relation: orNull(contact.relation),
    },
    language: orNull(draft.language),
    notes: draft.notes.trim(),
  }
}

function orNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}

function nameProblems(field: string, name: string): FieldProblem[] {
  if (name === '') return [{ field, detail: 'must not be empty' }]
  // A name without a letter (such as `---`) could never be found again.
  if (foldText(name) === '') return [{ field, detail: 'must hold a letter or a digit' }]
  return textProblems(field, name, 200)
}

function birthProblems(birthOn: CalendarDay, today: CalendarDay): FieldProblem[] {
  const field = 'birthOn'
  if (!parseDay(birthOn).ok) return [{ field, detail: 'must be a day from 1900 on that the calendar has' }]
  return birthOn > today ? [{ field, detail: 'must not lie in the future' }] : []
}

function contactProblems(contact: EmergencyContact | null): FieldProblem[] {
  if (!contact) return []
  return [
    ...nameProblems('emergencyContact/name', contact.name),
    ...shapeProblem('emergencyContact/phone', contact.phone, isPhone, 'must be a phone number'),
    ...textProblems('emergencyContact/relation', contact.relation ?? '', 100),
  ]
}

function shapeProblem(
  field: string,
  value: string | null,
  fits: (text: string) => boolean,
  detail: string,
): FieldProblem[] {
  return value === null || fits(value) ? [] : [{ field, detail }]
}

function textProblems(field: string, value: string, max: number): FieldProblem[] {
  if (hasControlCharacter(value)) return [{ field, detail: 'must not hold control characters' }]
  return value.length > max ? [{ field, detail: `must have at most ${max} characters` }] : []
}
