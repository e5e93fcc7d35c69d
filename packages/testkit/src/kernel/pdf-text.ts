/** Reads the words back out of a PDF of ours, so that a test sees what stands on the paper. */
import { inflateSync } from 'node:zlib'

/** The text of each page, in the order in which it was written, read back through the fonts' own tables. */
export function pdfText(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  const pages: string[] = []
  for (const { head } of objects.values()) {
    if (!/\/Type \/Page\b(?!s)/.test(head)) continue
    const resources = objects.get(Number(/\/Resources (\d+) 0 R/.exec(head)?.[1]))?.head ?? ''
    for (const [, name, font] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(font))?.head ?? '')?.[1]
      fonts.set(name ?? '', lettersOf(objects.get(Number(unicode))?.stream ?? ''))
    }
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream ?? ''
    pages.push(wordsOf(content, fonts))
  }
  return pages
}

function objectsOf(pdf: Buffer): ReadonlyMap<number, { readonly head: string; readonly stream: string }> {
  const found = new Map<number, { head: string; stream: string }>()
  const raw = pdf.toString('latin1')
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', body] = (match[2] ?? '').split(/\nstream\n/)
    const bytes = Buffer.from((body ?? '').replace(/\nendstream$/, ''), 'latin1')
    const isText = body !== undefined && /FlateDecode/.test(head) && !/FontFile|Length1|CIDFontType0C/.test(head)
    found.set(Number(match[1]), { head, stream: isText ? inflateSync(bytes).toString('latin1') : '' })
  }
  return found
}

function lettersOf(table: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const [, from, , list] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    const start = Number.parseInt(from ?? '', 16)
    for (const [index, [, code]] of [...(list ?? '').matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const units = (code ?? '').replaceAll(' ', '').match(/.{4}/g) ?? []
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
      letters.set((start + index).toString(16).padStart(4, '0'), text)
    }
  }
  return letters
}

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let letters: ReadonlyMap<string, string> = new Map()
  let words = ''
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font) ?? new Map()
    else {
      for (const [, glyphs] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g)) {
        words +=
          (glyphs ?? '')
            .match(/.{4}/g)
            ?.map((glyph) => letters.get(glyph) ?? '')
            .join('') ?? ''
      }
      words += ' '
    }
  }
  return words
}
