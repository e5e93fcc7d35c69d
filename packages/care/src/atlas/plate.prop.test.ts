import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acrossMidline, sampleCurve } from './curve.ts'
import { doCross, placeLabels } from './draw-labels.ts'
import { drawPlate } from './draw-plate.ts'
import { hazardsNear } from './hazards.ts'
import { levelsOf, levelY } from './levels.ts'
import { LAYERS, type Layer, MUSCLES, mustMuscle } from './muscles.ts'
import { neighbour, nudge, sitesOf } from './move-site.ts'
import type { PlateNode } from './plate-node.ts'
import { isInside, nearestOnEdge, slice } from './polygon.ts'
import { POSTERIOR, TARGETS, targetsOf } from './posterior.ts'
import { isInMuscle, levelIn, pointFor, siteAt } from './site-at.ts'
import { LEVELS, type Level, type Side, type Site } from './site.ts'
import { ZOOMS, zoomBox } from './zoom.ts'

const SEEN = MUSCLES.filter((muscle) => targetsOf(muscle.id).length > 0)
const SIDES: readonly Side[] = ['left', 'right']
const LAYER_CHOICES: readonly (readonly Layer[])[] = [['superficial'], ['intermediate', 'deep'], ['deep'], [...LAYERS]]

const anySite = fc.constantFrom(...SEEN).chain((muscle) =>
  fc.record({
    muscle: fc.constant(muscle.id),
    side: fc.constantFrom(...SIDES),
    level: levelsOf(muscle.id).length === 0 ? fc.constant(null) : fc.constantFrom(...levelsOf(muscle.id)),
    point: fc.constant(null),
  }),
)

test('36 muscles are seen from behind; the other eight have no point there, and say so', () => {
  expect(SEEN).toHaveLength(36)
  const unseen = MUSCLES.filter((muscle) => !SEEN.includes(muscle)).map((muscle) => muscle.id)
  expect(unseen).toEqual([
    'psoas-major',
    'serratus-anterior',
    'sternocleidomastoid',
    'scalenes',
    'adductor-longus',
    'rectus-femoris',
    'rectus-abdominis',
    'external-oblique',
  ])
  for (const muscle of unseen) expect(pointFor({ muscle, side: 'left', level: null, point: null })).toBeNull()
})

test('every muscle is charted only at levels beside which it is drawn at least 4 units wide', () => {
  for (const muscle of SEEN) {
    const charted = levelsOf(muscle.id)
    if (charted.length === 0) continue
    const widthAt = (y: number) =>
      Math.max(0, ...targetsOf(muscle.id).flatMap(({ polygon }) => slice(polygon, y).map(([a, b]) => b - a)))
    for (const level of charted) expect(widthAt(levelY(level)), `${muscle.id} ${level}`).toBeGreaterThanOrEqual(4)
  }
})

test('the point of any site lies in its muscle, on its side, and reads back as the same site', () => {
  let read = 0
  fc.assert(
    fc.property(anySite, (site) => {
      const point = pointFor(site)
      if (point === null) throw new Error('a seen muscle without a point')
      expect(isInMuscle(point, site.muscle, site.side)).toBe(true)
      expect(levelIn(site.muscle, point.y)).toBe(site.level)
      const back = siteAt(point, { layers: LAYERS }).map((candidate) => candidate.site)
      expect(back).toContainEqual({ ...site, point })
      read++
    }),
    { numRuns: 600 },
  )
  expect(read).toBe(600)
})

test('a point read from the map and its mirror image read as the same muscles on the other side', () => {
  let met = 0
  const anywhere = fc.record({
    x: fc.double({ min: -110, max: 110, noNaN: true }),
    y: fc.double({ min: 70, max: 560, noNaN: true }),
  })
  fc.assert(
    fc.property(anywhere, fc.constantFrom(...LAYER_CHOICES), (point, layers) => {
      const read = (x: number) => siteAt({ x, y: point.y }, { layers, withinMm: 6 })
      const here = read(point.x)
      const there = read(-point.x)
      const other = here.map(({ site, ...rest }) => ({ ...rest, muscle: site.muscle, level: site.level }))
      expect(there.map(({ site, ...rest }) => ({ ...rest, muscle: site.muscle, level: site.level }))).toEqual(other)
      for (const { site, distanceMm } of here) {
        expect(distanceMm).toBeLessThanOrEqual(6)
        expect(site.point === null).toBe(false)
        if (distanceMm === 0) expect(isInMuscle(point, site.muscle, site.side)).toBe(true)
      }
      met += here.length
    }),
    { numRuns: 1500 },
  )
  expect(met).toBeGreaterThan(1500)
})

