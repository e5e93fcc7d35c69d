import type { MuscleId } from '@unknot/care/atlas'
import type { Instant } from '@unknot/care/kernel'
import type { NoteNeedle, SessionNote } from '@unknot/care/session'
import { freshId, pdfText } from '@unknot/testkit/kernel'
import { expect, test } from 'vitest'
import { type PrintedRecord, recordPdf } from './record.pdf.ts'

const at = '2026-11-23T10:04:10.000Z' as Instant
const needle: NoteNeedle = {
  needle: freshId(),
  number: 1,
  site: 'Lumbar multifidus, right, L4',
  size: '0.30 × 50',
  depth: '25 mm',
  technique: 'deep, pistoning',
  direction: 'inferomedial',
  twitch: 'two',
  pain: '2',
  referred: 'to the buttock',
  bleeding: 'a spot',
  in: '10:04:10',
  out: '10:14:12',
  dwell: '10 min 2 s',
  by: 'Nguyễn Thị Ánh',
  lot: 'K2291',
  inAt: at,
  outAt: at,
  dwellS: 602,
  outcome: 'out',
}
const note: SessionNote = {
  session: freshId(),
  phase: 'signed',
  status: 'signed',
  title: 'Session record',
  subtitle: 'Dry needling, Monday 23 November 2026, 10:00 (Europe/Dublin)',
  zone: 'Europe/Dublin',
  clinic: { name: 'Harbour Street Clinic', lines: ['14 Harbour Street, Dublin 2', '+353 1 555 0142'] },
  patient: {
    id: freshId(),
    name: 'Zoë Ó Briain-Łęcka',
    bornOn: '1992-02-03' as never,
    number: '412',
    words: 'Zoë Ó Briain-Łęcka, born 3 Feb 1992, no. 412',
  },
  openedAt: at,
  facts: [
    { label: 'Patient', value: 'Zoë Ó Briain-Łęcka, no. 412' },
    { label: 'Born', value: '3 Feb 1992 (34 y)' },
    { label: 'Clinician', value: 'Nguyễn Thị Ánh, PT 018 552' },
    { label: 'Position', value: 'Prone, then side-lying on the left' },
    { label: 'Reason', value: 'Low back pain, 5 months' },
    { label: 'Alerts', value: 'Faints at needles' },
    { label: 'Consent', value: 'DN-1.0, given 09:58' },
    { label: 'Time-out', value: '10:02, all four checked' },
  ],
  notes: [
    { label: 'Findings', value: 'Taut bands L4 and L5 right; right gluteus medius reproduces her pain.' },
    { label: 'Pain now', value: '6 before, 3 after (0 to 10)' },
    { label: 'Reaction', value: 'Felt faint, mild. All out; laid flat, legs up. Recovered in 8 minutes.' },
    { label: 'Not placed', value: 'Piriformis, right: she felt faint before it.' },
    { label: 'Aftercare', value: 'Told and printed: soreness for a day or two, warning signs, 112.' },
  ],
  needles: [needle, { ...needle, number: 2, site: 'Gluteus medius, right', out: '10:20:20', twitch: 'not looked for' }],
  count: { inCount: 2, outCount: 2, accountedCount: 0, leftCount: 0, equation: 'In 2 = out 2 + accounted for 0' },
  countedBy: 'Nguyễn Thị Ánh',
  signature: { signer: 'Nguyễn Thị Ánh, PT 018 552', at, when: '23 Nov 2026, 10:41:07' },
  addenda: [
    { event: freshId(), at, when: '24 Nov 2026, 09:10', author: 'Nguyễn Thị Ánh', text: 'She rang: a bruise.' },
  ],
}
const record: PrintedRecord = {
  note,
  sites: [
    { number: 1, site: { muscle: 'lumbar-multifidus' as MuscleId, side: 'right', level: 'L4', point: null } },
    { number: 2, site: { muscle: 'gluteus-medius' as MuscleId, side: 'right', level: null, point: null } },
  ],
  seal: '7f3a91c2e04d55aa'.repeat(4),
  printed: { at: '2026-11-24T09:14:00.000Z' as Instant, words: 'Printed 24 Nov 2026, 09:14 by Nguyễn Thị Ánh' },
}
const pdfOf = (change: Partial<SessionNote>, paper: 'a4' | 'letter') =>
  recordPdf({ ...record, note: { ...note, ...change } }, paper)
