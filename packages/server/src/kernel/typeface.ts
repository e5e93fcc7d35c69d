/**
 * The typeface of printed pages: Source Sans in Latin, Greek, Cyrillic and Vietnamese letters.
 *
 * The family comes as one file a script, so a name such as *Łęcka* or *Ζωή* is set from several files: text is cut into
 * runs, each in a file that has its letters. A letter that no file has is printed as its Unicode number, `[U+5C71]`: a reader
 * can look it up, where an empty box or a left-out letter would make another name of it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { must } from '@unknot/care/kernel'
import type pdfkit from 'pdfkit'

/** A document that pdfkit writes. */
type Paper = typeof pdfkit

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'] as const
export type Weight = 400 | 600

type Face = { readonly font: string; readonly has: (codePoint: number) => boolean }
export type Run = { readonly font: string; readonly text: string }

const require = createRequire(import.meta.url)
const family = dirname(require.resolve('@fontsource/source-sans-3/package.json'))
const files = new Map<string, Buffer>()

/** The WOFF files: PDFKit can open the WOFF2 ones, and fails later on letters that are made of two. */
function fileOf(script: string, weight: Weight): Buffer {
  const path = join(family, 'files', `source-sans-3-${script}-${weight}-normal.woff`)
  const bytes = files.get(path) ?? readFileSync(path)
  files.set(path, bytes)
  return bytes
}

/** One document's fonts, each opened when a letter first needs it. */
export class Typeface {
  /** True once a letter had to be printed as its number. */
  spelledOut = false
  readonly #doc: Paper
  readonly #faces = new Map<string, Face>()

  constructor(doc: Paper) {
    this.#doc = doc
  }

  /** The text in runs of one font each; the fonts are registered under the runs' names. */
  runs(text: string, weight: Weight): readonly Run[] {
    const runs: { font: string; text: string }[] = []
    for (const letter of text.normalize('NFC')) {
      const [font, shown] = this.#letter(letter, weight)
      const last = runs.at(-1)
      if (last && last.font === font) last.text += shown
      else runs.push({ font, text: shown })
    }
    return runs
  }

  #letter(letter: string, weight: Weight): readonly [font: string, shown: string] {
    const latin = this.#face('latin', weight)
    // Joiners and the like have no shape of their own.
    if (/\p{Default_Ignorable_Code_Point}/u.test(letter)) return [latin.font, '']
    const codePoint = must(letter.codePointAt(0), 'an empty letter')
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
function openedFont(doc: Paper): OpenedFont {
  const { _font } = doc as unknown as { _font?: { font?: OpenedFont } }
  return must(_font?.font, 'the PDF library keeps its font elsewhere now')
}
