/**
 * A page of plain print: a head, paragraphs, a foot on every page. A4 or Letter; the same words give the same bytes.
 *
 * Words are set through `Typeface`, so that a name in any script is printed or spelled out, never lost.
 */
import type { Instant } from '@unknot/care/kernel'
import PDFDocument from 'pdfkit'
import { Typeface, type Weight } from './typeface.ts'

export type Paper = 'a4' | 'letter'

const MARGIN_PT = 56
const FOOT_PT = 48
const INK = '#1a1a1a'
export const QUIET = '#555555'

type PrintedStyle = {
  readonly size: number
  /** Points below. */
  readonly gap: number
  readonly weight?: Weight
  readonly colour?: string
  /** Points above. */
  readonly before?: number
}

type PrintedInfo = { readonly title: string; readonly author: string; readonly at: Instant }

/** Writes text in runs of fonts, draws, and keeps what belongs together on one page. */
export class PrintedPage {
  readonly #doc: PDFKit.PDFDocument
  readonly #typeface: Typeface
  readonly #bytes: Promise<Buffer>

  constructor(paper: Paper, { title, author, at }: PrintedInfo) {
    this.#doc = new PDFDocument({
      size: paper === 'a4' ? 'A4' : 'LETTER',
      margins: { top: MARGIN_PT, left: MARGIN_PT, right: MARGIN_PT, bottom: MARGIN_PT + FOOT_PT },
      bufferPages: true,
      lang: 'en',
      displayTitle: true,
      info: { Title: title, Author: author, CreationDate: new Date(at) },
    })
    this.#typeface = new Typeface(this.#doc)
    this.#bytes = collect(this.#doc)
  }

  write(text: string, style: PrintedStyle): void {
    if (style.before) this.#doc.y += style.before
    this.#doc.x = this.#doc.page.margins.left
    this.#runs(text, style)
    this.#doc.y += style.gap
  }

  #runs(text: string, { size, weight = 400, colour = INK }: PrintedStyle): void {
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

  /** Lines through points of a box, drawn at most 240 × 90 points large, on a base line. */
  strokes(
    box: { readonly width: number; readonly height: number },
    lines: readonly (readonly { readonly x: number; readonly y: number }[])[],
  ): void {
    const scale = Math.min(240 / box.width, 90 / box.height)
    const [left, top] = [this.#doc.page.margins.left, this.#doc.y]
    this.#doc.lineWidth(1.2).lineCap('round').lineJoin('round').strokeColor(INK)
    for (const [first, ...rest] of lines) {
      if (!first) continue
      this.#doc.moveTo(left + first.x * scale, top + first.y * scale)
      // A lone point is drawn as a dot: a line of no length with a round end.
      for (const point of rest.length > 0 ? rest : [first]) {
        this.#doc.lineTo(left + point.x * scale, top + point.y * scale)
      }
      this.#doc.stroke()
    }
    const bottom = top + box.height * scale
    this.#doc.lineWidth(0.5).strokeColor(QUIET)
    this.#doc
      .moveTo(left, bottom + 2)
      .lineTo(left + 240, bottom + 2)
      .stroke()
    this.#doc.y = bottom + 8
  }

  /** The lines of the foot on each page, made when the number of pages is known. Ends the document. */
  finish(foot: (number: number, count: number) => readonly string[]): Promise<Buffer> {
    const { count } = this.#doc.bufferedPageRange()
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index)
      for (const [line, words] of foot(index + 1, count).entries()) this.#foot(words, line * 12)
    }
    this.#doc.end()
    return this.#bytes
  }

  /** The bottom margin is lifted meanwhile, or the library would turn the page. */
  #foot(text: string, belowPt: number): void {
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
