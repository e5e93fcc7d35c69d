/**
 * A drawn plate as an SVG file that stands by itself: with a title and a description that a screen reader reads first, with
 * its colours, and without anything from elsewhere.
 */
import { tenth } from './curve.ts'
import type { Plate, PlateGroup, PlateNode } from './plate-node.ts'
import { plateColours, plateStyle, type PlateTheme } from './plate-theme.ts'

export type SvgAsked = {
  readonly title: string
  /** What is to be seen, in words: whoever can't see the picture misses nothing. */
  readonly description: string
  readonly theme: PlateTheme
  /** Width at which lines have their right weight, in pixels. */
  readonly widthPx: number
  /** Height of the lettering in plate units, as it was asked of `drawPlate`. */
  readonly textUnits?: number
  /** Begins every id, where several pictures stand on one page. */
  readonly idPrefix?: string
}

export function svgOf(plate: Plate, asked: SvgAsked): string {
  const { box } = plate
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0]
  const heightPx = Math.round((asked.widthPx * height) / width)
  const id = asked.idPrefix ?? 'plate'
  const paper = `<rect x="${box.x0}" y="${box.y0}" width="${width}" height="${height}" fill="${plateColours(asked.theme).ground}"/>`
  const written = writer(id, asked.textUnits ?? 5.6, plate.nodes)
  const body = plate.nodes.map(written).join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[box.x0, box.y0, width, height].map(tenth).join(' ')}" width="${asked.widthPx}" height="${heightPx}" role="img" aria-labelledby="${id}-t ${id}-d">`,
    `<title id="${id}-t">${escaped(asked.title)}</title><desc id="${id}-d">${escaped(asked.description)}</desc>`,
    `<style>${owned(plateStyle(asked.theme, width / asked.widthPx), id)}</style>`,
    paper,
    body,
    '</svg>',
  ].join('')
}

/** What lies twice is written once, and used once more as its mirror image. */
function writer(prefix: string, textUnits: number, nodes: readonly PlateNode[]): (node: PlateNode) => string {
  const classOf = (names: string) =>
    names === '' ? '' : ` class="${names.replaceAll(/\S+/g, (name) => `${prefix}-${name}`)}"`
  const idOf = new Map<PlateGroup['children'], string>()
  for (const children of childrenUsedTwice(nodes)) idOf.set(children, `${prefix}-u${idOf.size}`)
  const written = new Set<PlateGroup['children']>()
  let clips = 0
  const write = (node: PlateNode): string => {
    switch (node.kind) {
      case 'path':
        return `<path${classOf(node.class)} d="${node.d}"/>`
      case 'circle':
        return `<circle${classOf(node.class)} cx="${tenth(node.x)}" cy="${tenth(node.y)}" r="${tenth(node.r)}"/>`
      case 'text':
        return `<text${classOf(node.class)} x="${tenth(node.x)}" y="${tenth(node.y)}" text-anchor="${node.anchor}" font-size="${tenth(textUnits)}">${escaped(node.text)}</text>`
      default:
        return writeGroup(node)
    }
  }
  const writeGroup = (node: PlateGroup): string => {
    const turned = turnOf(node)
    const id = idOf.get(node.children)
    if (id === undefined) return writeWhole(node, turned)
    if (written.has(node.children)) return `<use href="#${id}"${turned}/>`
    written.add(node.children)
    // The class goes along with what is used again: a style is looked up where a thing was written, not where it is used.
    return turned === '' ? writeWhole(node, ` id="${id}"`) : `<g${turned}>${writeWhole(node, ` id="${id}"`)}</g>`
  }
  const writeWhole = (node: PlateGroup, more: string): string => {
    const clip = node.clip === undefined ? '' : ` clip-path="url(#${prefix}-c${clips})"`
    const defined =
      node.clip === undefined ? '' : `<clipPath id="${prefix}-c${clips++}"><path d="${node.clip}"/></clipPath>`
    return `<g${classOf(node.class)}${clip}${more}>${defined}${node.children.map(write).join('')}</g>`
  }
  return write
}

function turnOf({ mirrored, shift }: PlateGroup): string {
  const moves = [shift === undefined ? '' : `translate(${tenth(shift)} 0)`, mirrored === true ? 'scale(-1 1)' : '']
  const all = moves.filter(Boolean).join(' ')
  return all === '' ? '' : ` transform="${all}"`
}

function childrenUsedTwice(nodes: readonly PlateNode[]): ReadonlySet<PlateGroup['children']> {
  const met = new Set<PlateGroup['children']>()
  const twice = new Set<PlateGroup['children']>()
  const walk = (node: PlateNode): void => {
    if (node.kind !== 'group' || node.children.length === 0) return
    if (met.has(node.children)) twice.add(node.children)
    else {
      met.add(node.children)
      node.children.forEach(walk)
    }
  }
  nodes.forEach(walk)
  return twice
}

/** Every class bears the picture's own name: two pictures on one page, or the page itself, don't colour each other. */
function owned(style: string, prefix: string): string {
  return style.replaceAll(/\.([a-z][\w-]*)/g, `.${prefix}-$1`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
