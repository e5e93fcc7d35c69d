/**
 * The session record on paper, A4 or Letter: what the session note says, laid out, nothing added and nothing left out.
 *
 * The words are care's, so that page, paper and data say the same. Every page says whose record it is, who signed it and when
 * (or that nobody did), its seal and its number. The same record gives the same bytes.
 */
import type { Instant } from '@unknot/care/kernel'
import type { NoteNeedle, SessionNote } from '@unknot/care/session'
import PDFDocument from 'pdfkit'
import { type MappedNeedle, mapsOf, type RecordMap } from './record.map.ts'
import { type Column, Layout } from './record.layout.ts'

export type Paper = 'a4' | 'letter'

export type PrintedRecord = {
  readonly note: SessionNote
  /** Where the needles of the note were. */
  readonly sites: readonly MappedNeedle[]
  /** SHA-256 of the events, see seal.ts. */
  readonly seal: string
  readonly printed: { readonly at: Instant; readonly words: string }
}

export async function recordPdf({ note, sites, seal, printed }: PrintedRecord, paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: paper === 'a4' ? 'A4' : 'LETTER',
    margin: 0,
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `${note.title}, ${note.patient.words}`,
      Author: note.clinic.name,
      CreationDate: new Date(printed.at),
    },
  })
  const bytes = collect(doc)
  const layout = new Layout(doc, `${note.patient.words} · ${note.subtitle}`)
  layout.head(note.title, note.subtitle, note.clinic)
  if (!note.signature) layout.framed(DRAFT, 'Nobody has signed this record. It can still change.')
  layout.grid(note.facts, 4)
  const [map, ...further] = mapsOf(sites)
  if (map) layout.map(map, SEEN[map.view], note.notes)
  else layout.rows(note.notes)
  for (const each of further) layout.map(each, SEEN[each.view], [])
  needles(layout, note)
  for (const [index, { when, author, text }] of note.addenda.entries()) {
    layout.framed(`Addendum ${index + 1}, ${when}, ${author}`, text)
  }
  signature(layout, note)
  layout.feet(feetOf(note, seal, printed.words))
  doc.end()
  return bytes
}

const SEEN: Readonly<Record<RecordMap['view'], string>> = {
  posterior: 'Seen from behind: the patient’s left is on the left.',
  anterior: 'Seen from the front: the patient’s left is on the right.',
  'right-lateral': 'The patient’s right side.',
  'left-lateral': 'The patient’s left side.',
}

const DRAFT = 'DRAFT, not signed'

const COLUMNS: readonly (Column & { readonly key: keyof NoteNeedle })[] = [
  { key: 'number', title: 'No.', share: 5, bold: true },
  { key: 'site', title: 'Muscle, side, level', share: 26 },
  { key: 'size', title: 'Size, mm', share: 10 },
  { key: 'technique', title: 'Technique', share: 15 },
  { key: 'direction', title: 'Direction', share: 12 },
  { key: 'twitch', title: 'Twitch', share: 13 },
  { key: 'pain', title: 'Pain', share: 9 },
  { key: 'in', title: 'In', share: 8.5, right: true },
  { key: 'out', title: 'Out', share: 8.5, right: true },
]

function needles(layout: Layout, note: SessionNote): void {
  const rows = note.needles.map((needle) => ({
    cells: COLUMNS.map(({ key }) => String(needle[key])),
    below: belowOf(needle),
  }))
  layout.table('Needles', COLUMNS, rows)
  if (rows.length === 0) layout.sentence('No needle was placed.')
  const by = note.countedBy === null ? 'count not confirmed' : `counted by ${note.countedBy}`
  layout.total(note.count.equation, `Needles left: ${note.count.leftCount}, ${by}`)
}

/** What has no column of its own. */
function belowOf({ depth, referred, bleeding, dwell, lot, by }: NoteNeedle): string {
  return `Depth: ${depth} · Referred: ${referred} · Bleeding: ${bleeding} · In for: ${dwell} · Lot: ${lot} · By: ${by}`
}

function signature(layout: Layout, { signature: signed }: SessionNote): void {
  if (signed) {
    layout.signature(signed.signer, `Signed and locked ${signed.when}`, 'Changes after this are addenda only.')
  } else layout.signature('Not signed', 'Not signed', 'This is a draft.')
  if (layout.spelledOut) {
    layout.sentence('Letters that this typeface lacks are printed as their Unicode numbers, such as [U+5C71].')
  }
}

function feetOf(note: SessionNote, seal: string, printedWords: string): readonly [string, string] {
  const short = (seal.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
  const who = note.signature ? `Signed by ${note.signature.signer}, ${note.signature.when}` : DRAFT
  return [who, `Unknot record, seal ${short} · ${printedWords}`]
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}
