/**
 * The session record on paper, A4 or Letter: what `RecordSheet` says, laid out, nothing added and nothing left out.
 *
 * It is handed words, so that page, paper and data say the same. Every page says whose record it is, who signed it and when
 * (or that nobody did), its seal and its number. The same sheet gives the same bytes.
 */
import type { Instant } from '@unknot/care/kernel'
import PDFDocument from 'pdfkit'
import { type Column, Layout } from './record.layout.ts'

export type Paper = 'a4' | 'letter'
export type Fact = { readonly label: string; readonly value: string }

/** One needle in words; a cell that has nothing to say says why (`not asked`), it is never empty. */
export type NeedleLine = {
  readonly number: number
  readonly site: string
  readonly size: string
  readonly technique: string
  readonly direction: string
  readonly twitch: string
  readonly pain: string
  readonly in: string
  /** The time, or what became of it: `still in`, `broken`. */
  readonly out: string
  readonly lot: string
}

export type RecordSheet = {
  readonly clinic: { readonly name: string; readonly lines: readonly string[] }
  /** `Dry needling, Monday 23 November 2026, 10:00 (Europe/Dublin)` */
  readonly subtitle: string
  /** Who, for the head of every further page: `Maja Lindqvist, born 3 Feb 1980, no. 0412`. */
  readonly patient: string
  /** Four to a row. */
  readonly facts: readonly Fact[]
  /** Findings, reactions, incidents, what was not placed, aftercare. */
  readonly notes: readonly Fact[]
  readonly needles: readonly NeedleLine[]
  readonly count: { readonly in: number; readonly out: number; readonly accounted: number; readonly left: number }
  /** Null while nobody has confirmed the count. */
  readonly countedBy: string | null
  readonly addenda: readonly { readonly at: string; readonly author: string; readonly text: string }[]
  /** Null for a draft. */
  readonly signature: { readonly signer: string; readonly at: string } | null
  /** SHA-256 of the events, see seal.ts. */
  readonly seal: string
  readonly printed: { readonly at: Instant; readonly words: string }
}

export async function recordPdf(sheet: RecordSheet, paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: paper === 'a4' ? 'A4' : 'LETTER',
    margin: 0,
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `Session record, ${sheet.patient}`,
      Author: sheet.clinic.name,
      CreationDate: new Date(sheet.printed.at),
    },
  })
  const bytes = collect(doc)
  const layout = new Layout(doc, `${sheet.patient} · ${sheet.subtitle}`)
  head(layout, sheet)
  layout.grid(sheet.facts, 4)
  layout.rows(sheet.notes)
  needles(layout, sheet)
  for (const [index, { at, author, text }] of sheet.addenda.entries()) {
    layout.framed(`Addendum ${index + 1}, ${at}, ${author}`, text)
  }
  signature(layout, sheet)
  layout.feet(feetOf(sheet))
  doc.end()
  return bytes
}

/** `In 7 = out 6 + accounted for otherwise 1`; what is still in the body stands in the same equation. */
export function countWords({ in: inCount, out, accounted, left }: RecordSheet['count']): string {
  const still = left === 0 ? '' : ` + still in the body ${left}`
  return `In ${inCount} = out ${out} + accounted for otherwise ${accounted}${still}`
}

function head(layout: Layout, sheet: RecordSheet): void {
  layout.head('Session record', sheet.subtitle, sheet.clinic)
  if (!sheet.signature) layout.framed('DRAFT, not signed', 'Nobody has signed this record. It can still change.')
}

const COLUMNS: readonly (Column & { readonly key: keyof NeedleLine })[] = [
  { key: 'number', title: 'No.', share: 3.5, bold: true },
  { key: 'site', title: 'Muscle, side, level', share: 25 },
  { key: 'size', title: 'Size, mm', share: 9.5 },
  { key: 'technique', title: 'Technique', share: 15 },
  { key: 'direction', title: 'Direction', share: 11.5 },
  { key: 'twitch', title: 'Twitch', share: 11.5 },
  { key: 'pain', title: 'Pain', share: 6.5 },
  { key: 'in', title: 'In', share: 8, right: true },
  { key: 'out', title: 'Out', share: 8, right: true },
  { key: 'lot', title: 'Lot', share: 7 },
]

function needles(layout: Layout, sheet: RecordSheet): void {
  const rows = sheet.needles.map((needle) => COLUMNS.map(({ key }) => String(needle[key])))
  layout.table('Needles', COLUMNS, rows)
  if (rows.length === 0) layout.sentence('No needle was placed.')
  const by = sheet.countedBy === null ? 'count not confirmed' : `counted by ${sheet.countedBy}`
  layout.total(countWords(sheet.count), `Needles left: ${sheet.count.left}, ${by}`)
}

function signature(layout: Layout, { signature: signed }: RecordSheet): void {
  if (signed) {
    layout.signature(signed.signer, `Signed and locked ${signed.at}`, 'Changes after this are addenda only.')
  } else layout.signature('Not signed', 'Not signed', 'This is a draft.')
  if (layout.spelledOut) {
    layout.sentence('Letters that this typeface lacks are printed as their Unicode numbers, such as [U+5C71].')
  }
}

function feetOf({ seal, signature: signed, printed }: RecordSheet): readonly [string, string] {
  const short = (seal.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
  const who = signed ? `Signed by ${signed.signer}, ${signed.at}` : 'DRAFT, not signed'
  return [who, `Unknot record, seal ${short} · ${printed.words}`]
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}
