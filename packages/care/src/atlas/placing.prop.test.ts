/** The laws of placing: a point becomes a site, a site becomes a point, and nothing is lost between them, on every plate. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ASPECTS, homeAspect, isSideSeen, LAYERS, levelsOf, MUSCLES, pointFor, siteAt, spokenSite } from './index.ts'
import { neighbour, sitesOf } from './move-site.ts'
import { isInMuscle, levelIn } from './site-at.ts'
import type { Level, Site } from './site.ts'

const LEVELS_APART = (a: Level | null, b: Level | null, of: readonly Level[]) =>
  a === null || b === null ? Number(a !== b) : Math.abs(of.indexOf(a) - of.indexOf(b))

test('of 10,000 random points no site is lost on the way to its point and back, on any plate', () => {
  let placed = 0
  // Tenths of a unit: doubles of fast-check crowd at zero and at the ends.
  const x = fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 10)
  const y = fc.integer({ min: 700, max: 7400 }).map((tenths) => tenths / 10)
  fc.assert(
    fc.property(fc.constantFrom(...ASPECTS), x, y, (view, px, py) => {
      for (const { site } of siteAt({ x: px, y: py }, { view, layers: LAYERS })) {
        placed += 1
        if (site.point === null) continue
        expect(pointFor(site, view)).toEqual(site.point)
        const again = siteAt(site.point, { view, layers: LAYERS, withinMm: 0.01 })
        const same = again.find((each) => each.site.muscle === site.muscle && each.site.side === site.side)
        expect(same?.site.level).toBe(site.level)
      }
    }),
    { numRuns: 10_000 },
  )
  expect(placed).toBeGreaterThan(5_000)
})

test('a site that nobody pointed at lies inside its muscle, within one level of its own, and is read back there', () => {
  for (const muscle of MUSCLES) {
    const levels = levelsOf(muscle.id)
    for (const level of levels.length === 0 ? [null] : levels) {
      for (const side of ['left', 'right'] as const) {
        const view = homeAspect(muscle.id, side)
        const site: Site = { muscle: muscle.id, side, level, point: null }
        const point = pointFor(site, view)
        if (point === null) throw new Error(`no point for ${spokenSite(site)}`)
        expect(isInMuscle(point, muscle.id, side), spokenSite(site)).toBe(true)
        expect(LEVELS_APART(levelIn(muscle.id, point.y), level, levels), spokenSite(site)).toBeLessThanOrEqual(1)
        const back = siteAt(point, { view, layers: LAYERS }).find(
          (each) => each.site.muscle === muscle.id && each.site.side === side,
        )
        expect(back, spokenSite(site)).toBeDefined()
      }
    }
  }
})

test('every candidate names a side that the plate shows, and those that hold the point come before those only near', () => {
  const point = fc.record({
    x: fc.double({ min: -90, max: 90, noNaN: true }),
    y: fc.double({ min: 80, max: 700, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.constantFrom(...ASPECTS), point, (view, at) => {
      const found = siteAt(at, { view, layers: LAYERS, withinMm: 12 })
      const distances = found.map(({ distanceMm }) => distanceMm)
      expect(distances).toEqual(distances.toSorted((a, b) => a - b))
      for (const { site } of found) expect(isSideSeen(site.side, view)).toBe(true)
      const named = found.map(({ site }) => `${site.muscle} ${site.side}`)
      expect(new Set(named).size).toBe(named.length)
    }),
    { numRuns: 500 },
  )
})

test('arrows reach every site of a plate from any other', () => {
  for (const view of ASPECTS) {
    const shown = { zoom: 'full' as const, layers: LAYERS, view }
    const all = sitesOf(shown)
    const nameOf = (site: Site) => `${site.muscle} ${site.side} ${site.level}`
    const first = all[0]
    if (first === undefined) throw new Error(`no site on ${view}`)
    const reached = new Map([[nameOf(first), first]])
    for (const site of reached.values()) {
      for (const direction of ['up', 'down', 'left', 'right'] as const) {
        const next = neighbour(site, direction, shown)
        if (!reached.has(nameOf(next))) reached.set(nameOf(next), next)
      }
    }
    const unreached = all.map(nameOf).filter((name) => !reached.has(name))
    expect([view, unreached]).toEqual([view, []])
  }
})
