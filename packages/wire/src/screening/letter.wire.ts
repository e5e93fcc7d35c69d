/** Referral letters: drafted from a screening's findings, edited, printed, and recorded as sent or handed over. */
import type { AccountId, LetterId, PatientId, ScreeningId } from '@unknot/care/kernel'
import { LETTERS, LETTER_WAYS, URGENCIES } from '@unknot/care/screening'
import * as z from 'zod/mini'
import { defineRoutes, idOf, instant, text } from '../kernel/index.ts'

const letter = idOf<LetterId>()
const patient = idOf<PatientId>()
const screening = idOf<ScreeningId>()
const clinical = ['owner', 'clinician'] as const

const words = {
  recipient: z.enum(LETTERS),
  recipientName: text({ max: 200 }),
  recipientAddress: text({ max: 500 }),
  urgency: z.enum(URGENCIES),
  subject: text({ min: 1, max: 300 }),
  body: text({ min: 1, max: 10_000 }),
}

const asked = z.array(
  z.object({
    question: z.string(),
    text: z.string(),
    answer: z.enum(['yes', 'no', 'unknown', 'not-asked']),
    note: z.string(),
  }),
)

const draftView = z.object({
  recipient: z.enum(LETTERS),
  recipientName: z.string(),
  recipientAddress: z.string(),
  urgency: z.enum(URGENCIES),
  subject: z.string(),
  body: z.string(),
  /** Every warning sign of the screening, as it was answered. */
  asked,
})
export type LetterDraftView = z.output<typeof draftView>

const letterView = z.object({
  ...draftView.shape,
  id: letter,
  patient,
  screening,
  version: z.number(),
  writtenAt: instant,
  writtenBy: idOf<AccountId>(),
  writtenByName: z.string(),
  changedAt: instant,
  /** Null while it can be edited. Afterwards it is locked. */
  issued: z.nullable(z.object({ at: instant, how: z.enum(LETTER_WAYS), to: z.string(), byName: z.string() })),
})
export type LetterView = z.output<typeof letterView>

const letterLine = z.object({
  id: letter,
  screening,
  recipient: z.enum(LETTERS),
  recipientName: z.string(),
  urgency: z.enum(URGENCIES),
  subject: z.string(),
  changedAt: instant,
  writtenByName: z.string(),
  issuedAt: z.nullable(instant),
})
export type LetterLine = z.output<typeof letterLine>

export const letterRoutes = defineRoutes({
  draftLetter: {
    method: 'GET',
    path: '/api/screenings/:screening/letter-draft',
    access: clinical,
    summary: 'A letter made from the findings of this screening; nothing is kept yet',
    params: z.strictObject({ screening }),
    query: z.strictObject({
      /** Left out: whom the findings lead to. */
      to: z.optional(z.enum(LETTERS)),
    }),
    answer: draftView,
  },
  writeLetter: {
    method: 'POST',
    path: '/api/patients/:patient/letters',
    access: ['clinician'],
    summary: 'Keep a letter; it can be edited until it is recorded as sent or handed over',
    params: z.strictObject({ patient }),
    body: z.strictObject({ id: letter, screening, ...words }),
    status: 201,
    answer: letterView,
  },
  changeLetter: {
    method: 'PUT',
    path: '/api/letters/:letter',
    access: ['clinician'],
    summary:
      'Change the words of a letter; 409 letter-issued once it left the house, 409 letter-changed-meanwhile when the version is old',
    params: z.strictObject({ letter }),
    body: z.strictObject({ version: z.int().check(z.minimum(1, 'must be 1 or more')), ...words }),
    answer: letterView,
  },
  issueLetter: {
    method: 'POST',
    path: '/api/letters/:letter/issue',
    access: ['clinician'],
    summary: 'Record that the letter was sent or handed over; from then on it is locked, and its copy is kept',
    params: z.strictObject({ letter }),
    body: z.strictObject({
      version: z.int().check(z.minimum(1, 'must be 1 or more')),
      how: z.enum(LETTER_WAYS),
      /** To whom it was given, such as `the patient` or `Dr Quinn’s desk`. */
      to: text({ min: 1, max: 200 }),
    }),
    answer: letterView,
  },
  readLetter: {
    method: 'GET',
    path: '/api/letters/:letter',
    access: clinical,
    summary: 'One letter with its words, and how it left the house',
    params: z.strictObject({ letter }),
    answer: letterView,
  },
  listLetters: {
    method: 'GET',
    path: '/api/patients/:patient/letters',
    access: clinical,
    summary: "A patient's letters, newest first",
    params: z.strictObject({ patient }),
    answer: z.object({ letters: z.array(letterLine) }),
  },
  printLetter: {
    method: 'GET',
    path: '/api/letters/:letter/letter.pdf',
    access: clinical,
    summary: 'The letter on paper, with the warning signs asked and answered',
    params: z.strictObject({ letter }),
    query: z.strictObject({ paper: z.optional(z.enum(['a4', 'letter'])) }),
    file: 'application/pdf',
  },
})
