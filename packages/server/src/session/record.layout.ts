/**
 * The record's page: blocks set one below the other, a new page when one doesn't fit, a running head on further pages.
 * Nothing is cut off: a block that is higher than a page is spread over several, line by line.
 */
import { drawMap, type RecordMap } from './record.map.ts'
import { type Lettering, type Line, Pen } from './lettering.ts'

export type Column = {
  readonly title: string
  /** Part of the width, in percent. */
  readonly share: number
  readonly right?: true
  readonly bold?: true
}
type Fact = { readonly label: string; readonly value: string }
type Row = { readonly cells: readonly string[]; readonly below: string }
type Cell = { readonly lines: readonly Line[]; readonly lettering: Lettering }

const SIDE_PT = 39
const TOP_PT = 34
const FOOT_PT = 56
const INK = '#20282B'
const QUIET = '#5A6468'
const RULE = '#E4DED3'
const EDGE = '#8A8577'
const BODY: Lettering = { sizePt: 9.75, weight: 400, colour: INK }
const STRONG: Lettering = { ...BODY, weight: 600 }
const LABEL: Lettering = { sizePt: 9, weight: 400, colour: QUIET }
const CELL: Lettering = { sizePt: 9, weight: 400, colour: INK }
const BELOW: Lettering = { sizePt: 8, weight: 400, colour: QUIET }
const LEADING = 1.38

export class Layout {
  readonly #doc: PDFKit.PDFDocument
  readonly #pen: Pen
  readonly #runningHead: string
  #y = TOP_PT

  constructor(doc: PDFKit.PDFDocument, runningHead: string) {
    this.#doc = doc
    this.#pen = new Pen(doc)
    this.#runningHead = runningHead
  }

  get spelledOut(): boolean {
    return this.#pen.spelledOut
  }

