/**
 * The patient's copy of a consent: the text exactly as agreed, the signature, who, when, and the withdrawal if there is one.
 *
 * The same consent gives the same bytes, so that a copy can be compared. Times are the clinic's; version and hash stand in
 * the foot of every page.
 */
import type {
  ConsentText,
  Interpreter,
  Representative,
  Signature,
  Withdrawal,
  WithdrawalScope,
} from '@unknot/care/consent'
import type { CalendarDay, Instant } from '@unknot/care/kernel'
import PDFDocument from 'pdfkit'
import { Typeface, type Weight } from '../kernel/index.ts'

export type ConsentCopy = {
  readonly clinicName: string
  /** IANA, such as `Europe/Dublin`. */
  readonly timeZone: string
  readonly patientName: string
  readonly patientBirthOn: CalendarDay
  readonly text: ConsentText
  readonly textHash: string
  readonly signature: Signature
  readonly representative: Representative | null
  readonly interpreter: Interpreter | null
  readonly givenAt: Instant
  readonly takenByName: string
  /** In the order in which they came. */
  readonly withdrawals: readonly (Withdrawal & { readonly recordedByName: string })[]
}

export type Paper = 'a4' | 'letter'

const MARGIN_PT = 56
const FOOT_PT = 48
const INK = '#1a1a1a'
const QUIET = '#555555'

export async function consentCopyPdf(copy: ConsentCopy, paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: paper === 'a4' ? 'A4' : 'LETTER',
    margins: { top: MARGIN_PT, left: MARGIN_PT, right: MARGIN_PT, bottom: MARGIN_PT + FOOT_PT },
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: `${copy.text.title}, ${copy.text.version}`,
      Author: copy.clinicName,
      CreationDate: new Date(copy.givenAt),
    },
  })
  const bytes = collect(doc)
  const page = new Page(doc)
  writeHead(page, copy)
  for (const part of copy.text.parts) {
    page.keepTogether(60)
    page.write(part.title, { weight: 600, size: 12, gap: 3, before: 9 })
    for (const { figure, text } of part.sentences) {
      // Texts of before DN-2.0 have no figures.
      page.write(figure ? `${figure}: ${text}` : text, { size: 10.5, gap: 3 })
    }
  }
  writeSignature(page, copy)
  writeFeet(page, copy)
  doc.end()
  return bytes
}

function writeHead(page: Page, copy: ConsentCopy): void {
  page.write(copy.clinicName, { size: 10, colour: QUIET, gap: 2 })
  page.write(copy.text.title, { weight: 600, size: 20, gap: 6 })
  page.write(`Patient: ${copy.patientName}, born ${dayWords(copy.patientBirthOn)}`, { size: 11, gap: 4 })
  for (const { scope, at, by, reason, recordedByName } of copy.withdrawals) {
    const why = reason === '' ? '' : ` Reason: ${reason}`
    const when = timeWords(at, copy.timeZone)
    const words = `Withdrawn${scopeWords(scope)} by the ${by} on ${when}, recorded by ${recordedByName}.${why}`
    page.write(words, { weight: 600, size: 11, gap: 4 })
  }
}

function writeSignature(page: Page, copy: ConsentCopy): void {
  page.keepTogether(190)
  page.write('Signature', { weight: 600, size: 12, gap: 4, before: 12 })
  writeMark(page, copy.signature)
  for (const line of signedLines(copy)) page.write(line, { size: 10.5, gap: 2 })
}

function writeMark(page: Page, signature: Signature): void {
  const how = (words: string) => page.write(words, { size: 9, colour: QUIET, gap: 4 })
  switch (signature.kind) {
    case 'typed':
      page.write(signature.name, { size: 16, gap: 2 })
      return how('Signed by typing the name.')
    case 'spoken':
      page.write(`“${signature.words}”`, { size: 13, gap: 2 })
      return how(`Said by word of mouth. Heard by: ${signature.witness}.`)
    case 'strokes':
      page.draw(signature)
      return how('Signed by hand on the screen.')
  }
}

