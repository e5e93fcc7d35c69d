import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { acrossMidline, sampleCurve } from './curve.ts'
import { doCross, placeLabels } from './draw-labels.ts'
import { drawPlate } from './draw-plate.ts'
import lateral from './lateral.data.json' with { type: 'json' }
import { isLevel, levelY } from './levels.ts'
import { sitesOf } from './move-site.ts'
import { LAYERS, type Layer, MUSCLES } from './muscles.ts'
import type { PlateGroup, PlateNode } from './plate-node.ts'
import { svgOf } from './plate-svg.ts'
import { PLATE_THEMES } from './plate-theme.ts'
import { ASPECTS, type Aspect, aspectsOf, homeView, plateOf, targetsIn, targetsOf } from './plates.ts'
import { isInside, nearestOnEdge, slice } from './polygon.ts'
import { LEVELS, type View } from './site.ts'
import { ZOOMS, type Zoom, zoomBox } from './zoom.ts'

const VIEWS: readonly View[] = ['posterior', 'anterior', 'lateral']
const LAYER_CHOICES: readonly (readonly Layer[])[] = [
  ['superficial'],
  ['intermediate'],
  ['deep'],
  ['intermediate', 'deep'],
  [...LAYERS],
]

test('every muscle of the atlas has an outline, and the plate that keeps its points shows it', () => {
  expect(MUSCLES).toHaveLength(44)
  for (const { id } of MUSCLES) {
    expect(targetsOf(id, homeView(id)).length, id).toBeGreaterThan(0)
    for (const side of ['left', 'right'] as const) expect(aspectsOf(id, side).length, id).toBeGreaterThan(0)
  }
})

test('every outline has an inside, and on the plates that mirror themselves lies on one side of the midline', () => {
  for (const view of VIEWS) {
    for (const target of targetsIn(view)) {
      if (view !== 'lateral') expect(target.box.x0, target.muscle).toBeGreaterThan(0)
      const y = (target.box.y0 + target.box.y1) / 2
      const [from, to] = slice(target.polygon, y)[0] ?? [0, 0]
      expect(isInside([(from + to) / 2, y], target.polygon), target.muscle).toBe(true)
      expect(nearestOnEdge([(from + to) / 2, y], target.polygon).distance, target.muscle).toBeGreaterThan(0.3)
    }
  }
})

test('every outline and every bone lies inside the skin, on each plate', () => {
  let points = 0
  for (const view of VIEWS) {
    const { skin, bones, muscles } = plateOf(view)
    const walked = skin
      .filter(({ id }) => id === 'skin-body' || id === 'skin-ear')
      .map((each) => sampleCurve(each.lies === 'middle' ? acrossMidline(each.points) : each.points, true))
    const shapes = [
      ...muscles.map(({ id, outline }) => ({ id, outline })),
      ...bones.map((bone) => ({ id: bone.id, outline: bone.points })),
    ]
    for (const { id, outline } of shapes) {
      for (const point of sampleCurve(outline, true, 2)) {
        points++
        const isIn = walked.some((each) => isInside(point, each) || nearestOnEdge(point, each).distance <= 0.5)
        if (!isIn) expect(point, `${view} ${id} leaves the skin`).toBeNull()
      }
    }
  }
  expect(points).toBeGreaterThan(4000)
})

test('the plates from behind and from the front are their own mirror images, exactly', () => {
  for (const view of ['posterior', 'anterior'] as const) {
    for (const zoom of ZOOMS) {
      const balance = new Map<string, number>()
      weigh(fleshOf(view, zoom), false, balance)
      const across = [...balance].filter(([, count]) => count !== 0).map(([key]) => key)
      for (const key of across) expect(isItsOwnMirror(key), `${view} ${key.slice(0, 80)}`).toBe(true)
    }
  }
})

test('the left side is the mirror image of the right one', () => {
  for (const zoom of ZOOMS) {
    const [right, left] = [fleshOf('right-lateral', zoom), fleshOf('left-lateral', zoom)]
    expect(left.mirrored).toBe(true)
    const paths = (node: PlateNode): readonly string[] =>
      node.kind === 'path' ? [node.d] : node.kind === 'group' ? node.children.flatMap(paths) : []
    expect(paths(left)).toEqual(paths(right))
  }
})

function fleshOf(view: Aspect, zoom: Zoom): PlateGroup {
  const [flesh] = drawPlate({ view, zoom, layers: LAYERS, labels: 'none', ruler: false }).nodes
  if (flesh?.kind !== 'group') throw new Error('no flesh')
  return flesh
}

function weigh(node: PlateNode, mirrored: boolean, out: Map<string, number>): void {
  if (node.kind === 'group') for (const child of node.children) weigh(child, mirrored !== (node.mirrored === true), out)
  if (node.kind !== 'path') return
  // A crease that runs down the midline is one line, not two.
  if (node.d.startsWith('M0 ') && !node.d.endsWith('Z')) return
  const numbers = (node.d.match(/-?[\d.]+/g) ?? []).map(Number)
  const key = `${node.class} ${numbers.join()}`
  out.set(key, (out.get(key) ?? 0) + (mirrored ? -1 : 1))
}

