/**
 * The maps of a record: the plates of the atlas, and on them each needle's number where the needle was.
 *
 * The fewest looks that show every needle are drawn, each as close as its needles allow. No needle is left out.
 */
import {
  type Aspect,
  type Box,
  drawPlate,
  LAYERS,
  looksAt,
  type Plate,
  type PlateNode,
  type PlatePoint,
  pointFor,
  type Site,
} from '@unknot/care/atlas'

export type MappedNeedle = { readonly number: number; readonly site: Site }

export type RecordMap = {
  readonly view: Aspect
  readonly plate: Plate
  readonly pins: readonly { readonly number: number; readonly point: PlatePoint }[]
}

/** None when there is no needle. */
export function mapsOf(needles: readonly MappedNeedle[]): readonly RecordMap[] {
  return looksAt(needles).map(({ view, zoom, shown }) => {
    const pins = shown.flatMap(({ number, site }) => {
      const point = pointFor(site, view)
      return point === null ? [] : [{ number, point }]
    })
    // From behind the muscles that are needled most lie under the broad ones.
    const layers = view === 'posterior' ? (['intermediate', 'deep'] as const) : LAYERS
    const asked = { view, zoom, layers, labels: 'none', textUnits: 6.4 } as const
    const isWhole = zoom === 'full'
    const plate = drawPlate({ ...asked, ruler: !isWhole })
    return {
      view,
      plate: isWhole
        ? cropped(
            plate,
            pins.map(({ point }) => point),
          )
        : plate,
      pins,
    }
  })
}

/** As much of the body around the needles as the lumbar map shows, so that numbers stay legible; more if they lie far apart. */
function cropped(plate: Plate, points: readonly PlatePoint[]): Plate {
  const [xs, ys] = [points.map(({ x }) => Math.abs(x)), points.map(({ y }) => y)]
  const half = Math.max(108, Math.max(...xs) + 20)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const height = Math.max(200, bottom - top + 60)
  const y0 = Math.max(plate.body.y0, (top + bottom - height) / 2)
  const body = { x0: -half, x1: half, y0, y1: Math.min(plate.body.y1, y0 + height) }
  return { ...plate, box: body, body }
}

/** What a class of shapes looks like on white paper; the same colours as on the screen. */
type Look = { readonly fill?: string; readonly stroke?: string; readonly units?: number; readonly opacity?: number }
const LOOKS: Readonly<Record<string, Look>> = {
  skin: { fill: '#F7EBDD' },
  'bone-hole': { fill: '#F7EBDD', stroke: '#C9BB9C', units: 0.35 },
  'skin-l': { stroke: '#B59A7C', units: 0.9 },
  bone: { fill: '#FBF7EA', stroke: '#C9BB9C', units: 0.4 },
  'bone-l': { stroke: '#C9BB9C', units: 0.35 },
  'bone-g': { stroke: '#FBF7EA', units: 0.5, opacity: 0.5 },
  fold: { stroke: '#C6A98B', units: 0.6 },
  edge: { stroke: '#A05B4C', units: 0.5 },
  shade: { stroke: '#9C4F42', units: 3, opacity: 0.1 },
  veil: { fill: '#EBD3C4', opacity: 0.18 },
  tendon: { fill: '#FBF7EA', opacity: 0.8 },
  fib: { stroke: '#9C4F42', units: 0.25, opacity: 0.35 },
  sheet: { fill: '#EBD3C4', stroke: '#C9BB9C', units: 0.4, opacity: 0.85 },
  'fib-t': { stroke: '#C9BB9C', units: 0.25, opacity: 0.6 },
}
const FLESH: Readonly<Record<string, string>> = { 'm-deep': '#D49A89', 'm-mid': '#DDA997', 'm-sup': '#E8C3B2' }

/** Draws it into a box of the page, and says how high it came out. */
export function drawMap(
  doc: PDFKit.PDFDocument,
  map: RecordMap,
  at: { x: number; y: number; widthPt: number },
): number {
  const { box, body, nodes } = map.plate
  const scale = at.widthPt / (box.x1 - box.x0)
  doc.save()
  doc.translate(at.x - box.x0 * scale, at.y - box.y0 * scale).scale(scale)
  doc.save()
  clipTo(doc, { ...box, x0: body.x0, x1: box.x1 })
  for (const node of nodes) draw(doc, node, null)
  doc.restore()
  for (const { number, point } of map.pins) drawPin(doc, number, point)
  doc.restore()
  return (box.y1 - box.y0) * scale
}

function clipTo(doc: PDFKit.PDFDocument, box: Box): void {
  doc.rect(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0).clip()
}

function draw(doc: PDFKit.PDFDocument, node: PlateNode, flesh: string | null): void {
  if (node.kind === 'group') {
    const classes = node.class.split(' ')
    // Soft shading is for screens; on paper it would only be many overlaid lines.
    if (classes.includes('skin-shade')) return
    doc.save()
    if (node.mirrored) doc.scale(-1, 1)
    if (node.clip) doc.path(node.clip).clip()
    const own = classes.map((name) => FLESH[name]).find((colour) => colour !== undefined) ?? flesh
    for (const child of node.children) draw(doc, child, own)
    doc.restore()
  } else if (node.kind === 'path') drawPath(doc, node.class, node.d, flesh)
  else if (node.kind === 'text') writeText(doc, node.text, node.x, node.y)
}

function drawPath(doc: PDFKit.PDFDocument, kind: string, d: string, flesh: string | null): void {
  const names = kind.split(' ')
  if (names.includes('wide')) return
  const look: Look = names.includes('body')
    ? { fill: flesh ?? FLESH['m-mid'] ?? '#DDA997' }
    : (names
        .toReversed()
        .map((name) => LOOKS[name])
        .find((each) => each !== undefined) ?? { stroke: '#9AA0A0', units: 0.4 })
  doc.save()
  doc.opacity(look.opacity ?? 1)
  doc.path(d)
  if (look.units !== undefined) doc.lineWidth(look.units)
  if (look.fill && look.stroke) doc.fillAndStroke(look.fill, look.stroke)
  else if (look.fill) doc.fill(look.fill)
  else doc.stroke(look.stroke ?? '#9AA0A0')
  doc.restore()
}

function writeText(doc: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  doc
    .font('latin 400')
    .fontSize(6.4)
    .fillColor('#5A6468')
    .text(text, x, y - 5.4, { lineBreak: false })
}

function drawPin(doc: PDFKit.PDFDocument, number: number, { x, y }: PlatePoint): void {
  doc.lineWidth(0.8).circle(x, y, 4.6).fillAndStroke('#FFFFFF', '#20282B')
  doc.font('latin 600').fontSize(5.6).fillColor('#20282B')
  const text = String(number)
  doc.text(text, x - doc.widthOfString(text) / 2, y - 3.9, { lineBreak: false })
}