function signedLines(copy: ConsentCopy): readonly string[] {
  const { representative, interpreter, patientName } = copy
  const lines = [
    `Signed by: ${representative ? `${representative.name} (${representative.relation}), for ${patientName}` : patientName}`,
  ]
  if (representative) {
    const { because, authority, assent } = representative
    const why = because === 'under-age' ? 'is under age' : 'can’t decide alone'
    lines.push(`Because ${patientName} ${why}.${authority === '' ? '' : ` By right of: ${authority}.`}`)
    lines.push(
      assent === 'yes'
        ? `${patientName} was asked, too, and agrees.`
        : `Whether ${patientName} agrees was not recorded.`,
    )
  }
  if (interpreter) lines.push(`Interpreted into ${interpreter.language} by: ${interpreter.name}`)
  return [...lines, `On: ${timeWords(copy.givenAt, copy.timeZone)}`, `Explained by: ${copy.takenByName}`]
}

function scopeWords(scope: WithdrawalScope): string {
  if (scope === 'all') return ''
  const apart = { electrical: 'electrical current', student: 'a student who watches', photographs: 'pictures' } as const
  return ` for ${scope in apart ? apart[scope as keyof typeof apart] : `the region ${scope}`}`
}

/** Written last, when the number of pages is known. */
function writeFeet(page: Page, copy: ConsentCopy): void {
  page.onEachPage((number, count) => {
    page.foot(`${copy.clinicName} · ${copy.patientName} · ${copy.text.version} · page ${number} of ${count}`, 0)
    page.foot(`SHA-256 of the text: ${copy.textHash}`, 12)
  })
}

type Style = {
  readonly size: number
  readonly gap: number
  readonly weight?: Weight
  readonly colour?: string
  readonly before?: number
}

/** A thin hand on the document: writes text in runs of fonts, draws, and keeps what belongs together on one page. */
class Page {
  readonly #doc: PDFKit.PDFDocument
  readonly #typeface: Typeface

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
    this.#typeface = new Typeface(doc)
  }

  write(text: string, style: Style): void {
    if (style.before) this.#doc.y += style.before
    this.#doc.x = this.#doc.page.margins.left
    this.#runs(text, style)
    this.#doc.y += style.gap
  }

  #runs(text: string, { size, weight = 400, colour = INK }: Style): void {
    const runs = this.#typeface.runs(text, weight)
    for (const [index, run] of runs.entries()) {
      this.#doc.font(run.font).fontSize(size).fillColor(colour)
      this.#doc.text(run.text, { continued: index < runs.length - 1 })
    }
  }

  /** Starts a new page unless so many points are left on this one. */
  keepTogether(heightPt: number): void {
    const { height, margins } = this.#doc.page
    if (this.#doc.y + heightPt > height - margins.bottom) this.#doc.addPage()
  }

  draw(signature: Extract<Signature, { kind: 'strokes' }>): void {
    const scale = Math.min(240 / signature.width, 90 / signature.height)
    const [left, top] = [this.#doc.page.margins.left, this.#doc.y]
    this.#doc.lineWidth(1.2).lineCap('round').lineJoin('round').strokeColor(INK)
    for (const [first, ...rest] of signature.strokes) {
      if (!first) continue
      this.#doc.moveTo(left + first.x * scale, top + first.y * scale)
      // A lone point is drawn as a dot: a line of no length with a round end.
      for (const point of rest.length > 0 ? rest : [first]) {
        this.#doc.lineTo(left + point.x * scale, top + point.y * scale)
      }
      this.#doc.stroke()
    }
    const bottom = top + signature.height * scale
    this.#doc.lineWidth(0.5).strokeColor(QUIET)
    this.#doc
      .moveTo(left, bottom + 2)
      .lineTo(left + 240, bottom + 2)
      .stroke()
    this.#doc.y = bottom + 8
  }

  onEachPage(each: (number: number, count: number) => void): void {
    const { count } = this.#doc.bufferedPageRange()
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index)
      each(index + 1, count)
    }
  }

  /** A line in the foot. The bottom margin is lifted meanwhile, or the library would turn the page. */
  foot(text: string, belowPt: number): void {
    const { margins, height } = this.#doc.page
    const bottom = margins.bottom
    margins.bottom = 0
    this.#doc.x = margins.left
    this.#doc.y = height - MARGIN_PT - FOOT_PT / 2 + belowPt
    this.#runs(text, { size: 8, gap: 0, colour: QUIET })
    margins.bottom = bottom
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

function timeWords(at: Instant, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone })
  return `${words.format(new Date(at))} (${timeZone})`
}

function dayWords(day: CalendarDay): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}
