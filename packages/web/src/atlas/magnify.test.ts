import type { Box } from '@unknot/care/atlas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxSeen, closer, MOST_TIMES, movedTo, showing, wholeOf } from './magnify.ts'

const box: Box = { x0: -150, y0: 280, x1: 130, y1: 500 }
const place = fc.record({ x: fc.integer({ min: -150, max: 130 }), y: fc.integer({ min: 280, max: 500 }) })
const factor = fc.double({ min: 0.2, max: 5, noNaN: true })

test('whatever wheel, pinch and button do, what is seen lies on the plate and is at most six times closer', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(factor, place, place), { maxLength: 12 }), (steps) => {
      let now = wholeOf(box)
      for (const [by, at, to] of steps) {
        now = movedTo(closer(now, by, at, box), to.x, to.y, box)
        const seen = boxSeen(box, now)
        expect(now.times).toBeGreaterThanOrEqual(1)
        expect(now.times).toBeLessThanOrEqual(MOST_TIMES)
        expect(seen.x0).toBeGreaterThanOrEqual(box.x0 - 1e-9)
        expect(seen.x1).toBeLessThanOrEqual(box.x1 + 1e-9)
        expect(seen.y0).toBeGreaterThanOrEqual(box.y0 - 1e-9)
        expect(seen.y1).toBeLessThanOrEqual(box.y1 + 1e-9)
      }
    }),
  )
})

test('the point under the finger stays under it where the edge of the plate allows', () => {
  const at = { x: 10, y: 390 }
  const now = closer(wholeOf(box), 2, at, box)
  const seen = boxSeen(box, now)
  const before = (at.x - box.x0) / (box.x1 - box.x0)
  expect((at.x - seen.x0) / (seen.x1 - seen.x0)).toBeCloseTo(before, 6)
})

test('a place that the keyboard goes to comes into view', () => {
  fc.assert(
    fc.property(place, place, (first, then) => {
      const now = showing(closer(wholeOf(box), 4, first, box), then, box)
      const seen = boxSeen(box, now)
      expect(then.x).toBeGreaterThanOrEqual(seen.x0 - 1e-9)
      expect(then.x).toBeLessThanOrEqual(seen.x1 + 1e-9)
      expect(then.y).toBeGreaterThanOrEqual(seen.y0 - 1e-9)
      expect(then.y).toBeLessThanOrEqual(seen.y1 + 1e-9)
    }),
  )
})
