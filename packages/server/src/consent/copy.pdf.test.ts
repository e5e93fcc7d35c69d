import { CONSENT_EXTRAS, canonicalText, consentText, type Signature, STANDARD_TEMPLATE } from '@unknot/care/consent'
import { REGIONS } from '@unknot/care/atlas'
import type { CalendarDay, Instant } from '@unknot/care/kernel'
import { pdfText } from '@unknot/testkit/kernel'
import { expect, test } from 'vitest'
import { type ConsentCopy, consentCopyPdf } from './copy.pdf.ts'

const jurisdiction = {
  notAcupunctureStatement: 'unknown',
  consentWritten: 'yes',
  trainingHours: 50,
  emergencyNumber: '112',
} as const
const drawn: Signature = {
  kind: 'strokes',
  width: 600,
  height: 200,
  strokes: [
    [
      { x: 10, y: 20 },
      { x: 300, y: 150 },
      { x: 590, y: 30 },
    ],
    [{ x: 400, y: 10 }],
  ],
}
const copy: ConsentCopy = {
  clinicName: 'Riverside Physiotherapy',
  timeZone: 'Europe/Dublin',
  patientName: 'Zoë Ó Briain-Łęcka',
  patientBirthOn: '1992-03-31' as CalendarDay,
  text: consentText(STANDARD_TEMPLATE, {
    regions: REGIONS,
    electrical: true,
    extras: CONSENT_EXTRAS,
    forYou: [{ text: 'Your blood thinner makes bruises bigger. Keep taking it.', sources: ['S10'], unreviewed: false }],
    jurisdiction,
  }),
  textHash: '0123456789abcdef'.repeat(4),
  signature: { kind: 'typed', name: 'Zoë Ó Briain-Łęcka' },
  representative: null,
  interpreter: null,
  givenAt: '2026-07-01T23:30:00.000Z' as Instant,
  takenByName: 'Dana Roe',
  withdrawals: [],
}

test('every sentence that was agreed stands in the copy, word by word and in order', async () => {
  const printed = squeeze(pdfText(await consentCopyPdf(copy, 'a4')).join(' '))
  let from = 0
  for (const part of copy.text.parts) {
    const sentences = part.sentences.flatMap(({ figure, text }) => (figure ? [figure, text] : [text]))
    for (const words of [part.title, ...sentences]) {
      const at = printed.indexOf(squeeze(words), from)
      expect(at, words).toBeGreaterThanOrEqual(from)
      from = at
    }
  }
  expect(canonicalText(copy.text).length).toBeGreaterThan(3000)
})

test('each page says whose it is, which version with which hash, and its number', async () => {
  const pages = pdfText(await consentCopyPdf(copy, 'letter'))
  expect(pages.length).toBeGreaterThan(1)
  for (const [index, page] of pages.entries()) {
    const words = squeeze(page)
    expect(words).toContain(squeeze(`${copy.patientName} · DN-2.0 · page ${index + 1} of ${pages.length}`))
    expect(words).toContain(squeeze(copy.textHash))
  }
})

test("times are the clinic's: half past eleven in the evening in UTC is the next day in Dublin", async () => {
  const words = squeeze(pdfText(await consentCopyPdf(copy, 'a4')).join(' '))
  expect(words).toContain(squeeze('2 July 2026 at 00:30 (Europe/Dublin)'))
})

test('A4 and Letter have their sizes', async () => {
  const a4 = (await consentCopyPdf(copy, 'a4')).toString('latin1')
  const letter = (await consentCopyPdf(copy, 'letter')).toString('latin1')
  expect(a4).toMatch(/MediaBox \[0 0 595\.28 841\.89\]/)
  expect(letter).toMatch(/MediaBox \[0 0 612 792\]/)
})

test('the same consent gives the same bytes', async () => {
  const [one, two] = await Promise.all([consentCopyPdf(copy, 'a4'), consentCopyPdf(copy, 'a4')])
  expect(one.equals(two)).toBe(true)
})

test('who signed for whom by which right, what was taken back, and who interpreted are said in words', async () => {
  const withdrawal = { at: '2026-11-24T06:00:00.000Z' as Instant, by: 'patient' as const, recordedByName: 'Dana Roe' }
  const withdrawals = [
    { ...withdrawal, scope: 'thoracic' as const, reason: '' },
    { ...withdrawal, scope: 'all' as const, reason: 'changed my mind' },
  ]
  const representative = {
    name: 'Mary Byrne',
    relation: 'mother',
    because: 'under-age',
    authority: '',
    assent: 'yes',
  } as const
  const interpreter = { name: 'Jan Nowak', language: 'Polish' }
  const signed = { ...copy, signature: drawn, representative, interpreter, withdrawals }
  const words = squeeze(pdfText(await consentCopyPdf(signed, 'a4')).join(' '))
  expect(words).toContain(squeeze('Mary Byrne (mother), for Zoë Ó Briain-Łęcka'))
  expect(words).toContain(squeeze('was asked, too, and agrees'))
  expect(words).toContain(squeeze('Interpreted into Polish by: Jan Nowak'))
  expect(words).toContain(squeeze('Withdrawn for the region thoracic by the patient on 24 November 2026 at 06:00'))
  expect(words).toContain(squeeze('Withdrawn by the patient on 24 November 2026 at 06:00'))
  expect(words).toContain(squeeze('changed my mind'))
  expect(words).toContain(squeeze('Signed by hand'))
})

test('a consent by word of mouth shows what was said and who heard it', async () => {
  const signature = { kind: 'spoken', words: 'Yes, I agree to that', witness: 'Sam Keane' } as const
  const words = squeeze(pdfText(await consentCopyPdf({ ...copy, signature }, 'letter')).join(' '))
  expect(words).toContain(squeeze('“Yes, I agree to that”'))
  expect(words).toContain(squeeze('Heard by: Sam Keane'))
})

test('a letter that the typeface lacks is printed as its number, never as an empty box', async () => {
  const words = squeeze(pdfText(await consentCopyPdf({ ...copy, patientName: 'Yuki 山' }, 'a4')).join(' '))
  expect(words).toContain('Yuki[U+5C71],born')
})

const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/g, '')
