/**
 * Lettering of the printed record: text measured, broken into lines and set in Source Sans.
 *
 * The family comes as one file a script, so a name such as *Łęcka* is set from several files. A letter that no file has is
 * printed as its Unicode number, `[U+5C71]`: a reader can look it up, where an empty box or a left-out letter would make
 * another name of it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { must } from '@unknot/care/kernel'

export type Weight = 400 | 600
export type Lettering = { readonly sizePt: number; readonly weight: Weight; readonly colour: string }
type Run = { readonly font: string; readonly text: string; readonly widthPt: number }
export type Line = { readonly runs: readonly Run[]; readonly widthPt: number }

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'] as const
type Face = { readonly font: string; has(codePoint: number): boolean }

const require = createRequire(import.meta.url)
const files = new Map<string, Buffer>()

/** The WOFF files: PDFKit can open the WOFF2 ones, and fails later on letters that are made of two. */
function fileOf(script: string, weight: Weight): Buffer {
  const name = `@fontsource/source-sans-3/files/source-sans-3-${script}-${weight}-normal.woff`
  const bytes = files.get(name) ?? readFileSync(require.resolve(name))
  files.set(name, bytes)
  return bytes
}

/** One document's pen. It keeps no place on the page: the caller says where a line goes. */
export class Pen {
  /** True once a letter had to be printed as its number. */
  spelledOut = false
  readonly #doc: PDFKit.PDFDocument
  readonly #faces = new Map<string, Face>()

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
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
    const parts: { font: string; text: string }[] = []
    for (const letter of text) {
      const [font, shown] = this.#letter(letter, weight)
      const last = parts.at(-1)
      if (last && last.font === font) last.text += shown
      else parts.push({ font, text: shown })
    }
    const runs = parts.map((part) => {
      const widthPt = this.#doc.font(part.font).fontSize(sizePt).widthOfString(part.text)
      return { ...part, widthPt }
    })
    return { runs, widthPt: runs.reduce((sum, run) => sum + run.widthPt, 0) }
  }

  #letter(letter: string, weight: Weight): readonly [font: string, shown: string] {
    const latin = this.#face('latin', weight)
    // Joiners and the like have no shape of their own.
    if (/\p{Default_Ignorable_Code_Point}/u.test(letter)) return [latin.font, '']
    const codePoint = must(letter.codePointAt(0), 'an empty letter')
    if (latin.has(codePoint)) return [latin.font, letter]
    for (const script of SCRIPTS) {
      const face = this.#face(script, weight)
      if (face.has(codePoint)) return [face.font, letter]
    }
    this.spelledOut = true
    return [latin.font, `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`]
  }

  #face(script: string, weight: Weight): Face {
    const font = `${script} ${weight}`
    const known = this.#faces.get(font)
    if (known) return known
    this.#doc.registerFont(font, fileOf(script, weight))
    const opened = openedFont(this.#doc.font(font))
    const face = { font, has: (codePoint: number) => opened.hasGlyphForCodePoint(codePoint) }
    this.#faces.set(font, face)
    return face
  }
}

type OpenedFont = { hasGlyphForCodePoint(codePoint: number): boolean }

/** PDFKit keeps the opened font and doesn't say so in its types. */
function openedFont(doc: PDFKit.PDFDocument): OpenedFont {
  const { _font } = doc as unknown as { _font?: { font?: OpenedFont } }
  return must(_font?.font, 'the PDF library keeps its font elsewhere now')
}