/** Facts beside the words, for programs; the words stand on the paper. */
const NOT_PRINTED = new Set(['needle', 'inAt', 'outAt', 'dwellS', 'outcome'])

test('everything that the record says stands on the paper, letters of many languages too', async () => {
  for (const paper of ['a4', 'letter'] as const) {
    const page = squeeze(pdfText(await recordPdf(record, paper)).join(' '))
    const lines = [...note.facts, ...note.notes].flatMap(({ label, value }) => [label, value])
    const cells = note.needles.flatMap((each) =>
      Object.entries(each).flatMap(([key, cell]) => (NOT_PRINTED.has(key) ? [] : [String(cell)])),
    )
    const rest = note.addenda.flatMap(({ when, author, text }) => [when, author, text])
    for (const words of [...lines, ...cells, ...rest, note.clinic.name, note.count.equation]) {
      expect(page, words).toContain(squeeze(words))
    }
  }
})

test('each page of a long record says whose it is, who signed and when, its seal and its number', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ ...needle, number: index + 1 }))
  const long = { label: 'Findings', value: 'A long finding, and yet another word of it. '.repeat(150) }
  const pages = pdfText(await pdfOf({ needles: many, notes: [long, ...note.notes] }, 'letter'))
  expect(pages.length).toBeGreaterThanOrEqual(4)
  for (const [index, page] of pages.entries()) {
    const words = squeeze(page)
    for (const always of ['Ó Briain-Łęcka', '23 Nov 2026, 10:41:07', 'Nguyễn Thị Ánh', 'seal 7f3a 91c2 e04d 55aa']) {
      expect(words).toContain(squeeze(always))
    }
    expect(words).toContain(`Page${index + 1}of${pages.length}`)
  }
  const all = squeeze(pages.join(' '))
  // One word of each sentence: a sentence may go on over the page.
  expect(all.split('another').length - 1).toBe(150)
  expect(all.split('K2291').length - 1).toBe(60)
})

test('an unsigned record says on every page that it is a draft', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ ...needle, number: index + 1, out: 'still in' }))
  const equation = 'In 60 = out 0 + accounted for 0 + still in the body 60'
  const count = { inCount: 60, outCount: 0, accountedCount: 0, leftCount: 60, equation }
  const draft = { signature: null, needles: many, count, countedBy: null, addenda: [] }
  const pages = pdfText(await pdfOf(draft, 'a4'))
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page).toContain('DRAFT, not signed')
  expect(squeeze(pages.join(' '))).toContain(squeeze(equation))
  expect(pages.join(' ')).not.toContain('Signed by')
})

test('a letter that the typeface lacks is printed as its number, and the page says so', async () => {
  const words = pdfText(await pdfOf({ patient: { ...note.patient, words: '山田 花子' } }, 'a4')).join(' ')
  expect(words).not.toContain('U+5C71')
  const named = { label: 'Patient', value: '山田 花子' }
  const page = squeeze(pdfText(await pdfOf({ facts: [named] }, 'a4')).join(' '))
  expect(page).toContain('[U+5C71][U+7530][U+82B1][U+5B50]')
  expect(page).toContain(squeeze('Letters that this typeface lacks'))
})

test('the same record gives the same bytes', async () => {
  expect((await recordPdf(record, 'a4')).equals(await recordPdf(record, 'a4'))).toBe(true)
})

function squeeze(words: string): string {
  return words.replace(/\s+/g, '')
}
