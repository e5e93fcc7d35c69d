import { expect, test } from 'vitest'
import type { CalendarDay } from '../kernel/index.ts'
import { checkPatient, isEmail, isLanguage, isPhone, type PatientDraft } from './patient.ts'

const TODAY = '2026-11-24' as CalendarDay
const draft = (change: Partial<PatientDraft> = {}): PatientDraft => ({
  name: 'Zoë Ó Briain',
  birthOn: '1992-03-31' as CalendarDay,
  sex: 'female',
  phone: null,
  email: null,
  emergencyContact: null,
  language: null,
  notes: '',
  ...change,
})
const fieldsOf = (change: Partial<PatientDraft>): readonly string[] => {
  const checked = checkPatient(draft(change), TODAY)
  return checked.ok ? [] : checked.problem.fields.map(({ field }) => field)
}

test('a name and a birth date are enough; spaces around and within are tidied, empty text is nothing', () => {
  const checked = checkPatient(draft({ name: '  Zoë   Ó Briain ', phone: '  ', email: '' }), TODAY)
  expect(checked).toMatchObject({ ok: true, value: { name: 'Zoë Ó Briain', phone: null, email: null } })
})

test('every field that can not be true is named at once', () => {
  const contact = { name: '', phone: 'call her', relation: null }
  expect(
    fieldsOf({
      name: '---',
      birthOn: '2026-11-25' as CalendarDay,
      phone: 'none',
      email: 'nobody',
      language: 'english language',
      emergencyContact: contact,
      notes: 'x'.repeat(2001),
    }),
  ).toEqual([
    'name',
    'birthOn',
    'phone',
    'email',
    'language',
    'emergencyContact/name',
    'emergencyContact/phone',
    'notes',
  ])
})

test.each([
  ['2026-11-24', []],
  ['2026-11-25', ['birthOn']],
  ['1900-01-01', []],
  ['1899-12-31', ['birthOn']],
  ['2023-02-29', ['birthOn']],
])('born on %s', (birthOn, fields) => {
  expect(fieldsOf({ birthOn: birthOn as CalendarDay })).toEqual(fields)
})

test('names of 1 to 200 characters in any script, without control characters', () => {
  expect(fieldsOf({ name: '李' })).toEqual([])
  expect(fieldsOf({ name: 'a'.repeat(200) })).toEqual([])
  expect(fieldsOf({ name: 'a'.repeat(201) })).toEqual(['name'])
  expect(fieldsOf({ name: '   ' })).toEqual(['name'])
  expect(fieldsOf({ name: 'A\u202eB' })).toEqual(['name'])
})

test('shapes of phone, e-mail and language', () => {
  expect(['+353 87 123 4567', '(01) 234-5678', '911x22', '1800 123 456 ext. 9'].map(isPhone)).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(['', '12', 'call me', '+1'.repeat(20), '1234567890123456'].map(isPhone)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(['a@b.ie', 'ö.x+1@münchen.example'].every(isEmail)).toBe(true)
  expect(['a@b', '@b.ie', 'a b@c.ie', 'a@b..ie', 'a@-b.ie', `${'a'.repeat(250)}@b.ie`].some(isEmail)).toBe(false)
  expect(['en', 'en-IE', 'zh-Hant-TW', 'sr-Latn', 'es-419', 'de-CH-1996'].every(isLanguage)).toBe(true)
  expect(['e', 'english', 'en_IE', 'en-', '-en', 'en-IE-x'].some(isLanguage)).toBe(false)
})
