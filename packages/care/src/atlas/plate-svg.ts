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
    `<style>${plateStyle(asked.theme, width / asked.widthPx)}</style>`,
    paper,
    body,
    '</svg>',
  ].join('')
}

/** What lies twice is written once, and used once more as its mirror image. */
function writer(prefix: string, textUnits: number, nodes: readonly PlateNode[]): (node: PlateNode) => string {
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
    const turned = node.mirrored === true ? ' transform="scale(-1 1)"' : ''
    const clip = node.clip === undefined ? '' : ` clip-path="url(#${prefix}-c${clips})"`
    const clipped =
      node.clip === undefined ? '' : `<clipPath id="${prefix}-c${clips++}"><path d="${node.clip}"/></clipPath>`
    return `${clipped}<g${classOf(node.class)}${clip}${turned}>${writeChildren(node.children)}</g>`
  }
  const writeChildren = (children: PlateGroup['children']): string => {
    const id = idOf.get(children)
    if (id === undefined) return children.map(write).join('')
    if (written.has(children)) return `<use href="#${id}"/>`
    written.add(children)
    return `<g id="${id}">${children.map(write).join('')}</g>`
  }
  return write
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

function classOf(names: string): string {
  return names === '' ? '' : ` class="${names}"`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
