import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hazardsNear } from './hazards.ts'
import { levelsOf, levelY } from './levels.ts'
import { LAYERS, type Layer, MUSCLES, mustMuscle } from './muscles.ts'
import { neighbour, nudge, sitesOf } from './move-site.ts'
import { ASPECTS, targetsOf } from './plates.ts'
import { slice } from './polygon.ts'
import { isInMuscle, levelIn, pointFor, siteAt } from './site-at.ts'
import type { Level, Side, Site } from './site.ts'
import { ZOOMS } from './zoom.ts'

const SEEN = MUSCLES.filter((muscle) => targetsOf(muscle.id).length > 0)
const SIDES: readonly Side[] = ['left', 'right']
const LAYER_CHOICES: readonly (readonly Layer[])[] = [['superficial'], ['intermediate', 'deep'], ['deep'], [...LAYERS]]

const SHOWN = ASPECTS.flatMap((view) =>
  ZOOMS.flatMap((zoom) => LAYER_CHOICES.map((layers) => ({ view, zoom, layers }))),
)

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
  for (const shown of SHOWN) {
    const all = sitesOf(shown)
    const key = (site: Site) => `${site.side} ${site.muscle} ${site.level}`
    const reached = new Map<string, Site>()
    const queue = all.slice(0, 1)
    for (let site = queue.pop(); site !== undefined; site = queue.pop()) {
      if (reached.has(key(site))) continue
      reached.set(key(site), site)
      for (const direction of ['up', 'down', 'left', 'right'] as const) queue.push(neighbour(site, direction, shown))
    }
    expect([...reached.keys()].sort(), `${shown.view} ${shown.zoom} ${shown.layers}`).toEqual(all.map(key).sort())
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
