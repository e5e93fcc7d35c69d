/** Lettering of the printed record: text measured, broken into lines and set in the house's typeface. */
import { type Run as Cut, Typeface, type Weight } from '../kernel/index.ts'

export type Lettering = { readonly sizePt: number; readonly weight: Weight; readonly colour: string }
type Run = Cut & { readonly widthPt: number }
export type Line = { readonly runs: readonly Run[]; readonly widthPt: number }

/** One document's pen. It keeps no place on the page: the caller says where a line goes. */
export class Pen {
  readonly #doc: PDFKit.PDFDocument
  readonly #typeface: Typeface

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
    this.#typeface = new Typeface(doc)
  }

  /** True once a letter had to be printed as its number. */
  get spelledOut(): boolean {
    return this.#typeface.spelledOut
  }

  /** Lines no wider than so many points. Breaks at spaces and line breaks; a word that is too wide is broken anywhere. */
  lines(text: string, lettering: Lettering, widthPt: number): readonly Line[] {
    return text
      .normalize('NFC')
      .split(/\r\n|\r|\n/)
      .flatMap((paragraph) => this.#wrap(paragraph.split(/[\t ]+/), lettering, widthPt))
  }

  write(line: Line, lettering: Lettering, xPt: number, yPt: number): void {
    let x = xPt
    this.#doc.fillColor(lettering.colour)
    for (const run of line.runs) {
      this.#doc.font(run.font).fontSize(lettering.sizePt).text(run.text, x, yPt, { lineBreak: false })
      x += run.widthPt
    }
  }

  #wrap(words: readonly string[], lettering: Lettering, widthPt: number): readonly Line[] {
    const lines: Line[] = []
    let text = ''
    for (const word of words.flatMap((each) => this.#pieces(each, lettering, widthPt))) {
      const longer = text === '' ? word : `${text} ${word}`
      if (text !== '' && this.#set(longer, lettering).widthPt > widthPt) {
        lines.push(this.#set(text, lettering))
        text = word
      } else text = longer
    }
    return [...lines, this.#set(text, lettering)]
  }

  /** The word, or as many pieces of it as it takes to fit. */
  #pieces(word: string, lettering: Lettering, widthPt: number): readonly string[] {
    if (this.#set(word, lettering).widthPt <= widthPt) return [word]
    const pieces: string[] = []
    let piece = ''
    for (const letter of word) {
      if (piece !== '' && this.#set(piece + letter, lettering).widthPt > widthPt) {
        pieces.push(piece)
        piece = ''
      }
      piece += letter
    }
    return [...pieces, piece]
  }

  #set(text: string, { sizePt, weight }: Lettering): Line {
    const runs = this.#typeface.runs(text, weight).map((part) => {
      const widthPt = this.#doc.font(part.font).fontSize(sizePt).widthOfString(part.text)
      return { ...part, widthPt }
    })
    return { runs, widthPt: runs.reduce((sum, run) => sum + run.widthPt, 0) }
  }
}
