import type { MuscleId, Site } from '@unknot/care/atlas'
import { expect, test } from 'vitest'
import { mapsOf } from './record.map.ts'

function site(muscle: string, more: Partial<Site> = {}): Site {
  return { muscle: muscle as MuscleId, side: 'right', level: null, point: null, ...more }
}

test('every needle is on the map, inside of what is drawn, on its own side', () => {
  const lumbar = [site('lumbar-multifidus', { level: 'L4' }), site('gluteus-medius', { side: 'left' })]
  const upper = [site('rhomboid-major', { level: 'T5' }), site('rhomboid-major', { level: 'T5', side: 'left' })]
  const far = [site('upper-trapezius'), site('biceps-femoris', { side: 'left' })]
  for (const sites of [lumbar, upper, far]) {
    const [map] = mapsOf(sites.map((each, index) => ({ number: index + 1, site: each })))
    expect(map?.pins.map(({ number }) => number)).toEqual([1, 2])
    const body = map?.plate.body
    for (const [index, { point }] of (map?.pins ?? []).entries()) {
      expect(Math.sign(point.x)).toBe(sites[index]?.side === 'right' ? 1 : -1)
      expect(point.x).toBeGreaterThan(body?.x0 ?? 0)
      expect(point.x).toBeLessThan(body?.x1 ?? 0)
      expect(point.y).toBeGreaterThan(body?.y0 ?? 0)
      expect(point.y).toBeLessThan(body?.y1 ?? 0)
    }
  }
})

test('needles that can’t be seen from behind get pictures of their own, and without a needle there is none', () => {
  const sites = [
    site('lumbar-multifidus', { level: 'L4' }),
    site('rectus-abdominis'),
    site('serratus-anterior', { side: 'left' }),
  ]
  const maps = mapsOf(sites.map((each, index) => ({ number: index + 1, site: each })))
  expect(maps.map(({ view, pins }) => [view, pins.map(({ number }) => number)])).toEqual([
    ['posterior', [1]],
    ['anterior', [2]],
    ['left-lateral', [3]],
  ])
  expect(mapsOf([])).toEqual([])
})
