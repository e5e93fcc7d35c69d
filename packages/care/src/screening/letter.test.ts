import { expect, test } from 'vitest'
import { askedSigns, checkLetter, draftLetter, recipientFor } from './letter.ts'
import { type Answers, QUESTION_IDS } from './questions.ts'
import { rulesReading } from './rules.ts'
import { screen } from './screen.ts'

const allNo = Object.fromEntries(QUESTION_IDS.map((id) => [id, { answer: 'no' }])) as Answers
const about = { patientName: 'Lina Haddad', bornWords: '4 March 1995', screenedWords: '23 November 2026 at 13:00' }
const flags = QUESTION_IDS.filter((id) => rulesReading(id).some((rule) => rule.startsWith('RF')))

test.each(flags)('%s: what is found stands in the letter with its reason, and how soon follows the finding', (id) => {
  const result = screen({ ...allNo, [id]: { answer: 'yes', note: 'since Friday' } }, { ageYears: 60 })
  const letter = draftLetter({ ...about, result }, recipientFor(result))
  for (const finding of result.findings.filter(({ urgency }) => urgency !== null)) {
    expect(letter.body).toContain(finding.reasonForClinician)
  }
  expect(letter.urgency).toBe(result.urgency ?? 'routine')
  if (result.urgency === 'emergency-now') expect(letter.recipient).toBe('emergency-department')
  expect(letter.body).toContain('born 4 March 1995')
})

test('all warning signs are listed as they were answered: yes, no, unknown, with the note, and blank is not no', () => {
  const [first, second, third] = flags
  const answers = { ...allNo } as Record<string, { answer: string; note?: string }>
  answers[first as string] = { answer: 'yes', note: 'since Friday' }
  answers[second as string] = { answer: 'unknown' }
  delete answers[third as string]
  const signs = askedSigns(answers as Answers)
  expect(signs.map(({ question }) => question)).toEqual(flags)
  expect(signs.slice(0, 4).map(({ answer }) => answer)).toEqual(['yes', 'unknown', 'not-asked', 'no'])
  expect(signs[0]?.note).toBe('since Friday')
})

test('a patient with nothing found can be written about, too; the clinician gives the reason', () => {
  const result = screen(allNo, { ageYears: 34 })
  const letter = draftLetter({ ...about, result }, 'specialist')
  expect(letter).toMatchObject({ recipient: 'specialist', urgency: 'routine' })
  expect(letter.body).toContain('My reason:')
})

test('a letter needs words, and a name unless the patient carries it to an emergency department', () => {
  const result = screen(allNo, { ageYears: 34 })
  const letter = draftLetter({ ...about, result }, 'family-doctor')
  expect(checkLetter(letter)).toEqual({ code: 'recipient-unnamed' })
  expect(checkLetter({ ...letter, recipientName: 'Dr Nora Quinn' })).toBeNull()
  expect(checkLetter({ ...letter, recipient: 'emergency-department' })).toBeNull()
  expect(checkLetter({ ...letter, recipientName: 'Dr Nora Quinn', body: ' \n ' })).toEqual({ code: 'letter-empty' })
})
