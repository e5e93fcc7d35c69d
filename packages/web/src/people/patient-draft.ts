/** What a form about a patient holds: text as typed, until it is sent. */
import type { CalendarDay } from '@unknot/care/kernel'
import type { Sex } from '@unknot/care/people'
import type { PatientView } from '@unknot/wire/people'

export type PatientForm = {
  readonly name: string
  readonly birthOn: string
  readonly sex: Sex
  readonly phone: string
  readonly email: string
  readonly emergencyName: string
  readonly emergencyPhone: string
  readonly emergencyRelation: string
  readonly language: string
  readonly notes: string
}

export const EMPTY_PATIENT: PatientForm = {
  name: '',
  birthOn: '',
  sex: 'unknown',
  phone: '',
  email: '',
  emergencyName: '',
  emergencyPhone: '',
  emergencyRelation: '',
  language: '',
  notes: '',
}

export function formOf(patient: PatientView): PatientForm {
  return {
    name: patient.name,
    birthOn: patient.birthOn,
    sex: patient.sex,
    phone: patient.phone ?? '',
    email: patient.email ?? '',
    emergencyName: patient.emergencyContact?.name ?? '',
    emergencyPhone: patient.emergencyContact?.phone ?? '',
    emergencyRelation: patient.emergencyContact?.relation ?? '',
    language: patient.language ?? '',
    notes: patient.notes,
  }
}

/** As the API takes it: what is empty was not told. */
export function bodyOf(form: PatientForm) {
  const hasContact = form.emergencyName.trim() !== '' || form.emergencyPhone.trim() !== ''
  return {
    name: form.name,
    birthOn: form.birthOn as CalendarDay,
    sex: form.sex,
    phone: orNull(form.phone),
    email: orNull(form.email),
    emergencyContact: hasContact
      ? { name: form.emergencyName, phone: form.emergencyPhone, relation: orNull(form.emergencyRelation) }
      : null,
    language: orNull(form.language),
    notes: form.notes,
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

const PATIENT_FIELDS = Object.keys(EMPTY_PATIENT) as readonly (keyof PatientForm)[]

/** The fields that two forms don't agree on. */
export function differences(a: PatientForm, b: PatientForm): readonly (keyof PatientForm)[] {
  return PATIENT_FIELDS.filter((field) => a[field].trim() !== b[field].trim())
}