test('iliocostalis lies over quadratus lumborum: a point there is answered with both, what is seen first', () => {
  const read = siteAt({ x: 45, y: 360 }, { layers: ['intermediate', 'deep'] })
  expect(read.map(({ site, isCovered }) => [site.muscle, site.level, isCovered])).toEqual([
    ['iliocostalis-lumborum', 'L2', false],
    ['quadratus-lumborum', 'L2', true],
  ])
  expect(siteAt({ x: 45, y: 360 }, { layers: ['deep'] })).toHaveLength(1)
  expect(siteAt({ x: 105, y: 300 }, { layers: ['deep'] })).toEqual([])
})

test('every site that is shown can be reached by arrow keys from any other, and no arrow leaves what is shown', () => {
  for (const zoom of ['lumbar', 'gluteal'] as const) {
    for (const layers of LAYER_CHOICES) {
      const all = sitesOf({ zoom, layers })
      const key = (site: Site) => `${site.side} ${site.muscle} ${site.level}`
      const reached = new Map<string, Site>()
      const queue = all.slice(0, 1)
      for (let site = queue.pop(); site !== undefined; site = queue.pop()) {
        if (reached.has(key(site))) continue
        reached.set(key(site), site)
        for (const direction of ['up', 'down', 'left', 'right'] as const) {
          queue.push(neighbour(site, direction, { zoom, layers }))
        }
      }
      expect([...reached.keys()].sort(), `${zoom} ${layers.join()}`).toEqual(all.map(key).sort())
    }
  }
})

