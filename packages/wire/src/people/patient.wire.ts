/**
 * Patients as the front desk knows them. Nothing clinical crosses here.
 *
 * The one who registers makes the id, so that a registration sent twice makes one patient.
 */
import type { PatientId } from '@unknot/care/kernel'
import { isEmail, isLanguage, isPhone, SEXES } from '@unknot/care/people'
import * as z from 'zod/mini'
import { day, defineRoutes, idOf, instant, text } from '../kernel/index.ts'

const patient = idOf<PatientId>()
const everybody = ['owner', 'clinician', 'desk'] as const

const phoneField = text({ min: 1, max: 40 }).check(
  z.refine(isPhone, 'must be a phone number, such as +353 87 123 4567'),
)
const contactField = z.nullable(
  z.strictObject({
    name: text({ min: 1, max: 200 }),
    phone: phoneField,
    relation: z.optional(z.nullable(text({ max: 100 }))),
  }),
)
/** Absent and null both say: nobody told us. */
const optionalFields = {
  sex: z.optional(z.enum(SEXES)),
  phone: z.optional(z.nullable(phoneField)),
  email: z.optional(
    z.nullable(
      text({ min: 1, max: 254 }).check(z.refine(isEmail, 'must be an e-mail address, such as name@example.org')),
    ),
  ),
  emergencyContact: z.optional(contactField),
  language: z.optional(
    z.nullable(text({ min: 1, max: 35 }).check(z.refine(isLanguage, 'must be a language tag, such as en or pt-BR'))),
  ),
  notes: z.optional(text({ max: 2000 })),
}

export const patientView = z.object({
  id: patient,
  /** Counts up from 1 in each clinic. */
  number: z.number(),
  name: z.string(),
  birthOn: day,
  sex: z.enum(SEXES),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
  emergencyContact: z.nullable(z.object({ name: z.string(), phone: z.string(), relation: z.nullable(z.string()) })),
  language: z.nullable(z.string()),
  /** For the front desk. Not the clinical record. */
  notes: z.string(),
  /** Send it back with a change; another number means that somebody was faster. */
  version: z.number(),
  registeredAt: instant,
  changedAt: instant,
})
export type PatientView = z.output<typeof patientView>

export const patientLine = z.object({
  id: patient,
  number: z.number(),
  name: z.string(),
  birthOn: day,
  sex: z.enum(SEXES),
  phone: z.nullable(z.string()),
})
export type PatientLine = z.output<typeof patientLine>

const likelyDuplicate = z.object({
  patient: patientLine,
  /** 0 to 100; from 50 on somebody should look. */
  score0to100: z.number(),
  /** In words, such as `same birth date`. */
  reasons: z.array(z.string()),
})
export type LikelyDuplicate = z.output<typeof likelyDuplicate>

export const patientRoutes = defineRoutes({
  findPatients: {
    method: 'GET',
    path: '/api/patients',
    access: everybody,
    summary: 'Find patients by any part of name, birth date or number, accents ignored; without q the newest',
    query: z.strictObject({
      q: z.optional(text({ max: 100 })),
      limit: z.optional(
        z
          .string()
          .check(z.regex(/^(?:[1-9]|[1-4]\d|50)$/, 'must be a number from 1 to 50'), z.meta({ examples: ['20'] })),
      ),
    }),
    answer: z.object({ patients: z.array(patientLine), more: z.boolean() }),
  },
  checkDuplicates: {
    method: 'POST',
    path: '/api/patients/duplicates',
    access: everybody,
    summary: 'Who is likely the same person, before somebody is registered twice',
    body: z.strictObject({
      name: text({ min: 1, max: 200 }),
      birthOn: day,
      phone: optionalFields.phone,
      email: optionalFields.email,
    }),
    answer: z.object({ duplicates: z.array(likelyDuplicate) }),
  },
  registerPatient: {
    method: 'POST',
    path: '/api/patients',
    access: everybody,
    summary: 'Register a patient; 409 likely-duplicate until each likely one is named in notDuplicateOf',
    body: z.strictObject({
      id: patient,
      name: text({ min: 1, max: 200 }),
      birthOn: day,
      ...optionalFields,
      notDuplicateOf: z.optional(z.array(patient).check(z.maxLength(20, 'must name at most 20 patients'))),
    }),
    status: 201,
    answer: patientView,
  },
  readPatient: {
    method: 'GET',
    path: '/api/patients/:patient',
    access: everybody,
    summary: 'One patient: name, birth date, contacts',
    params: z.strictObject({ patient }),
    answer: patientView,
    isKept: true,
  },
  changePatient: {
    method: 'PATCH',
    path: '/api/patients/:patient',
    access: everybody,
    summary: 'Change what is named, leave the rest; 409 patient-changed-meanwhile when the version is old',
    params: z.strictObject({ patient }),
    body: z.strictObject({
      version: z.int().check(z.minimum(1, 'must be 1 or more')),
      name: z.optional(text({ min: 1, max: 200 })),
      birthOn: z.optional(day),
      ...optionalFields,
    }),
    answer: patientView,
  },
})