  head(title: string, subtitle: string, clinic: { readonly name: string; readonly lines: readonly string[] }): void {
    const half = this.#width * 0.62
    const left = this.#stack([
      this.#cell(title, { ...STRONG, sizePt: 18 }, half),
      this.#cell(subtitle, { ...LABEL, sizePt: 9.75 }, half),
    ])
    const rest = this.#width - half - 12
    const right = [this.#cell(clinic.name, STRONG, rest), ...clinic.lines.map((line) => this.#cell(line, BODY, rest))]
    let y = this.#y + 1
    for (const cell of right) y = this.#place(cell, SIDE_PT + half + 12, y, rest)
    this.#y = Math.max(left, y) + 6
    this.#rule(1.5, INK)
    this.#y += 8
  }

  /** Label above value, so many to a row. */
  grid(facts: readonly Fact[], perRow: number): void {
    const width = this.#width / perRow
    for (let start = 0; start < facts.length; start += perRow) {
      const cells = facts
        .slice(start, start + perRow)
        .map(
          ({ label, value }) => [this.#cell(label, LABEL, width - 12), this.#cell(value, STRONG, width - 12)] as const,
        )
      const height = Math.max(...cells.map(([label, value]) => heightOf(label) + heightOf(value)))
      this.#need(height)
      for (const [index, [label, value]] of cells.entries()) {
        const x = SIDE_PT + index * width
        this.#place(value, x, this.#place(label, x, this.#y))
      }
      this.#y += height + 6
    }
    this.#rule(0.75, RULE)
    this.#y += 2
  }

  /** Label beside text, a thin rule between. */
  rows(facts: readonly Fact[], indentPt = 0): void {
    const value = this.#width - indentPt - 88
    for (const [index, fact] of facts.entries()) {
      if (index > 0) this.#rule(0.5, RULE, indentPt)
      this.#y += 3
      const cells = [this.#cell(fact.label, { ...LABEL, sizePt: 9.75 }, 76), this.#cell(fact.value, BODY, value)]
      this.#spread(cells, [indentPt, indentPt + 88])
      this.#y += 3
    }
  }

  /** A map at the left with its caption, the rows beside it; below it when they are too long for that. */
  map(map: RecordMap, caption: string, facts: readonly Fact[]): void {
    const widthPt = 232
    const { box } = map.plate
    const heightPt = ((box.y1 - box.y0) / (box.x1 - box.x0)) * widthPt
    const words = this.#cell(caption, { ...LABEL, sizePt: 8.5 }, widthPt)
    this.#need(heightPt + heightOf(words) + 8)
    const top = this.#y + 4
    // The map's own lettering is set in these.
    this.#cell('1', STRONG, widthPt)
    drawMap(this.#doc, map, { x: SIDE_PT, y: top, widthPt })
    const bottom = this.#place(words, SIDE_PT, top + heightPt + 3)
    const indent = widthPt + 20
    if (this.#heightOfRows(facts, indent) <= this.#bottom - this.#y) {
      this.rows(facts, indent)
      this.#y = Math.max(this.#y, bottom)
    } else {
      this.#y = bottom + 4
      this.rows(facts)
    }
  }

  #heightOfRows(facts: readonly Fact[], indentPt: number): number {
    const heights = facts.map(({ value }) => heightOf(this.#cell(value, BODY, this.#width - indentPt - 88)) + 6)
    return heights.reduce((sum, height) => sum + height, 0)
  }

  /** A row, and in quiet letters below it what has no column. */
  table(title: string, columns: readonly Column[], rows: readonly Row[]): void {
    this.#y += 10
    this.#need(70)
    this.#y = this.#place(this.#cell(title, { ...STRONG, sizePt: 10.5 }, this.#width), SIDE_PT, this.#y) + 3
    if (rows.length > 0) this.#tableHead(columns)
    const indent = this.#inner(columns, 0) + 11
    for (const row of rows) {
      const cells = row.cells.map((text, at) =>
        this.#cell(text, columns[at]?.bold ? bold(CELL) : CELL, this.#inner(columns, at)),
      )
      const below = this.#cell(row.below, BELOW, this.#width - indent - 4)
      const height = Math.max(...cells.map(heightOf))
      if (this.#need(height + heightOf(below) + 6)) this.#tableHead(columns)
      this.#tableRow(columns, cells)
      this.#place(below, SIDE_PT + indent, this.#y + 3 + height)
      this.#y += height + heightOf(below) + 6
      this.#rule(0.5, RULE)
    }
  }

  /** The table's last line, left and right. */
  total(left: string, right: string): void {
    this.#need(26)
    this.#rule(1.1, INK)
    this.#y += 5
    const half = this.#width / 2
    const y = this.#place(this.#cell(left, bold(CELL), half + 20), SIDE_PT, this.#y)
    const rest = half - 26
    this.#y = Math.max(y, this.#place(this.#cell(right, bold(CELL), rest), SIDE_PT + half + 26, this.#y, rest)) + 10
  }

  sentence(text: string): void {
    this.#spread([this.#cell(text, LABEL, this.#width)], [0])
  }

  /** A box with a bold first line. Spread over pages, it becomes a box on each. */
  framed(title: string, text: string): void {
    this.#y += 2
    const inside = this.#width - 22
    const cells = [this.#cell(title, STRONG, inside), this.#cell(text, BODY, inside)]
    let lines = cells.flatMap((cell) => cell.lines.map((line) => ({ line, lettering: cell.lettering })))
    this.#need(2 * leadingOf(BODY) + 14)
    while (lines.length > 0) {
      const fits = Math.max(1, Math.floor((this.#bottom - this.#y - 14) / leadingOf(BODY)))
      const now = lines.slice(0, fits)
      const height = now.length * leadingOf(BODY) + 12
      this.#doc.roundedRect(SIDE_PT, this.#y, this.#width, height, 4.5).lineWidth(0.75).strokeColor(EDGE).stroke()
      for (const [index, { line, lettering }] of now.entries()) {
        this.#pen.write(line, lettering, SIDE_PT + 11, this.#y + 6 + index * leadingOf(BODY))
      }
      this.#y += height
      lines = lines.slice(fits)
      if (lines.length > 0) this.#turn()
    }
    this.#y += 6
  }

  signature(signer: string, locked: string, note: string): void {
    const half = (this.#width - 20) / 2
    const who = this.#cell(signer, BODY, half)
    const when = this.#cell(locked, STRONG, half)
    const below = this.#cell(note, BODY, half)
    this.#need(22 + heightOf(when) + Math.max(heightOf(who), heightOf(below)))
    this.#y += 16
    const line = this.#place(when, SIDE_PT + half + 20, this.#y) + 2
    this.#doc.lineWidth(0.75).strokeColor(INK)
    for (const x of [SIDE_PT, SIDE_PT + half + 20]) {
      this.#doc
        .moveTo(x, line)
        .lineTo(x + half, line)
        .stroke()
    }
    this.#y = Math.max(this.#place(who, SIDE_PT, line + 3), this.#place(below, SIDE_PT + half + 20, line + 3)) + 6
  }

  /** Written last, when the number of pages is known: two lines, and the page's number at the right. */
  feet([first, second]: readonly [string, string]): void {
    const { count } = this.#doc.bufferedPageRange()
    for (let index = 0; index < count; index += 1) {
      this.#doc.switchToPage(index)
      this.#y = this.#doc.page.height - FOOT_PT + 8
      this.#rule(0.75, RULE)
      const number = this.#cell(`Page ${index + 1} of ${count}`, LABEL, 80)
      this.#place(number, SIDE_PT + this.#width - 80, this.#y + 5, 80)
      const small = { ...LABEL, sizePt: 8.5 }
      for (const [at, text] of [first, second].entries()) {
        // A foot has its place and no more: one line, whatever the names' length.
        const [line] = this.#pen.lines(text, small, this.#width - 90)
        if (line) this.#pen.write(line, small, SIDE_PT, this.#y + 5 + at * leadingOf(small))
      }
    }
  }

  get #width(): number {
    return this.#doc.page.width - 2 * SIDE_PT
  }

  get #bottom(): number {
    return this.#doc.page.height - FOOT_PT
  }

  #cell(text: string, lettering: Lettering, widthPt: number): Cell {
    return { lines: this.#pen.lines(text, lettering, widthPt), lettering }
  }

  /** Writes it and says where it ends. Given a width, it is set to the right of it. */
  #place({ lines, lettering }: Cell, x: number, y: number, rightWithin?: number): number {
    for (const [index, line] of lines.entries()) {
      const indent = rightWithin === undefined ? 0 : rightWithin - line.widthPt
      this.#pen.write(line, lettering, x + indent, y + index * leadingOf(lettering))
    }
    return y + lines.length * leadingOf(lettering)
  }

  #stack(cells: readonly Cell[]): number {
    let y = this.#y
    for (const cell of cells) y = this.#place(cell, SIDE_PT, y)
    return y
  }

  /** Cells side by side, line by line, over as many pages as it takes. */
  #spread(cells: readonly Cell[], offsets: readonly number[]): void {
    const count = Math.max(...cells.map((cell) => cell.lines.length))
    const leading = Math.max(...cells.map((cell) => leadingOf(cell.lettering)))
    for (let at = 0; at < count; at += 1) {
      this.#need(leading)
      for (const [index, { lines, lettering }] of cells.entries()) {
        const line = lines[at]
        if (line) this.#pen.write(line, lettering, SIDE_PT + (offsets[index] ?? 0), this.#y)
      }
      this.#y += leading
    }
  }

  #tableHead(columns: readonly Column[]): void {
    const lettering = { ...LABEL, sizePt: 8.6, weight: 600 } as const
    this.#tableRow(
      columns,
      columns.map(({ title }, at) => this.#cell(title, lettering, this.#inner(columns, at))),
    )
    this.#y += leadingOf(lettering) + 5
    this.#rule(0.75, RULE)
  }

  #tableRow(columns: readonly Column[], cells: readonly Cell[]): void {
    let x = SIDE_PT + 4
    for (const [at, cell] of cells.entries()) {
      const inner = this.#inner(columns, at)
      this.#place(cell, x, this.#y + 3, columns[at]?.right ? inner : undefined)
      x += inner + 7
    }
  }

  #inner(columns: readonly Column[], at: number): number {
    const all = columns.reduce((sum, { share }) => sum + share, 0)
    return ((this.#width - 4) * (columns[at]?.share ?? 0)) / all - 7
  }

  #rule(weightPt: number, colour: string, indentPt = 0): void {
    this.#doc
      .lineWidth(weightPt)
      .strokeColor(colour)
      .moveTo(SIDE_PT + indentPt, this.#y)
      .lineTo(SIDE_PT + this.#width, this.#y)
      .stroke()
  }

  /** Turns the page unless so many points are left on this one, and says whether it did. */
  #need(heightPt: number): boolean {
    if (this.#y + heightPt <= this.#bottom) return false
    this.#turn()
    return true
  }

  #turn(): void {
    this.#doc.addPage()
    this.#y = this.#place(this.#cell(this.#runningHead, { ...STRONG, sizePt: 9 }, this.#width), SIDE_PT, TOP_PT) + 4
    this.#rule(0.75, INK)
    this.#y += 8
  }
}

function bold(lettering: Lettering): Lettering {
  return { ...lettering, weight: 600 }
}

function leadingOf({ sizePt }: Lettering): number {
  return sizePt * LEADING
}

function heightOf({ lines, lettering }: Cell): number {
  return lines.length * leadingOf(lettering)
}
