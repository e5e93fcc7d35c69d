/**
 * The typeface of printed pages: Source Sans in Latin, Greek, Cyrillic and Vietnamese letters.
 *
 * The family comes as one file a script, so a name such as *Łęcka* or *Ζωή* is set from several files: text is cut into
 * runs, each in a file that has its letters.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { must } from '@unknot/care/kernel'

const SCRIPTS = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const
export type Weight = 'regular' | 'bold'

type Face = { readonly name: string; readonly covers: (codePoint: number) => boolean }
export type Run = { readonly font: string; readonly text: string }

const require = createRequire(import.meta.url)
const files = new Map<string, Buffer>()

function fileOf(script: string, weight: Weight): Buffer {
  const name = `@fontsource/source-sans-3/files/source-sans-3-${script}-${weight === 'bold' ? 600 : 400}-normal.woff`
  const known = files.get(name)
  if (known) return known
  const bytes = readFileSync(require.resolve(name))
  files.set(name, bytes)
  return bytes
}

/** One document's fonts, each opened when a letter first needs it. */
export class Typeface {
  readonly #doc: PDFKit.PDFDocument
  readonly #faces = new Map<string, Face>()

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
  }

  /**
   * The text in runs. A letter that no file has is printed as its number, `[U+5C71]`: a reader can look it up, where an empty
   * box would make another name of it.
   */
  runs(text: string, weight: Weight): readonly Run[] {
    const runs: { font: string; text: string }[] = []
    let face = this.#face('latin', weight)
    for (const letter of text.normalize('NFC')) {
      const codePoint = must(letter.codePointAt(0), 'an empty letter')
      if (!face.covers(codePoint)) face = this.#faceFor(codePoint, weight)
      const shown = face.covers(codePoint) ? letter : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
      const last = runs.at(-1)
      if (last && last.font === face.name) last.text += shown
      else runs.push({ font: face.name, text: shown })
    }
    return runs
  }

  #faceFor(codePoint: number, weight: Weight): Face {
    for (const script of SCRIPTS) {
      const face = this.#face(script, weight)
      if (face.covers(codePoint)) return face
    }
    return this.#face('latin', weight)
  }

  #face(script: string, weight: Weight): Face {
    const name = `${script} ${weight}`
    const known = this.#faces.get(name)
    if (known) return known
    this.#doc.registerFont(name, fileOf(script, weight))
    const font = openedFont(this.#doc.font(name))
    const face = { name, covers: (codePoint: number) => font.hasGlyphForCodePoint(codePoint) }
    this.#faces.set(name, face)
    return face
  }
}

type OpenedFont = { hasGlyphForCodePoint(codePoint: number): boolean }

/** PDFKit has the opened font and doesn't say so in its types. */
function openedFont(doc: PDFKit.PDFDocument): OpenedFont {
  const { _font } = doc as unknown as { _font?: { font?: OpenedFont } }
  return must(_font?.font, 'the PDF library keeps its font elsewhere now')
}
