import type { MuscleId, Site } from '@unknot/care/atlas'
import { expect, test } from 'vitest'
import { mapOf } from './record.map.ts'

function site(muscle: string, more: Partial<Site> = {}): Site {
  return { muscle: muscle as MuscleId, side: 'right', level: null, point: null, ...more }
}

test('every needle is on the map, inside of what is drawn, on its own side', () => {
  const lumbar = [site('lumbar-multifidus', { level: 'L4' }), site('gluteus-medius', { side: 'left' })]
  const upper = [site('rhomboid-major', { level: 'T5' }), site('rhomboid-major', { level: 'T5', side: 'left' })]
  const far = [site('upper-trapezius'), site('biceps-femoris', { side: 'left' })]
  for (const sites of [lumbar, upper, far]) {
    const map = mapOf(sites.map((each, index) => ({ number: index + 1, site: each })))
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

test('a needle that the plate can’t show is named, and without any that it can show there is no map', () => {
  const belly = { number: 2, site: site('rectus-abdominis') }
  const back = { number: 1, site: site('lumbar-multifidus', { level: 'L4' }) }
  expect(mapOf([back, belly])?.elsewhere).toEqual([2])
  expect(mapOf([belly])).toBeNull()
  expect(mapOf([])).toBeNull()
})