/** For a path of absolute points: the set of its points is the same when each x changes its sign. */
function isItsOwnMirror(key: string): boolean {
  const numbers = key
    .slice(key.lastIndexOf(' ') + 1)
    .split(',')
    .map(Number)
  const points = new Set<string>()
  for (let i = 0; i + 1 < numbers.length; i += 2) points.add(`${numbers[i]} ${numbers[i + 1]}`)
  return [...points].every((point) => {
    const [x, y] = point.split(' ').map(Number)
    return points.has(`${x === 0 ? 0 : -(x ?? 0)} ${y}`)
  })
}

test('every level of the spine can be reached on the map', () => {
  const sites = ZOOMS.flatMap((zoom) => sitesOf({ zoom, layers: LAYERS }))
  const reached = new Set(sites.map(({ level }) => level).filter((level) => level !== null))
  expect(LEVELS.filter((level) => !reached.has(level))).toEqual([])
})

test('names never overlap, leaders never cross, and no name leaves the plate: each view, zoom, layer and size', () => {
  let labels = 0
  for (const view of ASPECTS) {
    for (const zoom of ZOOMS) {
      for (const layers of LAYER_CHOICES) {
        for (const [textUnits, where] of sizesOf(zoom)) {
          const body = zoomBox(zoom, view)
          const placed = placeLabels({ view, layers, body, textUnits, where })
          labels += placed.length
          placed.forEach((a, i) => {
            const half = (a.lines.length * textUnits) / 2
            expect(a.end[1] - half, `${view} ${zoom} ${a.lines}`).toBeGreaterThanOrEqual(body.y0)
            expect(a.end[1] + half, `${view} ${zoom} ${a.lines}`).toBeLessThanOrEqual(body.y1)
            for (const b of placed.slice(i + 1).filter((other) => other.side === a.side)) {
              const room = ((a.lines.length + b.lines.length) / 2) * textUnits
              const pair = `${view} ${zoom} ${a.lines} ${b.lines}`
              expect(Math.abs(a.end[1] - b.end[1]), pair).toBeGreaterThanOrEqual(room)
              expect(doCross([a.anchor, a.end], [b.anchor, b.end]), pair).toBe(false)
            }
          })
        }
      }
    }
  }
  expect(labels).toBeGreaterThan(500)
})

function sizesOf(zoom: Zoom): readonly (readonly [number, 'left' | 'both'])[] {
  if (zoom === 'full')
    return [
      [6, 'both'],
      [9, 'both'],
    ]
  const most = zoom === 'neck' ? 4 : 5.6
  return [
    [3, 'left'],
    [most, 'left'],
    [3, 'both'],
    [most, 'both'],
  ]
}

test('every level of the spine that the lumbar plate shows is named on its ruler', () => {
  const plate = drawPlate({ view: 'posterior', zoom: 'lumbar', layers: ['deep'] })
  const ruler = plate.nodes.find((node) => node.kind === 'group' && node.class === 'ruler')
  const named =
    ruler?.kind === 'group' ? ruler.children.flatMap((node) => (node.kind === 'group' ? [node.is] : [])) : []
  const names = named.map((is) => (is?.kind === 'level' ? is.level : null))
  expect(names).toEqual(LEVELS.slice(LEVELS.indexOf('T11')))
})

test('a level lies at one height on all plates', () => {
  const levels = Object.entries(lateral.landmarks).filter(([name]) => isLevel(name))
  expect(levels.length).toBeGreaterThan(20)
  for (const [name, at] of levels) if (isLevel(name)) expect(at[1], name).toBe(levelY(name))
})

test('a plate alone is an SVG with a title and a description, in each theme, and under 60 kB as sent', () => {
  for (const view of ASPECTS) {
    const plate = drawPlate({ view, zoom: 'full', layers: LAYERS, labels: 'both', textUnits: 8 })
    for (const theme of PLATE_THEMES) {
      const title = 'Muscles <of> the "back"'
      const svg = svgOf(plate, { title, description: 'All & every one.', theme, widthPx: 900, textUnits: 8 })
      expect(svg).toContain('<title id="plate-t">Muscles &lt;of&gt; the &quot;back&quot;</title>')
      expect(svg).toContain('<desc id="plate-d">All &amp; every one.</desc>')
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="plate-t plate-d">/)
      expect(svg).not.toMatch(/NaN|undefined|https?:\/\/(?!www\.w3\.org)/)
      for (const [, id] of svg.matchAll(/(?:href="|url\()#([^")]+)/g)) expect(svg).toContain(`id="${id}"`)
      expect(gzipSync(svg).length, view).toBeLessThan(60_000)
    }
  }
})