test('a nudge moves by millimetres and is refused where it would leave the muscle', () => {
  let moved = 0
  let refused = 0
  const step = fc.record({ x: fc.integer({ min: -20, max: 20 }), y: fc.integer({ min: -20, max: 20 }) })
  fc.assert(
    fc.property(anySite, step, (site, mm) => {
      const from = pointFor(site)
      const after = nudge(site, mm)
      if (!after.ok) {
        refused++
        expect(after.problem.code).toBe('outside-muscle')
        return
      }
      moved++
      expect(after.value.point?.x).toBeCloseTo((from?.x ?? 0) + mm.x / 1.692, 6)
      expect(isInMuscle(after.value.point ?? { x: 0, y: 0 }, site.muscle, site.side)).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(moved).toBeGreaterThan(100)
  expect(refused).toBeGreaterThan(20)
})

test('every outline has an inside, lies on the right of the midline and names landmarks or stands as context', () => {
  for (const target of TARGETS) {
    expect(target.box.x0, target.muscle).toBeGreaterThan(0)
    const y = (target.box.y0 + target.box.y1) / 2
    const [from, to] = slice(target.polygon, y)[0] ?? [0, 0]
    expect(isInside([(from + to) / 2, y], target.polygon), target.muscle).toBe(true)
    expect(nearestOnEdge([(from + to) / 2, y], target.polygon).distance).toBeGreaterThan(0.3)
  }
})

test('the plate is its own mirror image, exactly', () => {
  for (const shape of POSTERIOR.muscles) for (const [x] of shape.outline) expect(x).toBeGreaterThan(0)
  for (const zoom of ZOOMS) {
    const flesh = drawPlate({ view: 'posterior', zoom, layers: LAYERS, labels: 'none', ruler: false }).nodes[0]
    if (flesh?.kind !== 'group') throw new Error('no flesh')
    const walk = (nodes: readonly PlateNode[], mirrored: boolean, out: Map<string, number>) => {
      for (const node of nodes) {
        if (node.kind === 'group') walk(node.children, mirrored !== (node.mirrored === true), out)
        if (node.kind !== 'path') continue
        const numbers = (node.d.match(/-?[\d.]+/g) ?? []).map(Number)
        const isMidline = node.d.startsWith('M0 ') && !node.d.endsWith('Z')
        // A crease that runs down the midline is one line, not two.
        if (isMidline) continue
        const key = `${node.class} ${numbers.join()}`
        out.set(key, (out.get(key) ?? 0) + (mirrored ? -1 : 1))
      }
      return out
    }
    const balance = walk(flesh.children, false, new Map())
    const across = [...balance].filter(([, count]) => count !== 0).map(([key]) => key)
    for (const key of across) expect(isItsOwnMirror(key), key.slice(0, 80)).toBe(true)
  }
})

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

test('names never overlap and leaders never cross, in every zoom, choice of layers and size of lettering', () => {
  let labels = 0
  for (const zoom of ZOOMS) {
    for (const layers of LAYER_CHOICES) {
      for (const textUnits of zoom === 'full' ? [6, 9] : [3.4, 5.6, 7]) {
        const placed = placeLabels(layers, zoomBox(zoom), textUnits, zoom === 'full' ? 'both' : 'left')
        labels += placed.length
        placed.forEach((a, i) => {
          for (const b of placed.slice(i + 1).filter((other) => other.side === a.side)) {
            const room = ((a.lines.length + b.lines.length) / 2) * textUnits
            expect(Math.abs(a.end[1] - b.end[1]), `${zoom} ${a.lines} ${b.lines}`).toBeGreaterThanOrEqual(room)
            expect(doCross([a.anchor, a.end], [b.anchor, b.end]), `${a.lines} × ${b.lines}`).toBe(false)
          }
        })
      }
    }
  }
  expect(labels).toBeGreaterThan(100)
})

test('every level of the spine that the lumbar plate shows is named on its ruler', () => {
  const plate = drawPlate({ view: 'posterior', zoom: 'lumbar', layers: ['deep'] })
  const ruler = plate.nodes.find((node) => node.kind === 'group' && node.class === 'ruler')
  const named =
    ruler?.kind === 'group' ? ruler.children.flatMap((node) => (node.kind === 'group' ? [node.is] : [])) : []
  const names = named.map((is) => (is?.kind === 'level' ? is.level : null))
  expect(names).toEqual(LEVELS.slice(LEVELS.indexOf('T11')))
})

test('ATL-2: the dangers drawn near a site come by themselves, and only those that are near', () => {
  const near = (name: string, level: Level | null) => {
    const point = pointFor({ muscle: mustMuscle(name).id, side: 'right', level, point: null })
    return point === null ? [] : hazardsNear(point).map((hazard) => hazard.id)
  }
  expect(near('lumbar-multifidus', 'L1')).toEqual(expect.arrayContaining(['spinal-canal-T12-L2', 'kidney-rectangle']))
  expect(near('lumbar-multifidus', 'L5')).not.toContain('kidney-rectangle')
  expect(near('quadratus-lumborum', 'L1')).toEqual(expect.arrayContaining(['kidney-rectangle', 'pleura-lower-line']))
  expect(near('quadratus-lumborum', 'L4')).not.toContain('pleura-lower-line')
  expect(near('piriformis', null)).toContain('sciatic-nerve')
  expect(near('rhomboid-major', 'T4')).toContain('pleura-lower-line')
  expect(near('gluteus-medius', null)).toEqual([])
})

test('every outline lies inside the skin', () => {
  const body = POSTERIOR.skin.find((skin) => skin.id === 'skin-body')
  if (body === undefined) throw new Error('no skin')
  const skin = sampleCurve(acrossMidline(body.points), true)
  for (const { muscle, polygon } of TARGETS) {
    const outside = polygon.filter((point) => !isInside(point, skin) && nearestOnEdge(point, skin).distance > 0.5)
    expect(outside, muscle).toEqual([])
  }
})

test('ES, QL and multifidus at L3 are three columns: each has its own place, from the midline outwards', () => {
  const x = (muscle: string) =>
    pointFor({ muscle: mustMuscle(muscle).id, side: 'right', level: 'L3', point: null })?.x ?? Number.NaN
  const columns = ['lumbar-multifidus', 'longissimus-lumborum', 'iliocostalis-lumborum'].map(x)
  expect(columns).toEqual(columns.toSorted((a, b) => a - b))
  for (const muscle of ['lumbar-multifidus', 'longissimus-lumborum', 'iliocostalis-lumborum']) {
    const at = { x: x(muscle), y: levelY('L3') }
    expect(siteAt(at, { layers: ['intermediate', 'deep'] })[0]?.site.muscle).toBe(muscle)
  }
})
